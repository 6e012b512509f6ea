/** A Markdown tree to facts: outline, metadata, kinds, records, references and links, in that order. */
import type { Configuration } from '../model/configuration.ts';
import { headingSlugs, htmlAnchors } from '../syntax/slug.ts';
import type { Span } from '../syntax/span.ts';
import type { Block, MarkdownTree, Problem, Table } from '../syntax/tree.ts';
import { classify } from './classify.ts';
import { coverAudits } from './covered-audits.ts';
import { documentClauses } from './document-clauses.ts';
import { formScore } from './document-form.ts';
import {
  carriesControl,
  documentRecord,
  isControlled,
  isRecordItself,
  type Title,
  titleOf,
} from './document-record.ts';
import type { Facts, FieldFact, NameFact, RecordFact } from './facts.ts';
import type { Pair, Reading } from './field.ts';
import { htmlTable } from './html-tables.ts';
import { legendsOf } from './legends.ts';
import type { Lexicon } from './lexicon.ts';
import { fileTitle, readLinks, visit } from './links.ts';
import { listRecords } from './list-records.ts';
import { metadataPairs, settleMetadata, zonesOf } from './metadata.ts';
import { documentNames } from './names.ts';
import { yearIn } from './periods.ts';
import { ownersAmongRoles } from './role-owners.ts';
import { ownPairs, sectionAnswers } from './section-fields.ts';
import { sectionRecords } from './section-records.ts';
import { cutSections, type Section, type Standings, sectionFact } from './sections.ts';
import { spokenRecords } from './spoken-records.ts';
import { isStepList, readSteps } from './steps.ts';
import { readSuppressions } from './suppressions.ts';
import { type Coverage, readPlainly, readTable, type TableContext, worded } from './tables.ts';

/** Reads a Markdown document; in: its path and tree, the lexicon and configuration; out: its facts. */
export function markdownFacts(path: string, tree: MarkdownTree, lexicon: Lexicon, configuration: Configuration): Facts {
  const slugs = headingSlugs(tree.blocks);
  const slugOf = new Map(slugs.map(({ heading, slug }) => [heading, slug] as const));
  const { lead, sections } = cutSections(tree.blocks, (heading) => slugOf.get(heading) ?? '');
  const zones = zonesOf(lead, sections, lexicon);
  const pairs = metadataPairs(path, tree, zones, sections, lexicon);
  const readings = new Map<Pair, Reading>();
  const first = settleMetadata(pairs, [], [], lexicon, readings);
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
  const cells: TableContext['cells'] = new Map();
  const contextOf = (section: Section | null): TableContext => ({
    path,
    text: tree.text,
    lexicon,
    expected: NOTHING,
    section: section?.heading.text ?? null,
    title: presumed?.text ?? null,
    legend: legends(section?.own ?? lead),
    aside: section !== null && isAside(section, sections, lexicon),
    year: yearIn(section?.heading.text ?? '') ?? year,
    cells,
  });
  const placed = tables.map(({ table, section }) => ({ worded: worded(table), context: contextOf(section) }));
  const plainly = placed.map((each) => readPlainly(each.worded, each.context));
  const roughly = placed.map((each, i) => plainly[i] ?? readTable(each.worded, each.context));
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
  const titles = [titleField?.raw ?? null, single ? (presumed?.text ?? null) : null, filed];
  const { kinds, from: kindFrom } = classify({ ...signs, titles }, lexicon, configuration);
  const descriptions = kinds.flatMap((kind) => lexicon.kind(kind) ?? []);
  const carried = [...new Set(descriptions.flatMap((kind) => kind.carries ?? []))];
  const expected = new Set(carried);

  const standings: Standings = new Map();
  const sectionFacts = sections.map((section) => {
    const fact = sectionFact(section, kinds, lexicon, standings);
    return section === top && zones.titled ? { ...fact, names: [] } : fact;
  });
  const records: RecordFact[] = [];
  const names: NameFact[] = [];
  const history: FieldFact[] = [];
  const recordTables = new Set<Block>();
  const matrices = new Set<Block>();
  const coverage: Coverage[] = [];
  placed.forEach(({ worded, context }, i) => {
    const { table } = worded;
    const rough = plainly[i] ?? (expected.size === 0 ? roughly[i] : null);
    const reading = rough ?? readTable(worded, { ...context, expected });
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
  const links = readLinks(path, tree.blocks);
  const answers = sectionAnswers(sections, sectionFacts, links, kinds, lexicon);
  const owners = kinds.includes('process-description')
    ? ownersAmongRoles(path, tree.text, sections, sectionFacts, records, lexicon)
    : [];
  const { metadata, conflicts } = settleMetadata(
    // The key lines of a record that closes the document are the record's, not the document's.
    pairs.filter((pair) => !inRecords(pair.span)),
    [...deep, ...answers, ...owners, ...history],
    kinds,
    lexicon,
    readings,
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

  const { clauses, words } = documentClauses(tree, sections, metadata, records);
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

const NOTHING: ReadonlySet<string> = new Set();

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
      const table = block.type === 'table' ? block : block.type === 'html' ? htmlTable(block) : null;
      if (table !== null) found.push({ table, section });
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
