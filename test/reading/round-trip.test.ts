/** The law of notations: a record written in any notation is read back as the same facts. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FieldDescription, KindDescription } from '../../server/model/kind.ts';
import { KINDS } from '../../server/model/kinds.generated.ts';
import type { ValueType } from '../../server/model/value.ts';
import { fieldOf } from '../../server/reading/facts.ts';
import { factsOf, recordsOf } from './facts-of.ts';

const RUNS = Number(process.env['LAW_RUNS'] ?? 100);

/** Values of each type, as people write them. */
const VALUES: Readonly<Record<ValueType, readonly string[]>> = {
  text: ['Restore the mail service', 'Nobody was told in time', 'Kleine Änderung am Netz'],
  names: ['Ada Quill', 'Change Manager', 'Ben Stone; Cleo Marsh'],
  date: ['2026-03-12', '12 March 2026', '2026-Q3'],
  interval: ['yearly', 'quarterly', 'every 6 months'],
  target: ['≥ 95 %', 'within 4 business hours', '99.9 % per month'],
  reference: ['Change management', 'Mail service', 'AUD-2026-03'],
  clauses: ['9.2.2', '8.5.1, 8.5.2'],
  enumeration: ['some other word'],
  'yes-no': ['yes', 'no'],
  number: ['3', '12.5'],
  list: ['first, second', 'only one'],
  id: ['XQ-12', 'XQ-2026-003'],
  version: ['1.2', '2.0'],
};

type Values = Readonly<Record<string, string>>;

function someValue(field: FieldDescription): fc.Arbitrary<string> {
  const listed = Object.keys(field.values ?? {});
  return fc.constantFrom(...(field.type === 'enumeration' && listed.length > 0 ? listed : VALUES[field.type]));
}

/** Values for the fields that tell a kind, and for any others. */
function valuesOf(kind: KindDescription, needed: readonly (readonly string[])[]): fc.Arbitrary<Values> {
  return fc.tuple(fc.constantFrom(...needed), fc.subarray([...kind.fields])).chain(([set, others]) => {
    const fields = kind.fields.filter((field) => set.includes(field.name) || others.includes(field));
    return fc
      .tuple(...fields.map(someValue))
      .map((values) => Object.fromEntries(fields.map((field, i) => [field.name, values[i] ?? ''])));
  });
}

const records = KINDS.filter((kind) => kind.form === 'record' && (kind.recognise.columns ?? []).length > 0);

/** The document in whose care records of a kind are, as its `type`. */
function carrierOf(kind: KindDescription): string | null {
  const carriers = KINDS.filter((each) => each.carries?.includes(kind.name));
  return (carriers.find((each) => each.carries?.[0] === kind.name) ?? carriers[0])?.name ?? null;
}

const titleOf = (kind: KindDescription, name: string): string =>
  kind.fields.find((field) => field.name === name)?.title ?? name;

type Write = (kind: KindDescription, list: readonly Values[]) => string;

const head = (kind: KindDescription): string => {
  const carrier = carrierOf(kind);
  return carrier === null ? '# Notes\n\n' : `---\ntype: ${carrier}\n---\n# Register\n\n`;
};
const sections =
  (body: (kind: KindDescription, values: Values) => string): Write =>
  (kind, list) =>
    head(kind) +
    list.map((values, i) => `## Entry number ${'one two three'.split(' ')[i]}\n\n${body(kind, values)}\n`).join('\n');

/** The notations, each with the file that it makes. */
const MARKDOWN: Readonly<Record<string, Write>> = {
  'rows of a table': (kind, list) => {
    const names = Object.keys(list[0] ?? {});
    const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
    return (
      head(kind) +
      row(names.map((name) => titleOf(kind, name))) +
      row(names.map(() => '---')) +
      list.map((values) => row(names.map((name) => values[name] ?? ''))).join('')
    );
  },
  'columns of a transposed table': (kind, list) => {
    const lines = Object.keys(list[0] ?? {}).map(
      (name) => `| ${titleOf(kind, name)} | ${list.map((values) => values[name] ?? '').join(' | ')} |\n`,
    );
    return `${head(kind)}${lines[0]}|${' --- |'.repeat(list.length + 1)}\n${lines.slice(1).join('')}`;
  },
  'key lines below headings': sections((kind, values) =>
    Object.entries(values)
      .map(([name, value]) => `**${titleOf(kind, name)}:** ${value}  \n`)
      .join(''),
  ),
  'lists below headings': sections((kind, values) =>
    Object.entries(values)
      .map(([name, value]) => `- **${titleOf(kind, name)}**: ${value}\n`)
      .join(''),
  ),
  'tables below headings': sections(
    (kind, values) =>
      `| Field | Value |\n| --- | --- |\n${Object.entries(values)
        .map(([name, value]) => `| ${titleOf(kind, name)} | ${value} |\n`)
        .join('')}`,
  ),
};

