/** Completion of labels: keys, columns and headings that a document lacks, named as its neighbours are. */
import assert from 'node:assert/strict';
import { completions, type Offer } from '../../server/features/completion.ts';
import { placeIn } from '../kit/place.ts';

function offers(fixture: string): readonly Offer[] {
  return completions(placeIn(fixture));
}
const labels = (fixture: string): readonly string[] => offers(fixture).map(({ label, text }) => label ?? text);
/** The text after the offer of a label is taken. */
function taken(fixture: string, label: string): string {
  const { text } = placeIn(fixture);
  const offer = offers(fixture).find((each) => (each.label ?? each.text) === label);
  assert.ok(offer !== undefined, `no "${label}" among ${labels(fixture).join(', ')}`);
  return text.slice(0, offer.span.start) + offer.text + text.slice(offer.span.end);
}

describe('Completion of keys', () => {
  it('offers what front matter lacks, in its spelling, first what a clause asks for', () => {
    const place =
      '--- file: a.md\n---\ntype: process-description\nid: PROC-1\nver$0\n---\n# Change management process\n';
    const found = labels(place);
    assert.ok(found.includes('version') && found.includes('next_review') && found.includes('manager'));
    assert.ok(!found.includes('id') && !found.includes('type'));
    assert.ok(
      found.indexOf('approver') < found.indexOf('author'),
      'a clause asks for the approval, none for the author',
    );
    assert.match(taken(place, 'version'), /^---\ntype: process-description\nid: PROC-1\nversion: \n---/);
  });

  it('keeps to the spelling and the language of the keys beside it', () => {
    assert.ok(
      labels('--- file: a.md\n---\nProcess Owner: Ada\nNext Review: 2027-01-01\n$0\n---\n# Change process\n').includes(
        'Approval Date',
      ),
    );
    assert.ok(
      labels('--- file: a.md\n---\ndocument-id: P-1\nnext-review: 2027-01-01\n$0\n---\n# Change process\n').includes(
        'review-interval',
      ),
    );
    assert.ok(
      labels(
        '--- file: a.md\n---\nDokumenttyp: Prozessbeschreibung\nFreigegeben von: Ada\nDokumentnummer: P-1\n$0\n---\n# Prozess\n',
      ).some((label) => label.startsWith('Nächste')),
    );
  });

  it('works while the front matter is not closed yet, and in a block of YAML at the head', () => {
    assert.ok(labels('--- file: a.md\n---\ntype: policy\n$0\n').includes('owner'));
    assert.ok(labels('--- file: a.md\n```yaml\ntype: policy\n$0\n```\n# Change policy\n').includes('owner'));
  });

  it('replaces the whole of a key that has its colon already', () => {
    assert.match(
      taken('--- file: a.md\n---\ntype: policy\now$0ner_: Ada\n---\n# Change policy\n', 'owner'),
      /^owner: Ada$/m,
    );
  });

  it('offers the fields of the record in an item of a register', () => {
    const place =
      '--- file: a.yaml\ntype: improvement-register\nimprovements:\n  - id: IMP-1\n    title: Fewer calls\n    $0\n  - id: IMP-2\n    title: x\n';
    const found = labels(place);
    assert.ok(
      found.includes('benefit') &&
        found.includes('priority') &&
        !found.includes('title') &&
        !found.includes('next_review'),
    );
    assert.match(taken(place, 'benefit'), /^ {4}title: Fewer calls\n {4}benefit: \n/m);
  });

  it('offers them behind the dash, in lists at the margin, in maps by id, and before the list has any item that parses', () => {
    for (const lines of [
      'improvements:\n  - $0\n',
      'improvements:\n- $0\n',
      'improvements:\n  IMP-1:\n    $0\n',
      'improvements:\n  - id: IMP-1\n    ti$0',
    ])
      assert.ok(labels(`--- file: a.yaml\ntype: improvement-register\n${lines}`).includes('benefit'), lines);
    assert.ok(labels('--- file: a.yaml\nrisks:\n  - $0\n').includes('likelihood'), 'the name of the list is enough');
    assert.ok(
      labels('--- file: a.yaml\n- id: IMP-1\n  title: Fewer calls\n  benefit: rest\n  status: new\n  $0\n').includes(
        'priority',
      ),
    );
  });

  it("offers the document's own fields beside the list, and nothing in maps that nobody knows", () => {
    const found = labels(
      '--- file: a.yaml\ntype: improvement-register\n$0\nimprovements:\n  - id: IMP-1\n    title: x\n',
    );
    assert.ok(found.includes('owner') && found.includes('criteria') && !found.includes('benefit'));
    assert.deepEqual(labels('--- file: a.yaml\nservers:\n  web:\n    $0\n'), []);
    assert.deepEqual(labels('--- file: a.md\n---\nlayout:\n  $0\n---\n# Change policy\n'), []);
  });

  it('offers key lines, closed or open', () => {
    const open = '--- file: a.md\n# Change management process\n\n**Version:** 1.0  \n**Next$0\n\n## Scope\n';
    assert.match(taken(open, 'Next review'), /^\*\*Next review:\*\* $/m);
    const closed = '--- file: a.md\n# Change management process\n\n**Version:** 1.0  \n**Next$0:** 2027\n';
    assert.match(taken(closed, 'Next review'), /^\*\*Next review:\*\* 2027$/m);
  });

  it('offers rows of a control table', () => {
    const place =
      '--- file: a.md\n# Change management process\n\n| Field | Value |\n|---|---|\n| Version | 1.0 |\n| $0 | |\n';
    assert.ok(!labels(place).includes('Version'));
    assert.match(taken(place, 'Approved by'), /^\| Approved by \| \|$/m);
  });

  it('offers the fields of the record in whose section a line stands', () => {
    const place =
      '--- file: a.md\n---\ntype: nonconformity-record\n---\n# Log\n\n## NC-1: Late report\n\n**Date:** 2026-01-01\n**$0\n';
    assert.ok(labels(place).includes('Cause'), labels(place).join());
  });

  it('says nothing in prose, in code and in comments', () => {
    for (const text of [
      '# Change process\n\nSome wo$0rds\n',
      '# Change process\n\n```\n**Own$0\n```\n',
      '---\n# own$0\n---\n# Change process\n',
    ])
      assert.deepEqual(labels(`--- file: a.md\n${text}`), []);
  });

  it('tells what a key is for and which clause asks for it', () => {
    const owner = offers('--- file: a.md\n---\ntype: process-description\n$0\n---\n').find(
      ({ label }) => label === 'owner',
    );
    assert.match(owner?.detail ?? '', /^asked for by 5\.3$/);
    assert.match(owner?.documentation ?? '', /Asked for by ISO\/IEC 20000-1:2018, 5\.3/);
  });
});

