/** Audit programmes: which there are, for which period each is, and the audits that it lists. */
import type { Day } from '../model/value.ts';
import { findDates } from '../model/vocabulary/dates.ts';
import { termKey } from '../model/vocabulary/names.ts';
import { dayIn, type Facts, fieldOf, givenField, type RecordFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { View } from '../workspace/view.ts';
import { stateOfAudit } from './audit-accounts.ts';
import { isBefore } from './due.ts';
import { isSetAside } from './life.ts';

export interface Programme {
  readonly facts: Facts;
  /** The first and last day of its period; null where it does not say, or has no end. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** The audits that it lists, without those that were called off. */
  readonly audits: readonly RecordFact[];
}

/** All audit programmes that are in use or in the making; templates, superseded and archived ones are left out. */
export function programmesOf(view: View): readonly Programme[] {
  return view
    .documents('audit-programme')
    .filter((facts) => !isSetAside(facts))
    .map((facts) => programmeOf(view.whole(facts)));
}

/** The programme that a document is. */
export function programmeOf(facts: Facts): Programme {
  const audits = facts.records.filter(
    (record) => record.kind === 'audit' && record.form !== 'document' && stateOfAudit(record) !== 'rejected',
  );
  const period = givenField(facts, 'period');
  const words = period?.raw ?? facts.title?.text ?? '';
  const { from, to } = ROLLING.test(words) ? { from: null, to: null } : periodOf(words);
  if (from !== null || to !== null || ROLLING.test(words)) return { facts, from, to, audits };
  const days = audits.flatMap((audit) => dayIn(fieldOf(audit, 'date'), 'first') ?? []);
  return { facts, from: days.sort()[0] ?? null, to: null, audits };
}

const ROLLING = /\b(?:rolling|ongoing|continuous|open[- ]ended|fortlaufend|rollierend|unbefristet)/i;

/** The period that words such as "2026", "2025–2027", "FY 2026/27" or "2026-01-01 to 2026-12-31" name. */
function periodOf(words: string): { readonly from: Day | null; readonly to: Day | null } {
  const dates = findDates(words);
  if (dates.some((found) => found.value.ambiguous)) return { from: null, to: null };
  const firsts = dates.map((found) => found.value.first).sort();
  const lasts = dates.map((found) => found.value.last).sort();
  if (dates.length > 1) return { from: firsts[0] ?? null, to: lasts.at(-1) ?? null };
  const [only] = dates;
  // "January to December 2026": the one date is its end, and nobody can say more of its beginning than the year.
  if (only !== undefined) return { from: `${only.value.first.slice(0, 4)}-01-01`, to: only.value.last };
  const years = /\b((?:19|20)\d{2})(?:\s*(?:\/|–|—|-|to|bis)\s*((?:19|20)?\d{2})\b)?/.exec(words.slice(0, 80));
  if (years === null) return { from: null, to: null };
  const first = years[1] ?? '';
  const last = years[2] === undefined ? first : years[2].length === 2 ? `${first.slice(0, 2)}${years[2]}` : years[2];
  return last < first ? { from: null, to: null } : { from: `${first}-01-01`, to: `${last}-12-31` };
}

/** Is the period of a programme over on a day, with no audit planned for later? */
export function isOver({ to, audits }: Programme, day: Day): boolean {
  return (
    to !== null &&
    isBefore(to, day) &&
    !audits.some((audit) => {
      const planned = dayIn(fieldOf(audit, 'date'), 'last');
      return planned !== null && !isBefore(planned, day);
    })
  );
}

/** The programmes that hold on a day: those that are not over. */
export function currentProgrammes(view: View): readonly Programme[] {
  return programmesOf(view).filter((programme) => !isOver(programme, view.asOf));
}

/** Is this the procedure for internal audits, under its own kind or as a procedure or process of that name? */
export function isAuditProcedure(facts: Facts, lexicon: Lexicon): boolean {
  if (facts.kinds.includes('audit-procedure')) return true;
  if (!facts.kinds.some((kind) => kind === 'procedure' || kind === 'work-instruction')) return false;
  const title = ` ${termKey(facts.title?.text ?? '')} `;
  return lexicon.titlePhrases.some(({ kind, phrase }) => kind === 'audit-procedure' && title.includes(` ${phrase} `));
}

/** The procedures for internal audits, without templates and what is out of use. */
export function auditProceduresOf(view: View, lexicon: Lexicon): readonly Facts[] {
  const found = new Set(view.documents('audit-procedure'));
  for (const facts of view.documents('procedure')) if (isAuditProcedure(facts, lexicon)) found.add(facts);
  return [...found].filter((facts) => !isSetAside(facts));
}

/** Does the procedure speak of one of the four: criteria, scope, frequency, methods? Under its heading, or as a field. */
export function procedureSays(facts: Facts, name: string, lexicon: Lexicon): boolean {
  const field = fieldOf(facts, name);
  if (field !== null && field.state !== 'empty') return true;
  // "Criteria and scope", "Frequency and methods": one heading may answer for two.
  return facts.sections.some(
    ({ level, names, title }) =>
      level > 1 &&
      (names.includes(name) ||
        [title, ...title.split(/\s*(?:[,;&/]|\band\b|\bund\b)\s*/i)].some((part) =>
          lexicon.sectionNames('audit-procedure', part).includes(name),
        )),
  );
}

/** Does a register of documents, or a link in a document that rules audits, tell that one of a kind is kept elsewhere? */
export function isKeptElsewhere(kind: string, view: View, lexicon: Lexicon): boolean {
  const phrases = lexicon.titlePhrases.filter((each) => each.kind === kind).map((each) => ` ${each.phrase} `);
  const names = (words: string): boolean => {
    const term = ` ${termKey(words)} `;
    return phrases.some((phrase) => term.includes(phrase));
  };
  if (view.records('document-entry').some(({ record }) => names(record.name))) return true;
  return PLACES.some((place) =>
    view.documents(place).some((facts) => view.whole(facts).links.some((link) => link.external && names(link.text))),
  );
}

const PLACES = ['audit-procedure', 'audit-programme', 'procedure', 'service-management-plan', 'document-register'];
