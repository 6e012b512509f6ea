/** The trace as a tree: by clause, by process, or by role, each node with its state and its place. */
import { clause, parents } from '../model/catalogue.ts';
import type { Chain, ChainLink } from '../workspace/chain.ts';
import { finished, type Steps } from '../workspace/steps.ts';
import {
  TRACE_STATES,
  TRACE_WORDS,
  type TracedAnswer,
  type TracedClause,
  type TracedRequirement,
  type TraceState,
} from '../workspace/trace.ts';
import type { TracedProcess, TracedRole, TraceReport } from '../workspace/trace-report.ts';
import { atMost, filtered, firstOf, firstThatHold, type NodeState, type TreeNode, treeNode } from './tree.ts';

export type TraceOrder = 'clause' | 'process' | 'role';

const STATE: Readonly<Record<TraceState, NodeState>> = {
  deep: 'good',
  shallow: 'broken',
  draft: 'draft',
  accepted: 'accepted',
  gap: 'gap',
  'not-checkable': 'unknown',
};

/** The tree of a report in small steps; in: the report, what it is ordered by, and the words that each leaf has to hold (none). */
export function* traceTreeSteps(
  report: TraceReport,
  by: TraceOrder,
  words: readonly string[] = [],
): Steps<readonly TreeNode[]> {
  if (by === 'process') return yield* firstThatHold(report.processes, words, processNode);
  if (by === 'role') return yield* firstThatHold(report.roles, words, roleNode);
  const found: TreeNode[] = [];
  for (const node of yield* clauseTree(report)) found.push(...(yield* filtered(node, words)));
  return found;
}

/** The tree at once; in and out as `traceTreeSteps`. */
export function traceTree(...asked: Parameters<typeof traceTreeSteps>): readonly TreeNode[] {
  return finished(traceTreeSteps(...asked));
}

function* clauseTree(report: TraceReport): Steps<readonly TreeNode[]> {
  const chapters = new Map<string, TracedClause[]>();
  for (const traced of report.clauses) {
    const above = parents(report.edition, traced.number);
    const chapter = above.at(-1)?.number ?? traced.number;
    const list = chapters.get(chapter);
    if (list === undefined) chapters.set(chapter, [traced]);
    else list.push(traced);
  }
  const nodes: TreeNode[] = [];
  for (const [number, clauses] of chapters) {
    const title = clause(report.edition, number)?.title ?? '';
    const all = clauses.flatMap(({ requirements }) => requirements);
    const children: TreeNode[] = [];
    for (const each of clauses) children.push(yield* clauseNode(each));
    nodes.push(
      treeNode({
        id: number,
        label: `${number} ${title}`,
        description: short(all),
        tooltip: summary(all),
        sort: 'group',
        state: worst(all),
        clause: { edition: report.edition, number },
        children,
      }),
    );
  }
  return nodes;
}

function* clauseNode({ edition, number, title, requirements }: TracedClause): Steps<TreeNode> {
  const children: TreeNode[] = [];
  for (const each of requirements) {
    children.push(requirementNode(each));
    yield;
  }
  return treeNode({
    id: number,
    label: `${number} ${title}`,
    description: short(requirements),
    tooltip: summary(requirements),
    sort: 'clause',
    state: worst(requirements),
    clause: { edition, number },
    children,
  });
}

function requirementNode({ uid, text, state, says, answers }: TracedRequirement): TreeNode {
  return treeNode({
    id: uid,
    label: text,
    description: TRACE_WORDS[state],
    tooltip: `${text}\n\n${says}`,
    sort: 'requirement',
    state: STATE[state],
    place: answers[0]?.place ?? null,
    children: firstOf(answers, answerNode),
  });
}

function answerNode({ path, title, basis, explicit, place, chain }: TracedAnswer): TreeNode {
  const how = explicit ? `names the clause in its ${basis}` : `inferred from its ${basis}`;
  return treeNode({
    id: path,
    label: title,
    description: chain.life === 'live' ? how : `${how}, ${chain.life === 'draft' ? 'draft' : 'out of use'}`,
    tooltip: path,
    sort: 'document',
    state: chain.life === 'live' ? (chain.whole ? 'good' : 'broken') : 'draft',
    place,
    children: linkNodes(chain),
  });
}

