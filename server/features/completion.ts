/** Completion: what may be written at the cursor: clause numbers, labels, headings, values, or a whole new document. */
import { clauses, type Edition, isEdition } from '../model/catalogue.ts';
import { isListOf } from '../model/vocabulary/list-names.ts';
import type { Facts } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { Span } from '../syntax/span.ts';
import type { Tree } from '../syntax/tree.ts';
import type { View } from '../workspace/view.ts';
import { carriedBy, type Holder, markdownHolder, recordHolder, tableKind, yamlHolder } from './holder.ts';
import { clauseText } from './hover-clause.ts';
import { languageAt } from './language-at.ts';
import { headingOffers } from './offer-headings.ts';
import { columnOffers, keyOffers } from './offer-labels.ts';
import { isFresh, templateOffers } from './offer-templates.ts';
import { valueOffers } from './offer-values.ts';
import { type WrittenPlace, writtenPlace } from './written-place.ts';

/** One thing that may be written. */
export interface Offer {
  readonly sort: 'clause' | 'role' | 'person' | 'key' | 'value' | 'field' | 'heading' | 'template';
  /** What is written in the place of the span. */
  readonly text: string;
  readonly span: Span;
  /** A few words beside it: the clause's title, or who holds the role. */
  readonly detail: string;
  /** Markdown that explains it; empty where nothing needs explaining. */
  readonly documentation: string;
  /** How it is listed, where that is not the text itself. */
  readonly label?: string;
  /** What it is found by while somebody types, where that is not the text itself. */
  readonly filter?: string;
  /** The text as a snippet with holes to fill in, for editors that know them. */
  readonly snippet?: string;
}

export interface CompletionContext {
  readonly view: View;
  readonly facts: Facts;
  readonly lexicon: Lexicon;
  readonly text: string;
  readonly offset: number;
  /** The document's tree, which tells how its headings are written. */
  readonly tree: Tree | null;
}

const CLAUSE_ASKED =
  /(?:\b(?:sub-?)?clauses?\s+|\bKlauseln?\s+|§\s?|\b20000-1(?::(\d{4}))?(?:\/Amd\.? ?1(?::2024)?)?,?\s+(?:clauses?\s+|§\s?)?)((?:\d[\d.]*)?)$/i;

/** The offers at a place, the likeliest first; none where nothing is known to fit. */
export function completions(context: CompletionContext): readonly Offer[] {
  const { facts, text, offset, lexicon } = context;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const asked = CLAUSE_ASKED.exec(before);
  if (asked !== null) return clauseOffers(context, asked[2] ?? '', asked[1], before);
  if (isFresh(text))
    return templateOffers(facts.path, facts.format, text, lexicon, languageAt(facts.path, context.view));
  const place = writtenPlace(text, facts.format, offset);
  return place === null ? [] : offersFor(place, context);
}

function offersFor(place: WrittenPlace, context: CompletionContext): readonly Offer[] {
  const { view, facts, lexicon, tree, offset } = context;
  switch (place.type) {
    case 'heading':
    case 'blank':
      return tree?.format === 'markdown'
        ? headingOffers(
            { span: place.span, typed: place.type === 'blank' ? null : place.typed },
            facts,
            tree,
            lexicon,
            view.edition,
          )
        : [];
    case 'column': {
      const kind = tableKind(place.labels, facts, lexicon, offset);
      const described = kind === null ? null : lexicon.kind(kind);
      return described === null ? [] : columnOffers(place, described, carriedBy(facts, lexicon), lexicon, view.edition);
    }
    case 'key': {
      const value = place.notation === 'yaml' ? listedValue(place, context) : null;
      if (value !== null) return offersFor(value, context);
      const holder =
        place.notation === 'yaml'
          ? yamlHolder(facts, lexicon, place, offset)
          : markdownHolder(facts, lexicon, offset, place.siblings);
      return holder === null ? [] : keyOffers(place, holder, view.edition);
    }
    case 'value': {
      const holder = holderOfValue(place, context);
      const name = holder?.labelling.resolve(place.label) ?? null;
      const field = name === null ? undefined : holder?.fields.find((each) => each.name === name);
      return holder === null || field === undefined ? [] : valueOffers(place, field, holder, context);
    }
  }
}

/** `- A` below `auditors:` begins a value of that field, not a key of a record. */
function listedValue(
  place: WrittenPlace & { readonly type: 'key' },
  { facts, lexicon, offset }: CompletionContext,
): (WrittenPlace & { readonly type: 'value' }) | null {
  const [label, ...parents] = place.parents;
  if (!place.item || label === undefined || place.siblings.length > 0) return null;
  if (lexicon.recordKinds.some(({ name }) => isListOf(label, name))) return null;
  const above = { siblings: [], parents, item: parents.length > 0 };
  const field = yamlHolder(facts, lexicon, above, offset)?.labelling.resolve(label) ?? null;
  if (field === null) return null;
  const { span, typed } = place;
  return { type: 'value', notation: 'yaml', label, head: [], span, typed, ...above };
}

function holderOfValue(
  place: WrittenPlace & { readonly type: 'value' },
  { facts, lexicon, offset }: CompletionContext,
): Holder | null {
  if (place.notation === 'yaml') return yamlHolder(facts, lexicon, place, offset);
  if (place.notation !== 'row') return markdownHolder(facts, lexicon, offset, place.siblings);
  const kind = tableKind(
    place.head.filter((label) => label !== ''),
    facts,
    lexicon,
    offset,
  );
  if (kind !== null) return recordHolder(kind, lexicon, place.siblings);
  // A table that is nobody's may still have a column for names.
  const some = lexicon.recordKinds.find(({ name }) => lexicon.field(name, place.label)?.type === 'names');
  return some === undefined ? null : recordHolder(some.name, lexicon, place.siblings);
}

function clauseOffers(
  { view, offset }: CompletionContext,
  typed: string,
  year: string | undefined,
  before: string,
): readonly Offer[] {
  const named = year ?? /\b20000-1:(\d{4})\b(?!.*\b20000-1:\d{4}\b)/.exec(before)?.[1] ?? '';
  const edition: Edition = isEdition(named) ? named : view.edition;
  const span = { start: offset - typed.length, end: offset };
  return clauses(edition)
    .filter(({ number }) => number.startsWith(typed))
    .map((each) => ({ sort: 'clause', text: each.number, span, detail: each.title, documentation: clauseText(each) }));
}
