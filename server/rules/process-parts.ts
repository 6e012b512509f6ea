/** The parts of a process that several rules look for: how it is carried out, measured and improved, wherever that stands. */
import { areasInTitle } from '../model/process-areas.ts';
import { termKey, termWords } from '../model/vocabulary/names.ts';
import { documentStatus, isLive } from '../model/vocabulary/statuses.ts';
import { type Facts, fieldOf, givenField, isTouched, type SectionFact } from '../reading/facts.ts';
import { proceduresOf } from '../workspace/chain.ts';
import { calledProcess, processName } from '../workspace/keys.ts';
import type { View } from '../workspace/view.ts';

/** Is the document in force: approved, or silent about its status? */
export function isInForce(facts: Facts): boolean {
  const status = fieldOf(facts, 'status');
  return status === null || (status.state === 'given' && isLive(documentStatus(status.raw)));
}

/** Does a field or a section of that name say anything, be it a placeholder? */
export function says(facts: Facts, name: string): boolean {
  return (
    isTouched(fieldOf(facts, name)) ||
    facts.sections.some((section) => section.names.includes(name) && section.state !== 'empty')
  );
}

/** Does a process say in itself how it is carried out: steps, a list or table of activities, a flow, headings for the steps? */
export function hasSteps(facts: Facts): boolean {
  if (facts.kinds.includes('procedure') || facts.records.some((record) => record.kind === 'step')) return true;
  // Steps under a heading of the house's own, which no section of a process goes by.
  if (facts.score?.features.includes('steps') === true) return true;
  return facts.sections.some(
    (section) =>
      section.names.includes('activities') &&
      section.state !== 'empty' &&
      (section.tabular || section.lead.includes('\n') || isMoreThanItsLead(section, facts)),
  );
}

/** Characters of a heading, its marks and blank lines: what stands beyond is a second paragraph, a list, or a picture. */
const AROUND = 40;

function isMoreThanItsLead(section: SectionFact, facts: Facts): boolean {
  const { start, end } = section.span;
  return (
    end - start > section.title.length + section.lead.length + AROUND ||
    facts.sections.some((other) => other.level > section.level && start < other.span.start && other.span.end <= end) ||
    facts.links.some((link) => link.image && start <= link.span.start && link.span.start < end)
  );
}

/** Does a process name or link a procedure or instruction, or one of them the process? */
export function hasProcedures(facts: Facts, view: View): boolean {
  return says(facts, 'procedures') || proceduresOf(facts, view).length > 0;
}

/** Is a process measured: in itself, in a catalogue that names it or that it links to, or by results? */
export function isMeasured(facts: Facts, view: View): boolean {
  if (says(facts, 'measures') || facts.records.some(({ kind }) => kind === 'kpi' || kind === 'kpi-result')) return true;
  const called = calledProcess(facts);
  if (['kpi', 'kpi-result'].some((kind) => view.recordsAbout(kind, 'process', called).length > 0)) return true;
  const isCatalogue = (other: Facts | null): boolean => other?.kinds.includes('kpi-definition') === true;
  return (
    facts.links.some(({ path }) => path !== null && isCatalogue(view.facts(path))) ||
    view.linking(facts.path).some(isCatalogue)
  );
}

const IMPROVING: ReadonlySet<string> = new Set([
  'improvement-register',
  'corrective-action-record',
  'nonconformity-record',
]);

/** Does a process have a way to get better: a section, a link to the register or the process of improvement, or an entry there? */
export function isImproved(facts: Facts, view: View): boolean {
  if (says(facts, 'improvement') || says(facts, 'review_interval')) return true;
  if (areasInTitle(processName(facts) ?? '').includes('improvement')) return true;
  const linked = facts.links.some(({ path, text, external }) => {
    if (external || path === null) return areasInTitle(text).includes('improvement');
    const other = view.facts(path);
    return (
      other !== null &&
      (IMPROVING.has(other.kinds[0] ?? '') || areasInTitle(processName(other) ?? '').includes('improvement'))
    );
  });
  const called = calledProcess(facts);
  return (
    linked || ['improvement', 'nonconformity'].some((kind) => view.recordsAbout(kind, 'process', called).length > 0)
  );
}

/** Does one document speak of another: by a link, or by its id or its title in a field or at the head of a section? */
export function speaksOf(facts: Facts, other: Facts): boolean {
  if (facts.links.some(({ path }) => path === other.path)) return true;
  const id = termKey(givenField(other, 'id')?.raw ?? '');
  const names = [
    /\d/.test(id) ? id : '',
    ...[other.title?.text ?? '', ...(other.kinds.includes('process-description') ? [core(other)] : [])]
      .map(termKey)
      .filter((name) => /\s/.test(name)),
  ].filter((name) => name !== '');
  const texts = [...facts.sections.map(({ lead }) => lead), ...facts.metadata.map(({ raw }) => raw)];
  return texts.some((text) => {
    const words = ` ${termWords(text).join(' ')} `;
    return names.some((name) => words.includes(` ${name} `) || words.includes(` ${name}s `));
  });
}

/** "Change management" of "Change management process" and "Process: Change management". */
function core(facts: Facts): string {
  return (processName(facts) ?? '')
    .replace(/\s+process(?:\s+description)?$/i, '')
    .replace(/^process(?:\s+description)?\s*[:–-]\s*/i, '');
}

/** The words of a process's name that tell it from others, leaving out what every title has. */
export function tellingWords(process: Facts): ReadonlySet<string> {
  return new Set(
    termWords(core(process)).filter((word) => word.length > 3 && word !== 'management' && word !== 'service'),
  );
}

/** The words in which two titles agree, leaving out what every title has; in: a process and another document. */
export function kinship(process: Facts, other: Facts): number {
  const own = tellingWords(process);
  return termWords(other.title?.text ?? '').filter((word) => own.has(word)).length;
}

/** What to call a process where another document names it. */
export function processTitle(facts: Facts): string {
  const name = core(facts);
  return name === '' ? (facts.title?.text ?? facts.path) : name;
}
