/** Living with a gap: the two fixes that every finding has, which accept it beside its place or in the configuration. */
import { readConfiguration } from '../reading/configuration.ts';
import type { Facts } from '../reading/facts.ts';
import { lexiconFor } from '../reading/lexicon.ts';
import { applyEdits } from '../syntax/edit.ts';
import { documentFormat } from '../syntax/parse.ts';
import type { Finding, Fix } from '../workspace/finding.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { addAccepted } from '../writing/add-accepted.ts';
import { addSuppression } from '../writing/add-suppression.ts';

/** What is wrong with the configuration, or with accepting itself, is put right and not lived with. */
const NEVER = /^(?:config|suppression)\.|^file\.encoding$/;

/**
 * The fixes that accept a finding. Each leaves room for the reason, and nothing is accepted before one is given.
 * In: the workspace and the finding. Out: none for what is wrong with the configuration or with a comment like these.
 */
export function acceptanceFixes(workspace: Workspace, finding: Finding): readonly Fix[] {
  if (NEVER.test(finding.rule)) return [];
  return [...here(workspace, finding), ...inConfiguration(workspace, finding)];
}

function here(workspace: Workspace, finding: Finding): readonly Fix[] {
  const { path, rule } = finding;
  const facts = workspace.facts(path);
  // MDX knows no comments of this sort.
  if (facts === null || documentFormat(path) === null || /\.mdx(?:\.erb)?$/i.test(path)) return [];
  if (isRoomHere(facts, finding)) return [];
  return [
    {
      title: 'Accept this gap here, with a reason',
      safe: false,
      reads: [path],
      changes: (source) => {
        const now = source(path);
        const lexicon = lexiconFor(workspace.configuration);
        const edits = now === null ? null : addSuppression(now, finding.span, rule, lexicon);
        return edits === null ? null : [{ type: 'edit', path, edits }];
      },
    },
  ];
}

/** Is there such a comment already, which only waits for its reason? */
function isRoomHere({ suppressions }: Facts, { rule, span }: Finding): boolean {
  return suppressions.some(
    ({ rules, scope, open }) =>
      open &&
      rules.some(({ id }) => id === rule) &&
      (scope === null || (scope.start <= span.start && span.start <= scope.end)),
  );
}

function inConfiguration(workspace: Workspace, finding: Finding): readonly Fix[] {
  const { configuration } = workspace;
  const { path } = configuration;
  if (path === null) return [];
  const { rule } = finding;
  const facts = workspace.facts(finding.path);
  const record = facts?.records.find(
    ({ id, span, form }) =>
      id !== null && form !== 'document' && span.start <= finding.span.start && finding.span.start <= span.end,
  );
  const about = facts === null ? [finding.about] : record?.id === undefined || record.id === null ? [] : [record.id];
  const files = facts === null ? [] : [globOf(finding.path)];
  const waits = configuration.accepted.some(
    (entry) =>
      entry.rule === rule &&
      entry.reason === null &&
      `${entry.files}` === `${files}` &&
      `${entry.about}` === `${about}`,
  );
  if (waits) return [];
  return [
    {
      title: 'Accept in the configuration, with reason, owner and end',
      safe: false,
      reads: [path],
      changes: (source) => {
        const tree = source(path)?.tree;
        if (tree === undefined || tree.format !== 'yaml') return null;
        const edits = addAccepted(tree, { rule, files, about });
        const text = edits === null ? null : applyEdits(tree.text, edits);
        if (edits === null || text === null) return null;
        const ruleIds = new Set([rule, ...configuration.accepted.map((entry) => entry.rule)]);
        const before = readConfiguration(path, tree.text, { ruleIds });
        const after = readConfiguration(path, text, { ruleIds });
        const taken = after.accepted.length === before.accepted.length + 1;
        return taken && after.problems.length <= before.problems.length ? [{ type: 'edit', path, edits }] : null;
      },
    },
  ];
}

/** A path as a glob that matches nothing else. */
function globOf(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
}