/** The links of a chain that are asked for, each with what it rests on. */
function linkNodes(chain: Chain): readonly TreeNode[] {
  return chain.links.filter(({ state }) => state !== 'not-asked').map(linkNode);
}

function linkNode({ name, state, says, items }: ChainLink): TreeNode {
  return treeNode({
    id: name,
    label: name.charAt(0).toUpperCase() + name.slice(1),
    description: says,
    tooltip: says,
    sort: 'link',
    state: state === 'broken' ? 'broken' : 'good',
    place: items[0] ?? null,
    children:
      items.length < 2
        ? []
        : atMost(
            items.map((item, order) =>
              treeNode({
                id: `${order} ${item.path}`,
                label: item.text,
                description: item.path,
                sort: 'document',
                place: item,
              }),
            ),
          ),
  });
}

function processNode({ name, path, clauses, chain }: TracedProcess): TreeNode {
  const broken = chain.links.filter(({ state }) => state === 'broken');
  return treeNode({
    id: path,
    label: name,
    description: broken.length === 0 ? 'chain whole' : broken.map(({ says }) => says).join('; '),
    tooltip: `${path}${clauses.length === 0 ? '' : `\n\nAnswers ${clauses.join(', ')}`}`,
    sort: 'process',
    state: chain.life !== 'live' ? 'draft' : chain.whole ? 'good' : 'broken',
    place: { path, span: { start: 0, end: 0 } },
    children: linkNodes(chain),
  });
}

function roleNode({ name, place, holders, owns, acts }: TracedRole): TreeNode {
  const group = (id: string, label: string, items: TracedRole['owns']): readonly TreeNode[] =>
    items.length === 0
      ? []
      : [
          treeNode({
            id,
            label,
            description: String(items.length),
            sort: 'group',
            children: atMost(
              items.map((item, order) =>
                treeNode({
                  id: `${order} ${item.path}`,
                  label: item.text,
                  description: item.path,
                  sort: id === 'held' ? 'person' : 'document',
                  place: item,
                }),
              ),
            ),
          }),
        ];
  return treeNode({
    id: name,
    label: name,
    description: holders.length === 0 ? 'held by nobody' : holders.map(({ text }) => text).join(', '),
    sort: 'role',
    state: holders.length === 0 ? 'broken' : 'good',
    place,
    children: [
      ...group('held', 'Held by', holders),
      ...group('owns', 'Answers for', owns),
      ...group('acts', 'Acts in', acts),
    ],
  });
}

/** "7/8 · 1 gap": how many have a whole chain, and what an auditor would ask after; a side bar is narrow. */
function short(requirements: readonly TracedRequirement[]): string {
  const count = (state: TraceState): number => requirements.filter((each) => each.state === state).length;
  const checkable = requirements.length - count('not-checkable');
  const gaps = count('gap');
  if (checkable === 0) return 'not checkable';
  return `${count('deep')}/${checkable}${gaps === 0 ? '' : gaps === 1 ? ' · 1 gap' : ` · ${gaps} gaps`}`;
}

/** "3 answered, 1 gap": the states that occur, in their order. */
function summary(requirements: readonly TracedRequirement[]): string {
  return TRACE_STATES.flatMap((state) => {
    const count = requirements.filter((each) => each.state === state).length;
    return count === 0 ? [] : [`${count} ${TRACE_WORDS[state]}`];
  }).join(' · ');
}

const GRAVITY: readonly TraceState[] = ['gap', 'draft', 'shallow', 'accepted', 'deep', 'not-checkable'];

function worst(requirements: readonly TracedRequirement[]): NodeState {
  const state = GRAVITY.find((each) => requirements.some((requirement) => requirement.state === each));
  return state === undefined ? 'none' : STATE[state];
}
