/** Fixes that put another auditor in place: people whom the workspace knows and who have no part in the audited process. */
import type { Day } from '../../model/value.ts';
import { type Facts, type FieldFact, fieldOf, type RecordFact } from '../../reading/facts.ts';
import type { Fix } from '../../workspace/finding.ts';
import { involvedIn } from '../../workspace/involvement.ts';
import { namesOf, type Person, rosterOf } from '../../workspace/people.ts';
import type { View } from '../../workspace/view.ts';

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
    .map((person) => ({
      title: `Let ${person.name} audit instead, who has no part in this process`,
      safe: false,
      reads: [facts.path],
      changes: (source) => {
        const now = source(facts.path)?.facts.records.find(
          (each) =>
            each.kind === record.kind &&
            each.form === record.form &&
            each.id === record.id &&
            each.name === record.name,
        );
        const field = now === undefined ? null : fieldOf(now, auditor.field);
        const name = namesOf(field).find((each) => each.text === shown);
        if (field === null || name === undefined || field.span.end - field.span.start !== field.raw.length) return null;
        const start = field.span.start + name.offset;
        return [
          { type: 'edit', path: facts.path, edits: [{ span: { start, end: start + name.length }, text: person.name }] },
        ];
      },
    }));
}
