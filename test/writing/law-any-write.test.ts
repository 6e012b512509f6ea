/** Law: whatever is written into a whole document of any kind, in any notation, is read back, and every other byte and fact stays. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FieldDescription, KindDescription } from '../../server/model/kind.ts';
import { listKey } from '../../server/model/vocabulary/list-names.ts';
import { type Facts, fieldOf, type RecordFact } from '../../server/reading/facts.ts';
import type { TextEdit } from '../../server/syntax/edit.ts';
import { addField } from '../../server/writing/add-field.ts';
import { addRecord } from '../../server/writing/add-record.ts';
import { plainText } from '../../server/writing/holes.ts';
import { insertSections } from '../../server/writing/insert-section.ts';
import { says } from '../../server/writing/proof.ts';
import { setRecordField } from '../../server/writing/set-record-field.ts';
import { recordFields, recordTable } from '../../server/writing/template.ts';
import {
  documentText,
  keepsBytes,
  LEXICON,
  NOTATIONS,
  type Notation,
  RUNS,
  read,
  VALUES,
  written,
} from './documents.ts';

/** Records that stand in cells and words in a way of their own are written by hand only. */
const OWN_WAY: ReadonlySet<string> = new Set(['raci-row', 'step']);
const UNTOUCHED: ReadonlySet<string> = new Set(['type', 'id', 'title', 'name']);

interface Whole {
  readonly text: string;
  readonly path: string;
  /** The kind of the records in it, and how many there are; null where the kind carries none that can be written. */
  readonly record: KindDescription | null;
}

/** A document with metadata, three of its sections and, where its kind carries records, three of them. */
function whole(kind: KindDescription, notation: Notation, lineEnd: string, mark: boolean, which: number): Whole {
  const pairs = ['type', 'version', 'owner'].flatMap((name) => {
    const field = LEXICON.fieldNamed(kind.name, name);
    if (field === null || LEXICON.field(kind.name, field.title)?.name !== name) return [];
    return [{ name, title: field.title, value: name === 'type' ? kind.name : (VALUES[field.type][0] ?? '') }];
  });
  const carried = (kind.carries ?? []).filter((name) => !OWN_WAY.has(name) && name !== kind.yields);
  const record = LEXICON.kind(carried[which % Math.max(1, carried.length)] ?? '');
  const sections = kind.sections.filter((_, i) => i % 3 === which % 3).map((section) => section.title);
  const head = documentText(kind, notation, pairs, sections);
  const list = record === null ? '' : notation === 'yaml' ? items(record) : rows(record, kind.carries ?? []);
  const text = `${head}${list === '' ? '' : `\n${list}`}`.replaceAll('\n', lineEnd);
  return { text: (mark ? '\uFEFF' : '') + text, path: notation === 'yaml' ? 'a.yaml' : 'a.md', record };
}

const valueFor = (field: FieldDescription, i: number): string =>
  field.name === 'id' ? `X-0${i}` : (VALUES[field.type][i % VALUES[field.type].length] ?? '');

function items(record: KindDescription): string {
  const lines = [1, 2, 3].flatMap((i) =>
    recordFields(record).map(
      (field, n) => `${n === 0 ? '  - ' : '    '}${field.name}: "${valueFor(field, i)}"${n === 1 ? ' # kept' : ''}`,
    ),
  );
  return `${listKey(record.name)}:\n${lines.join('\n')}\n`;
}

function rows(record: KindDescription, carried: readonly string[]): string {
  const table = plainText(recordTable(record.name, carried, LEXICON, 'en'));
  if (table === '') return '';
  const [head = '', line = ''] = table.split('\n');
  const titles = head
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  const fields = titles.map((title) => LEXICON.field(record.name, title));
  const body = [1, 2, 3].map(
    (i) => `| ${fields.map((field) => (field === null ? '' : valueFor(field, i))).join(' | ')} |`,
  );
  return `## The list\n\n${[head, line, ...body].join('\n')}\n\nMore words.\n`;
}

type Write = 'field' | 'record' | 'record field' | 'section';

interface Written {
  readonly edits: readonly TextEdit[] | null;
  /** What must hold of the facts afterwards. */
  readonly holds: (after: Facts) => boolean;
  /** Names of metadata fields, and the record, that are meant to be different. */
  readonly field: string | null;
  readonly record: RecordFact | null;
  readonly section: string | null;
  /** The kind of the record that comes new, behind all others of its kind. */
  readonly added: string | null;
}

