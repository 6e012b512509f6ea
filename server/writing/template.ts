/** The text of a new document of a kind: its metadata and sections with prompts, and nothing that nobody said. */
import { CONTROL_FIELDS } from '../model/control.ts';
import type { FieldDescription, KindDescription } from '../model/kind.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { documentLabelling, labelFor, recordLabelling } from './field-labels.ts';
import { oneLine } from './source.ts';
import { cellText } from './table-rows.ts';
import { keyText } from './yaml-entries.ts';
import { scalarText } from './yaml-scalar.ts';

export interface TemplateForm {
  readonly notation: 'front-matter' | 'table' | 'key-lines';
  readonly language: 'en';
}

/** Control fields that a new document asks for; the others can be added when they are needed. */
const HEADER: ReadonlySet<string> = new Set([
  'id',
  'type',
  'version',
  'status',
  'owner',
  'approver',
  'approved',
  'next_review',
]);

/**
 * Writes a new document.
 * In: the kind's name, values by canonical field name (`title` heads the document), the lexicon, and the notation of its
 * metadata. Out: Markdown that reads as this kind, status draft unless said otherwise, a prompt wherever nothing was given;
 * the empty text for a name that is no kind of document.
 */
export function documentTemplate(
  kindName: string,
  values: Readonly<Record<string, string>>,
  lexicon: Lexicon,
  form: TemplateForm,
): string {
  const kind = lexicon.kind(kindName);
  if (kind === null || kind.form !== 'document') return '';
  const given: Readonly<Record<string, string>> = { type: kind.name, version: '0.1', status: 'draft', ...values };
  const fields = headerFields(kind, given).flatMap((field) => {
    const label = labelFor(
      field,
      [],
      documentLabelling([kind.name], lexicon),
      form.notation === 'front-matter' ? 'key' : 'words',
    );
    return label === null ? [] : [{ label, value: valueOrPrompt(field, given) }];
  });
  const title = oneLine(values.title ?? '') || `[${kind.title}]`;
  const tables = carriedTables(kind, lexicon);
  const home = (name: string): string | undefined =>
    kind.sections.find((section) => isListOf(section.name, name))?.name;
  const sections = kind.sections.flatMap((section) => [
    `## ${section.title}\n\n<!-- ${section.prompt.replaceAll('--', '–')} -->`,
    ...tables.filter(({ record }) => home(record) === section.name).map(({ text }) => text),
  ]);
  const loose = kind.sections.length === 0 ? tables.map(({ text }) => text) : [];
  const parts = [`# ${title}`, ...sections, ...loose];
  const header = headerText(fields, form.notation);
  const blocks =
    form.notation === 'front-matter' ? [header, ...parts] : [...parts.slice(0, 1), header, ...parts.slice(1)];
  return `${blocks.join('\n\n')}\n`;
}

/** The fields of the header: document control, the kind's own that a clause asks for and no section answers, and all that were given. */
function headerFields(kind: KindDescription, given: Readonly<Record<string, string>>): readonly FieldDescription[] {
  const own = new Map(kind.fields.map((field) => [field.name, field] as const));
  const sections = new Set(kind.sections.map((section) => section.name));
  const control = CONTROL_FIELDS.filter(
    (field) => HEADER.has(field.name) || (field.name !== 'title' && given[field.name] !== undefined),
  );
  const others = kind.fields.filter(
    (field) =>
      !control.some((each) => each.name === field.name) &&
      (given[field.name] !== undefined ||
        (field.clauses !== undefined && !sections.has(field.name) && field.name !== 'title')),
  );
  return [...control.map((field) => own.get(field.name) ?? field), ...others];
}

function valueOrPrompt(field: FieldDescription, given: Readonly<Record<string, string>>): string {
  const value = oneLine(given[field.name] ?? '');
  if (value !== '') return value;
  return field.type === 'date' ? 'YYYY-MM-DD' : `[${field.title}]`;
}

function headerText(
  fields: readonly { readonly label: string; readonly value: string }[],
  notation: TemplateForm['notation'],
): string {
  if (notation === 'front-matter') {
    const lines = fields.map(
      ({ label, value }) => `${keyText(label)}: ${scalarText(value, { always: false, mark: 'double' })}`,
    );
    return ['---', ...lines, '---'].join('\n');
  }
  if (notation === 'key-lines') return fields.map(({ label, value }) => `**${label}:** ${value}`).join('  \n');
  return ['| | |', '|---|---|', ...fields.map(({ label, value }) => `| **${label}** | ${cellText(value)} |`)].join(
    '\n',
  );
}

/** Does a section's name say that it lists records of a kind? `improvements` lists `improvement`. */
function isListOf(section: string, record: string): boolean {
  const plural = (word: string): string => (/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`);
  return [record, record.replace(/^.*-/, '')].some((name) => section === plural(name).replaceAll('-', '_'));
}

/** Empty tables for the records that the document is there to carry. */
function carriedTables(
  kind: KindDescription,
  lexicon: Lexicon,
): readonly { readonly record: string; readonly text: string }[] {
  return (kind.carries ?? []).flatMap((name) => {
    const record = lexicon.kind(name);
    if (record === null) return [];
    const signature = new Set<string>(record.recognise.columns?.[0] ?? []);
    const columns = record.fields.filter(
      (field) => field.name === 'id' || signature.has(field.name) || field.clauses !== undefined,
    );
    const labels = columns.flatMap((field) => labelFor(field, [], recordLabelling(name, lexicon), 'words') ?? []);
    if (labels.length < 2) return [];
    return [
      {
        record: name,
        text: `| ${labels.map(cellText).join(' | ')} |\n|${labels.map(() => '---|').join('')}\n|${labels.map(() => ' |').join('')}`,
      },
    ];
  });
}
