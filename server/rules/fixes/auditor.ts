/** Fixes that put another auditor in place: people whom the workspace knows and who have no part in the audited process. */
import type { Day } from '../../model/value.ts';
import { type Facts, type FieldFact, fieldOf, type RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { involvedIn, processesIn } from '../../workspace/involvement.ts';
import { namesOf, type Person, rosterOf } from '../../workspace/people.ts';
import type { View } from '../../workspace/view.ts';
import { setRecordField } from '../../writing/set-record-field.ts';
import { recordFix } from './one-document.ts';

const CHOICES = 5;

/** People without a part in a process on a day, those with an auditor's role first. */
export function independentPeople(process: Facts, view: View, day: Day): readonly Person[] {
  const roster = rosterOf(view);
  const involved = new Set(involvedIn(process, view, roster, day).map((each) => each.person?.key));
  const audits = (person: Person): boolean => roster.held(person, day).some((holding) => /audit/.test(holding.role));
  return roster.people
    .filter((person) => !involved.has(person.key))
    .sort((a, b) => Number(audits(b)) - Number(audits(a)));
}

/** The choices instead of one auditor; the name alone is replaced, whatever the notation. */
export function auditorFixes(
  facts: Facts,
  record: RecordFact,
  auditor: FieldFact,
  shown: string,
  process: Facts,
  view: View,
  day: Day,
): readonly Fix[] {
  const others = new Set(namesOf(auditor).map((name) => name.text));
  return independentPeople(process, view, day)
    .filter((person) => !others.has(person.name))
    .slice(0, CHOICES)
    .map((person) =>
      recordFix(`Let ${person.name} audit instead, who has no part in this process`, facts, record, (_, now) => {
        const field = fieldOf(now, auditor.field);
        const name = namesOf(field).find((each) => each.text === shown);
        if (field === null || name === undefined || field.span.end - field.span.start !== field.raw.length) return null;
        const start = field.span.start + name.offset;
        return [{ span: { start, end: start + name.length }, text: person.name }];
      }),
    );
}

/** The choices for an audit that has no auditor yet: people without a part in any of the processes that it looks at. */
export function assignAuditorFixes(facts: Facts, record: RecordFact, view: View, lexicon: Lexicon): readonly Fix[] {
  const processes = processesIn(fieldOf(record, 'process'), view);
  const [first, ...others] = processes;
  if (first === undefined) return [];
  const day = view.asOf;
  const free = others.map((process) => new Set(independentPeople(process, view, day).map((person) => person.key)));
  return independentPeople(first, view, day)
    .filter((person) => free.every((keys) => keys.has(person.key)))
    .slice(0, CHOICES)
    .map(({ name }) =>
      recordFix(`Let ${name} audit, who has no part in this process`, facts, record, (here, now) =>
        setRecordField(here, now, 'auditor', name, lexicon),
      ),
    );
}
