/** A Markdown tree to facts: outline, metadata, kinds, records, references and links, in that order. */
import type { Configuration } from '../model/configuration.ts';
import { flatten, plainText } from '../syntax/inline-text.ts';
import { headingSlugs, htmlAnchors } from '../syntax/slug.ts';
import type { Span } from '../syntax/span.ts';
import type { Block, MarkdownTree, Problem, Table } from '../syntax/tree.ts';
import { type Classified, classify } from './classify.ts';
import { type ClauseContext, clauseHeader, clauseReferences, type Named, namedStandards } from './clause-references.ts';
import { formScore } from './document-form.ts';
import {
  carriesControl,
  documentRecord,
  isControlled,
  isRecordItself,
  type Title,
  titleOf,
} from './document-record.ts';
import type { ClauseFact, Facts, FieldFact, NameFact, RecordFact, SectionFact } from './facts.ts';
import { fieldFact } from './field.ts';
import { legendsOf } from './legends.ts';
import type { Lexicon } from './lexicon.ts';
import { fileTitle, readLinks, visit } from './links.ts';
import { listRecords } from './list-records.ts';
import { blockPairs, metadataPairs, settleMetadata, zonesOf } from './metadata.ts';
import { documentNames } from './names.ts';
import { yearIn } from './periods.ts';
import { recordOf } from './record.ts';
import { ownersAmongRoles } from './role-owners.ts';
import { sectionRecords } from './section-records.ts';
import { cutSections, type Section, sectionFact } from './sections.ts';
import { spokenRecords } from './spoken-records.ts';
import { isStepList, readSteps } from './steps.ts';
import { readSuppressions } from './suppressions.ts';
import { type Coverage, readTable, type TableContext } from './tables.ts';

