/** Measures: where each is kept, what is said of it in any place, and which results there are. */

import { type Memory, memory, remembered } from '../model/memo.ts';
import type { DateValue, Day } from '../model/value.ts';
import { parseDate } from '../model/vocabulary/dates.ts';
import { parseInterval } from '../model/vocabulary/intervals.ts';
import { termKey, termWords } from '../model/vocabulary/names.ts';
import { processTerms } from '../model/vocabulary/process-terms.ts';
import { dayIn, type Facts, fieldOf, givenField, isTouched, type RecordFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { aboutKey, aboutTerms, calledTerms } from '../workspace/keys.ts';
import type { Located, View } from '../workspace/view.ts';

/** Kinds of documents that define measures; agreements promise service levels, reports only repeat what is measured. */
export const MEASURE_HOMES = ['kpi-definition', 'process-description', 'procedure', 'service-management-plan'] as const;

/** The measures that a document defines. */
export function measuresIn(facts: Facts): readonly RecordFact[] {
  const [leading] = facts.kinds;
  return MEASURE_HOMES.some((kind) => kind === leading) ? facts.records.filter((record) => record.kind === 'kpi') : [];
}

const sameId = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase();

/** A measure and every other entry of it, by id, or by name where no id tells them apart; the one that defines it comes first. */
export function entriesOf(facts: Facts, record: RecordFact, view: View): readonly Located[] {
  const found = new Map<RecordFact, Located>([[record, { facts, record }]]);
  if (record.id !== null)
    for (const twin of view.identified(record.id))
      if (twin.record?.kind === 'kpi') found.set(twin.record, { facts: twin.facts, record: twin.record });
  for (const twin of measuresNamed(record.name, view)) {
    const other = twin.record.id !== null && record.id !== null && !sameId(twin.record.id, record.id);
    if (!other) found.set(twin.record, twin);
  }
  const rank = (each: Located): number => {
    const at = MEASURE_HOMES.findIndex((kind) => kind === each.facts.kinds[0]);
    return at < 0 ? MEASURE_HOMES.length : at;
  };
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

/** A name that more measures share than this tells none of them apart: each then stands for itself. */
const MOST_NAMESAKES = 30;

/** The measures of a name, looked up once for all that ask. */
function measuresNamed(name: string, view: View): readonly Located[] {
  const [term] = calledTerms({ names: [name] });
  if (term === undefined) return [];
  return view.derive(aboutKey('kpi', 'name', term), `measures ${termKey(name)}`, () => {
    const found = view.recordsUnder('kpi', 'name', term).filter(({ record }) => termKey(record.name) === termKey(name));
    return found.length > MOST_NAMESAKES ? [] : found;
  });
}

/** What to call a measure in a message. */
export function measureName(record: RecordFact): string {
  const name = record.name === '' || record.name === record.id ? '' : `“${record.name}”`;
  return [record.id, name].filter((part) => part !== null && part !== '').join(' ') || 'This measure';
}

/**
 * Is one of the fields said of a measure: in an entry, or for all rows at once, by its document or its section?
 * In: the entries, the names of the fields that answer, the view and lexicon. A placeholder counts: `doc.placeholder` speaks of it.
 */
export function isSaid(entries: readonly Located[], fields: readonly string[], view: View, lexicon: Lexicon): boolean {
  return (
    entries.some(({ record }) => fields.some((field) => isTouched(fieldOf(record, field)))) ||
    entries.some(({ facts, record }) => fields.some((field) => isSaidForAll(view.whole(facts), record, field, lexicon)))
  );
}

/** Sections in which somebody says how often, by whom and from what all measures are taken. */
const GENERAL: ReadonlySet<string> = new Set(['evaluation', 'method', 'reporting', 'measures', 'purpose']);

function isSaidForAll(facts: Facts, record: RecordFact, field: string, lexicon: Lexicon): boolean {
  if (isTouched(fieldOf(facts, field))) return true;
  if (facts.sections.some((section) => section.names.includes(field) && section.state !== 'empty')) return true;
  if (field === 'target') return false;
  return facts.sections.some(
    (section) =>
      !section.tabular &&
      (section.title === record.section || section.level === 1 || section.names.some((name) => GENERAL.has(name))) &&
      speaksOf(section.lead, field, lexicon),
  );
}

const LONGEST_LABEL = 3;

/** What sentences speak of, by lexicon and sentence: the same ones are asked for each measure, at each key stroke. */
const spoken = new WeakMap<Lexicon, Memory<ReadonlySet<string>>>();

/** Does a sentence name a field by one of its labels ("All data come from the ticket tool"), or an interval for how often? */
function speaksOf(lead: string, field: string, lexicon: Lexicon): boolean {
  const known = spoken.get(lexicon) ?? memory<ReadonlySet<string>>();
  spoken.set(lexicon, known);
  return remembered(known, lead, (own) => fieldsSpokenOf(own, lexicon)).has(field);
}

function fieldsSpokenOf(lead: string, lexicon: Lexicon): ReadonlySet<string> {
  const found = new Set<string>();
  const words = termWords(lead);
  words.forEach((_, from) => {
    for (let count = 1; count <= LONGEST_LABEL && from + count <= words.length; count++) {
      const label = words.slice(from, from + count).join(' ');
      // "How" and "who" name fields as labels of columns, and nothing in a sentence.
      const name = label.length > 3 && label !== 'when' ? lexicon.field('kpi', label)?.name : undefined;
      // A word for the interval says nothing; the interval itself does.
      if (name !== undefined && name !== 'frequency') found.add(name);
    }
  });
  if (lead.split(/(?<=[.;:])\s+/).some((sentence) => parseInterval(sentence) !== null)) found.add('frequency');
  return found;
}

/** How often it is measured, as an ISO 8601 duration, where any entry says it. */
export function frequencyOf(entries: readonly Located[]): string | null {
  for (const { facts, record } of entries)
    for (const field of [givenField(record, 'frequency'), givenField(facts, 'frequency')])
      if (field?.value?.type === 'interval' && field.value.iso !== null) return field.value.iso;
  return null;
}

/** Since when it is measured: what its entry says, else since when a document that defines it is in force. */
export function measuredSince(entries: readonly Located[]): Day | null {
  for (const { record } of entries) {
    const own = dayIn(fieldOf(record, 'effective'), 'first');
    if (own !== null) return own;
  }
  const days = entries.flatMap(({ facts }) => dayIn(fieldOf(facts, 'effective'), 'first') ?? []);
  return days.sort().at(-1) ?? null;
}

/** One measured value, and the period that it is for (null where nothing says it). */
export interface Result extends Located {
  readonly period: DateValue | null;
}

/** The results of a measure anywhere, oldest first, those without a period before all others. */
export function resultsOf(entries: readonly Located[], view: View): readonly Result[] {
  const names = entries.flatMap(({ record }) => [record.name, ...(record.id === null ? [] : [record.id])]);
  return resultsNamed(names, view);
}

/** The results of what goes by one of these names or ids, as `resultsOf`; a name has to be meant as a whole. */
export function resultsNamed(names: readonly string[], view: View): readonly Result[] {
  const wholes = new Set(names.flatMap((name) => [name.trim().toLowerCase(), processTerms(name)[0] ?? '']));
  wholes.delete('');
  const found = view
    .recordsAbout('kpi-result', 'kpi', { names })
    .filter(({ record }) => {
      const kpi = fieldOf(record, 'kpi');
      return kpi !== null && [...aboutTerms(kpi)].some((term) => wholes.has(term));
    })
    .map((located) => ({ ...located, period: periodOf(located) }));
  return found.sort((a, b) => ((a.period?.last ?? '') < (b.period?.last ?? '') ? -1 : 1));
}

/** The period of a result: its own, else that of the report it stands in. */
export function periodOf({ facts, record }: Located): DateValue | null {
  for (const raw of [
    givenField(record, 'period')?.raw,
    givenField(facts, 'period')?.raw,
    facts.title?.text,
    givenField(facts, 'approved')?.raw,
  ]) {
    const date = raw === undefined ? null : parseDate(raw);
    if (date !== null && !date.ambiguous) return date;
  }
  return null;
}

/** Does the place where a measure is kept, or its entry, lead to a dashboard or tool that shows its results? */
export function isShownElsewhere(entries: readonly Located[], view: View): boolean {
  return entries.some(({ facts: home, record }) => {
    const facts = view.whole(home);
    const sections = facts.sections.filter(
      (section) =>
        section.title === record.section ||
        section.names.some((name) => name === 'results' || name === 'reporting' || GENERAL.has(name)),
    );
    return facts.links.some(
      (link) =>
        link.external &&
        !link.image &&
        (isWithin(link.span.start, record.span) || sections.some(({ span }) => isWithin(link.span.start, span))),
    );
  });
}

const isWithin = (at: number, span: { readonly start: number; readonly end: number }): boolean =>
  span.start <= at && at < span.end;
