/** Offers of labels: keys of YAML, key lines and control tables, and heads of columns; what a clause asks for comes first. */
import { clause, type Edition } from '../model/catalogue.ts';
import type { FieldDescription, KindDescription, SectionDescription } from '../model/kind.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { type Labelling, labelFor, recordLabelling } from '../writing/field-labels.ts';
import { snippetText } from '../writing/holes.ts';
import { type Language, promptOf } from '../writing/section-words.ts';
import { cellText } from '../writing/table-rows.ts';
import { recordTable } from '../writing/template.ts';
import { keyText } from '../writing/yaml-entries.ts';
import type { Offer } from './completion.ts';
import type { Holder } from './holder.ts';
import { escaped } from './hover-markdown.ts';
import type { WrittenPlace } from './written-place.ts';

/** Keys that the holder lacks. */
export function keyOffers(
  place: WrittenPlace & { readonly type: 'key' },
  holder: Holder,
  edition: Edition,
): readonly Offer[] {
  const neighbours = place.siblings.flatMap(({ label }) => {
    const field = holder.labelling.resolve(label);
    return field === null ? [] : [{ field, label }];
  });
  const yaml = place.notation === 'yaml';
  return missing(holder.fields, new Set(holder.given.keys()), edition).flatMap((field): readonly Offer[] => {
    const label = labelFor(field, neighbours, holder.labelling, yaml ? 'key' : 'words');
    if (label === null) return [];
    const written = yaml ? keyText(label) : place.notation === 'table' ? cellText(label) : label;
    const end = !place.open ? '' : yaml ? ': ' : ':** ';
    return [offer(field, written, written + end, place.span, edition)];
  });
}

/** Heads of columns that a table of records of a kind lacks. */
export function columnOffers(
  place: WrittenPlace & { readonly type: 'column' },
  kind: KindDescription,
  carried: readonly string[],
  lexicon: Lexicon,
  edition: Edition,
): readonly Offer[] {
  const labelling = recordLabelling(kind.name, lexicon);
  const present = labelsHere(place.labels, labelling);
  const heads = missing(kind.fields, new Set(present.map(({ field }) => field)), edition).flatMap(
    (field): readonly Offer[] => {
      const label = labelFor(field, present, labelling, 'words');
      return label === null ? [] : [offer(field, label, cellText(label), place.span, edition)];
    },
  );
  return place.alone ? [...tableOffers(place, kind.name, carried, lexicon), ...heads] : heads;
}

/** Whole tables where one is only just begun: of the kind that belongs here, then of the others that the document carries. */
function tableOffers(
  place: WrittenPlace & { readonly type: 'column' },
  first: string,
  carried: readonly string[],
  lexicon: Lexicon,
): readonly Offer[] {
  if (place.typed !== '') return [];
  return [...new Set([first, ...carried])].flatMap((name): readonly Offer[] => {
    const kind = lexicon.kind(name);
    const pieces = recordTable(name, carried.length === 0 ? [name] : carried, lexicon, 'en');
    const [head, ...rest] = pieces;
    if (kind === null || typeof head !== 'string') return [];
    // The first pipe is typed already.
    const opened = head.replace(/^\| ?/, '');
    const plain = [opened, ...rest].map((piece) => (typeof piece === 'string' ? piece : piece.prompt)).join('');
    return [
      {
        sort: 'template',
        label: `Table: ${kind.title.toLowerCase()}`,
        filter: '',
        text: plain,
        snippet: snippetText([opened, ...rest]),
        span: place.span,
        detail: 'columns and an empty row',
        documentation: escaped(kind.help),
      },
    ];
  });
}

function labelsHere(
  labels: readonly string[],
  labelling: Labelling,
): readonly { readonly field: string; readonly label: string }[] {
  return labels.flatMap((label) => {
    const field = labelling.resolve(label);
    return field === null ? [] : [{ field, label }];
  });
}

/** The fields that are not there yet, those that a clause of the edition asks for before the others, each in their order. */
function missing(
  fields: readonly FieldDescription[],
  present: ReadonlySet<string>,
  edition: Edition,
): readonly FieldDescription[] {
  const open = fields.filter(({ name }) => !present.has(name));
  const asked = open.filter((field) => isAsked(field, edition));
  return [...asked, ...open.filter((field) => !isAsked(field, edition))];
}

const isAsked = (described: Pick<FieldDescription, 'clauses'>, edition: Edition): boolean =>
  (described.clauses?.[edition] ?? []).length > 0;

function offer(field: FieldDescription, label: string, text: string, span: Offer['span'], edition: Edition): Offer {
  return {
    sort: 'field',
    label,
    text,
    span,
    detail: askedBy(field, edition) ?? field.title,
    documentation: labelHelp(field, edition),
  };
}

/** `asked for by 9.2.2`; null where no clause of the edition asks. */
export function askedBy(described: Pick<FieldDescription, 'clauses'>, edition: Edition): string | null {
  const numbers = described.clauses?.[edition] ?? [];
  return numbers.length === 0 ? null : `asked for by ${numbers.join(', ')}`;
}

/** What a field or section is for, what it may say, and which clauses ask for it, as Markdown; its prompt in the document's language. */
export function labelHelp(
  described: FieldDescription | SectionDescription,
  edition: Edition,
  language: Language = 'en',
): string {
  const values = 'values' in described && described.values !== undefined ? Object.keys(described.values) : [];
  const asked = (described.clauses?.[edition] ?? []).map((number) => {
    const title = clause(edition, number)?.title;
    return title === undefined ? number : `${number} ${escaped(title)}`;
  });
  return [
    escaped(described.help),
    'prompt' in described ? `_${escaped(promptOf(described, language))}_` : '',
    values.length === 0 ? '' : `One of: ${values.join(', ')}.`,
    asked.length === 0 ? '' : `Asked for by ISO/IEC 20000-1:${edition}, ${asked.join('; ')}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
