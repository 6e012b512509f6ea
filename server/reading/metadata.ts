/** Metadata: the document's own data, gathered from every shape it comes in, ranked, with contradictions kept. */
import type { NameValue } from '../model/value.ts';
import { addInterval, findDates } from '../model/vocabulary/dates.ts';
import { labelKey } from '../model/vocabulary/labels.ts';
import { isInitialsOf, sameName } from '../model/vocabulary/names.ts';
import { looksLikePerson, looksLikeRole } from '../model/vocabulary/role-words.ts';
import { plainText } from '../syntax/inline-text.ts';
import type { Block, MarkdownTree, Table } from '../syntax/tree.ts';
import { parseYaml } from '../syntax/yaml.ts';
import type { ConflictFact, FieldFact, Shape } from './facts.ts';
import { fieldFact, type Pair, type Reading } from './field.ts';
import { htmlTable } from './html-tables.ts';
import type { Lexicon } from './lexicon.ts';
import { nestedPairs } from './nested-pairs.ts';
import { sentencePairs, speaksOfOwnership } from './ownership.ts';
import { htmlKeyLines, htmlPairs, keyLinePairs, rowPairs, tablePairs, yamlPairs } from './pairs.ts';
import { matchColumns, SHARED } from './record-columns.ts';
import { blockWords, type Section } from './sections.ts';
import { isSignatures, signaturePairs } from './signatures.ts';

const SHAPE_OF_FRONT_MATTER = {
  fenced: 'front-matter',
  unopened: 'unopened-front-matter',
  comment: 'comment',
  'yaml-fence': 'yaml-fence',
} as const satisfies Record<string, Shape>;
const VALUE_HEADER =
  /^(?:value|details?|description|information|content|entry|wert|angabe|inhalt|beschreibung|information(?:en)?)$/i;

const DATED = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2} \p{L}{3,9} \d{4})(?![\p{L}\p{N}-])/u;

/** Blocks of a document in which metadata may stand, with what each is worth. */
export interface Zones {
  /** Before the first heading below the title. */
  readonly head: readonly Block[];
  /** Sections headed "Document control" and the like. */
  readonly control: readonly Block[];
  /** Is the first heading the document's title, and no section? */
  readonly titled: boolean;
  /** The last blocks of the document. */
  readonly foot: readonly Block[];
}

/** Works out the zones of a document from its outline. */
export function zonesOf(lead: readonly Block[], sections: readonly Section[]): Zones {
  const first = sections[0];
  const titled = first !== undefined && (first.heading.depth === 1 || lead.length === 0) && !isControl(first);
  const head = [
    ...lead,
    ...(titled && first !== undefined && (first.heading.depth === 1 || sections.length > 1) ? first.own : []),
  ];
  const control = sections.filter(isControl).flatMap((section) => section.own);
  const last = sections[sections.length - 1];
  const foot =
    last === undefined || last === first || control.some((block) => last.own.includes(block)) ? [] : last.own.slice(-4);
  return { head, control, foot, titled };
}

/** Is it a section of the document's own data, or of its versions? */
export function isControl({ control }: Section): boolean {
  return control.includes('control') || control.includes('history');
}

/** All label and value pairs of a document's metadata, by rank of shape and then by place. */
export function metadataPairs(
  path: string,
  tree: MarkdownTree,
  zones: Zones,
  sections: readonly Section[],
  lexicon: Lexicon,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let block = 0;
  if (tree.frontMatter !== null) {
    const shape = SHAPE_OF_FRONT_MATTER[tree.frontMatter.shape];
    for (const root of tree.frontMatter.yaml.roots)
      if (root.type === 'map') pairs.push(...nestedPairs(root, shape, block, lexicon, false));
  }
  for (const each of zones.head) pairs.push(...blockPairs(path, tree.text, each, ++block, lexicon, 2));
  for (const each of zones.control)
    pairs.push(...blockPairs(path, tree.text, each, ++block, lexicon, 1).filter((pair) => !isDuty(pair, lexicon)));
  for (const each of zones.foot)
    pairs.push(...blockPairs(path, tree.text, each, ++block, lexicon, 2).filter((pair) => !isDuty(pair, lexicon)));
  for (const section of sections) pairs.push(...headingPairs(section, ++block, lexicon));
  if (speaksOfOwnership(tree.text))
    for (const blocks of [zones.head, ...sections.map((section) => section.own)])
      pairs.push(
        ...sentencePairs(path, blocks, ++block).filter(
          (pair) => !pairs.some((other) => other.shape === 'section' && other.label === pair.label),
        ),
      );
  return pairs;
}