const map = (values: Values, indent: string): string =>
  Object.entries(values)
    .map(([name, value]) => `${indent}${name}: ${JSON.stringify(value)}\n`)
    .join('');
const yamlHead = (kind: KindDescription): string => (carrierOf(kind) === null ? '' : `type: ${carrierOf(kind)}\n`);
const YAML: Readonly<Record<string, Write>> = {
  'a YAML list': (kind, list) =>
    `${yamlHead(kind)}entries:\n${list.map((values) => `  -\n${map(values, '    ')}`).join('')}`,
  'a YAML map': (kind, list) =>
    `${yamlHead(kind)}entries:\n${list.map((values, i) => `  entry-${i + 1}:\n${map(values, '    ')}`).join('')}`,
  'a stream of YAML documents': (kind, list) =>
    `${carrierOf(kind) === null ? '' : `---\ntype: ${carrierOf(kind)}\n`}${list.map((values) => `---\n${map(values, '')}`).join('')}`,
};

/** Two records of one kind with the same fields. */
const pairOf = (kind: KindDescription): fc.Arbitrary<readonly [Values, Values]> =>
  valuesOf(kind, kind.recognise.columns ?? []).chain((first) =>
    fc
      .tuple(
        ...Object.keys(first).map((name) =>
          someValue(kind.fields.find((field) => field.name === name) as FieldDescription),
        ),
      )
      .map(
        (values) => [first, Object.fromEntries(Object.keys(first).map((name, i) => [name, values[i] ?? '']))] as const,
      ),
  );

/** Below headings a record is believed only where the document is one that is made of such records. */
const carried = records.filter((kind) => KINDS.some((each) => each.carries?.[0] === kind.name));
const sampleOf = (
  kinds: readonly KindDescription[],
): fc.Arbitrary<readonly [KindDescription, readonly [Values, Values]]> =>
  fc.constantFrom(...kinds).chain((kind) => fc.tuple(fc.constant(kind), pairOf(kind)));

describe('law: a record is the same in every notation', () => {
  for (const [notation, write] of Object.entries({ ...MARKDOWN, ...YAML })) {
    it(`in ${notation}`, () => {
      const path = notation in YAML ? 'register.yaml' : 'register.md';
      fc.assert(
        fc.property(sampleOf(/below headings/.test(notation) ? carried : records), ([kind, list]) => {
          const text = write(kind, list);
          const read = recordsOf(factsOf(text, path), kind.name).map((record) => {
            // The key of a map's entry stands for a name or an id that the entry has not.
            const { id, name, title, handle, number, ...rest } = record;
            const own = Object.entries({ id, name, title, handle, number }).filter(
              ([key, value]) => value !== undefined && (key in list[0] || !/^entry-\d$/.test(value)),
            );
            return { ...rest, ...Object.fromEntries(own) };
          });
          assert.deepEqual(read, list, text);
        }),
        { numRuns: RUNS },
      );
    });
  }

  it('and of documents in front matter', () => {
    const documents = KINDS.filter((kind) => kind.form === 'document' && kind.fields.length > 0);
    const document = fc.constantFrom(...documents).chain((kind) => fc.tuple(fc.constant(kind), valuesOf(kind, [['']])));
    fc.assert(
      fc.property(document, ([kind, values]) => {
        const text = `---\ntype: ${kind.name}\n${map(values, '')}---\n# Title\n`;
        const facts = factsOf(text);
        assert.deepEqual(facts.kinds, [kind.name]);
        const read = Object.keys(values).map((name) => [name, fieldOf(facts, name)?.raw ?? null]);
        assert.deepEqual(Object.fromEntries(read), values, text);
      }),
      { numRuns: RUNS },
    );
  });
});
