/** The people who audit in the present cycle, each with the place at which they are named first. */
import { looksLikePerson } from '../model/vocabulary/role-words.ts';
import type { RecordFact } from '../reading/facts.ts';
import type { Person, Roster } from '../workspace/people.ts';
import type { Located, View } from '../workspace/view.ts';
import { auditsOfCycle } from './audit-coverage.ts';
import { type Auditor, auditorsOf } from './audited.ts';

export interface NamedAuditor extends Located {
  readonly person: Person;
  readonly auditor: Auditor;
}

const EXTERNAL =
  /\b(?:extern\w*|consult\w*|berater\w*|contractor|certification|zertifizierung\w*|registrar|group|konzern\w*)\b|\b(?:ltd|llc|inc|gmbh|ag|ab|plc|sarl|bv)\b\.?|&\s*co\b/i;
const ORDER: readonly string[] = ['audit-programme', 'audit-plan', 'audit-report'];

/**
 * Internal auditors of the cycle, each once: people named by name, not roles, teams, firms or who is called external.
 * In: the view and roster. Out: in order of the place; the programme comes before plans, and these before reports.
 */
export function auditorsAtWork(view: View, roster: Roster): readonly NamedAuditor[] {
  const found = new Map<string, NamedAuditor>();
  const rank = ({ facts }: Located): number => {
    const at = ORDER.findIndex((kind) => facts.kinds.includes(kind));
    return at < 0 ? ORDER.length : at;
  };
  for (const each of [...auditsOfCycle(view)].sort((a, b) => rank(a) - rank(b)))
    for (const auditor of auditorsOf(each.record, view.whole(each.facts))) {
      const { name } = auditor;
      if (roster.isRole(name.text) || !looksLikePerson(name.text) || isExternal(auditor, each.record)) continue;
      const person = roster.person(name);
      if (person !== null && !found.has(person.key)) found.set(person.key, { ...each, person, auditor });
    }
  return [...found.values()];
}

function isExternal({ name, auditor }: Auditor, record: RecordFact): boolean {
  return (
    [name.text, name.note ?? '', auditor.label, record.name].some((words) => EXTERNAL.test(words)) ||
    // "Cleo Marsh, external auditor": the remark stands beside the name, as a name of its own.
    /\bextern\w*\b/i.test(auditor.raw)
  );
}