/** Reads a Markdown document; in: its path and tree, the lexicon and configuration; out: its facts. */
export function markdownFacts(path: string, tree: MarkdownTree, lexicon: Lexicon, configuration: Configuration): Facts {
  const slugs = headingSlugs(tree.blocks);
  const slugOf = new Map(slugs.map(({ heading, slug }) => [heading, slug] as const));
  const { lead, sections } = cutSections(tree.blocks, (heading) => slugOf.get(heading) ?? '');
  const zones = zonesOf(lead, sections, lexicon);
  const pairs = metadataPairs(path, tree, zones, sections, lexicon);
  const first = settleMetadata(pairs, [], [], lexicon);
  const given = (name: string): FieldFact | null =>
    first.metadata.find((field) => field.field === name && field.state === 'given') ?? null;

  const top = sections.find((section) => section.heading.depth === 1) ?? null;
  const titleField = given('title');
  // A site generator's `<%= title %>` is no title; the one it stands for is in the front matter.
  const generated =
    top !== null &&
    titleField !== null &&
    /^\s*(?:<%|\{\{|\{%)/.test(tree.text.slice(top.heading.textSpan.start, top.heading.textSpan.end));
  const heading = generated ? null : (top ?? (titleField === null ? (sections[0] ?? null) : null));
  const presumed = heading !== null ? headingTitle(heading) : titleOf(titleField);

  const tables = placedTables(lead, sections);
  const told = pairs.find((pair) => OF_YEAR.test(pair.label))?.raw ?? '';
  const year = yearIn(presumed?.text ?? '') ?? yearIn(titleField?.raw ?? '') ?? yearIn(told);
  const legends = legendsOf(
    tables.map(({ table }) => table),
    [lead, ...sections.map(({ own }) => own)],
    lexicon,
  );
  const contextOf = (section: Section | null, expected: ReadonlySet<string>): TableContext => ({
    path,
    text: tree.text,
    lexicon,
    expected,
    section: section?.heading.text ?? null,
    title: presumed?.text ?? null,
    legend: legends(section?.own ?? lead),
    aside: section !== null && isAside(section, sections, lexicon),
    year: yearIn(section?.heading.text ?? '') ?? year,
  });
  const roughly = tables.map(({ table, section }) => readTable(table, contextOf(section, new Set())));
  const recordKinds = new Map<string, number>();
  for (const reading of roughly)
    if (reading.type === 'records')
      for (const record of reading.records) recordKinds.set(record.kind, (recordKinds.get(record.kind) ?? 0) + 1);

  const filled = tables.reduce(
    (sum, { table }, n) => (roughly[n]?.type === 'records' ? sum + table.span.end - table.span.start : sum),
    0,
  );
  const recordShare = filled / Math.max(1, tree.text.length);
  const signs = {
    path,
    controlled: carriesControl(first.metadata),
    declaredType: given('type')?.raw ?? null,
    id: given('id')?.raw ?? null,
    headings: sections.filter((section) => section !== top).map((section) => section.heading.text),
    recordKinds,
    recordShare,
    stepShare: stepLength(tree.blocks) / Math.max(1, tree.text.length),
  };
  // A heading among others of its depth is a section, whatever it is called.
  const single =
    heading === null ||
    heading.heading.depth === 1 ||
    sections.every((section) => section === heading || section.heading.depth > heading.heading.depth);
  // Site generators take the file's name for the title of a page that has none.
  const filed = titleField === null && (presumed === null || !single) ? fileTitle(path) : null;
  let classified: Classified | null = null;
  for (const each of new Set([titleField?.raw ?? null, single ? (presumed?.text ?? null) : null, filed])) {
    const next = classify({ ...signs, title: each }, lexicon, configuration);
    if (classified === null || next.kinds.length > 0) classified = next;
    // What its own words say settles it; what merely its headings and columns show does not.
    if (next.kinds.length > 0 && next.from !== 'headings' && next.from !== 'columns') break;
  }
  const { kinds, from: kindFrom } = classified ?? { kinds: [], from: 'none' };
  const descriptions = kinds.flatMap((kind) => lexicon.kind(kind) ?? []);
  const carried = [...new Set(descriptions.flatMap((kind) => kind.carries ?? []))];
  const expected = new Set(carried);

  const sectionFacts = sections.map((section) =>
    section === top && zones.titled
      ? { ...sectionFact(section, kinds, lexicon), names: [] }
      : sectionFact(section, kinds, lexicon),
  );
  const records: RecordFact[] = [];
  const names: NameFact[] = [];
  const history: FieldFact[] = [];
  const recordTables = new Set<Block>();
  const matrices = new Set<Block>();
  const coverage: Coverage[] = [];
  tables.forEach(({ table, section }, i) => {
    const rough = roughly[i];
    const reading =
      rough === undefined || (rough.type !== 'history' && expected.size > 0)
        ? readTable(table, contextOf(section, expected))
        : rough;
    if (reading.type === 'history') history.push(...reading.fields);
    if (reading.type !== 'records') return;
    coverage.push(...(reading.coverage ?? []));
    if (reading.records.length === 0) return;
    records.push(...reading.records);
    names.push(...reading.names);
    recordTables.add(table);
    if (reading.names.length > 0) matrices.add(table);
  });
  coverAudits(records, coverage, lexicon);
  records.push(...sectionRecords(path, tree.text, sections, matrices, carried, lexicon));
  const inRecords = (span: Span): boolean =>
    records.some(
      (record) => record.form === 'section' && record.span.start <= span.start && span.end <= record.span.end,
    );
  // The list that spells a record's fields below its heading is no list of records.
  const free = sections.filter((section) => !inRecords(section.heading.span));
  const freeFacts = sectionFacts.filter((_, i) => free.includes(sections[i] as Section));
  records.push(...listRecords(path, free, freeFacts, descriptions, lexicon));
  records.push(...spokenRecords(path, free, freeFacts, descriptions, lexicon));
  records.push(...readSteps(path, tree.text, sections, lead, kinds, lexicon));

  const yields = descriptions.flatMap((kind) => kind.yields ?? [])[0] ?? null;
  const deep =
    kinds.length === 0
      ? []
      : sections
          .filter((section) => section !== top && !inRecords(section.heading.span))
          .flatMap((section, n) =>
            section.own.flatMap((block) =>
              recordTables.has(block) ? [] : ownPairs(path, tree.text, block, 1000 + n, kinds, yields, lexicon),
            ),
          );
  const answers = sectionAnswers(path, sections, sectionFacts, kinds, lexicon);
  const owners = kinds.includes('process-description')
    ? ownersAmongRoles(path, tree.text, sections, sectionFacts, records, lexicon)
    : [];
  const { metadata, conflicts } = settleMetadata(
    // The key lines of a record that closes the document are the record's, not the document's.
    pairs.filter((pair) => !inRecords(pair.span)),
    [...deep, ...answers, ...owners, ...history],
    kinds,
    lexicon,
  );

  // Only now it is known whether a "subject" is the document's title or, as in a training record, a field of its kind.
  const title =
    heading !== null
      ? headingTitle(heading)
      : titleOf(metadata.find((field) => field.field === 'title' && field.state === 'given') ?? null);
  if (yields !== null && isRecordItself(yields, metadata, records, lexicon))
    records.push(documentRecord(yields, path, title, metadata, tree.text.length, lexicon));
  records.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  names.push(...documentNames(metadata, records));

  const { clauses, words } = references(tree, sections, metadata, records);
  const links = readLinks(path, tree.blocks);
  const score = formScore({
    facts: { title, kinds, metadata, sections: sectionFacts, records, links, names, words },
    blocks: tree.blocks,
    steps: () => stepsForScore(path, tree.text, sections, lead, records, kinds, lexicon),
  });
  return {
    path,
    format: 'markdown',
    title,
    kinds,
    kindFrom,
    controlled: isControlled(metadata, kindFrom, kinds, sectionFacts, lexicon),
    metadata,
    conflicts,
    sections: sectionFacts,
    records,
    clauses,
    links,
    names,
    ...(score === null ? {} : { score }),
    suppressions: readSuppressions(tree),
    anchors: [...slugs.map(({ slug }) => slug), ...htmlAnchors(tree)],
    problems: [...tree.problems, ...unclosedFences(tree)],
    words,
    length: tree.text.length,
  };
}

/** The steps by which the form of the content is judged: those of a procedure, whatever the document says that it is. */
function stepsForScore(
  path: string,
  text: string,
  sections: readonly Section[],
  lead: readonly Block[],
  records: readonly RecordFact[],
  kinds: readonly string[],
  lexicon: Lexicon,
): readonly RecordFact[] {
  const read = records.filter((record) => record.kind === 'step');
  // A procedure's steps were read as such before.
  if (kinds.includes('procedure')) return read;
  const all = readSteps(path, text, sections, lead, ['procedure'], lexicon);
  return all.length > read.length ? all : read;
}

/** A fence that nobody closes turns all that follows into code, headings and tables included. */
function unclosedFences(tree: MarkdownTree): readonly Problem[] {
  const found: Problem[] = [];
  visit(tree.blocks, (block) => {
    if (block.type !== 'code' || !block.unclosed) return;
    const lines = block.value.split('\n').filter((line) => line.trim() !== '').length;
    const end = tree.text.indexOf('\n', block.span.start);
    const line = { start: block.span.start, end: end < 0 ? block.span.end : Math.min(end, block.span.end) };
    found.push({
      kind: 'fence',
      span: line,
      message: `This code fence is never closed, so the ${lines === 1 ? 'line' : `${lines} lines`} below it ${lines === 1 ? 'is' : 'are'} read as code. Close it with a line of the same signs.`,
    });
  });
  return found;
}

const headingTitle = (section: Section): Title => ({ text: section.heading.text, span: section.heading.textSpan });

/** All tables with the title of the section that they stand in, those inside lists and quotes too. */
function placedTables(
  lead: readonly Block[],
  sections: readonly Section[],
): readonly { readonly table: Table; readonly section: Section | null }[] {
  const found: { table: Table; section: Section | null }[] = [];
  const gather = (blocks: readonly Block[], section: Section | null): void =>
    visit(blocks, (block) => {
      if (block.type === 'table') found.push({ table: block, section });
    });
  gather(lead, null);
  for (const section of sections) gather(section.own, section);
  return found;
}

/** How much of the text lists of steps fill. */
function stepLength(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, block) =>
      block.type === 'list' && isStepList(block) && block.items.length >= 4
        ? sum + block.span.end - block.span.start
        : sum,
    0,
  );
}

/** Labels that say which year a document is of. */
const OF_YEAR = /^(?:(?:audit|programme|reporting)\s+)?(?:period|year|jahr|zeitraum|auditjahr|berichtszeitraum)$/i;

/** Does the section stand in the midst of the document, and speak of other things than the document itself? */
function isAside(section: Section, sections: readonly Section[], lexicon: Lexicon): boolean {
  const at = sections.indexOf(section);
  return (
    at > 0 &&
    at < sections.length - 2 &&
    !lexicon.sectionNames(null, section.heading.text).some((name) => name === 'history' || name === 'control')
  );
}

/** What a table of clauses by audits says goes to the audits that other tables name; those that none names are audits too. */
function coverAudits(records: RecordFact[], coverage: readonly Coverage[], lexicon: Lexicon): void {
  for (const { audit, field, items, span } of coverage) {
    const description = lexicon.fieldNamed('audit', field);
    const id = lexicon.fieldNamed('audit', 'id');
    if (description === null || id === null || items.length === 0) continue;
    const pair = { labelSpan: null, span, links: [], shape: 'computed' as const };
    const fact = fieldFact(description, { ...pair, label: audit, raw: items.join(', ') });
    const at = records.findIndex((record) => record.kind === 'audit' && (record.id === audit || record.name === audit));
    const record = records[at];
    if (record === undefined) {
      const named = fieldFact(id, { ...pair, label: id.title, raw: audit, shape: 'column' });
      records.push(recordOf('audit', [named, fact], span, 'column', null));
    } else if (!record.fields.some((each) => each.field === field && each.state === 'given'))
      records[at] = { ...record, fields: [...record.fields, fact] };
  }
}

/** Below the head, only labels that are the kind's own count: an "Owner" there mostly belongs to something else. */
function ownPairs(
  path: string,
  text: string,
  block: Block,
  number: number,
  kinds: readonly string[],
  yields: string | null,
  lexicon: Lexicon,
): readonly FieldFact[] {
  if (
    yields === null ||
    (block.type !== 'table' && block.type !== 'paragraph' && block.type !== 'list' && block.type !== 'html')
  )
    return [];
  return blockPairs(path, text, block, number, lexicon, 2).flatMap((pair) => {
    const field = kinds.map((kind) => lexicon.field(kind, pair.label)).find((each) => each !== null) ?? null;
    const own =
      field !== null &&
      kinds.some((kind) => lexicon.kind(kind)?.fields.some((each) => each.name === field.name) === true);
    return field !== null && own ? [fieldFact(field, pair)] : [];
  });
}

/** A section answers the field of its name: `## Scope` gives `scope`. */
function sectionAnswers(
  path: string,
  sections: readonly Section[],
  facts: readonly SectionFact[],
  kinds: readonly string[],
  lexicon: Lexicon,
): readonly FieldFact[] {
  return facts.flatMap((fact, i) =>
    fact.names.flatMap((name): readonly FieldFact[] => {
      const own = kinds.flatMap((kind) => lexicon.kind(kind)?.fields.find((field) => field.name === name) ?? [])[0];
      const section = sections[i];
      if (own === undefined || section === undefined) return [];
      const body = section.all[0];
      const last = section.all[section.all.length - 1];
      const span =
        body === undefined || last === undefined
          ? { start: fact.span.end, end: fact.span.end }
          : { start: body.span.start, end: last.span.end };
      const made = fieldFact(own, {
        label: fact.title,
        labelSpan: fact.headingSpan,
        raw: fact.lead,
        span,
        links: readLinks(path, section.all).flatMap((link) => link.path ?? []),
        shape: 'section',
      });
      return [{ ...made, state: fact.state, value: fact.state === 'given' ? made.value : null }];
    }),
  );
}

/** Counts words by the blanks between them. */
function wordCount(text: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const blank = text.charCodeAt(i) <= 32;
    if (!blank && !inside) count += 1;
    inside = !blank;
  }
  return count;
}

