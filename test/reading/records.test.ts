/** Records: audits, roles, people and responsibilities, in tables, sections and YAML. */
import assert from 'node:assert/strict';
import { factsOf, recordsOf } from './facts-of.ts';

describe('audits', () => {
  it('are the rows of a programme, by whatever its columns are called', () => {
    const facts = factsOf(
      '# Internal audit programme 2026\n\n| Audit | Process / area audited | Planned | Lead auditor | Criteria |\n| --- | --- | --- | --- | --- |\n| IA-1 | Change | March 2026 | Ada Quill | ISO/IEC 20000-1 |\n',
    );
    assert.deepEqual(recordsOf(facts, 'audit'), [
      { title: 'IA-1', process: 'Change', date: 'March 2026', auditor: 'Ada Quill', criteria: 'ISO/IEC 20000-1' },
    ]);
    assert.equal(facts.records[0]?.id, 'IA-1');
  });

  it('have a lead auditor and a team, in two columns or two lines', () => {
    const row = factsOf(
      '# Audit programme\n\n| ID | Process | Date | Lead auditor | Co-auditor |\n| --- | --- | --- | --- | --- |\n| A-1 | Change | 2026-02-01 | Bruno Vale | Ada Quill |\n',
    );
    assert.equal(recordsOf(row, 'audit')[0]?.auditor, 'Bruno Vale + Ada Quill');
    const lines = factsOf(
      '# Audit plan AUD-7\n\n**Lead auditor:** Bruno Vale  \n**Audit team:** Ada Quill  \n**Criteria:** ISO\n',
    );
    assert.equal(recordsOf(lines, 'audit')[0]?.auditor, 'Bruno Vale + Ada Quill');
  });

  it('may be sections, named by what stands behind their number', () => {
    const facts = factsOf(
      '# Audit programme 2026\n\n## Audit IA-2026-01: Change management\n\n- **Auditor:** Ada Quill\n- **Date:** 2026-03-01\n',
    );
    assert.deepEqual(
      facts.records.map(({ id, name, form }) => ({ id, name, form })),
      [{ id: 'IA-2026-01', name: 'Change management', form: 'section' }],
    );
  });

  it('are named by what their report is about, not by the form of the report', () => {
    for (const title of [
      'Audit plan AUD-7: Change management',
      'Internal audit report: Change management',
      'Auditbericht Change management',
    ])
      assert.equal(
        factsOf(`# ${title}\n\n**Auditor:** Ada Quill\n**Criteria:** ISO\n`).records[0]?.name,
        'Change management',
        title,
      );
  });

  it('are items of a YAML register', () => {
    const facts = factsOf(
      'type: audit-programme\naudits:\n  - {id: IA-1, process: Change, auditors: [{name: Ada Quill, role: lead}], clauses: [8.10]}\n',
      'programme.yaml',
    );
    assert.deepEqual(recordsOf(facts, 'audit'), [
      { id: 'IA-1', process: 'Change', auditor: 'Ada Quill (role lead)', standard: '8.10' },
    ]);
  });
});

describe('lists in YAML', () => {
  it('are records by their keys, or by the name of the list where a key bears it out', () => {
    const kinds = (text: string): readonly string[] => factsOf(text, 'a.yaml').records.map((record) => record.kind);
    assert.deepEqual(kinds('steps:\n  - {action: Call, actor: Service Desk}\n'), ['step']);
    assert.deepEqual(kinds('jobs:\n  build:\n    steps:\n      - {uses: checkout}\n      - {run: build}\n'), []);
  });
});

describe('roles and people', () => {
  it('tell the role from who holds it, in either order of the columns', () => {
    for (const table of [
      '| Role | Name | Deputy | Responsibilities |\n| --- | --- | --- | --- |\n| Change Manager | Quill, Ada | Bruno Vale | Runs changes |',
      '| Name | Role | Deputy | Responsibilities |\n| --- | --- | --- | --- |\n| Quill, Ada | Change Manager | Bruno Vale | Runs changes |',
    ])
      assert.deepEqual(
        factsOf(`# Roles\n\n${table}\n`).records.map((record) => [
          record.name,
          record.fields.find((field) => field.field === 'holder')?.raw,
        ]),
        [['Change Manager', 'Quill, Ada']],
        table,
      );
  });

  it('take the key of an entry for a name only where it gives none itself', () => {
    const people = (entry: string): readonly string[] =>
      factsOf(`type: people-register\npeople:\n  ${entry}\n`, 'people.yaml').records.map((record) => record.name);
    assert.deepEqual(people('Ada Quill: {roles: Change Manager, email: ada@example.org}'), ['Ada Quill']);
    assert.deepEqual(people('ada.quill: {name: Ada Quill, roles: Change Manager}'), ['Ada Quill']);
  });

  it('are the subject of a role description, in both languages', () => {
    for (const title of [
      'Role description: Change Manager',
      'Change Manager role',
      'Rollenbeschreibung Change Manager',
    ])
      assert.equal(
        factsOf(`# ${title}\n\n**Holder:** Ada Quill\n`).records.find((each) => each.kind === 'role')?.name,
        'Change Manager',
      );
  });
});

describe('responsibilities', () => {
  const raci = (table: string): readonly Readonly<Record<string, string>>[] =>
    recordsOf(factsOf(`# Change management process\n\n## RASCI\n\n${table}\n`), 'raci-row');

  it('are letters under roles', () => {
    assert.deepEqual(raci('| Activity | Change Manager | Board |\n| --- | :-: | :-: |\n| Approve | **R** | A/C |'), [
      { activity: 'Approve', responsible: 'Change Manager', accountable: 'Board', consulted: 'Board' },
    ]);
  });

  it('are names under letters spelled out', () => {
    const [row] = raci(
      '| Activity | Responsible | Accountable |\n| --- | --- | --- |\n| Approve | Ada Quill | Bruno Vale |',
    );
    assert.deepEqual([row?.responsible, row?.accountable], ['Ada Quill', 'Bruno Vale']);
  });

  it('are no table of marks and initials', () => {
    assert.deepEqual(raci('| Item | Spring | Autumn |\n| --- | --- | --- |\n| Filter | X | |\n| Pump | | X |'), []);
  });
});
