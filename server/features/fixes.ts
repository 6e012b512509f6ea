/** Quick fixes: which ones there are for the findings at a place, and what one of them changes when it is taken. */
import { changesOf, createSource } from '../rules/apply-fix.ts';
import type { Span } from '../syntax/span.ts';
import type { Change, Finding, Fix } from '../workspace/finding.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { acceptanceFixes } from './accept.ts';
import { displayedFindings } from './diagnostics.ts';

/** One fix on offer; its changes are worked out only when it is taken. */
export interface FixOffer {
  readonly finding: Finding;
  readonly fix: Fix;
  /** What the editor shows: the fix's title, with its rule where others of that title stand beside it. */
  readonly label: string;
  /** True for the first safe fix of a finding. */
  readonly preferred: boolean;
}

/** What is needed to find an offered fix again later; plain data that can travel to the editor and back. */
export interface FixName {
  readonly rule: string;
  readonly fingerprint: string;
  readonly start: number;
  readonly title: string;
}

/** The fixes of the findings that touch a span; in: the workspace, a path and a span in it, borders included. */
export function fixesAt(workspace: Workspace, path: string, at: Span): readonly FixOffer[] {
  const touching = displayedFindings(workspace, path).filter(
    ({ span }) => span.start <= at.end && at.start <= span.end,
  );
  const several = new Set(touching.map(({ rule }) => rule)).size > 1;
  const own = touching.flatMap((finding) => {
    const first = finding.fixes.find(({ safe }) => safe);
    return finding.fixes.map((fix) => ({ finding, fix, label: fix.title, preferred: fix === first }));
  });
  // Putting things right comes before living with them.
  const accepting = touching.flatMap((finding) =>
    acceptanceFixes(workspace, finding).map((fix) => {
      const label = several ? `${fix.title} (${finding.rule})` : fix.title;
      return { finding, fix, label, preferred: false };
    }),
  );
  return [...own, ...accepting];
}

/** The name under which an offer is found again. */
export function nameOf({ finding, fix }: FixOffer): FixName {
  return { rule: finding.rule, fingerprint: finding.fingerprint, start: finding.span.start, title: fix.title };
}

/** Finds a named fix again; null where its finding, or the fix, is gone. */
export function fixNamed(workspace: Workspace, path: string, name: FixName): Fix | null {
  const finding = workspace
    .findings(path)
    .find(
      ({ rule, fingerprint, span }) =>
        rule === name.rule && fingerprint === name.fingerprint && span.start === name.start,
    );
  if (finding === undefined) return null;
  return [...finding.fixes, ...acceptanceFixes(workspace, finding)].find(({ title }) => title === name.title) ?? null;
}

/**
 * What a fix changes.
 * In: the workspace, the fix and the text that each document it reads has right now (null where there is none).
 * Out: the changes, or null where it no longer applies.
 */
export function changesFor(
  workspace: Workspace,
  fix: Fix,
  textOf: (path: string) => string | null,
): readonly Change[] | null {
  return changesOf(fix, (path) => createSource(workspace, path, textOf(path)));
}
