/** Gaps in the definitions of measures: one finding for a column that a table lacks, one for each cell left empty. */
import { fieldOf, isTouched, type RecordFact } from '../reading/facts.ts';
import type { Located } from '../workspace/view.ts';
import { allToFillIn } from './fixes/to-fill-in.ts';
import { entriesOf, isSaid, measureName, measuresIn } from './measures.ts';
import type { Draft, Subject } from './rule.ts';

const NAMED = 3;

export interface Asked {
  /** The field that a fix adds. */
  readonly field: string;
  /** The fields that answer; the first is the asked one. */
  readonly answers: readonly string[];
  /** What the fix calls it: "the target". */
  readonly called: string;
  /** What is missing, in the words of the message: "has no target". */
  readonly lacks: string;
  /** The same of several: "have no target". */
  readonly lack: string;
  /** What to do, or how it weighs; ends the message. */
  readonly end: string;
  /** Another way in which a measure may answer. */
  readonly also?: (entries: readonly Located[]) => boolean;
}

/** The gaps of a document's measures in one respect; a measure that several documents define is asked about where it is defined first. */
export function* measureGaps({ facts, view, lexicon }: Subject, asked: Asked): Iterable<Draft> {
  const lacking = measuresIn(facts).filter((record) => {
    if (asked.answers.some((field) => isTouched(fieldOf(record, field)))) return false;
    const entries = entriesOf(facts, record, view);
    return (
      entries[0]?.record === record && !isSaid(entries, asked.answers, view, lexicon) && asked.also?.(entries) !== true
    );
  });
  // An empty cell is one measure's gap; a column that is not there is one gap of them all.
  const single = lacking.filter((record) => fieldOf(record, asked.field) !== null);
  const rest = lacking.filter((record) => !single.includes(record));
  if (rest.length === 1) single.push(...rest.splice(0));
  const fix = (records: readonly RecordFact[]) => [allToFillIn(facts, records, asked.field, asked.called, lexicon)];
  for (const record of single)
    yield {
      span: record.headSpan,
      message: `${measureName(record)} ${asked.lacks}${asked.end}`,
      about: record.id ?? record.name,
      fixes: fix([record]),
    };
  const [first, ...others] = rest;
  if (first === undefined) return;
  const names = rest.slice(0, NAMED).map(measureName).join(', ');
  yield {
    span: first.headSpan,
    message: `${rest.length} measures ${asked.lack}${asked.end} They are ${names}${rest.length > NAMED ? ` and ${rest.length - NAMED} more` : ''}.`,
    about: `all ${asked.field}`,
    related: others.map((record) => ({ path: facts.path, span: record.headSpan, message: measureName(record) })),
    fixes: fix(rest),
  };
}
