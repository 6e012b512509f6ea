/** A Markdown tree to facts: outline, metadata, kinds, records, references and links, in that order. */
import type { Configuration } from '../model/configuration.ts';
import { headingSlugs, htmlAnchors } from '../syntax/slug.ts';
import { contains, type Span } from '../syntax/span.ts';
import type { Block, MarkdownTree, Problem } from '../syntax/tree.ts';
import { classify, type Signs } from './classify.ts';
import { documentClauses } from './document-clauses.ts';
import { formScore } from './document-form.ts';
import { carriesControl, documentRecord, isControlled, isRecordItself, titleOf } from './document-record.ts';
import { documentTables, type PlacedTable, readTables, recordKindsIn, recordLength } from './document-tables.ts';
import { headingTitle, presumeTitle, type Titled } from './document-title.ts';
import { type Facts, type FieldFact, givenField, type RecordFact } from './facts.ts';
import type { Pair, Reading } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { readLinks, visit } from './links.ts';
import { listRecords } from './list-records.ts';
import { metadataPairs, settleMetadata, zonesOf } from './metadata.ts';
import { documentNames } from './names.ts';
import { ownersAmongRoles } from './role-owners.ts';
import { ownPairs, sectionAnswers } from './section-fields.ts';
import { sectionRecords } from './section-records.ts';
import { cutSections, type Section, type Standings, sectionFact } from './sections.ts';
import { spokenRecords } from './spoken-records.ts';
import { isStepList, readSteps } from './steps.ts';
import { readSuppressions } from './suppressions.ts';

/** Reads a Markdown document; in: its path and tree, the lexicon and configuration; out: its facts. */
export function markdownFacts(path: string, tree: MarkdownTree, lexicon: Lexicon, configuration: Configuration): Facts {
  const { text } = tree;
  const slugs = headingSlugs(tree.blocks);
  const slugOf = new Map(slugs.map(({ heading, slug }) => [heading, slug] as const));
  const { lead, sections } = cutSections(tree.blocks, (heading) => slugOf.get(heading) ?? '', lexicon);
  const zones = zonesOf(lead, sections);
  const pairs = metadataPairs(path, tree, zones, sections, lexicon);
  const readings = new Map<Pair, Reading>();
  const first = settleMetadata(pairs, [], [], lexicon, readings).metadata;
  const titled = presumeTitle(path, text, sections, givenField({ metadata: first }, 'title'));
  const tables = documentTables(path, tree, lead, sections, titled, pairs, lexicon);
  const { kinds, from: kindFrom } = classify(
    signsOf(path, tree, sections, first, titled, tables),
    lexicon,
    configuration,
  );
  const descriptions = kinds.flatMap((kind) => lexicon.kind(kind) ?? []);
  const carried = [...new Set(descriptions.flatMap((kind) => kind.carries ?? []))];

  const standings: Standings = new Map();
  const sectionFacts = sections.map((section) => {
    const fact = sectionFact(section, kinds, lexicon, standings);
    return section === titled.top && zones.titled ? { ...fact, names: [] } : fact;
  });
  const tabled = readTables(tables, new Set(carried), lexicon);
  const records = [...tabled.records, ...sectionRecords(path, text, sections, tabled.matrices, carried, lexicon)];
  // The list that spells a record's fields below its heading is no list of records.
  const within = sectionsOf(records);
  const free = sections.filter((section) => !within(section.heading.span));
  const freeFacts = sectionFacts.filter((_, i) => free.includes(sections[i] as Section));
  records.push(...listRecords(path, free, freeFacts, descriptions, lexicon));
  records.push(...spokenRecords(path, free, freeFacts, descriptions, lexicon));
  records.push(...readSteps(path, text, sections, lead, kinds, lexicon));

  const inRecords = sectionsOf(records);
  const yields = descriptions.flatMap((kind) => kind.yields ?? [])[0] ?? null;
  const links = readLinks(path, tree.blocks);
  const below = sections.filter((section) => section !== titled.top && !inRecords(section.heading.span));
  const extra = [
    ...(yields === null ? [] : deepFacts(path, text, below, tabled.recordTables, kinds, yields, lexicon)),
    ...sectionAnswers(sections, sectionFacts, links, kinds, lexicon),
    ...(kinds.includes('process-description')
      ? ownersAmongRoles(path, text, sections, sectionFacts, records, lexicon)
      : []),
    ...tabled.history,
  ];
  // The key lines of a record that closes the document are the record's, not the document's.
  const own = pairs.filter((pair) => !inRecords(pair.span));
  const { metadata, conflicts } = settleMetadata(own, extra, kinds, lexicon, readings);

  // Only now it is known whether a "subject" is the document's title or, as in a training record, a field of its kind.
  const title = titled.heading === null ? titleOf(givenField({ metadata }, 'title')) : headingTitle(titled.heading);
  if (yields !== null && isRecordItself(yields, metadata, records, lexicon))
    records.push(documentRecord(yields, path, title, metadata, text.length, lexicon));
  records.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const names = [...tabled.names, ...documentNames(metadata, records)];

  const { clauses, words } = documentClauses(tree, sections, metadata, records);
  const score = formScore({
    facts: { title, kinds, metadata, sections: sectionFacts, records, links, names, words },
    blocks: tree.blocks,
    steps: () => stepsForScore(path, text, sections, lead, records, kinds, lexicon),
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
    length: text.length,
  };
}

/** The signs by which the document's kind is told. */
function signsOf(
  path: string,
  tree: MarkdownTree,
  sections: readonly Section[],
  metadata: readonly FieldFact[],
  { top, titles }: Titled,
  tables: readonly PlacedTable[],
): Signs {
  const length = Math.max(1, tree.text.length);
  return {
    path,
    controlled: carriesControl(metadata),
    declaredType: givenField({ metadata }, 'type')?.raw ?? null,
    id: givenField({ metadata }, 'id')?.raw ?? null,
    titles,
    headings: sections.filter((section) => section !== top).map((section) => section.heading.text),
    recordKinds: recordKindsIn(tables),
    recordShare: recordLength(tables) / length,
    stepShare: stepLength(tree.blocks) / length,
  };
}

/** Tells of a place whether it stands in a section that is a record. */
function sectionsOf(records: readonly RecordFact[]): (place: Span) => boolean {
  const wholes = records.flatMap((record) => (record.form === 'section' ? [record.span] : []));
  return (place) => wholes.some((whole) => contains(whole, place));
}

/** What the sections say under labels of the kind's own. */
function deepFacts(
  path: string,
  text: string,
  sections: readonly Section[],
  recordTables: ReadonlySet<Block>,
  kinds: readonly string[],
  yields: string,
  lexicon: Lexicon,
): readonly FieldFact[] {
  return sections.flatMap((section, n) =>
    section.own.flatMap((block) =>
      recordTables.has(block) ? [] : ownPairs(path, text, block, 1000 + n, kinds, yields, lexicon),
    ),
  );
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
