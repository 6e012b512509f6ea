/** Completion of values: what a field may say, from the kinds and from what the workspace holds. */
import assert from 'node:assert/strict';
import { completions, type Offer } from '../../server/features/completion.ts';
import { nextIds } from '../../server/features/directory.ts';
import { INTERVALS } from '../../server/features/offer-values.ts';
import { parseInterval } from '../../server/model/vocabulary/intervals.ts';
import { placeIn } from '../kit/place.ts';

function offers(fixture: string): readonly Offer[] {
  return completions(placeIn(fixture));
}
const labels = (fixture: string): readonly string[] => offers(fixture).map(({ label, text }) => label ?? text);

const SYSTEM = `--- file: change.md
---
type: process-description
id: PROC-07
title: Change management
owner: Change Manager
---
# Change management
--- file: people.yaml
type: people register
people:
  - name: Ada Quill
    roles: Change Manager
  - name: Bruno Vale
    roles: Internal auditor
  - name: Cleo Marsh
    roles: Service Desk Manager
--- file: roles.md
# Roles

| Role | Responsibilities | Holder |
| --- | --- | --- |
| Change Manager | Plans changes | Ada Quill |
| Internal auditor | Audits | Bruno Vale |
--- file: catalogue.yaml
type: service catalogue
services:
  - id: SVC-1
    name: Managed mail
`;

describe('Completion of values to choose from', () => {
  it('offers the statuses of documents, and those of items where an item is written', () => {
    const document = labels('--- file: a.md\n---\ntype: policy\nstatus: $0\n---\n');
    assert.ok(document.includes('approved') && document.includes('superseded') && !document.includes('done'));
    const item = labels(
      '--- file: a.yaml\ntype: improvement-register\nimprovements:\n  - id: IMP-1\n    title: x\n    status: $0\n',
    );
    assert.ok(item.includes('done') && !item.includes('superseded'));
  });

  it('writes them as the rows before do', () => {
    const table = (status: string): string =>
      `--- file: a.md\n# Improvement register\n\n| ID | Title | Benefit | Status |\n|---|---|---|---|\n| I-1 | A | b | ${status} |\n| I-2 | B | c | $0 |\n`;
    assert.ok(labels(table('In progress')).includes('In progress'));
    assert.ok(labels(table('in-progress')).includes('in-progress'));
  });

  it('offers the other lists of a kind', () => {
    assert.ok(labels('--- file: a.yaml\nfindings:\n  - id: F-1\n    grade: $0\n').length > 2);
    assert.deepEqual(labels('--- file: a.yaml\nparties:\n  - party: x\n    relevant: $0\n').slice(0, 0), []);
  });

  it('offers kinds behind the type, as a key or in words', () => {
    assert.ok(labels('--- file: a.md\n---\ntype: $0\n---\n').includes('audit-plan'));
    assert.ok(labels('--- file: a.md\n# Something\n\n**Document type:** $0\n').includes('Audit plan'));
  });

  it('offers intervals that it can read itself', () => {
    assert.deepEqual(labels('--- file: a.md\n---\ntype: policy\nreview_interval: $0\n---\n'), [...INTERVALS]);
    for (const interval of INTERVALS) assert.ok(parseInterval(interval)?.iso, interval);
  });

  it('offers today, and the day that the interval leads to', () => {
    assert.deepEqual(
      labels('--- file: clausewright.yaml\nas-of: 2026-11-01\n--- file: a.md\n---\ntype: policy\napproved: $0\n---\n'),
      ['2026-11-01'],
    );
    const due =
      '--- file: clausewright.yaml\nas-of: 2026-11-01\n--- file: a.md\n---\ntype: policy\nreviewed: 2026-03-10\nreview_interval: yearly\nnext_review: $0\n---\n';
    assert.deepEqual(labels(due), ['2027-03-10', '2026-11-01']);
  });

  it('offers clauses of the edition where a field takes them, one after the other', () => {
    const place = '--- file: a.md\n---\ntype: policy\nstandard: 5.2, 8.7$0\n---\n';
    assert.ok(labels(place).includes('8.7.3.1'));
    const { text } = placeIn(place);
    const [first] = offers(place);
    assert.equal(text.slice(first?.span.start, first?.span.end), '8.7');
  });
});

