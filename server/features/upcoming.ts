/** Upcoming dates: reviews, due dates, audits, meetings and ends of contracts, overdue ones first. */

import type { Day } from '../model/value.ts';
import { addDays, addInterval, compareDays, daysBetween } from '../model/vocabulary/dates.ts';
import { isSettled, itemStatus } from '../model/vocabulary/statuses.ts';
import { dayIn, type Facts, type FieldFact, givenField, type RecordFact } from '../reading/facts.ts';
import type { Place } from '../workspace/finding.ts';
import { isInUse } from '../workspace/set-aside.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { inDays } from './code-lenses.ts';
import { atMost, type TreeNode, treeNode } from './tree.ts';

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

/** The dates of the workspace as a tree: overdue, the next thirty days, the next ninety, within a year. */
export function upcomingTree(workspace: Workspace): readonly TreeNode[] {
  const { asOf } = workspace;
  const all = [...workspace.paths()].flatMap((path) => {
    const facts = workspace.facts(path);
    return facts === null ? [] : datesIn(facts, asOf);
  });
  all.sort((a, b) => compareDays(a.day, b.day) || (a.of < b.of ? -1 : 1));
  const spans: readonly (readonly [string, string, Day | null, Day])[] = [
    ['overdue', 'Overdue', null, addDays(asOf, -1)],
    ['30', 'Within 30 days', asOf, addDays(asOf, 30)],
    ['90', 'Within 90 days', addDays(asOf, 31), addDays(asOf, 90)],
    ['year', 'Within a year', addDays(asOf, 91), addInterval(asOf, 'P12M')],
  ];
  return spans.flatMap(([id, label, from, to]) => {
    const own = all.filter(({ day }) => (from === null || compareDays(day, from) >= 0) && compareDays(day, to) <= 0);
    if (own.length === 0) return [];
    return [
      treeNode({
        id,
        label,
        description: String(own.length),
        sort: 'group',
        state: id === 'overdue' ? 'warning' : 'none',
        children: atMost(
          own.map((each) =>
            treeNode({
              id: `${each.path} ${each.span.start}`,
              label: each.of,
              description: `${each.what} ${each.day} (${inDays(daysBetween(asOf, each.day))})`,
              tooltip: each.path,
              sort: 'date',
              state: each.overdue ? 'warning' : 'none',
              place: each,
            }),
          ),
        ),
      }),
    ];
  });
}
