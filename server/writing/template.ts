/** The text of a new document of a kind: its metadata and sections with prompts, and nothing that nobody said. */
import { CONTROL_FIELDS } from '../model/control.ts';
import { GERMAN } from '../model/german.ts';
import type { FieldDescription, KindDescription, SectionDescription } from '../model/kind.ts';
import { isListOf, listKey } from '../model/vocabulary/list-names.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { matchColumns } from '../reading/record-columns.ts';
import { documentLabelling, type Labelling, labelFor, labelIn, recordLabelling } from './field-labels.ts';
import { joined, type Piece, plainText } from './holes.ts';
import { type Language, promptComment, sectionTitle } from './section-words.ts';
import { oneLine } from './source.ts';
import { cellText } from './table-rows.ts';
import { keyText } from './yaml-entries.ts';
import { scalarText } from './yaml-scalar.ts';

/** How a new document is written. */
export interface TemplateForm {
  readonly notation: 'front-matter' | 'table' | 'key-lines' | 'yaml';
  readonly language: Language;
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

type Values = Readonly<Record<string, string>>;

/** Can documents of the kind be written as YAML: does it list records, or is it one record itself? */
export function isRegister(kind: KindDescription): boolean {
  return kind.form === 'document' && ((kind.carries ?? []).length > 0 || kind.yields !== undefined);
}

/**
 * Writes a new document.
 * In: the kind's name, values by canonical field name (`title` heads the document), the lexicon, and the form. Out: text that
 * reads as this kind, status draft unless said otherwise, a prompt wherever nothing was given; the empty text for a name that
 * is no kind of document, and for YAML where the kind is all prose.
 */
export function documentTemplate(kindName: string, values: Values, lexicon: Lexicon, form: TemplateForm): string {
  return plainText(documentPieces(kindName, values, lexicon, form));
}

/** The same as `documentTemplate`, with the places to fill in kept apart; empty where that is empty. */
export function documentPieces(
  kindName: string,
  values: Values,
  lexicon: Lexicon,
  form: TemplateForm,
): readonly Piece[] {
  const kind = lexicon.kind(kindName);
  if (kind === null || kind.form !== 'document' || (form.notation === 'yaml' && !isRegister(kind))) return [];
  const given: Values = { type: kind.name, version: '0.1', status: 'draft', ...values };
  const labelling = documentLabelling([kind.name], lexicon);
  const keys = form.notation === 'front-matter' || form.notation === 'yaml';
  const fields = headerFields(kind, given, form.notation === 'yaml', lexicon).flatMap((field) => {
    const label = labelOf(field, labelling, keys ? 'key' : 'words', form.language);
    return label === null ? [] : [{ field, label }];
  });
  return form.notation === 'yaml'
    ? yamlText(kind, fields, given, lexicon, form)
    : markdownText(kind, fields, given, lexicon, form);
}

interface Labelled {
  readonly field: FieldDescription;
  readonly label: string;
}

function markdownText(
  kind: KindDescription,
  fields: readonly Labelled[],
  given: Values,
  lexicon: Lexicon,
  { notation, language }: TemplateForm,
): readonly Piece[] {
  const named = oneLine(given.title ?? '');
  const title: readonly Piece[] = ['# ', named === '' ? { prompt: `[${kindTitle(kind, language)}]` } : named];
  const tables = (kind.carries ?? []).flatMap((record) => {
    const pieces = recordTable(record, kind.carries ?? [], lexicon, language);
    return pieces.length === 0 ? [] : [{ record, pieces }];
  });
  const home = (name: string): string | undefined =>
    kind.sections.find((section) => isListOf(section.name, name))?.name;
  const sections = kind.sections.flatMap((section) => [
    sectionPieces(`## ${sectionTitle(section, kind.name, language, lexicon)}`, section, language),
    ...tables.filter(({ record }) => home(record) === section.name).map(({ pieces }) => pieces),
  ]);
  const loose = kind.sections.length === 0 ? tables.map(({ pieces }) => pieces) : [];
  const header = headerText(
    fields.map(({ field, label }) => ({ label, value: valueOrPrompt(field, given, lexicon, kind.name, language) })),
    notation,
  );
  const head = notation === 'front-matter' ? [header, title] : [title, header];
  return [...joined([...head, ...sections, ...loose], '\n\n'), '\n'];
}

/** A heading and the prompt of its section as a comment, which still counts as empty. */
export function sectionPieces(heading: string, section: SectionDescription, language: Language): readonly Piece[] {
  return [`${heading}\n\n`, { prompt: promptComment(section, language) }];
}

function kindTitle(kind: KindDescription, language: TemplateForm['language']): string {
  return (language === 'de' ? GERMAN.kinds[kind.name]?.[0] : undefined) ?? kind.title;
}

function labelOf(
  field: FieldDescription,
  labelling: Labelling,
  fallback: 'key' | 'words',
  language: TemplateForm['language'],
): string | null {
  return (
    (language === 'de' ? labelIn(GERMAN, field, labelling, fallback) : null) ?? labelFor(field, [], labelling, fallback)
  );
}

/**
 * The fields of the header: document control, the kind's own that a clause asks for and no section answers, and all that were
 * given. YAML has no sections, so there the sections' fields and those of the record that the document is stand here too.
 */
function headerFields(
  kind: KindDescription,
  given: Values,
  yaml: boolean,
  lexicon: Lexicon,
): readonly FieldDescription[] {
  const own = new Map(kind.fields.map((field) => [field.name, field] as const));
  const sections = new Set(yaml ? [] : kind.sections.map((section) => section.name));
  const yielded = yaml && kind.yields !== undefined ? lexicon.kind(kind.yields) : null;
  const signature = new Set<string>(yielded?.recognise.columns?.[0] ?? []);
  const control = CONTROL_FIELDS.filter(
    (field) => HEADER.has(field.name) || (field.name === 'title' ? yaml : given[field.name] !== undefined),
  );
  const others = kind.fields.filter(
    (field) =>
      !control.some((each) => each.name === field.name) &&
      field.name !== 'title' &&
      (given[field.name] !== undefined ||
        signature.has(field.name) ||
        (field.clauses !== undefined && !sections.has(field.name))),
  );
  return [...control.map((field) => own.get(field.name) ?? field), ...others];
}

function valueOrPrompt(
  field: FieldDescription,
  given: Values,
  lexicon: Lexicon,
  kind: string,
  language: TemplateForm['language'],
): Piece {
  const value = oneLine(given[field.name] ?? '');
  if (value !== '') return value;
  const label = labelOf(field, documentLabelling([kind], lexicon), 'words', language) ?? field.title;
  return { prompt: field.type === 'date' ? 'YYYY-MM-DD' : `[${label}]` };
}

function headerText(
  fields: readonly { readonly label: string; readonly value: Piece }[],
  notation: TemplateForm['notation'],
): readonly Piece[] {
  const written = (value: Piece, write: (value: string) => string): Piece =>
    typeof value === 'string' ? write(value) : { prompt: write(value.prompt) };
  if (notation === 'front-matter') {
    const lines = fields.map(({ label, value }): readonly Piece[] => [
      `${keyText(label)}: `,
      written(value, (text) => scalarText(text, { always: false, mark: 'double' })),
    ]);
    return joined([['---'], ...lines, ['---']], '\n');
  }
  if (notation === 'key-lines')
    return joined(
      fields.map(({ label, value }): readonly Piece[] => [`**${label}:** `, value]),
      '  \n',
    );
  const rows = fields.map(({ label, value }): readonly Piece[] => [
    `| **${label}** | `,
    written(value, cellText),
    ' |',
  ]);
  return joined([['| | |\n|---|---|'], ...rows], '\n');
}

/** The fields with which a new record begins: its id, what it is told by (one of several ways), and what a clause asks for. */
export function recordFields(record: KindDescription, way = 0): readonly FieldDescription[] {
  const signature = new Set<string>(record.recognise.columns?.[way] ?? []);
  return record.fields.filter(
    (field) => field.name === 'id' || signature.has(field.name) || field.clauses !== undefined,
  );
}

/**
 * An empty table for records of a kind, with one row to fill in.
 * In: the record kind, all record kinds that its document carries, the lexicon and the language. Out: empty where no set of
 * columns would be read as this kind.
 */
export function recordTable(
  name: string,
  carried: readonly string[],
  lexicon: Lexicon,
  language: TemplateForm['language'],
): readonly Piece[] {
  const record = lexicon.kind(name);
  if (record === null) return [];
  const labelling = recordLabelling(name, lexicon);
  const expected = new Set(carried);
  for (let way = 0; way < Math.max(1, record.recognise.columns?.length ?? 0); way++) {
    const labels = recordFields(record, way).flatMap((field) => labelOf(field, labelling, 'words', language) ?? []);
    if (labels.length < 2 || matchColumns(labels, lexicon, expected)?.kind.name !== name) continue;
    return [
      `| ${labels.map(cellText).join(' | ')} |\n|${labels.map(() => '---|').join('')}\n|`,
      ...labels.flatMap((): readonly Piece[] => [' ', { prompt: '' }, '|']),
    ];
  }
  return [];
}

/** An item of a list of records, its values still to be given, each key with what it is for; in: the kind and the indentation. */
export function recordItem(
  name: string,
  lexicon: Lexicon,
  language: TemplateForm['language'],
  indent: string,
): readonly Piece[] {
  const record = lexicon.kind(name);
  if (record === null) return [];
  const labelling = recordLabelling(name, lexicon);
  const lines = recordFields(record).flatMap((field): (readonly Piece[])[] => {
    const label = labelOf(field, labelling, 'key', language);
    return label === null ? [] : [openEntry(label, field)];
  });
  return joined(
    lines.map((line, i) => [`${indent}${i === 0 ? '- ' : '  '}`, ...line]),
    '\n',
  );
}

/** `owner:  # The person or role that answers for it.` */
function openEntry(label: string, field: FieldDescription): readonly Piece[] {
  const hint = field.type === 'date' ? `YYYY-MM-DD. ${field.help}` : field.help;
  return [`${keyText(label)}: `, { prompt: '' }, ` # ${hint}`];
}

function yamlText(
  kind: KindDescription,
  fields: readonly Labelled[],
  given: Values,
  lexicon: Lexicon,
  { language }: TemplateForm,
): readonly Piece[] {
  // A document that is one record holds no list of such records beside itself.
  const lists = (kind.carries ?? []).filter((record) => record !== kind.yields);
  const taken = new Set(lists.map(listKey));
  const lines = fields.flatMap(({ field, label }): (readonly Piece[])[] => {
    if (taken.has(keyText(label))) return [];
    const value = scalarText(given[field.name] ?? '', { always: false, mark: 'double' });
    return [value === '' ? openEntry(label, field) : [`${keyText(label)}: ${value}`]];
  });
  const written = lists.flatMap((record): (readonly Piece[])[] => {
    const item = recordItem(record, lexicon, language, '  ');
    return item.length === 0 ? [] : [[`${listKey(record)}:\n`, ...item]];
  });
  return [...joined([joined(lines, '\n'), ...written], '\n\n'), '\n'];
}