/** "Process owner: answers for the whole process", in the roles that close a document, says what an owner does, not who it is. */
function isDuty(pair: Pair, lexicon: Lexicon): boolean {
  return (
    lexicon.controlField(pair.label)?.type === 'names' &&
    (/^(?:see|siehe|vgl\.?|by the|durch)\s/i.test(pair.raw) ||
      (/^\p{Ll}+(?:\s+\S+){2,}/u.test(pair.raw) && !looksLikeRole(pair.raw)))
  );
}

/**
 * The pairs of one block; in: how many known labels it takes to believe that the block is metadata.
 * A table with a header of its own, or lines with labels that nobody knows, give none.
 */
export function blockPairs(
  path: string,
  text: string,
  block: Block,
  number: number,
  lexicon: Lexicon,
  enough: number,
): readonly Pair[] {
  const known = (pairs: readonly Pair[]): number => pairs.filter((pair) => lexicon.isLabel(pair.label)).length;
  switch (block.type) {
    case 'paragraph': {
      const pairs = keyLinePairs(path, text, block, number, (label) => lexicon.isLabel(label));
      const bold = pairs.some((pair) => pair.labelSpan !== null && /[*_]/.test(text.charAt(pair.labelSpan.start - 1)));
      // "Next meeting: 2026-12-08" stands alone, but the date behind it says that it is no sentence.
      const dated = pairs.length === 1 && DATED.test(pairs[0]?.raw ?? '');
      return known(pairs) >= (bold || dated ? 1 : Math.max(2, enough)) ? pairs : [];
    }
    case 'list': {
      // Numbered items are steps: "2. Approval: by the board" says how one is approved, not who approved this.
      if (block.ordered) return [];
      const pairs = block.items.flatMap((item) => {
        const first = item.children[0];
        return first?.type === 'paragraph'
          ? keyLinePairs(path, text, first, number, (label) => lexicon.isLabel(label))
          : [];
      });
      return known(pairs) >= 2 && known(pairs) * 2 >= block.items.length ? pairs : [];
    }
    case 'table': {
      const header = block.rows[0];
      const width = header?.cells.length ?? 0;
      if (header === undefined || width < 2) return [];
      const headerWords = header.cells.map((cell) => plainText(cell.children).trim());
      if (isSignatures(block, headerWords, lexicon)) return signaturePairs(path, text, block, number, lexicon);
      if (isOneRow(block, headerWords, lexicon)) return rowPairs(path, text, block, number);
      if (width % 2 !== 0 || width > 6) return [];
      if (isColumnHeader(headerWords, lexicon)) return [];
      const headed =
        headerWords.every((words) => words === '') ||
        VALUE_HEADER.test(headerWords[1] ?? '') ||
        !lexicon.isLabel(headerWords[0] ?? '');
      const pairs = tablePairs(path, text, block, number, headed ? 1 : 0);
      return known(pairs) >= Math.min(enough, pairs.length) && known(pairs) * 3 >= pairs.length && known(pairs) > 0
        ? pairs
        : [];
    }
    case 'code': {
      if (block.lang === null || !/^ya?ml$/i.test(block.lang)) return [];
      const pairs = parseYaml(
        text.slice(block.contentSpan.start, block.contentSpan.end),
        block.contentSpan.start,
      ).roots.flatMap((root) => (root.type === 'map' ? yamlPairs(root, 'yaml-fence', number) : []));
      return known(pairs) >= 2 && known(pairs) * 2 >= pairs.length ? pairs : [];
    }
    case 'quote':
      return block.children.flatMap((child) => blockPairs(path, text, child, number, lexicon, enough));
    case 'html': {
      // A row of heads over rows as wide holds records.
      if (htmlTable(block) !== null) return [];
      const lines = htmlKeyLines(block.value, block.span.start, number);
      if (lines.length > 0) return known(lines) > 0 ? lines : [];
      const pairs = htmlPairs(block.value, block.span.start, number);
      return known(pairs) >= enough ? pairs : [];
    }
    default:
      return [];
  }
}

/** What a document has, and an entry of a register mostly has not: one of these makes a row under labels control data. */
const CONTROL_COLUMNS: ReadonlySet<string> = new Set([
  'version',
  'approver',
  'next_review',
  'review_interval',
  'effective',
  'classification',
]);
const HISTORY_COLUMN = /change|comment|reason|summary|änderung|bemerkung|beschreibung/i;

