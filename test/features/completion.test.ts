/** Completion: clause numbers where a clause is being named, and roles and people where a field wants somebody. */
import assert from 'node:assert/strict';
import { completions, type Offer } from '../../server/features/completion.ts';
import { placeIn } from '../kit/place.ts';

const ROLES = `--- file: roles.md
# Roles

| Role | Responsibilities | Holder |
| --- | --- | --- |
| Change Manager | Plans changes | Ada Quill |
| Service Desk Manager | Answers callers | Bruno Vale |
`;

function offers(fixture: string): readonly Offer[] {
  return completions(placeIn(fixture));
}
const texts = (fixture: string): readonly string[] => offers(fixture).map(({ text }) => text);

describe('Completion of clauses', () => {
  for (const lead of ['clause ', 'Clauses ', '§', '§ ', 'ISO/IEC 20000-1:2018, ', 'ISO/IEC 20000-1, clause ']) {
    it(`offers clauses behind "${lead}"`, () => {
      assert.ok(texts(`--- file: a.md\nSee ${lead}$0\n`).includes('9.2.2'));
    });
  }

  it('narrows down to what is typed, and replaces just that', () => {
    const place = '--- file: a.md\nSee clause 9.2$0\n';
    assert.deepEqual(texts(place), ['9.2', '9.2.1', '9.2.2']);
    const { text } = placeIn(place);
    const span = offers(place)[0]?.span;
    assert.equal(text.slice(span?.start, span?.end), '9.2');
  });

  it('offers those of the edition that the line states', () => {
    assert.ok(texts('--- file: a.md\nISO/IEC 20000-1:2011, clause 4.5.4.$0\n').includes('4.5.4.2'));
    assert.ok(!texts('--- file: a.md\nISO/IEC 20000-1:2018, clause 4.5.4.$0\n').includes('4.5.4.2'));
  });

  it('explains each one', () => {
    const [first] = offers('--- file: a.md\nclause 9.2.2$0\n');
    assert.match(first?.detail ?? '', /audit/i);
    assert.match(first?.documentation ?? '', /\*\*9\.2\.2/);
  });

  it('stays away from other standards and plain prose', () => {
    assert.deepEqual(texts('--- file: a.md\nVersion 9$0\n'), []);
    assert.deepEqual(texts('--- file: a.md\nISO 9001:2015, 9$0\n'), []);
  });
});

describe('Completion of names', () => {
  for (const [shape, line] of [
    ['front matter', '---\nowner: $0\n---\n# Change management process'],
    ['a key line', '# Change management process\n\n**Process owner:** $0'],
    ['a control table', '# Change management process\n\n| Field | Value |\n| --- | --- |\n| Owner | $0 |'],
    ['a column', '# Audit programme\n\n| Audit | Process | Auditor |\n| --- | --- | --- |\n| A1 | Change | $0 |'],
  ]) {
    it(`offers roles and people in ${shape}`, () => {
      const found = texts(`${ROLES}--- file: change.md\n${line}\n`);
      assert.ok(found.includes('Change Manager') && found.includes('Ada Quill'), found.join(', '));
    });
  }

  it('offers names in a YAML register', () => {
    assert.ok(
      texts(`${ROLES}--- file: improvements.yaml\nimprovements:\n  - id: IMP-1\n    owner: A$0\n`).includes(
        'Ada Quill',
      ),
    );
  });

  it('replaces only the name being written in a list of several', () => {
    const place = `${ROLES}--- file: change.md\n# Change management process\n\n**Process owner:** Ada Quill, Br$0\n`;
    const { text } = placeIn(place);
    const span = offers(place)[0]?.span;
    assert.equal(text.slice(span?.start, span?.end), 'Br');
  });

  it('says who holds a role, and which role a person holds', () => {
    const found = offers(`${ROLES}--- file: change.md\n# Change management process\n\n**Process owner:** $0\n`);
    assert.equal(found.find(({ text }) => text === 'Change Manager')?.detail, 'role · Ada Quill');
    assert.equal(found.find(({ text }) => text === 'Ada Quill')?.detail, 'person · Change Manager');
  });

  it('offers nobody where a date or a version is wanted', () => {
    assert.deepEqual(texts(`${ROLES}--- file: change.md\n# Change management process\n\n**Version:** $0\n`), []);
    assert.deepEqual(texts(`${ROLES}--- file: change.md\nNote: $0\n`), []);
  });
});