/** Tries one write; null where there is nothing of the sort to write here. */
function attempt(
  write: Write,
  { text, path, record }: Whole,
  kind: KindDescription,
  which: number,
  choice: number,
): Written | null {
  const source = read(path, text);
  const { facts } = source;
  const nothing = { field: null, record: null, section: null, added: null };
  const pick = <T>(list: readonly T[]): T | undefined => list[which % Math.max(1, list.length)];
  const wordsFor = (field: FieldDescription): string => VALUES[field.type][choice % VALUES[field.type].length] ?? '';
  if (write === 'field') {
    const open = kind.fields.filter(
      ({ name }) =>
        !UNTOUCHED.has(name) && fieldOf(facts, name) === null && LEXICON.field(kind.name, name)?.name === name,
    );
    const field = pick(open);
    // Words that a list of records goes by cannot be a key beside it.
    if (field === undefined || (record !== null && field.name === listKey(record.name))) return null;
    const words = wordsFor(field);
    return {
      ...nothing,
      edits: addField(source, field.name, words, LEXICON),
      holds: (after) => says(fieldOf(after, field.name), words),
      field: field.name,
    };
  }
  if (write === 'section') {
    const standing = new Set(facts.sections.flatMap(({ names }) => names));
    const section = pick(kind.sections.filter(({ name }) => !standing.has(name)));
    if (section === undefined || facts.format === 'yaml') return null;
    return {
      ...nothing,
      edits: insertSections(source, kind.name, [section.name], LEXICON),
      holds: (after) => after.sections.some(({ names, state }) => names.includes(section.name) && state === 'empty'),
      section: section.name,
    };
  }
  const own = facts.records.filter((each) => each.kind === record?.name && each.form !== 'document');
  if (record === null || own.length !== 3) return null;
  if (write === 'record') {
    // A table has no room for what it has no column for.
    const fields = record.fields.filter(({ name }) => own.every((each) => fieldOf(each, name) !== null));
    const values = Object.fromEntries(
      fields.map((field) => [field.name, field.name === 'id' ? 'X-99' : wordsFor(field)]),
    );
    return {
      ...nothing,
      added: record.name,
      edits: addRecord(source, record.name, values, LEXICON),
      holds: (after) =>
        after.records.some(
          (each) =>
            each.kind === record.name &&
            each.form !== 'document' &&
            fields.every(({ name }) => says(fieldOf(each, name), values[name] ?? '')),
        ),
    };
  }
  const target = pick(own);
  const field = pick(recordFields(record).filter(({ name }) => !UNTOUCHED.has(name)));
  if (target === undefined || field === undefined) return null;
  const words = wordsFor(field);
  return {
    ...nothing,
    edits: setRecordField(source, target, field.name, words, LEXICON),
    holds: (after) => after.records.some((each) => each.kind === record.name && says(fieldOf(each, field.name), words)),
    record: target,
  };
}

/** What facts say, without places and without what was meant to change. */
function others(facts: Facts, { field, section, record, added }: Written, after: boolean): unknown {
  const said = (fields: RecordFact['fields']): readonly string[] =>
    fields.filter(({ state }) => state !== 'empty').map((fact) => `${fact.field}=${fact.raw}`);
  return {
    kinds: facts.kinds,
    title: facts.title?.text ?? null,
    // A section that holds the list says more where the list is longer.
    metadata: said(facts.metadata.filter((fact) => fact.field !== field && fact.shape !== 'section')).toSorted(),
    sections: facts.sections
      .filter(({ names }) => section === null || !names.includes(section))
      .map(({ title, level }) => [title, level]),
    records: facts.records
      .filter(
        (each, i, all) => !(after && each.kind === added && all.findLastIndex(({ kind }) => kind === added) === i),
      )
      .filter(
        ({ form, id, fields }) =>
          form !== 'document' &&
          !(record !== null && (id === record.id || fields.some((fact) => fact.raw === record.name))),
      )
      .map((each) => [each.kind, said(each.fields)]),
    problems: facts.problems.length,
  };
}

describe('any write into any document', () => {
  for (const write of ['field', 'record', 'record field', 'section'] as const)
    it(`(a ${write}) is read back, and every other byte and fact stays`, () => {
      let [tried, refused] = [0, 0];
      fc.assert(
        fc.property(
          fc.constantFrom(...LEXICON.documentKinds),
          fc.constantFrom(...NOTATIONS),
          fc.constantFrom('\n', '\r\n'),
          fc.boolean(),
          fc.nat(60),
          fc.nat(60),
          (kind, notation, lineEnd, mark, which, choice) => {
            const document = whole(kind, notation, lineEnd, mark, which);
            const result = attempt(write, document, kind, which, choice);
            if (result === null) return;
            tried += 1;
            if (result.edits === null) {
              refused += 1;
              return;
            }
            const before = read(document.path, document.text);
            const text = written(before, result.edits) ?? assert.fail('the edits do not fit');
            assert.ok(keepsBytes(document.text, text, result.edits));
            if (lineEnd === '\r\n') assert.doesNotMatch(text, /(?<!\r)\n/, text);
            assert.equal(text.startsWith('\uFEFF'), mark, 'the byte order mark stays at the beginning');
            const after = read(document.path, text).facts;
            assert.ok(result.holds(after), `not read back from\n${text}`);
            assert.deepEqual(others(after, result, true), others(before.facts, result, false), text);
          },
        ),
        RUNS,
      );
      assert.ok(tried * 4 > RUNS.numRuns, `only ${tried} of ${RUNS.numRuns} were tried`);
      assert.ok(refused * 20 <= tried, `${refused} of ${tried} were refused`);
    }).timeout(240_000);
});
