/** The catalogue's files agree with their schema and with each other, so that no finding ever cites a clause that is not there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const folder = new URL('../../catalogue/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

interface EditionFile {
  edition: string;
  hardIntervals: { clause: string }[];
  documentedProcedures: { clauses: string[] };
  amendments: { clauses: string[] }[];
  clauses: {
    number: string;
    parent: string | null;
    asks: boolean;
    items: { id: string; level: string; text: string; documents: { kind: string }[] }[];
  }[];
}

const editions = ['2005', '2011', '2018'].map((key) => read(`${key}.json`) as EditionFile);
const kinds = (read('document-kinds.json') as { kinds: { kind: string; name: string }[] }).kinds;
const topics = (read('correspondence.json') as { topics: Record<string, string[] & string>[] }).topics;
const required = (read('required-documents.json') as { items: { item: string; kinds: string[] }[] }).items;
const numbersOf = (file: EditionFile) => new Set(file.clauses.map((clause) => clause.number));

describe('catalogue files', () => {
  const files = ['2005', '2011', '2018', 'correspondence', 'document-kinds', 'required-documents'];
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(read('schema.json') as object);

  for (const name of files) {
    it(`${name}.json has the shape of the schema`, () => {
      assert.ok(validate(read(`${name}.json`)), JSON.stringify(validate.errors?.slice(0, 3)));
    });
  }

  it('refuses a file with a member that the schema does not know, or the schema would prove nothing', () => {
    assert.equal(validate({ ...(read('document-kinds.json') as object), sentences: [] }), false);
  });

  it('holds as many clauses and requirements as the editions were entered with', () => {
    assert.deepEqual(
      editions.map((file) => [
        file.edition,
        file.clauses.length,
        file.clauses.reduce((sum, clause) => sum + clause.items.length, 0),
      ]),
      [
        ['2005', 35, 196],
        ['2011', 58, 0],
        ['2018', 95, 328],
      ],
    );
  });

  for (const file of editions) {
    it(`${file.edition}: numbers are unique, in order, and each parent is the number less its last part`, () => {
      const numbers = file.clauses.map((clause) => clause.number);
      assert.equal(new Set(numbers).size, numbers.length);
      const byParts = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
      assert.deepEqual(numbers, [...numbers].sort(byParts));
      for (const { number, parent } of file.clauses) {
        assert.equal(parent, number.includes('.') ? number.replace(/\.\d+$/, '') : null, number);
        if (parent !== null) assert.ok(numbers.includes(parent), `${number} under ${parent}`);
      }
    });

    it(`${file.edition}: items are unique under their clause, have words, and name documents that exist`, () => {
      const known = new Set(kinds.map(({ kind }) => kind));
      for (const clause of file.clauses) {
        const ids = clause.items.map((item) => item.id);
        assert.equal(new Set(ids).size, ids.length, clause.number);
        if (clause.items.some(({ level }) => level === 'requirement'))
          assert.ok(clause.asks, `${clause.number} has items but asks nothing`);
        for (const item of clause.items) {
          assert.match(item.text, /\p{L}{2}.*\s.*\p{L}{2}/u);
          for (const { kind } of item.documents) assert.ok(known.has(kind), kind);
        }
      }
    });

    it(`${file.edition}: intervals, written procedures and amendments name clauses of the edition`, () => {
      const numbers = numbersOf(file);
      const named = [
        ...file.hardIntervals.map(({ clause }) => clause),
        ...file.documentedProcedures.clauses,
        ...file.amendments.flatMap(({ clauses }) => clauses),
      ];
      for (const number of named) assert.ok(numbers.has(number), number);
    });
  }

  it('fixes yearly intervals for 2005 alone, since later editions leave them to the organization', () => {
    assert.deepEqual(
      editions.map((file) => file.hardIntervals.map(({ clause }) => clause)),
      [['6.3', '7.2', '7.3'], [], []],
    );
  });

  it('names only clauses of their edition in the correspondence, and as primary one that the topic lists', () => {
    for (const topic of topics) {
      for (const file of editions) {
        for (const number of topic[file.edition] ?? []) {
          assert.ok(numbersOf(file).has(number), `${topic.topic}: ${file.edition} ${number}`);
        }
      }
      if (topic.primary !== null) assert.ok(topic['2018']?.includes(String(topic.primary)), String(topic.topic));
    }
  });

  it('leaves no clause with requirements out of the correspondence', () => {
    for (const file of editions) {
      const listed = new Set(topics.flatMap((topic) => topic[file.edition] ?? []));
      for (const clause of file.clauses) if (clause.asks) assert.ok(listed.has(clause.number), clause.number);
    }
  });

  it('answers every item of 2018 7.5.4 with kinds that exist', () => {
    const known = new Set(kinds.map(({ kind }) => kind));
    assert.equal(known.size, kinds.length);
    const items = editions[2]?.clauses.find(({ number }) => number === '7.5.4')?.items ?? [];
    assert.deepEqual(
      required.map(({ item }) => item),
      items.map(({ id }) => `7.5.4-${id}`),
    );
    for (const { item, kinds: answers } of required) for (const kind of answers) assert.ok(known.has(kind), item);
  });
});
