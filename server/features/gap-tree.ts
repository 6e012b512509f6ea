/** All gaps as a tree: by pitfall, by who owns the document, or by when something is due; information is in here too. */
import type { Severity } from '../model/configuration.ts';
import { dayIn, type Facts, givenField } from '../reading/facts.ts';
import { AREAS } from '../rules/page.ts';
import { RULES } from '../rules/rules.generated.ts';
import { contains } from '../syntax/span.ts';
import type { Finding } from '../workspace/finding.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { atMost, type TreeNode, treeNode } from './tree.ts';

export type GapOrder = 'pitfall' | 'owner' | 'due';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };
const PITFALL: ReadonlyMap<string, string> = new Map(
  RULES.map(({ id, pitfall }) => [id, AREAS[String(pitfall)] ?? '']),
);
const TITLE: ReadonlyMap<string, string> = new Map(RULES.map(({ id, title }) => [id, title]));

/** The tree; in: the workspace, the order, and words that a gap's message, rule or path has to hold (none: all gaps). */
export function gapTree(workspace: Workspace, by: GapOrder, filter = ''): readonly TreeNode[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const groups = new Map<string, Finding[]>();
  for (const path of [...workspace.pathsWithFindings()].sort()) {
    const facts = workspace.facts(path);
    for (const finding of workspace.findings(path)) {
      const said =
        `${finding.message} ${finding.rule} ${finding.path} ${finding.clauses.join(' ')} ${finding.severity}`.toLowerCase();
      if (!words.every((word) => said.includes(word))) continue;
      const group = groupOf(finding, facts, by);
      groups.set(group, [...(groups.get(group) ?? []), finding]);
    }
  }
  const order = by === 'pitfall' ? Object.values(AREAS) : [...groups.keys()].sort();
  return order.flatMap((label) => {
    const findings = groups.get(label);
    return findings === undefined ? [] : [groupNode(label, findings, by)];
  });
}

const NOBODY = 'No owner named';
const NO_DATE = 'No date';

function groupOf(finding: Finding, facts: Facts | null, by: GapOrder): string {
  if (by === 'pitfall') return PITFALL.get(finding.rule) ?? '';
  if (facts === null) return by === 'owner' ? NOBODY : NO_DATE;
  const record = facts.records.find(({ form, span }) => form !== 'document' && contains(span, finding.span));
  if (by === 'owner')
    return (
      (record === undefined ? null : givenField(record, 'owner'))?.raw ?? givenField(facts, 'owner')?.raw ?? NOBODY
    );
  const due =
    dayIn(record === undefined ? null : givenField(record, 'due'), 'last') ??
    dayIn(givenField(facts, 'next_review'), 'last');
  return due === null ? NO_DATE : due.slice(0, 7);
}

/** Pitfalls hold their rules, and those their places; the other orders hold the places. */
function groupNode(label: string, findings: readonly Finding[], by: GapOrder): TreeNode {
  const sorted = [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  const rules = [...new Set(sorted.map(({ rule }) => rule))];
  const children =
    by !== 'pitfall'
      ? sorted.map(findingNode)
      : rules.map((rule) => {
          const own = sorted.filter((each) => each.rule === rule);
          return treeNode({
            id: rule,
            label: TITLE.get(rule) ?? rule,
            description: `${own.length} · ${rule}`,
            sort: 'group',
            state: own[0]?.severity ?? 'none',
            children: atMost(own.map(findingNode)),
          });
        });
  return treeNode({
    id: label,
    label,
    description: String(findings.length),
    sort: 'group',
    state: sorted[0]?.severity ?? 'none',
    children: by === 'pitfall' ? children : atMost(children),
  });
}

function findingNode(finding: Finding): TreeNode {
  return treeNode({
    id: `${finding.rule} ${finding.path} ${finding.fingerprint} ${finding.span.start}`,
    label: finding.message,
    description: finding.path,
    tooltip: `${finding.message}\n\n${finding.rule}${finding.clauses.length === 0 ? '' : ` · ${finding.clauses.join(', ')}`}`,
    sort: 'finding',
    state: finding.severity,
    place: finding,
  });
}
