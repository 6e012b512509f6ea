/** The people who audit in the present cycle, each with the place at which they are named first. */
import { customerKey } from '../model/vocabulary/customers.ts';
import { isOfOutside } from '../model/vocabulary/parties.ts';
import { looksLikePerson } from '../model/vocabulary/role-words.ts';
import { fieldOf, givenField, type RecordFact } from '../reading/facts.ts';
import { namesOf, type Person, type Roster } from '../workspace/people.ts';
import type { Located, View } from '../workspace/view.ts';
import { auditsOfCycle } from './audit-coverage.ts';
import { type Auditor, auditorsOf } from './audited.ts';
import { isSetAside } from './life.ts';

export interface NamedAuditor extends Located {
  readonly person: Person;
  readonly auditor: Auditor;
}

const ORDER: readonly string[] = ['audit-programme', 'audit-plan', 'audit-report'];

/**
 * Internal auditors of the cycle, each once: people named by name, not roles, teams, firms or who is called external.
 * In: the view and roster. Out: in order of the place; the programme comes before plans, and these before reports.
 */
export function auditorsAtWork(view: View, roster: Roster): readonly NamedAuditor[] {
  const found = new Map<string, NamedAuditor>();
  const outside = partiesOutside(view);
  const rank = ({ facts }: Located): number => {
    const at = ORDER.findIndex((kind) => facts.kinds.includes(kind));
    return at < 0 ? ORDER.length : at;
  };
  for (const each of [...auditsOfCycle(view)].sort((a, b) => rank(a) - rank(b)))
    for (const auditor of auditorsOf(each.record, view.whole(each.facts))) {
      const { name } = auditor;
      if (roster.isRole(name.text) || !looksLikePerson(name.text) || isExternal(auditor, each.record, outside))
        continue;
      const person = roster.person(name);
      if (person !== null && !found.has(person.key)) found.set(person.key, { ...each, person, auditor });
    }
  return [...found.values()];
}

const GROUP = /\b(?:group|konzern\w*)\b/i;

/** Customers and suppliers of the registers, and those who speak for them, in the form in which names are compared. */
function partiesOutside(view: View): ReadonlySet<string> {
  return new Set(
    [...view.records('supplier'), ...view.records('customer')].flatMap(({ facts, record }) =>
      isSetAside(facts) || givenField(record, 'side')?.raw.toLowerCase().startsWith('int') === true
        ? []
        : [record.name, ...namesOf(fieldOf(record, 'contact')).map(({ text }) => text)].map(customerKey),
    ),
  );
}

function isExternal({ name, auditor }: Auditor, record: RecordFact, outside: ReadonlySet<string>): boolean {
  const side = givenField(record, 'side')?.value;
  if (side?.type === 'enumeration' && side.value === 'external') return true;
  const isParty = (words: string): boolean =>
    isOfOutside(words) || GROUP.test(words) || (words !== '' && outside.has(customerKey(words)));
  if ([name.text, name.note ?? '', auditor.label, record.name].some(isParty)) return true;
  // "Cleo Marsh, external auditor" or "Cleo Marsh, Alder Certification": the remark stands beside the name, as a name of its own.
  const names = namesOf(auditor);
  const next = names[names.findIndex(({ offset }) => offset === name.offset) + 1];
  return /\bextern\w*\b/i.test(auditor.raw) || (next !== undefined && isParty(next.text));
}
