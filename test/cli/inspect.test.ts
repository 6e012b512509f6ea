/** `clausewright inspect`: what was understood, in the shape that programs rely on and in words for people. */
import assert from 'node:assert/strict';
import { createPlace, type Place } from '../kit/terminal.ts';

const DOCUMENT = `---
owner: Change Manager
next-review: 2027-01-31
approver: TBD
version:
---

# Change management process

## Scope

As [the plan](plan.md) and [another](gone.md) say, see ISO/IEC 20000-1:2018, clause 8.5.1.
`;
const REGISTER = `# Improvement register

| Improvement ID | Description | Owner     | Status |
| -------------- | ----------- | --------- | ------ |
| IMP-1          | 😀 quicker  | Ada Quill | done   |
`;

interface Described {
  readonly path: string;
  readonly kind: string;
  readonly kindFrom: string;
  readonly metadata: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly sections: readonly Readonly<Record<string, unknown>>[];
  readonly records: readonly {
    readonly kind: string;
    readonly id: string | null;
    readonly range: unknown;
    readonly fields: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  }[];
  readonly clauses: readonly Readonly<Record<string, unknown>>[];
  readonly links: readonly Readonly<Record<string, unknown>>[];
}

describe('clausewright inspect', () => {
  let place: Place;
  beforeEach(() => {
    place = createPlace({
      'docs/change.md': DOCUMENT,
      'docs/plan.md': '# Plan\n',
      'other.md': '# Other\n',
      'register.md': REGISTER,
    });
  });
  afterEach(() => place.remove());
  const inspected = async (...words: string[]): Promise<readonly Described[]> => {
    const { code, out, err } = await place.run(['inspect', '--format', 'json', ...words]);
    assert.equal(code, 0, err);
    const { version, documents } = JSON.parse(out);
    assert.equal(version, 1);
    return documents;
  };
  const one = async (path = 'docs/change.md'): Promise<Described> => {
    const [described] = await inspected(path);
    assert.ok(described !== undefined);
    return described;
  };
  const words = (range: unknown, text = DOCUMENT): string => {
    const { start, end } = range as { start: { line: number; character: number }; end: typeof start };
    const lines = text.split('\n');
    return start.line === end.line
      ? (lines[start.line] ?? '').slice(start.character, end.character)
      : (lines[start.line] ?? '').slice(start.character);
  };

  it('shows the files that are asked for, in order', async () => {
    assert.deepEqual(
      (await inspected()).map(({ path }) => path),
      ['docs/change.md', 'docs/plan.md', 'other.md', 'register.md'],
    );
    assert.deepEqual(
      (await inspected('docs/plan.md', 'other.md')).map(({ path }) => path),
      ['docs/plan.md', 'other.md'],
    );
  });

  it('tells the kind and where it was seen; a document of no kind is "unknown"', async () => {
    const { kind, kindFrom } = await one();
    assert.deepEqual([kind, kindFrom], ['process-description', 'title']);
    assert.equal((await inspected('other.md'))[0]?.kind, 'unknown');
  });

  it('tells each field: as written, its state, what it means, and where', async () => {
    const { metadata } = await one();
    assert.deepEqual(Object.keys(metadata.owner ?? {}), ['raw', 'state', 'value', 'range', 'shape']);
    assert.equal(metadata.owner?.value, 'Change Manager');
    assert.equal(words(metadata.owner?.range), 'Change Manager');
    assert.equal(metadata.next_review?.value, '2027-01-31');
    assert.deepEqual([metadata.approver?.state, metadata.approver?.value], ['placeholder', null]);
    assert.equal(metadata.version?.state, 'empty');
    assert.equal(metadata.owner?.shape, 'front-matter');
  });

  it('tells sections and records with their fields', async () => {
    const { sections } = await one();
    const scope = sections.find(({ title }) => title === 'Scope');
    assert.deepEqual(Object.keys(scope ?? {}), ['title', 'name', 'level', 'range']);
    assert.deepEqual([scope?.name, scope?.level], ['scope', 2]);
    const { records } = await one('register.md');
    const record = records.find(({ id }) => id === 'IMP-1');
    assert.deepEqual(Object.keys(record ?? {}), ['kind', 'id', 'range', 'fields']);
    assert.equal(record?.kind, 'improvement');
    assert.deepEqual(Object.keys(record?.fields.status ?? {}), ['raw', 'state', 'value', 'range']);
    assert.equal(record?.fields.status?.value, 'done');
    assert.equal(words(record?.fields.status?.range, REGISTER), 'done', 'counted in UTF-16 units, past an emoji');
  });

  it('tells clause references, and which links lead somewhere', async () => {
    const { clauses, links } = await one();
    assert.deepEqual(
      clauses.map(({ standard, edition, clause }) => [standard, edition, clause]),
      [['ISO/IEC 20000-1', '2018', '8.5.1']],
    );
    assert.deepEqual(Object.keys(clauses[0] ?? {}), ['standard', 'edition', 'clause', 'raw', 'range']);
    assert.deepEqual(
      links.map(({ target, resolved }) => [target, resolved]),
      [
        ['plan.md', 'docs/plan.md'],
        ['gone.md', null],
      ],
    );
    assert.deepEqual(Object.keys(links[0] ?? {}), ['target', 'range', 'resolved']);
  });

  it('says it in words without --format json', async () => {
    const { out } = await place.run(['inspect', 'docs/change.md']);
    assert.match(out, /^docs\/change\.md\n {2}process-description \(from title\): Change management process\n/);
    assert.match(out, /approver: \(placeholder\)/);
    assert.match((await place.run(['inspect', 'register.md'])).out, /records: 1 improvement/);
  });

  it('answers a mistake with one line and exit code 2', async () => {
    const { code, out, err } = await place.run(['inspect', 'gone.md']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /no file or folder "gone\.md"/);
  });
});