/** Is the table control data lying on its side: one row of values under labels that are nearly all those of document control? */
function isOneRow(table: Table, labels: readonly string[], lexicon: Lexicon): boolean {
  const row = table.rows[1];
  if (
    row === undefined ||
    table.rows.length !== 2 ||
    labels.some((label) => label === '' || HISTORY_COLUMN.test(label))
  )
    return false;
  const fields = labels.map((label) => lexicon.controlField(label));
  const known = fields.filter((field) => field !== null).length;
  // An id or a title says which of many is meant: the row is a register's first entry.
  const entry = fields.some(
    (field, i) => (field?.name === 'id' && saysOfWhat(labels[i] ?? '') !== 'document') || field?.name === 'title',
  );
  return (
    !entry &&
    known >= 2 &&
    known * 3 >= labels.length * 2 &&
    fields.some((field) => field !== null && CONTROL_COLUMNS.has(field.name)) &&
    !row.cells.some((cell) => lexicon.controlField(plainText(cell.children)) !== null) &&
    matchColumns(labels, lexicon, new Set()) === null
  );
}

/** A header that spells a record's columns, or is labels throughout, heads columns: its second cell is no value of its first. */
function isColumnHeader(labels: readonly string[], lexicon: Lexicon): boolean {
  if (labels.some((label) => label === '')) return false;
  return (
    matchColumns(labels, lexicon, new Set()) !== null ||
    (labels.length >= 4 && labels.every((label) => lexicon.isLabel(label)))
  );
}

const OWNED_BY =
  /\b(?:owned|maintained) by (?:the )?([^.,;\n]+?)(?= and (?:is |are |reviewed|approved|maintained)|[.,;\n]|$)/i;

/** "Jane Doe is the process owner and …", under the heading "Process owner". */
const SPOKEN_OF =
  /^(?:The |Der |Die )?(\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){1,3}) (?:is|acts as|ist|fungiert als) /u;

/** A heading that carries its value (`#### Policy owner: Compliance Manager`), and a section headed Owner whose text names it. */
function headingPairs(section: Section, block: number, lexicon: Lexicon): readonly Pair[] {
  const { text, textSpan } = section.heading;
  const colon = text.indexOf(':');
  if (colon > 0) {
    const label = text
      .slice(0, colon)
      .replace(/^[\d.\s]+/, '')
      .trim();
    const value = text.slice(colon + 1).trim();
    const field = lexicon.controlField(label);
    if (
      field !== null &&
      value !== '' &&
      [
        'owner',
        'version',
        'approver',
        'status',
        'next_review',
        'reviewed',
        'approved',
        'effective',
        'review_interval',
        'author',
      ].includes(field.name)
    ) {
      return [{ label, labelSpan: textSpan, raw: value, span: textSpan, links: [], shape: 'heading', block }];
    }
    return [];
  }
  const first = section.own.find((each) => each.type === 'paragraph');
  if (first === undefined) return [];
  const headed = lexicon.controlField(text)?.name === 'owner';
  if (!headed && !/\bownership$/i.test(text) && !section.control.includes('control')) return [];
  const words = blockWords(first).trim();
  const owned = OWNED_BY.exec(words);
  const spoken = headed ? (SPOKEN_OF.exec(words)?.[1] ?? null) : null;
  const bare =
    spoken !== null && (looksLikePerson(spoken) || looksLikeRole(spoken)) && !lexicon.isLabel(spoken)
      ? spoken
      : headed && words.split(/\s+/).length <= 6 && !words.includes(':')
        ? words.replace(/\.$/, '')
        : null;
  const value = owned?.[1]?.trim() ?? bare;
  return value === null || value === undefined || value === ''
    ? []
    : [{ label: 'Owner', labelSpan: textSpan, raw: value, span: first.span, links: [], shape: 'section', block }];
}

const RANK: readonly Shape[] = [
  'front-matter',
  'unopened-front-matter',
  'comment',
  'yaml-fence',
  'yaml',
  'table',
  'html-table',
  'key-line',
  'heading',
  'section',
  'history',
  'computed',
];

/**
 * Turns pairs into one field each and the contradictions between blocks.
 * In: pairs, extra facts of low rank, the kinds (their fields come before document control), what was made of the pairs before
 * the kinds were known. Out: fields in document order.
 */
