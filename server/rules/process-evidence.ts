/** What shows that a process is at work: the records that it names, the tools that hold them, and dated traces of it. */

import { isEvidence } from '../model/evidence-kinds.ts';
import { KINDS } from '../model/kinds.generated.ts';
import { areasInTitle, PROCESS_AREAS } from '../model/process-areas.ts';
import type { Day } from '../model/value.ts';
import { compareDays } from '../model/vocabulary/dates.ts';
import { foldWords } from '../model/vocabulary/folding.ts';
import { termWords } from '../model/vocabulary/names.ts';
import { dayIn, type Facts, type FieldFact, fieldOf, isTouched, type SectionFact } from '../reading/facts.ts';
import { newestDayIn, newestDayOf, tracesOf } from '../workspace/chain.ts';
import { kindKey, processName } from '../workspace/keys.ts';
import type { View } from '../workspace/view.ts';
import { isOverdueSince } from './due.ts';
import { isSetAside } from './life.ts';
import { entriesOf, periodOf, resultsOf } from './measures.ts';
import { says, tellingWords } from './process-parts.ts';

/** Words for what a process leaves behind; an output that is one is evidence. */
const RECORD_WORDS: ReadonlySet<string> = new Set(
  'record records log logs register ticket tickets report reports minutes protocol evidence protokoll protokolle nachweis nachweise aufzeichnung aufzeichnungen bericht berichte'.split(
    ' ',
  ),
);

const speaksOfRecords = (text: string): boolean => foldWords(text).some((word) => RECORD_WORDS.has(word));

/** Does a process name a record, a register, a report or a tool that holds them? A register or a report linked from it counts. */
export function namesEvidence(facts: Facts, view: View): boolean {
  if (says(facts, 'records') || says(facts, 'tools') || says(facts, 'reporting')) return true;
  const outputs: FieldFact | null = fieldOf(facts, 'outputs');
  if (
    outputs !== null &&
    outputs.state !== 'empty' &&
    (outputs.state === 'placeholder' || speaksOfRecords(outputs.raw))
  )
    return true;
  if (facts.sections.some(({ names, lead }) => names.includes('outputs') && speaksOfRecords(lead))) return true;
  const named = facts.records.some(
    (record) =>
      (record.kind === 'step' && isTouched(fieldOf(record, 'record'))) ||
      (record.kind === 'kpi' && isTouched(fieldOf(record, 'source'))),
  );
  return named || linkedEvidence(facts, view).length > 0;
}

/** Registers, reports and records that a process links to, or that link to it. */
function linkedEvidence(facts: Facts, view: View): readonly Facts[] {
  const linked = facts.links.flatMap(({ path }) => (path === null ? [] : (view.facts(path) ?? [])));
  return [...linked, ...view.linking(facts.path)].filter(
    (other) =>
      other.kinds[0] !== 'process-description' &&
      (isKeptAsEvidence(other.kinds[0] ?? '') || view.whole(other).records.some(({ kind }) => ARISING.has(kind))),
  );
}

function isKeptAsEvidence(kind: string): boolean {
  return isEvidence(kind) || /-(?:register|record)$/.test(kind);
}

/** Kinds of records that arise in processes, whatever document they stand in. */
const ARISING: ReadonlySet<string> = new Set([
  ...PROCESS_AREAS.flatMap(({ records }) => records),
  'nonconformity',
  'corrective-action',
]);

/** Are the records of a process kept where nobody can look from here: a tool, a place that is only named, another site? */
export function isHeldElsewhere(facts: Facts): boolean {
  if (says(facts, 'tools')) return true;
  if (facts.records.some((record) => record.kind === 'kpi' && isTouched(fieldOf(record, 'source')))) return true;
  const field = fieldOf(facts, 'records');
  if (field !== null && field.shape !== 'section' && isTouched(field) && field.links.length === 0) return true;
  return facts.sections.some((section) => section.names.includes('records') && !isOnlyLinks(section, facts));
}