describe('Completion of columns', () => {
  it('offers the columns that the table lacks, those that a clause asks for first', () => {
    const place =
      '--- file: a.md\n# Audit programme\n\n| Audit ID | Process | $0 |\n|---|---|---|\n| A-1 | Change | |\n';
    const found = labels(place);
    assert.ok(found.includes('Auditor') && found.includes('Criteria') && !found.includes('Audit ID'));
    assert.ok(found.indexOf('Auditor') < found.indexOf('Status'));
    assert.match(taken(place, 'Auditor'), /^\| Audit ID \| Process \| Auditor \|$/m);
  });

  it('offers those of the records that the section lists', () => {
    assert.ok(labels('--- file: a.md\n# Audit report\n\n## Findings\n\n| Finding | $0 |\n').includes('Grade'));
    assert.ok(labels('--- file: a.md\n# Improvement register\n\n## Improvements\n\n| $0\n').includes('Benefit'));
  });

  it('offers the whole table where one is only begun', () => {
    const [first] = offers('--- file: a.md\n# Improvement register\n\n## Improvements\n\n|$0\n');
    assert.equal(first?.label, 'Table: improvement');
    assert.match(first?.text ?? '', /^Improvement ID \| .*\|\n\|---\|/);
    assert.match(first?.snippet ?? '', /\| \$\{1\}\|/);
  });

  it('leaves tables alone that are about nothing that we know', () => {
    assert.deepEqual(labels('--- file: a.md\n# Notes\n\n| Colour | Shape | $0 |\n|---|---|---|\n'), []);
    assert.deepEqual(labels('--- file: a.md\n# Notes\n\n| Colour | Shape |\n|-$0--|---|\n'), []);
  });
});

