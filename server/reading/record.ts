/** One record fact from the fields that a notation gave, with its id and the name that people would call it by. */
import type { Span } from '../syntax/span.ts';
import type { FieldFact, RecordFact } from './facts.ts';

const ID = /^[A-Z]{2,6}[-_ ]?(?:[A-Z0-9]{1,6}[-_/])*\d[\w-]*$/;
const NAMING_FIELDS = [
  'title',
  'name',
  'activity',
  'process',
  'description',
  'competence',
  'action',
  'kpi',
  'measure',
  'statement',
  'input',
  'subject',
];

/** Makes the record fact of gathered fields; its name is what people would call it by. */
export function recordOf(
  kind: string,
  fields: readonly FieldFact[],
  whole: Span,
  form: RecordFact['form'],
  section: string | null,
  name?: string,
): RecordFact {
  // "Audit: AUD-2026-03" names an audit by its id, whatever the label says.
  const id =
    fields.find((field) => field.field === 'id' && field.state === 'given') ??
    fields.find((field) => (field.field === 'title' || field.field === 'name') && ID.test(field.raw)) ??
    null;
  const naming = namingField(fields);
  const head = id?.span ?? naming?.span ?? whole;
  return {
    kind,
    id: id === null ? null : id.raw,
    name: (name ?? naming?.raw ?? id?.raw ?? '').slice(0, 200),
    span: whole,
    headSpan: head,
    form,
    fields,
    section,
  };
}

/** The field that a record is called by: the given one whose name stands first among those that name. */
function namingField(fields: readonly FieldFact[]): FieldFact | null {
  let best: FieldFact | null = null;
  let rank = NAMING_FIELDS.length;
  for (const field of fields) {
    if (field.state !== 'given') continue;
    const at = NAMING_FIELDS.indexOf(field.field);
    if (at < 0 || at >= rank) continue;
    best = field;
    rank = at;
  }
  return best;
}