function isOnlyLinks(section: SectionFact, facts: Facts): boolean {
  const inside = facts.links.filter(({ span }) => section.span.start <= span.start && span.start < section.span.end);
  if (inside.length === 0 || inside.some(({ external }) => external)) return false;
  let rest = section.lead;
  for (const { text } of inside) rest = rest.replace(text, ' ');
  return foldWords(rest).length === 0;
}

/** So many documents at most are looked at for one word; of minutes with a day in their names these are the latest. */
const MOST_OF_A_WORD = 50;

/** Documents of evidence and registers whose titles speak of a process and that name a day within an interval; the likest first. */
export function* freshEvidence(
  facts: Facts,
  interval: string,
  view: View,
): Iterable<{ readonly path: string; readonly title: string }> {
  const linked = new Set(linkedEvidence(facts, view).map(({ path }) => path));
  const likeness = new Map<string, number>();
  for (const kind of EVIDENCE_KINDS) {
    const documents = view.documents(kind);
    const paths = view.derive(kindKey(kind), 'evidence by the words of titles', () => byTitleWord(documents, kind));
    for (const word of tellingWords(facts))
      for (const path of paths.get(word)?.slice(-MOST_OF_A_WORD) ?? [])
        if (!linked.has(path)) likeness.set(path, (likeness.get(path) ?? 0) + 1);
  }
  for (const [path] of [...likeness].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const other = view.facts(path);
    const day = other === null || isSetAside(other) ? null : newestDayIn(view.whole(other), view.asOf);
    if (day !== null && !isOverdueSince(day, interval, view.asOf)) yield { path, title: other?.title?.text ?? path };
  }
}

const EVIDENCE_KINDS = KINDS.map(({ name }) => name).filter(isKeptAsEvidence);

function byTitleWord(documents: readonly Facts[], kind: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { path, kinds, title } of documents)
    for (const word of kinds[0] === kind ? new Set(termWords(title?.text ?? '')) : []) {
      const paths = found.get(word);
      if (paths === undefined) found.set(word, [path]);
      else paths.push(path);
    }
  return found;
}

/** The newest day, not in the future, on which something shows that the process was at work; null where nothing does. */
export function lastSeen(facts: Facts, view: View): Day | null {
  const days: Day[] = tracesOf(facts, view).map(({ day }) => day);
  const { asOf } = view;
  const reviewed = dayIn(fieldOf(facts, 'reviewed'), 'first');
  if (reviewed !== null) days.push(reviewed);
  for (const other of linkedEvidence(facts, view)) {
    const day = newestDayIn(view.whole(other), asOf);
    if (day !== null) days.push(day);
  }
  for (const record of facts.records)
    if (record.kind === 'kpi')
      for (const { period } of resultsOf(entriesOf(facts, record, view), view))
        if (period !== null) days.push(period.first);
  for (const record of facts.records)
    if (record.kind === 'kpi-result') {
      const period = periodOf({ facts, record });
      if (period !== null) days.push(period.first);
    }
  for (const kind of recordsOfAreas(facts)) {
    const located = view.records(kind);
    const day = view.derive(kindKey(kind), `newest day before ${asOf}`, () =>
      located.reduce<Day | null>((newest, { record }) => {
        const own = newestDayOf(record, asOf);
        return own !== null && (newest === null || compareDays(own, newest) > 0) ? own : newest;
      }, null),
    );
    if (day !== null) days.push(day);
  }
  return (
    days
      .filter((day) => compareDays(day, asOf) <= 0)
      .sort(compareDays)
      .at(-1) ?? null
  );
}

function recordsOfAreas(facts: Facts): readonly string[] {
  const areas = areasInTitle(processName(facts) ?? '');
  return PROCESS_AREAS.filter(({ name }) => areas.includes(name)).flatMap(({ records }) => records);
}
