/** All gaps as a tree: by pitfall, by who owns the document, or by when something is due; information is in here too. */
import type { Severity } from '../model/configuration.ts';
import { dayIn, type Facts, givenField } from '../reading/facts.ts';
import { AREAS } from '../rules/page.ts';
import { RULES } from '../rules/rules.generated.ts';
import { contains } from '../syntax/span.ts';
import type { Finding } from '../workspace/finding.ts';
import { finished, type Steps } from '../workspace/steps.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { firstOf, type TreeNode, treeNode } from './tree.ts';

export type GapOrder = 'pitfall' | 'owner' | 'due';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];
const PITFALL: ReadonlyMap<string, string> = new Map(
  RULES.map(({ id, pitfall }) => [id, AREAS[String(pitfall)] ?? '']),
);
const TITLE: ReadonlyMap<string, string> = new Map(RULES.map(({ id, title }) => [id, title]));

/** The tree in small steps; in: the workspace, the order, and words that a gap's message, rule or path has to hold (none: all gaps). */
export function* gapTreeSteps(
  workspace: Workspace,
  by: GapOrder,
  words: readonly string[] = [],
): Steps<readonly TreeNode[]> {
  const groups = new Map<string, Finding[]>();
  for (const path of [...workspace.pathsWithFindings()].sort()) {
    const facts = workspace.facts(path);
    for (const finding of workspace.findings(path)) {
      if (!holds(finding, words)) continue;
      const group = groupOf(finding, facts, by);
      const list = groups.get(group);
      if (list === undefined) groups.set(group, [finding]);
      else list.push(finding);
    }
    yield;
  }
  const order = by === 'pitfall' ? Object.values(AREAS) : [...groups.keys()].sort();
  const nodes: TreeNode[] = [];
  for (const label of order) {
    const findings = groups.get(label);
    if (findings !== undefined) nodes.push(groupNode(label, findings, by));
    yield;
  }
  return nodes;
}

/** The tree at once; in and out as `gapTreeSteps`. */
export function gapTree(...asked: Parameters<typeof gapTreeSteps>): readonly TreeNode[] {
  return finished(gapTreeSteps(...asked));
}

function holds({ message, rule, path, clauses, severity }: Finding, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const said = `${message} ${rule} ${path} ${clauses.join(' ')} ${severity}`.toLowerCase();
  return words.every((word) => said.includes(word));
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
  const sorted = SEVERITIES.flatMap((severity) => findings.filter((each) => each.severity === severity));
  return treeNode({
    id: label,
    label,
    description: String(findings.length),
    sort: 'group',
    state: sorted[0]?.severity ?? 'none',
    children: by === 'pitfall' ? ruleNodes(sorted) : firstOf(sorted, findingNode),
  });
}

function ruleNodes(findings: readonly Finding[]): readonly TreeNode[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byRule.get(finding.rule);
    if (own === undefined) byRule.set(finding.rule, [finding]);
    else own.push(finding);
  }
  return [...byRule].map(([rule, own]) =>
    treeNode({
      id: rule,
      label: TITLE.get(rule) ?? rule,
      description: `${own.length} · ${rule}`,
      sort: 'group',
      state: own[0]?.severity ?? 'none',
      children: firstOf(own, findingNode),
    }),
  );
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