/** Clause references of all prose, tables and metadata, and the number of words. */
function references(
  tree: MarkdownTree,
  sections: readonly Section[],
  metadata: readonly FieldFact[],
  records: readonly RecordFact[],
): { clauses: readonly ClauseFact[]; words: number } {
  const stretches: {
    text: string;
    spanOf: (from: number, to: number) => Span;
    place: ClauseFact['place'];
    bare: boolean;
    column?: Named | null;
  }[] = [];
  const clauseCells = new Set<number>();
  for (const record of records)
    for (const field of record.fields)
      if (field.field === 'standard' && (field.shape === 'row' || field.shape === 'column'))
        clauseCells.add(field.span.start);
  const clauseFields = metadata.filter((field) => field.field === 'standard');
  visit(tree.blocks, (block) => {
    if (block.type === 'paragraph' || block.type === 'heading') {
      const flat = flatten(block.children, 'blank');
      const bare = clauseFields.some(
        (field) =>
          field.shape === 'key-line' && field.span.start >= block.span.start && field.span.end <= block.span.end,
      );
      stretches.push({
        text: flat.text,
        spanOf: flat.spanOf,
        place: block.type === 'heading' ? 'heading' : bare ? 'metadata' : 'prose',
        bare: false,
      });
    } else if (block.type === 'table') {
      const heads = (block.rows[0]?.cells ?? []).map((cell) => clauseHeader(plainText(cell.children)));
      for (const row of block.rows) {
        row.cells.forEach((cell, i) => {
          if (cell.children.length === 0) return;
          const flat = flatten(cell.children, 'blank');
          const bare =
            row !== block.rows[0] &&
            (heads[i]?.holdsClauses === true ||
              clauseCells.has(cell.span.start) ||
              clauseFields.some((field) => field.span.start === cell.span.start));
          stretches.push({
            text: flat.text,
            spanOf: flat.spanOf,
            place: 'table',
            bare,
            column: heads[i]?.standard ?? null,
          });
        });
      }
    }
  });
  for (const field of clauseFields) {
    // Tables were read cell by cell above, and a section's own prose too.
    if (field.shape === 'row' || field.shape === 'table' || field.shape === 'section') continue;
    const source = tree.text.slice(field.span.start, field.span.end);
    stretches.push({
      text: source,
      spanOf: (from, to) => ({ start: field.span.start + from, end: field.span.start + to }),
      place: 'metadata',
      bare: true,
    });
  }

  const standards = new Map<string, Set<string>>();
  let words = 0;
  const note = (text: string): void => {
    for (const named of namedStandards(text)) {
      const years = standards.get(named.standard) ?? new Set<string>();
      if (named.year !== null) years.add(named.year);
      standards.set(named.standard, years);
    }
  };
  for (const stretch of stretches) {
    note(stretch.text);
    words += wordCount(stretch.text);
  }
  if (tree.frontMatter !== null)
    note(tree.text.slice(tree.frontMatter.contentSpan.start, tree.frontMatter.contentSpan.end));
  const ownNumbers = new Set(
    sections.flatMap((section) => /^\s*(?:§\s*)?(\d{1,2}(?:\.\d{1,2})*)\b/.exec(section.heading.text)?.[1] ?? []),
  );
  const context: ClauseContext = { standards, ownNumbers };
  const seen = new Set<number>();
  const clauses: ClauseFact[] = [];
  for (const stretch of stretches) {
    for (const fact of clauseReferences(
      stretch.text,
      stretch.spanOf,
      context,
      stretch.place,
      stretch.bare,
      stretch.column,
    )) {
      if (seen.has(fact.span.start)) continue;
      seen.add(fact.span.start);
      clauses.push(fact);
    }
  }
  clauses.sort((a, b) => a.span.start - b.span.start);
  return { clauses, words };
}
