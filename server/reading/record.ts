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
  const naming = NAMING_FIELDS.map((wanted) =>
    fields.find((field) => field.field === wanted && field.state === 'given'),
  ).find((field) => field !== undefined);
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
