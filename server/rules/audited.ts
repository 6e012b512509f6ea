/** Who audits what, and when: the auditors, the processes and the day of one audit. */
import type { Day, NameValue } from '../model/value.ts';
import { nameKey } from '../model/vocabulary/names.ts';
import { dayIn, type Facts, type FieldFact, fieldOf, type RecordFact } from '../reading/facts.ts';
import { contains } from '../syntax/span.ts';
import { processesIn } from '../workspace/involvement.ts';
import { namesOf } from '../workspace/people.ts';
import type { View } from '../workspace/view.ts';

/** One auditor as written, and the field that names them. */
export interface Auditor {
  readonly name: NameValue;
  readonly auditor: FieldFact;
}

/** All auditors of an audit, the lead auditor and the team alike, each once; in: the audit and the document that it stands in. */
export function auditorsOf(record: RecordFact, facts: Facts): readonly Auditor[] {
  const found = new Map<string, Auditor>();
  // A table below the heading "Audit team" is read row by row; its words together name auditees and processes too.
  for (const auditor of record.fields)
    if (auditor.field === 'auditor' && !(auditor.shape === 'section' && holdsRows(auditor, facts)))
      for (const name of namesOf(auditor)) {
        const key = nameKey(name.text);
        if (!found.has(key)) found.set(key, { name, auditor });
      }
  return [...found.values()];
}

function holdsRows({ span }: FieldFact, facts: Facts): boolean {
  return facts.records.some(
    (each) => each.kind === 'audit' && each.form !== 'document' && contains(span, each.headSpan),
  );
}

const LEFT_OUT = /\b(?:except|exclud|without|not|other than|ohne|außer|ausgenommen|nicht)/i;
const AUDIT_OF =
  /^(?:(?:internal|internes|interne)\s+)?(?:auditbericht|auditplan|audit(?:\s*(?:report|plan))?)\s*(?:[:–—-]|(?:of|on|des|der|zum|zur)\b)?\s*/i;

/** The processes that are audited: those that the record names as such; where it names none, those that its scope or its name spells out. */
export function auditedIn(record: RecordFact, view: View): readonly Facts[] {
  const named = fieldOf(record, 'process');
  if (named !== null && named.state !== 'empty') return processesIn(named, view);
  const scope = fieldOf(record, 'scope');
  const found = new Map<string, Facts>();
  const take = (words: string): void => {
    for (const facts of view.processes(words)) found.set(facts.path, facts);
  };
  if (scope?.state === 'given' && !LEFT_OUT.test(scope.raw)) for (const part of scope.raw.split(/[,;\n]/)) take(part);
  if (found.size === 0)
    for (const words of [fieldOf(record, 'title')?.raw ?? '', record.name]) take(words.replace(AUDIT_OF, ''));
  return [...found.values()];
}

/** The day that counts for who held which role: when it was held, else when it is planned, else today. */
export function auditDay(record: RecordFact, view: View): Day {
  return dayIn(fieldOf(record, 'held'), 'last') ?? dayIn(fieldOf(record, 'date'), 'last') ?? view.asOf;
}

/** Where a name stands: the name alone where its field is written plainly, else the whole field. */
export function nameSpan({ name, auditor }: Auditor): { readonly start: number; readonly end: number } {
  const { start, end } = auditor.span;
  if (end - start !== auditor.raw.length) return auditor.span;
  return { start: start + name.offset, end: start + name.offset + name.length };
}
