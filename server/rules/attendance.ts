/** Attendance: who took part in a meeting, however the minutes list them, and how much they tell of each. */
import { termKey } from '../model/vocabulary/names.ts';
import { type Facts, type FieldFact, fieldOf, isTouched, type RecordFact } from '../reading/facts.ts';
import type { Span } from '../syntax/span.ts';
import { namesOf } from '../workspace/people.ts';

/** One person who took part, as the minutes name them. */
export interface Attendant {
  readonly text: string;
  readonly email: string | null;
  readonly handle: string | null;
  /** Function or title, and whatever stands in brackets beside the name; null where nothing does. */
  readonly function: string | null;
  /** For whom: a column, a heading or a label says so; null where nothing does. */
  readonly represents: string | null;
}

export interface Attendance {
  readonly people: readonly Attendant[];
  /** Do the minutes say anything about who took part: names, a place for them, or a link to a list of them? */
  readonly said: boolean;
  /** False where people may have taken part who are not among those above: a linked list, "and others". */
  readonly whole: boolean;
  /** Where the attendees stand; null where nothing is said of them. */
  readonly span: Span | null;
}

const LISTS = [
  { field: 'attendees', represents: null },
  { field: 'attendees_provider', represents: 'provider' },
  { field: 'attendees_customer', represents: 'customer' },
  { field: 'chair', represents: null },
] as const;
const MOST_WORDS_OF_A_NAME = 6;

/** Who took part in a meeting; in: the document, and the record of the meeting in it. */
export function attendanceOf(facts: Facts, meeting: RecordFact): Attendance {
  const listed =
    meeting.form === 'document'
      ? facts.records.filter((record) => record.kind === 'attendee' && wasPresent(record))
      : [];
  const people = listed.flatMap((record) => fromRecord(facts, record));
  const fields = LISTS.flatMap(({ field, represents }) => {
    const fact = fieldOf(meeting, field);
    return fact === null ? [] : [{ fact, represents }];
  });
  let whole = true;
  for (const { fact, represents } of fields) {
    if (fact.links.length > 0) whole = false;
    // The words of a table or list say nothing that its rows and items have not said already.
    if (fact.shape === 'section' && listed.length > 0) continue;
    const named = namesOf(fact);
    for (const name of named) {
      if (termKey(name.text).split(' ').length > MOST_WORDS_OF_A_NAME) whole = false;
      people.push({ ...name, function: name.note, represents });
    }
    if (fact.state === 'given' && named.length === 0) whole = false;
  }
  const section = facts.sections.find((each) => each.names.includes('attendees'));
  const ofDocument = meeting.form === 'document' ? (section ?? null) : null;
  const touched = fields.filter(({ fact }) => fact.field !== 'chair' && isTouched(fact)).map(({ fact }) => fact);
  return {
    people,
    said: people.length > 0 || touched.length > 0 || ofDocument !== null,
    whole,
    span: placeOf(touched[0] ?? null) ?? ofDocument?.headingSpan ?? null,
  };
}

function placeOf(field: FieldFact | null): Span | null {
  return field === null ? null : field.shape === 'section' ? (field.labelSpan ?? field.span) : field.span;
}

function wasPresent(record: RecordFact): boolean {
  const present = fieldOf(record, 'present');
  return !(present?.value?.type === 'yes-no' && !present.value.yes);
}

function fromRecord(facts: Facts, record: RecordFact): readonly Attendant[] {
  const given = (name: string): string | null => {
    const field = fieldOf(record, name);
    return field?.state === 'given' ? field.raw : null;
  };
  return namesOf(fieldOf(record, 'name')).map((name) => ({
    text: name.text,
    email: name.email,
    handle: name.handle,
    function: given('function') ?? name.note,
    represents: given('represents') ?? sideOfSection(facts, record) ?? name.note,
  }));
}

/** "### Customer" inside the section of the attendees: the heading says the side of all below it. */
function sideOfSection(facts: Facts, record: RecordFact): string | null {
  const inside = facts.sections.filter(
    (section) => section.span.start <= record.span.start && record.span.end <= section.span.end,
  );
  const outer = inside.find((section) => section.names.includes('attendees'));
  const inner = inside.at(-1);
  return outer === undefined || inner === undefined || inner === outer ? null : inner.title;
}
