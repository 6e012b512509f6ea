/** Gaps of competence: how far what somebody is able to do lies below what the role asks for, and what is done about it. */
import { competenceLevel, levelsBelow } from '../model/vocabulary/competence-levels.ts';
import { nameKey, termKey } from '../model/vocabulary/names.ts';
import { parseYesNo } from '../model/vocabulary/yes-no.ts';
import { dayIn, fieldOf, givenField, isTouched, type RecordFact } from '../reading/facts.ts';
import { namesOf } from '../workspace/people.ts';
import { isBefore } from './due.ts';
import type { RecordSubject } from './rule.ts';

/** Does the held level lie below the required one? Null where either is not given, or the two cannot be compared. */
export function isBelow(record: RecordFact): boolean | null {
  const [required, actual] = [givenField(record, 'required'), givenField(record, 'actual')];
  const below = required === null || actual === null ? null : levelsBelow(required.raw, actual.raw);
  return below === null ? null : below > 0;
}

/** What the entry itself says of a gap: that there is one, that there is none, or nothing that can be read. */
export function statedGap(record: RecordFact): 'gap' | 'none' | null {
  const gap = fieldOf(record, 'gap');
  if (gap?.state === 'not-applicable') return 'none';
  if (gap?.state !== 'given') return null;
  const text = gap.raw.trim().replace(/^[+−–-]\s*(?=\d)/, '');
  const level = competenceLevel(text);
  if (level?.scale === 'number' || level?.scale === 'percent') return level.value > 0 ? 'gap' : 'none';
  const yes = parseYesNo(text);
  return yes === null ? null : yes ? 'gap' : 'none';
}

/** Has the entry a place for what closes the gap, filled in or not? */
export function hasRoomForAction(record: RecordFact): boolean {
  return ['action', 'owner', 'due'].some((name) => fieldOf(record, name) !== null);
}

/** Is something done elsewhere: in another entry of the document, or by a training that is not over yet or came after the assessment? */
export function isActedOn({ facts, record, view }: RecordSubject): boolean {
  const people = namesOf(fieldOf(record, 'person')).map((name) => name.text);
  const competence = termKey(givenField(record, 'competence')?.raw ?? '');
  if (people.length === 0 || competence === '') return false;
  const keys = new Set(people.map(nameKey));
  const isAbout = (words: string | undefined): boolean => {
    const term = termKey(words ?? '');
    return term !== '' && (term.includes(competence) || competence.includes(term));
  };
  const besides = facts.records.some(
    (other) =>
      other !== record &&
      ((other.kind === 'competence' &&
        isTouched(fieldOf(other, 'action')) &&
        isAbout(givenField(other, 'competence')?.raw)) ||
        (other.kind === 'action' && isAbout(other.name))) &&
      [...namesOf(fieldOf(other, 'person')), ...namesOf(fieldOf(other, 'owner'))].some((name) =>
        keys.has(nameKey(name.text)),
      ),
  );
  if (besides) return true;
  const assessed = dayIn(fieldOf(record, 'assessed'), 'first');
  return view.recordsAbout('training', 'person', { names: people }).some(({ record: training }) => {
    if (!isAbout(givenField(training, 'subject')?.raw) && !isAbout(givenField(training, 'need')?.raw)) return false;
    const day = dayIn(fieldOf(training, 'date'), 'last');
    return day === null || !isBefore(day, assessed ?? view.asOf);
  });
}

/** Whose competence in what, for messages: "Incident management of Ada Quill". */
export function competenceName(record: RecordFact): string {
  const people = namesOf(fieldOf(record, 'person')).map((name) => name.text);
  const competence = givenField(record, 'competence')?.raw ?? 'a competence';
  const role = givenField(record, 'role')?.raw;
  const whose = people.length > 0 ? people.join(', ') : role;
  return whose === undefined ? competence : `${competence} of ${whose}`;
}

/** What a finding about an entry is about, so that it is told from the others: whose and which competence. */
export function competenceKey(record: RecordFact): string {
  return ['person', 'role', 'competence'].map((name) => termKey(fieldOf(record, name)?.raw ?? '')).join(' / ');
}