export function settleMetadata(
  pairs: readonly Pair[],
  extra: readonly FieldFact[],
  kinds: readonly string[],
  lexicon: Lexicon,
  known: Map<Pair, Reading> = new Map(),
): { readonly metadata: readonly FieldFact[]; readonly conflicts: readonly ConflictFact[] } {
  const found = new Map<string, { fact: FieldFact; block: number }[]>();
  for (const pair of pairs) {
    const control = lexicon.controlField(pair.label);
    // `type: change-record` says what the document is, whatever else "type" may mean in such a document.
    const declares = control?.name === 'type' && lexicon.declaredKind(pair.raw) !== null;
    const field = declares
      ? control
      : (kinds.map((kind) => lexicon.field(kind, pair.label)).find((each) => each !== null) ?? control);
    if (field === null || field === undefined) continue;
    const list = found.get(field.name) ?? [];
    const before = known.get(pair);
    const fact = before?.of === field ? before.fact : fieldFact(field, pair);
    known.set(pair, { of: field, fact });
    list.push({ fact, block: pair.block });
    found.set(field.name, list);
  }
  for (const fact of extra) {
    const list = found.get(fact.field) ?? [];
    list.push({ fact, block: -1 });
    found.set(fact.field, list);
  }
  const metadata: FieldFact[] = [];
  const conflicts: ConflictFact[] = [];
  for (const list of found.values()) {
    // Most fields are given once, and once only there is nothing to settle.
    if (list.length === 1 && list[0] !== undefined) {
      metadata.push(list[0].fact);
      continue;
    }
    const ofDocument = documentOwner(list.map((each) => each.fact));
    const ranked = list
      .map((each, i) => ({ ...each, i }))
      .sort(
        (a, b) =>
          weight(a.fact) - weight(b.fact) ||
          Number(ofDocument(a.fact)) - Number(ofDocument(b.fact)) ||
          rank(a.fact) - rank(b.fact) ||
          (a.block === b.block ? synonymity(a.fact) - synonymity(b.fact) : 0) ||
          a.i - b.i,
      );
    const best = ranked[0];
    if (best === undefined) continue;
    metadata.push(best.fact);
    // The lead auditor in one line, the rest of the team in another: both audit.
    if (SHARED.has(best.fact.field))
      for (const each of ranked.slice(1))
        if (each.fact.state === 'given' && each.fact.raw !== best.fact.raw) metadata.push(each.fact);
    const other = ranked.find(
      (each) =>
        each.block !== best.block &&
        each.block >= 0 &&
        each.fact.state === 'given' &&
        best.fact.state === 'given' &&
        ofDocument(best.fact) === ofDocument(each.fact) &&
        contradicts(best.fact, each.fact),
    );
    if (other !== undefined && best.block >= 0)
      conflicts.push({ field: best.fact.field, first: best.fact, second: other.fact });
  }
  for (const computed of [computedReview(metadata), approvalBeside(metadata)])
    if (computed !== null) metadata.push(computed);
  return { metadata: metadata.sort((a, b) => a.span.start - b.span.start), conflicts };
}

/**
 * The owner of a document and the owner of the process that it describes may be two people, and the second counts for more.
 * A mere "owner" is the document's where both are told apart.
 */
function documentOwner(facts: readonly FieldFact[]): (fact: FieldFact) => boolean {
  const apart = facts.some((fact) => saysOfWhat(fact.label) === 'process');
  return (fact) => {
    if (fact.field !== 'owner') return false;
    const of = saysOfWhat(fact.label);
    return of === 'document' || (of === null && apart && facts.some((each) => saysOfWhat(each.label) === 'document'));
  };
}

const weight = (fact: FieldFact): number =>
  fact.state === 'given' ? 0 : fact.state === 'not-applicable' ? 1 : fact.state === 'placeholder' ? 2 : 3;
/** Side by side, a label that is the field's own name comes before a synonym. */
const synonymity = (fact: FieldFact): number => (labelKey(fact.label) === labelKey(fact.field) ? 0 : 1);
const rank = (fact: FieldFact): number => RANK.indexOf(fact.shape);

/** Fields of which a document has one value at a time; lists and free text may be split over blocks. */
const SINGLE: ReadonlySet<string> = new Set([
  'id',
  'version',
  'status',
  'owner',
  'approver',
  'approved',
  'effective',
  'next_review',
  'review_interval',
  'classification',
]);

