/** A YAML tree to facts: metadata of its root, records of its lists and maps, clause references of its fields. */
import type { Configuration } from '../model/configuration.ts';
import type { YamlMap, YamlTree } from '../syntax/tree.ts';
import { classify } from './classify.ts';
import { type ClauseContext, clauseReferences, namedStandards } from './clause-references.ts';
import { carriesControl, documentRecord, isControlled, isRecordItself, titleOf } from './document-record.ts';
import type { ClauseFact, Facts, FieldFact, RecordFact } from './facts.ts';
import type { Pair, Reading } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { fileTitle } from './links.ts';
import { settleMetadata } from './metadata.ts';
import { documentNames } from './names.ts';
import { nestedPairs } from './nested-pairs.ts';
import { readSuppressions } from './suppressions.ts';
import { yamlRecords } from './yaml-records.ts';

/** Reads a YAML document or register; in: its path and tree, the lexicon and configuration; out: its facts. */
export function yamlFacts(path: string, tree: YamlTree, lexicon: Lexicon, configuration: Configuration): Facts {
  const { roots } = tree.stream;
  const root = roots.find((each): each is YamlMap => each.type === 'map') ?? null;
  const pairs = root === null ? [] : nestedPairs(root, 'yaml', 0, lexicon, true);
  const readings = new Map<Pair, Reading>();
  const first = settleMetadata(pairs, [], [], lexicon, readings).metadata;
  const given = (name: string): FieldFact | null =>
    first.find((field) => field.field === name && field.state === 'given') ?? null;
  const titleField = given('title');

  const rough = yamlRecords(roots, lexicon, new Set());
  const recordKinds = new Map<string, number>();
  for (const record of rough) recordKinds.set(record.kind, (recordKinds.get(record.kind) ?? 0) + 1);
  const { kinds, from: kindFrom } = classify(
    {
      path,
      controlled: carriesControl(first),
      declaredType: given('type')?.raw ?? null,
      id: given('id')?.raw ?? null,
      titles: [titleField?.raw ?? (carriesControl(first) || recordKinds.size > 0 ? fileTitle(path) : null)],
      headings: [],
      recordKinds,
      recordShare: 1,
      stepShare: 0,
    },
    lexicon,
    configuration,
  );

  const descriptions = kinds.flatMap((kind) => lexicon.kind(kind) ?? []);
  const expected = new Set(descriptions.flatMap((kind) => kind.carries ?? []));
  const records: RecordFact[] = [...(expected.size === 0 ? rough : yamlRecords(roots, lexicon, expected))];
  const { metadata, conflicts } = settleMetadata(pairs, [], kinds, lexicon, readings);
  const title = titleOf(metadata.find((field) => field.field === 'title' && field.state === 'given') ?? null);
  const yields = descriptions.flatMap((kind) => kind.yields ?? [])[0] ?? null;
  if (yields !== null && root !== null && isRecordItself(yields, metadata, records, lexicon))
    records.push(documentRecord(yields, path, title, metadata, tree.text.length, lexicon));
  records.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);

  return {
    path,
    format: 'yaml',
    title,
    kinds,
    kindFrom,
    controlled: isControlled(metadata, kindFrom, kinds, [], lexicon),
    metadata,
    conflicts,
    sections: [],
    records,
    clauses: yamlClauses(tree, metadata, records),
    links: [],
    names: documentNames(metadata, records),
    suppressions: readSuppressions(tree),
    anchors: [],
    problems: [...tree.problems],
    words: 0,
    length: tree.text.length,
  };
}

function yamlClauses(
  tree: YamlTree,
  metadata: readonly FieldFact[],
  records: readonly RecordFact[],
): readonly ClauseFact[] {
  const standards = new Map<string, Set<string>>();
  for (const named of namedStandards(tree.text)) {
    const years = standards.get(named.standard) ?? new Set<string>();
    if (named.year !== null) years.add(named.year);
    standards.set(named.standard, years);
  }
  const context: ClauseContext = { standards, ownNumbers: new Set() };
  const found: ClauseFact[] = [];
  const seen = new Set<number>();
  for (const field of [...metadata, ...records.flatMap((record) => record.fields)]) {
    const clausesField = field.field === 'standard';
    if (seen.has(field.span.start) || (!clausesField && field.value?.type !== 'text')) continue;
    seen.add(field.span.start);
    const source = tree.text.slice(field.span.start, field.span.end);
    found.push(
      ...clauseReferences(
        source,
        (from, to) => ({ start: field.span.start + from, end: field.span.start + to }),
        context,
        'metadata',
        clausesField,
      ),
    );
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
