/** The rule `trace.role-unassigned`: a role that nobody holds. */

import type { Day } from '../../model/value.ts';
import type { Facts } from '../../reading/facts.ts';
import { dayIn, fieldOf, givenField, type RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { PEOPLE_KEY } from '../../workspace/keys.ts';
import { namesOf, type Roster, rosterOf } from '../../workspace/people.ts';
import type { View } from '../../workspace/view.ts';
import { setRecordField } from '../../writing/set-record-field.ts';
import { isBefore } from '../due.ts';
import { recordFix } from '../fixes/one-document.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { accountsOfRole, speaksForRole } from '../role-records.ts';
import { isDefinableRole } from '../role-wording.ts';
import { rule } from '../rule.ts';

const CHOICES = 3;

export default rule({
  id: 'trace.role-unassigned',
  title: 'Role that nobody holds',
  why: 'A process is managed by people. The chain from requirement to process to role ends in nothing where no person holds the role, and the responsibilities that the role description assigns are assigned to nobody.',
  remedy:
    'Name the holder in the role description or the register of people; or link to where holders are kept. Take the role out where it is no longer needed.',
  pitfall: 1,
  clauses: { '2005': ['4.1', '3.3'], '2011': ['4.5.2', '4.1.3'], '2018': ['5.3', '6.3', '4.4'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: roles.md
# Roles

| Role | Responsibilities | Holder |
| --- | --- | --- |
| Change Manager | Assesses changes | Ada Quill |
| Release Planner | Plans releases | |
  ^^^^^^^^^^^^^^^ [trace.role-unassigned] Release Planner
  💡 Add the holder, to be filled in
`,
    good: `--- file: roles.md
# Roles

| Role | Responsibilities | Holder |
| --- | --- | --- |
| Change Manager | Assesses changes | Ada Quill |
| Release Planner | Plans releases | Ben Thorn |
`,
  },
  on: 'records',
  kinds: ['role'],
  *check({ facts, record, view, lexicon }) {
    if (!view.loaded || !isDefinableRole(record.name)) return;
    const accounts = accountsOfRole(record, view);
    if (!speaksForRole(facts, record, accounts)) return;
    const roster = rosterOf(view);
    if (roster.holders(record.name, view.asOf).length > 0) return;
    if (accounts.some((each) => isHeldElsewhere(each.record, view))) return;
    // Where no role has a holder, holders are kept elsewhere, or nowhere: said once, at the first role.
    const { asOf } = view;
    const held = view.derive(PEOPLE_KEY, `any role is held on ${asOf}`, () => isAnyHeld(roster, asOf));
    if (!held && view.people().find((each) => each.record.kind === 'role')?.record !== record) return;
    yield {
      span: record.headSpan,
      message: held
        ? `Nobody holds the role "${record.name}": possible nonconformity. Name who does.`
        : `Nobody is said to hold the role "${record.name}" or any other role here: possible nonconformity. Name the holders, or link to where they are kept.`,
      about: record.name.toLowerCase(),
      fixes: [
        toFillIn(facts, record, 'holder', 'the holder', lexicon),
        ...assign(facts, record, roster, view, lexicon),
      ],
    };
  },
});

/** A placeholder waits for its answer; a link, or a name that nobody can tell apart, is one. A term that is over is none. */
function isHeldElsewhere(record: RecordFact, view: View): boolean {
  const holder = fieldOf(record, 'holder');
  if (holder === null || holder.state === 'empty') return false;
  if (holder.state !== 'given' || holder.links.length > 0) return true;
  const until = dayIn(fieldOf(record, 'to'), 'last');
  if (until !== null && isBefore(until, view.asOf)) return false;
  return namesOf(holder).length > 0 || !VACANT.test(holder.raw);
}

const VACANT = /^\W*(?:vacant|vacancy|vakant|unbesetzt|nicht besetzt|nobody|niemand|unfilled|unassigned)\b/i;

function isAnyHeld(roster: Roster, day: Day): boolean {
  return roster.people.some((person) => roster.held(person, day).length > 0);
}

/** People whom the workspace knows, those with the fewest roles first: who takes the role is for a human to decide. */
function assign(facts: Facts, record: RecordFact, roster: Roster, view: View, lexicon: Lexicon): readonly Fix[] {
  if (givenField(record, 'holder') !== null) return [];
  const load = (name: { readonly key: string; readonly name: string }): number => roster.held(name, view.asOf).length;
  return [...roster.people]
    .sort((a, b) => load(a) - load(b))
    .slice(0, CHOICES)
    .map(({ name }) =>
      recordFix(`Let ${name} hold the role`, facts, record, (here, now) =>
        setRecordField(here, now, 'holder', name, lexicon),
      ),
    );
}