describe('Completion of what is there already', () => {
  it('offers processes and services by name', () => {
    assert.ok(
      labels(`${SYSTEM}--- file: p.md\n---\ntype: procedure\nprocess: $0\n---\n`).includes('Change management'),
    );
    assert.ok(labels(`${SYSTEM}--- file: s.md\n---\ntype: sla\nservice: $0\n---\n`).includes('Managed mail'));
  });

  it('offers documents by id for a reference, found by their titles too', () => {
    const found = offers(`${SYSTEM}--- file: p.md\n---\ntype: procedure\nreferences: $0\n---\n`).find(
      ({ label }) => label === 'PROC-07',
    );
    assert.match(found?.detail ?? '', /Change management/);
    assert.match(found?.filter ?? '', /Change management/);
  });

  it('offers the next free id in the scheme of the register', () => {
    const register = (id: string): string =>
      `--- file: clausewright.yaml\nas-of: 2026-11-01\n--- file: a.yaml\ntype: improvement-register\nimprovements:\n  - id: ${id}\n    title: x\n  - id: $0\n    title: y\n`;
    assert.deepEqual(labels(register('IMP-2026-009')), ['IMP-2026-010']);
    assert.deepEqual(labels(register('IMP-2025-009')), ['IMP-2026-001', 'IMP-2025-010']);
    assert.deepEqual(labels(`${SYSTEM}--- file: b.md\n---\ntype: process-description\nid: $0\n---\n`), ['PROC-08']);
    assert.deepEqual(labels('--- file: b.md\n---\ntype: audit-plan\nid: $0\n---\n'), ['AUDPL-001']);
  });

  it('never offers an id that is taken, here or elsewhere', () => {
    assert.deepEqual(nextIds(['A-7', 'A-09', 'B-12'], 'A-7', '2026'), ['A-10']);
    assert.deepEqual(nextIds([], 'none', '2026'), []);
  });
});

describe('Completion of an auditor', () => {
  const rows = (process: string): string =>
    `${SYSTEM}--- file: programme.md\n# Audit programme\n\n| Audit ID | Process | Auditor | Criteria |\n|---|---|---|---|\n| A-1 | ${process} | $0 | x |\n`;

  it('offers people without a part in the audited process, auditors first, and tells what keeps the others from it', () => {
    const found = offers(rows('Change management'));
    const people = found.filter(({ sort }) => sort === 'person').map(({ text }) => text);
    assert.deepEqual(people, ['Bruno Vale', 'Cleo Marsh']);
    assert.match(found[0]?.detail ?? '', /no part in Change management/);
    assert.match(found[0]?.documentation ?? '', /Not offered[\s\S]*Ada Quill: .*holds the role Change Manager/);
    assert.ok(
      !found.some(({ text }) => text === 'Change Manager') && found.some(({ text }) => text === 'Internal auditor'),
    );
  });

  it('does so in YAML and in the plan of one audit', () => {
    const yaml = `${SYSTEM}--- file: p.yaml\ntype: audit programme\naudits:\n  - id: A-1\n    process: PROC-07\n    auditor: $0\n`;
    const plan = `${SYSTEM}--- file: p.md\n---\ntype: audit-plan\nprocess: Change management\nauditor: $0\n---\n# Audit plan\n`;
    for (const fixture of [yaml, plan])
      assert.ok(!labels(fixture).includes('Ada Quill') && labels(fixture).includes('Bruno Vale'), fixture);
  });

  it('offers everybody where no process is named, or none that is known', () => {
    for (const process of ['', 'Something else']) assert.ok(labels(rows(process)).includes('Ada Quill'));
  });

  it('offers names in a YAML list below the field', () => {
    assert.ok(labels(`${SYSTEM}--- file: p.md\n---\ntype: policy\nreviewer:\n  - $0\n---\n`).includes('Ada Quill'));
    assert.ok(
      labels(`${SYSTEM}--- file: p.yaml\ntype: risk-register\nowner:\n  - A$0\nrisks: []\n`).includes('Ada Quill'),
    );
  });
});