function contradicts(a: FieldFact, b: FieldFact): boolean {
  if (!SINGLE.has(a.field)) return false;
  if (a.value?.type === 'date' && b.value?.type === 'date')
    return !a.value.ambiguous && !b.value.ambiguous && (a.value.last < b.value.first || b.value.last < a.value.first);
  if (a.value?.type === 'names' && b.value?.type === 'names') return !sameNames(a.value.names, b.value.names);
  const [left, right] = [meaning(a), meaning(b)];
  return left !== '' && right !== '' && left !== right;
}

/** What a value comes to, so that `2024-03-12` and `12 March 2024`, or `v1.0` and `1.0`, do not contradict each other. */
function meaning(fact: FieldFact): string {
  const value = fact.value;
  if (value?.type === 'interval') return value.iso ?? '';
  if (value?.type === 'enumeration') return value.value.toLowerCase();
  // "v1.0 (2026-01-01)" and "1.0" are one version.
  const spoken = fact.field === 'version' ? fact.raw.replace(/\s*(?:\(.*\)|,.*|\s[–—-]\s.*)$/s, '') : fact.raw;
  const words = spoken.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '');
  return fact.field === 'version'
    ? words.replace(/^(?:v|ver|version|rev|revision)\.?/, '').replace(/(?:\.0)+$/, '')
    : fact.field === 'id'
      ? words.replace(/\./g, '')
      : words;
}

/** What a label says that its owner owns: the process, the document, or nothing. */
function saysOfWhat(label: string): 'process' | 'document' | null {
  return /pro[cz]es/i.test(label) ? 'process' : /do[ck]ument/i.test(label) ? 'document' : null;
}

/** Do two lists name the same, or at least nobody who certainly is somebody else? */
function sameNames(left: readonly NameValue[], right: readonly NameValue[]): boolean {
  if (left.length === 0 || right.length === 0) return true;
  return left.length === right.length && left.every((name) => right.some((other) => mayBeSame(name, other)));
}

function mayBeSame(a: NameValue, b: NameValue): boolean {
  if (sameName(a.text, b.text) || isInitialsOf(a.text, b.text) || isInitialsOf(b.text, a.text)) return true;
  if ((a.note !== null && sameName(a.note, b.text)) || (b.note !== null && sameName(b.note, a.text))) return true;
  // An address and a name, or a role and a person, do not contradict each other: one may hold the other.
  const address = (name: NameValue): boolean => name.text.includes('@') || name.text === name.handle;
  if (address(a) !== address(b)) return true;
  return (
    (looksLikeRole(a.text) && !looksLikeRole(b.text) && looksLikePerson(b.text)) ||
    (looksLikeRole(b.text) && !looksLikeRole(a.text) && looksLikePerson(a.text))
  );
}

/** `last_reviewed_on` and `review_in: 6 months` give the next review, where nobody wrote it. */
function computedReview(metadata: readonly FieldFact[]): FieldFact | null {
  if (metadata.some((field) => field.field === 'next_review')) return null;
  const reviewed = metadata.find((field) => field.field === 'reviewed')?.value;
  const interval = metadata.find((field) => field.field === 'review_interval');
  if (
    reviewed?.type !== 'date' ||
    reviewed.ambiguous ||
    interval?.value?.type !== 'interval' ||
    interval.value.iso === null
  )
    return null;
  const due = addInterval(reviewed.last, interval.value.iso);
  return {
    ...interval,
    field: 'next_review',
    state: 'given',
    reason: null,
    shape: 'computed',
    value: { type: 'date', iso: due, precision: 'day', first: due, last: due, ambiguous: false },
  };
}

/** "Cleo Marsh, 2026-01-05" in the approver's place says when, too. */
function approvalBeside(metadata: readonly FieldFact[]): FieldFact | null {
  const approver = metadata.find((field) => field.field === 'approver' && field.state === 'given');
  if (approver === undefined || metadata.some((field) => field.field === 'approved')) return null;
  const dates = findDates(approver.raw);
  const date = dates.length === 1 ? dates[0] : undefined;
  if (date === undefined) return null;
  const raw = approver.raw.slice(date.start, date.end);
  const exact = approver.span.end - approver.span.start === approver.raw.length;
  const span = exact ? { start: approver.span.start + date.start, end: approver.span.start + date.end } : approver.span;
  return { ...approver, field: 'approved', raw, span, shape: 'computed', value: date.value };
}
