/** Documents for the tests of writing: read from a text, written in each notation, and compared before and after an edit. */
import { DEFAULT_CONFIGURATION } from '../../server/model/configuration.ts';
import type { KindDescription } from '../../server/model/kind.ts';
import type { ValueType } from '../../server/model/value.ts';
import type { Facts, FieldFact } from '../../server/reading/facts.ts';
import { lexiconFor } from '../../server/reading/lexicon.ts';
import { readTree } from '../../server/reading/read.ts';
import { applyEdits, type TextEdit } from '../../server/syntax/edit.ts';
import { parseTree } from '../../server/syntax/parse.ts';
import type { WritingSource } from '../../server/writing/source.ts';

export const LEXICON = lexiconFor(DEFAULT_CONFIGURATION);

/** How often each law is tried. */
export const RUNS = { numRuns: Number(process.env.LAW_RUNS ?? 100) };

/** Reads a document. */
export function read(path: string, text: string): WritingSource {
  const tree = parseTree(path, text);
  return { tree, facts: readTree(path, tree, DEFAULT_CONFIGURATION) };
}

/** Applies what a write came to; null where it came to nothing. */
export function written(source: WritingSource, edits: readonly TextEdit[] | null): string | null {
  return edits === null ? null : applyEdits(source.tree.text, edits);
}

export type Notation =
  | 'front-matter'
  | 'unopened'
  | 'comment'
  | 'yaml-fence'
  | 'key-lines'
  | 'key-list'
  | 'apart'
  | 'table'
  | 'padded-table'
  | 'html-table'
  | 'yaml';

export const NOTATIONS: readonly Notation[] = [
  'front-matter',
  'unopened',
  'comment',
  'yaml-fence',
  'key-lines',
  'key-list',
  'apart',
  'table',
  'padded-table',
  'html-table',
  'yaml',
];

export interface Pair {
  readonly name: string;
  readonly title: string;
  readonly value: string;
}

/** A document of a kind with its metadata in one notation and its sections below. */
export function documentText(
  kind: KindDescription,
  notation: Notation,
  pairs: readonly Pair[],
  sections: readonly string[],
  lineEnd = '\n',
): string {
  const yaml = pairs.map(({ name, value }) => `${name}: "${value.replaceAll('"', '')}"`);
  const title = `# Our ${kind.title}`;
  const body = sections.map((section) => `## ${section}\n\nSome words about it.`);
  const html = pairs.map(
    ({ title: label, value }) => `<tr><th>${label}</th><td>${value.replaceAll('<', '&lt;')}</td></tr>`,
  );
  const width = Math.max(3, ...pairs.map((pair) => pair.title.length));
  const head: Readonly<Record<Notation, readonly string[]>> = {
    'front-matter': [['---', ...yaml, '---'].join('\n'), title],
    unopened: [[...yaml, '---'].join('\n'), title],
    comment: [['<!--', ...yaml, '-->'].join('\n'), title],
    'yaml-fence': [['```yaml', ...yaml, '```'].join('\n'), title],
    'key-lines': [title, pairs.map(({ title: label, value }) => `**${label}:** ${value}`).join('  \n')],
    'key-list': [title, pairs.map(({ title: label, value }) => `- **${label}**: ${value}`).join('\n')],
    apart: [title, ...pairs.map(({ title: label, value }) => `**${label}:** ${value}`)],
    table: [
      title,
      ['| Field | Value |', '|---|---|', ...pairs.map(({ title: label, value }) => `| **${label}** | ${value} |`)].join(
        '\n',
      ),
    ],
    'padded-table': [
      title,
      [
        `| ${''.padEnd(width)} |     |`,
        `| ${'-'.repeat(width)} | --- |`,
        ...pairs.map(({ title: label, value }) => `| ${label.padEnd(width)} | ${value} |`),
      ].join('\n'),
    ],
    'html-table': [title, ['<table>', ...html, '</table>'].join('\n')],
    yaml: [yaml.join('\n')],
  };
  const parts = notation === 'yaml' ? head.yaml : [...head[notation], ...body];
  return `${parts.join('\n\n')}\n`.replaceAll('\n', lineEnd);
}

/** A sound value for each type of field. */
export const VALUES: Readonly<Record<ValueType, readonly string[]>> = {
  text: ['Covers all services', 'Two words', "The board's decision", 'a: b', 'R&D and more', '# 5', '50 %'],
  names: ['Ada Sandelin', 'Service Desk Lead', 'Ada Sandelin, Bo Grahn', "Niamh O'Rowe"],
  date: ['2026-03-04', '2027-12-31'],
  interval: ['yearly', 'every 6 months'],
  target: ['>= 95 %', '< 4 h'],
  reference: ['PROC-01', 'Incident procedure'],
  clauses: ['8.6.1', '9.2, 9.3'],
  enumeration: ['open', 'draft'],
  'yes-no': ['yes', 'no'],
  number: ['3', '8.10'],
  list: ['one, two', 'reports'],
  id: ['DOC-17', 'X-2026-001'],
  version: ['1.0', '2.10', '3'],
};

const brief = (fact: FieldFact): string => [fact.field, fact.label, fact.raw, fact.state, fact.shape].join(' | ');

/** What facts say, without places, but for one metadata field. */
export function otherFacts(facts: Facts, but: string): unknown {
  return {
    kinds: facts.kinds,
    title: facts.title?.text ?? null,
    metadata: facts.metadata
      .filter((fact) => fact.field !== but && fact.shape !== 'computed')
      .map(brief)
      .sort(),
    sections: facts.sections.map((section) => [section.title, section.names, section.level, section.slug]),
    records: facts.records
      .filter((record) => record.form !== 'document')
      .map((record) => [record.kind, record.name, record.fields.map(brief)]),
    links: facts.links.map((link) => link.target),
    problems: facts.problems.length,
  };
}

/** Is the new text the old one outside the edits? */
export function keepsBytes(before: string, after: string, edits: readonly TextEdit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  let at = 0;
  let rest = after;
  for (const { span, text } of sorted) {
    const kept = before.slice(at, span.start) + text;
    if (!rest.startsWith(kept)) return false;
    rest = rest.slice(kept.length);
    at = span.end;
  }
  return rest === before.slice(at);
}
