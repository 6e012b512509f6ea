/** Upcoming dates: reviews, due dates, audits, meetings and ends of contracts, overdue ones first. */

import type { Day } from '../model/value.ts';
import { addDays, addInterval, compareDays, daysBetween } from '../model/vocabulary/dates.ts';
import { isSettled, itemStatus } from '../model/vocabulary/statuses.ts';
import { dayIn, type Facts, type FieldFact, givenField, type RecordFact } from '../reading/facts.ts';
import type { Place } from '../workspace/finding.ts';
import { isInUse } from '../workspace/set-aside.ts';
import { finished, type Steps } from '../workspace/steps.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { inDays } from './code-lenses.ts';
import { firstOf, MOST, type TreeNode, treeNode } from './tree.ts';

/** Fields that say when something has to happen, with what happens then. */
const DATES: Readonly<Record<string, string>> = {
  next_review: 'review',
  due: 'due',
  date: 'planned',
  next_test: 'test',
  next_meeting: 'meeting',
  end: 'end',
  valid_until: 'valid until',
  scheduled: 'scheduled',
};

/** Kinds whose `date` is a plan; of all others it tells when something was. */
const PLANNED: ReadonlySet<string> = new Set(['audit', 'service-review']);

export interface Upcoming extends Place {
  readonly day: Day;
  readonly what: string;
  readonly of: string;
  readonly overdue: boolean;
}

/** All dates of one document that still matter on a day. */
export function datesIn(facts: Facts, asOf: Day): readonly Upcoming[] {
  if (!isInUse(facts)) return [];
  const found: Upcoming[] = [];
  const see = (field: FieldFact | null, name: string, of: string, planned: boolean): void => {
    const day = dayIn(field, 'last');
    if (field === null || day === null || (name === 'date' && !planned)) return;
    found.push({
      path: facts.path,
      span: field.span,
      day,
      what: DATES[name] ?? name,
      of,
      overdue: compareDays(day, asOf) < 0,
    });
  };
  const title = facts.title?.text ?? facts.path;
  const own = new Set(facts.kinds);
  for (const name of Object.keys(DATES))
    if (name !== 'date' && name !== 'due') see(givenField(facts, name), name, title, false);
  for (const record of facts.records) {
    if (isOver(record) || (record.form === 'document' && !own.has('audit-plan'))) continue;
    const name = [...new Set([record.id ?? '', record.name])].filter((word) => word !== '').join(' ');
    for (const field of Object.keys(DATES))
      if (record.form !== 'document' || field === 'date')
        see(givenField(record, field), field, name === '' ? title : name, PLANNED.has(record.kind));
  }
  return found;
}

/** Is nothing more to come of a record: settled, held, closed, done? */
function isOver(record: RecordFact): boolean {
  const status = givenField(record, 'status');
  if (status !== null && isSettled(itemStatus(status.raw))) return true;
  return ['closed', 'done', 'held', 'report_date', 'result_date', 'deployed'].some(
    (name) => givenField(record, name) !== null,
  );
}

/** A stretch of days that the tree shows as one group; its dates by day, of which only the first are shown. */
interface Stretch {
  readonly id: string;
  readonly label: string;
  /** Its last day; the first is the one after the stretch before. */
  readonly to: Day;
  readonly days: Map<Day, Upcoming[]>;
}

/**
 * The dates of the workspace as a tree, in small steps: overdue, the next thirty days, the next ninety, within a year.
 * In: the workspace, and the words that each date has to hold (none: all dates).
 */
export function* upcomingTreeSteps(workspace: Workspace, words: readonly string[] = []): Steps<readonly TreeNode[]> {
  const { asOf } = workspace;
  const stretch = (id: string, label: string, to: Day): Stretch => ({ id, label, to, days: new Map() });
  const stretches = [
    stretch('overdue', 'Overdue', addDays(asOf, -1)),
    stretch('30', 'Within 30 days', addDays(asOf, 30)),
    stretch('90', 'Within 90 days', addDays(asOf, 90)),
    stretch('year', 'Within a year', addInterval(asOf, 'P12M')),
  ];
  for (const path of workspace.paths()) {
    const facts = workspace.facts(path);
    for (const each of facts === null ? [] : datesIn(facts, asOf)) {
      const { day } = each;
      const found = stretches.find(({ to }) => compareDays(day, to) <= 0);
      if (found === undefined || !holds(each, found, words, asOf)) continue;
      const list = found.days.get(day);
      if (list === undefined) found.days.set(day, [each]);
      else list.push(each);
    }
    yield;
  }
  const nodes: TreeNode[] = [];
  for (const { id, label, days } of stretches) {
    const shown: Upcoming[] = [];
    let count = 0;
    for (const [, dates] of [...days].sort(([a], [b]) => compareDays(a, b))) {
      count += dates.length;
      // Of thousands of dates the first few are shown: only their days are put in order.
      if (shown.length <= MOST) shown.push(...dates.sort(byName));
      yield;
    }
    if (count === 0) continue;
    nodes.push(
      treeNode({
        id,
        label,
        description: String(count),
        sort: 'group',
        state: id === 'overdue' ? 'warning' : 'none',
        children: firstOf(shown, (each) => dateNode(each, asOf), count),
      }),
    );
  }
  return nodes;
}

/** The tree at once; in and out as `upcomingTreeSteps`. */
export function upcomingTree(...asked: Parameters<typeof upcomingTreeSteps>): readonly TreeNode[] {
  return finished(upcomingTreeSteps(...asked));
}

/** Dates of one day: by what they are of, then by where they stand, so that the order never hangs on how files came in. */
function byName(a: Upcoming, b: Upcoming): number {
  if (a.of !== b.of) return a.of < b.of ? -1 : 1;
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.span.start - b.span.start;
}

function dateWords({ what, day }: Upcoming, asOf: Day): string {
  return `${what} ${day} (${inDays(daysBetween(asOf, day))})`;
}

function holds(each: Upcoming, { label }: Stretch, words: readonly string[], asOf: Day): boolean {
  if (words.length === 0) return true;
  const said = `${label} ${each.of} ${dateWords(each, asOf)}`.toLowerCase();
  return words.every((word) => said.includes(word));
}

function dateNode(each: Upcoming, asOf: Day): TreeNode {
  return treeNode({
    id: `${each.path} ${each.span.start}`,
    label: each.of,
    description: dateWords(each, asOf),
    tooltip: each.path,
    sort: 'date',
    state: each.overdue ? 'warning' : 'none',
    place: each,
  });
}
