/** Acceptance: which findings of a document are known and lived with, by a comment, the configuration or the baseline. */
import type { AcceptedEntry, Configuration } from '../model/configuration.ts';
import { globMatcher } from '../model/glob.ts';
import type { Day } from '../model/value.ts';
import type { Facts, SuppressionFact } from '../reading/facts.ts';
import type { AcceptedFinding, Finding } from '../workspace/finding.ts';

/** A suppression comment with the findings that it speaks of, whether or not it holds. */
export interface MetSuppression {
  readonly fact: SuppressionFact;
  /** By rule, in order of place. */
  readonly meets: ReadonlyMap<string, readonly Finding[]>;
}

export interface Acceptance {
  readonly open: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly suppressions: readonly MetSuppression[];
}

/** Does a comment accept anything today: it has a reason, and its end has not come? */
export function holds({ reason, until }: SuppressionFact, asOf: Day): boolean {
  return reason !== null && until !== 'unclear' && (until === null || until >= asOf);
}

/** Sorts the findings of one document into open and accepted; in: the findings in order of place, its facts, and the day. */
export function accept(
  path: string,
  found: readonly Finding[],
  facts: Facts | null,
  configuration: Configuration,
  asOf: Day,
): Acceptance {
  const meets = new Map<SuppressionFact, Map<string, Finding[]>>();
  for (const fact of facts?.suppressions ?? []) meets.set(fact, new Map());
  const entries = entriesFor(path, configuration);
  const open: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of found) {
    const comments = (facts?.suppressions ?? []).filter((fact) => facts !== null && speaksOf(fact, finding, facts));
    for (const fact of comments) {
      const met = meets.get(fact);
      met?.set(finding.rule, [...(met.get(finding.rule) ?? []), finding]);
    }
    const comment = comments.find((fact) => holds(fact, asOf));
    if (comment !== undefined) {
      accepted.push({
        finding,
        by: 'comment',
        place: { path, span: comment.span },
        reason: comment.reason,
        owner: null,
        until: comment.until === 'unclear' ? null : comment.until,
      });
      continue;
    }
    const fitting = entries.filter((entry) => covers(entry, finding, facts));
    const entry = fitting.find(({ until }) => until === null || until >= asOf);
    if (entry !== undefined) {
      const { reason, owner, until, start, end } = entry;
      const place = { path: configuration.path ?? '', span: { start, end } };
      accepted.push({ finding, by: 'configuration', place, reason, owner, until });
      continue;
    }
    const ended = fitting
      .map(({ until }) => until ?? '')
      .sort()
      .at(-1);
    open.push(
      ended === undefined
        ? finding
        : { ...finding, message: `${finding.message} It was accepted until ${ended}; that has run out.` },
    );
  }
  return { open, accepted, suppressions: [...meets].map(([fact, met]) => ({ fact, meets: met })) };
}

/**
 * Takes out what was there before.
 * In: the open findings in order of place. Out: those beyond what the baseline counts, and those that it knows. Where it knows
 * fewer of a kind than there are, the first ones are taken for the old ones.
 */
export function beyondBaseline(
  open: readonly Finding[],
  { baseline }: Configuration,
): { readonly open: readonly Finding[]; readonly known: readonly AcceptedFinding[] } {
  if (baseline === null) return { open, known: [] };
  const left = new Map<string, number>();
  const known: AcceptedFinding[] = [];
  const fresh = open.filter((finding) => {
    const { fingerprint } = finding;
    const counted = Object.hasOwn(baseline.counts, fingerprint) ? (baseline.counts[fingerprint] ?? 0) : 0;
    const rest = left.get(fingerprint) ?? counted;
    if (rest === 0) return true;
    left.set(fingerprint, rest - 1);
    known.push({ finding, by: 'baseline', place: null, reason: null, owner: null, until: null });
    return false;
  });
  return { open: fresh, known };
}

function speaksOf(fact: SuppressionFact, finding: Finding, facts: Facts): boolean {
  if (!fact.rules.some(({ id }) => id === finding.rule)) return false;
  const { scope } = fact;
  if (scope !== null && (finding.span.start < scope.start || scope.end < finding.span.start)) return false;
  return fact.about.length === 0 || isAbout(finding, fact.about, facts);
}

/** Is a finding about one of some ids or names: by what it says of itself, or by the record that it stands in? */
function isAbout(finding: Finding, about: readonly string[], facts: Facts | null): boolean {
  const wanted = new Set(about.map(folded));
  if (wanted.has(folded(finding.about))) return true;
  return (facts?.records ?? []).some(
    ({ id, span }) =>
      id !== null && span.start <= finding.span.start && finding.span.start <= span.end && wanted.has(folded(id)),
  );
}

const folded = (word: string): string => word.trim().toLowerCase();

function covers(entry: AcceptedEntry, finding: Finding, facts: Facts | null): boolean {
  return entry.rule === finding.rule && (entry.about.length === 0 || isAbout(finding, entry.about, facts));
}

const matchers = new WeakMap<AcceptedEntry, (path: string) => boolean>();

/** The entries of the configuration that give a reason and speak of a file. */
function entriesFor(path: string, { accepted }: Configuration): readonly AcceptedEntry[] {
  return accepted.filter((entry) => {
    if (entry.reason === null) return false;
    if (entry.files.length === 0) return true;
    const matches = matchers.get(entry) ?? globMatcher(entry.files);
    matchers.set(entry, matches);
    return matches(path);
  });
}
