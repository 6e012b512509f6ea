/** The rule `doc.placeholder`: fields and sections in which a template still waits for its answer. */
import { type Facts, type FieldFact, fieldOf } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import { contains, type Span } from '../../syntax/span.ts';
import type { Fix } from '../../workspace/finding.ts';
import type { View } from '../../workspace/view.ts';
import { removeField } from '../../writing/replace.ts';
import { isAskedFor } from '../asked-for.ts';
import { isFarAhead } from '../audit-accounts.ts';
import { documentFix } from '../fixes/one-document.ts';
import { rule } from '../rule.ts';

const SHOWN = 20;

interface Open {
  readonly name: string;
  readonly span: Span;
  /** The metadata field that may be taken out; null for what is asked for, and for records and sections. */
  readonly removable: FieldFact | null;
}

export default rule({
  id: 'doc.placeholder',
  title: 'Placeholder left in a document in use',
  why: 'A placeholder is no answer: an approved document with “TBD” in it shows an auditor that it was released unread. Rules that ask for the field stay silent, so that each gap is said once, here.',
  remedy:
    'Fill in the field, say why it is not applicable, or remove it where nobody asks for it. A document that is not finished has the status draft.',
  pitfall: 'housekeeping',
  clauses: { '2005': ['3.2'], '2011': ['4.3.2'], '2018': ['7.5.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process

**Version:** 1.0  
**Process owner:** [Name]
                   ^^^^^^ [doc.placeholder] Process owner
`,
    good: `--- file: change.md
# Change management process

**Version:** 1.0  
**Process owner:** Change Manager
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view, lexicon }) {
    const open = openPlaces(facts, view, lexicon);
    const first = open[0];
    if (first === undefined) return;
    const names = [...new Set(open.map((each) => each.name))];
    const listed = names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ');
    yield {
      span: first.span,
      message: `Still to be filled in: ${listed}. A placeholder in a document in use is no answer.`,
      about: 'placeholder',
      related: open
        .slice(1, SHOWN)
        .map((each) => ({ path: facts.path, span: each.span, message: `${each.name} is still to be filled in.` })),
      fixes: open.flatMap((each) => (each.removable === null ? [] : [removal(facts.path, each.removable, lexicon)])),
    };
  },
});

/** Everything that waits for an answer, in order of place. */
function openPlaces(facts: Facts, view: View, lexicon: Lexicon): readonly Open[] {
  const kinds = facts.kinds.flatMap((kind) => lexicon.kind(kind) ?? []);
  const asked = (name: string): boolean => kinds.some((kind) => isAskedFor(kind, name, view.configuration, lexicon));
  const found = new Map<number, Open>();
  const put = (name: string, span: Span, removable: FieldFact | null): void => {
    if (!found.has(span.start)) found.set(span.start, { name, span, removable });
  };
  for (const field of facts.metadata) {
    if (field.state !== 'placeholder' || field.shape === 'computed' || field.shape === 'section') continue;
    const clauses =
      kinds.map((kind) => lexicon.fieldNamed(kind.name, field.field)?.clauses).find((each) => each !== undefined) ??
      lexicon.fieldNamed(null, field.field)?.clauses;
    put(field.label, field.span, clauses === undefined && !asked(field.field) ? field : null);
  }
  for (const record of facts.records) {
    // Steps speak of commands and forms, where <angle brackets> are meant.
    if (record.form === 'document' || record.kind === 'step' || record.kind === 'raci-row') continue;
    // Nothing is asked of an audit that is far ahead, so an honest "TBD" in its row is no gap either.
    if (record.kind === 'audit' && isFarAhead(record, view)) continue;
    for (const field of record.fields)
      if (field.state === 'placeholder')
        put(record.id === null ? field.label : `${field.label} of ${record.id}`, field.span, null);
  }
  for (const section of facts.sections) {
    // A heading that a fix or template put there, with nothing below it, waits for its answer too.
    if (section.state !== 'placeholder' && section.state !== 'empty') continue;
    // A table of blanks is named by its blanks.
    if ([...found.values()].some(({ span }) => contains(section.span, span))) continue;
    const name = section.names.find(asked);
    if (
      name === undefined ||
      facts.sections.some(
        (other) => other.names.includes(name) && other.state !== 'empty' && other.state !== 'placeholder',
      )
    )
      continue;
    const answered = fieldOf(facts, name);
    if (answered !== null && (answered.state === 'given' || answered.state === 'not-applicable')) continue;
    put(section.title, section.headingSpan, null);
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

function removal(path: string, field: FieldFact, lexicon: Lexicon): Fix {
  return documentFix(`Remove the field “${field.label}”`, path, (here) => {
    const now = here.facts.metadata.find((each) => each.field === field.field && each.state === 'placeholder');
    return now === undefined ? null : removeField(here, now, lexicon);
  });
}
