/** Coverage: which audits count for the present cycle, and which processes they look at. */
import { addInterval } from '../model/vocabulary/dates.ts';
import { dayIn, type Facts, fieldOf, givenField, type RecordFact } from '../reading/facts.ts';
import type { Located, View } from '../workspace/view.ts';
import { stateOfAudit } from './audit-accounts.ts';
import { auditedIn } from './audited.ts';
import { isBefore } from './due.ts';
import { isSetAside } from './life.ts';

/** The audits of the present cycle: planned ahead, undated, or of the months that a cycle may take. */
export function auditsOfCycle(view: View): readonly Located[] {
  const months = Math.round(view.threshold('audit-cycle'));
  const since = addInterval(view.asOf, `-P${months}M`);
  return view.records('audit').filter(({ facts, record }) => {
    if (isSetAside(facts) || stateOfAudit(record) === 'rejected') return false;
    const day = dayIn(fieldOf(record, 'held'), 'last') ?? dayIn(fieldOf(record, 'date'), 'last');
    return day === null || !isBefore(day, since);
  });
}

export interface Coverage {
  /** Paths of the descriptions of the processes that are audited. */
  readonly paths: ReadonlySet<string>;
  /** True where an audit looks at everything. */
  readonly all: boolean;
  /** Audits of which nobody can say here which process they look at, and those of which one can. */
  readonly unknown: number;
  readonly known: number;
}

const EVERYTHING =
  /\b(?:all|every|each|complete|whole|entire|full)\s+(?:(?:of\s+)?(?:the\s+)?)?(?:processes?|process areas?|areas?|clauses|requirements|sms|service management system|standard|scope|system)\b|^\s*(?:the\s+)?(?:sms|service management system|smS)\s*$|\b(?:alle|sämtliche)\s+(?:prozesse|bereiche|abschnitte)\b|\bgesamtes?\s+(?:sms|system)\b/i;

/** Which processes a list of audits looks at. */
export function coverageOf(audits: readonly Located[], view: View): Coverage {
  const paths = new Set<string>();
  let all = false;
  let unknown = 0;
  let known = 0;
  for (const { facts, record } of audits) {
    if (['process', 'scope', 'title'].some((name) => EVERYTHING.test(givenField(record, name)?.raw ?? ''))) all = true;
    const found = auditedIn(record, view);
    for (const process of found) paths.add(process.path);
    if (found.length > 0) known += 1;
    else if (record.form !== 'document' || isNamed(facts, record)) unknown += 1;
  }
  return { paths, all, unknown, known };
}

function isNamed(facts: Facts, record: RecordFact): boolean {
  return givenField(record, 'process') !== null || givenField(facts, 'scope') !== null;
}