describe('Completion of headings', () => {
  const DOC = '--- file: a.md\n---\ntype: audit-plan\n---\n# Audit plan 2026\n\n## Objectives\n\nWords.\n\n';
  it('offers the sections that the document lacks, those that belong here first', () => {
    const found = labels(`${DOC}## $0\n\n## Audit team\n\nAda.\n`);
    assert.deepEqual(found.slice(0, 2), ['Scope', 'Criteria']);
    assert.ok(found.includes('Timetable') && !found.includes('Objectives') && !found.includes('Audit team'));
  });

  it('writes level, marks and number as the others have them', () => {
    assert.match(
      taken(
        '--- file: a.md\n# Audit plan 2026\n\n### 1. Objectives\n\nWords.\n\n### 2. Scope\n\nWords.\n\n#$0\n',
        'Criteria',
      ),
      /^### 3\. Criteria$/m,
    );
    assert.match(
      taken('--- file: a.md\n# Audit plan 2026\n\n## Objectives ##\n\nWords.\n\n## Tim$0\n', 'Timetable'),
      /^## Timetable ##$/m,
    );
  });

  it('is found by what is typed, whatever the number of marks', () => {
    const found = offers(`${DOC}### Sc$0\n`).find(({ label }) => label === 'Scope');
    assert.equal(found?.filter, '### Scope');
    assert.equal(found?.text, '## Scope');
  });

  it('offers a section with its question on a blank line', () => {
    const found = offers(`${DOC}$0\n`).find(({ label }) => label === '## Scope');
    assert.match(found?.text ?? '', /^## Scope\n\n<!-- .+ -->$/);
    assert.match(found?.snippet ?? '', /^## Scope\n\n\$\{1:<!-- .+ -->\}\$0$/);
  });

  it('speaks German where the headings do', () => {
    assert.ok(
      labels('--- file: a.md\n---\ntype: audit-plan\n---\n# Auditplan\n\n## Ziele\n\nx\n\n## $0\n').includes(
        'Geltungsbereich',
      ),
    );
  });

  it('says nothing in a document of no known kind', () => {
    assert.deepEqual(labels('--- file: a.md\n# Notes\n\n## $0\n'), []);
  });
});

describe('Completion in an empty file', () => {
  it('offers a new document of every kind, the one that the file is named after first', () => {
    const found = offers('--- file: internal-plans/audit-plan.md\n$0');
    assert.equal(found[0]?.label, 'Audit plan');
    assert.ok(found.length > 50);
    assert.match(found[0]?.text ?? '', /^---\nid: .*\ntype: audit-plan\n/);
    assert.match(found[0]?.snippet ?? '', /\$\{1:"\[Document ID\]"\}/);
  });

  it('offers registers and records in YAML', () => {
    const found = offers('--- file: risk-register.yaml\n$0');
    assert.equal(found[0]?.label, 'Risk register');
    assert.match(found[0]?.text ?? '', /\nrisks:\n {2}- id: /);
    assert.ok(!found.some(({ label }) => label === 'Policy'));
  });

  it('replaces a word by which it was looked for', () => {
    const [found] = offers('--- file: a.md\nAudit$0\n');
    assert.deepEqual(found?.span, { start: 0, end: 6 });
  });
});
