/** What a renaming must leave whole: labels, addresses, references, anchors that other documents link to, and YAML. */
import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { type Navigated, navigated } from '../kit/navigated.ts';

const FIXTURE = `--- file: clausewright.yaml
edition: 2018
as-of: 2026-11-01
--- file: roles/process-owner.md
# Role: Process Owner

**Holder:** Ada Quill

## Responsibilities

- Keeps the process.

## Deputy of the Process Owner {#process-owner}

Nobody yet.
--- file: processes/change.md
# Change management process

**Process owner:** Process Owner

| Process | Process owner |
| --- | --- |
| Change management | Process Owner |

The [Process Owner] approves; see [her page](../roles/process-owner.md#role-process-owner) and
[who stands in](../roles/process-owner.md#process-owner). The [duties][process owner] are written down.

[Process Owner]: ../roles/process-owner.md
--- file: processes/incident.md
---
type: process-description
owner: Process Owner
people: [Process Owner, "Process Owner"]
---
# Incident management process

See [the role](../roles/process-owner.md#role-process-owner).
--- file: services/services.yaml
type: service-catalogue
services:
  - name: Payroll
    owner: Process Owner
    url: https://payroll.tallmora.example/payroll
    contact: help@payroll.example
    document: ../services/payroll.md
    description: "Payroll for all"
--- file: services/payroll.md
# Payroll handbook

Payroll runs at https://payroll.tallmora.example/start, questions to desk@payroll.example.
`;

describe('A renaming', () => {
  let here: Navigated;
  before(async () => {
    here = await navigated(FIXTURE, ['roles/process-owner.md', 'processes/change.md', 'services/services.yaml']);
  });
  after(() => here.editor.end());

  const renamed = async (path: string, words: string, newName: string): Promise<(path: string) => string> => {
    const texts = here.after(
      await here.ask<WorkspaceEdit>('textDocument/rename', { ...(here.at(path, words) as object), newName }),
    );
    return (each) => texts[each] ?? here.editor.text(each);
  };
  const role = (newName: string) => renamed('roles/process-owner.md', 'Process Owner', newName);

  it('leaves labels and column heads that happen to say the same', async () => {
    const text = (await role('Process Lead'))('processes/change.md');
    assert.match(text, /\*\*Process owner:\*\* Process Lead\n/);
    assert.match(text, /\| Process \| Process owner \|\n/);
    assert.match(text, /\| Change management \| Process Lead \|/);
  });

  it('takes along links to a heading that it changes, and leaves an id that a heading states', async () => {
    const text = await role('Process Lead');
    assert.match(text('roles/process-owner.md'), /^# Role: Process Lead\n/);
    assert.match(text('roles/process-owner.md'), /## Deputy of the Process Lead \{#process-owner\}/);
    assert.match(text('processes/change.md'), /\[her page\]\(\.\.\/roles\/process-owner\.md#role-process-lead\)/);
    assert.match(text('processes/change.md'), /\[who stands in\]\(\.\.\/roles\/process-owner\.md#process-owner\)/);
    assert.match(text('processes/incident.md'), /\(\.\.\/roles\/process-owner\.md#role-process-lead\)/);
  });

  it('keeps the label of a reference and its definition the same', async () => {
    const text = (await role('Process Lead'))('processes/change.md');
    assert.match(text, /The \[Process Lead\] approves/);
    assert.match(text, /\[duties\]\[process lead\]/);
    assert.match(text, /^\[Process Lead\]: \.\.\/roles\/process-owner\.md$/m);
  });

  it('quotes in YAML what could not stand there plain', async () => {
    const text = (await role('Lead: "A", process'))('processes/incident.md');
    assert.match(text, /^owner: 'Lead: "A", process'$/m);
    assert.match(text, /^people: \['Lead: "A", process', "Lead: \\"A\\", process"\]$/m);
  });

  it('leaves addresses and paths alone', async () => {
    const text = await renamed('services/services.yaml', 'Payroll', 'Wages');
    const yaml = text('services/services.yaml');
    assert.match(yaml, /- name: Wages\n/);
    assert.match(yaml, /url: https:\/\/payroll\.tallmora\.example\/payroll\n/);
    assert.match(yaml, /contact: help@payroll\.example\n/);
    assert.match(yaml, /document: \.\.\/services\/payroll\.md\n/);
    assert.match(yaml, /description: "Wages for all"/);
    assert.match(
      text('services/payroll.md'),
      /Wages runs at https:\/\/payroll\.tallmora\.example\/start, questions to desk@payroll\.example/,
    );
  });
});

describe('A renaming of an id', () => {
  const IDS = `--- file: clausewright.yaml
edition: 2018
as-of: 2026-11-01
--- file: improvements.md
# Improvement register

| ID | Improvement | Benefit | Priority |
| --- | --- | --- | --- |
| IMP-001 | Faster restore | Less downtime | High |
| IMP-001 | Clearer invoices | Fewer calls | Low |
| IMP-002 | Shorter queue | Fewer calls | Low |
| POL-007 | Second shift | Fewer calls | Low |
--- file: policies/security.md
---
id: POL-007
type: policy
---
# Clean desk policy

Nobody leaves papers.
--- file: minutes.md
# Service review minutes

**Date:** 2026-09-01

We spoke of IMP-002.

| ID | Improvement | Benefit | Priority |
| --- | --- | --- | --- |
| IMP-002 | Shorter queue | Fewer calls | Low |
--- file: audits/programme.md
# Audit programme 2026

| Audit | Process | Date | Auditor |
| --- | --- | --- | --- |
| AUD-2026-01 | Change management | 2026-03-02 | Bo Ferrin |
| AUD-2026-01 | Incident management | 2026-03-02 | Bo Ferrin |
--- file: audits/report.md
---
id: AUD-2026-01
type: audit-report
---
# Report on the audit of change management

Held on 2026-03-02.
--- file: roles/change-manager.md
---
type: role-description
title: Change Manager
---
# Role: Change Manager

Approves changes.
--- file: roles/duties.md
---
type: role-description
title: What a supplier manager does
---
# Role: Supplier Manager
--- file: processes/change.md
# Change management process

**Process owner:** Change Manager
`;
  let here: Navigated;
  before(async () => {
    here = await navigated(IDS, [
      'improvements.md',
      'minutes.md',
      'audits/programme.md',
      'roles/change-manager.md',
      'roles/duties.md',
    ]);
  });
  after(() => here.editor.end());
  const renamed = async (path: string, words: string, newName: string) =>
    here.after(await here.ask<WorkspaceEdit>('textDocument/rename', { ...(here.at(path, words) as object), newName }));

  it('is refused where two entries bear it, and both are named', async () => {
    for (const method of ['textDocument/prepareRename', 'textDocument/rename'])
      await assert.rejects(
        here.ask(method, { ...(here.at('improvements.md', 'IMP-001') as object), newName: 'IMP-009' }),
        /IMP-001 is the id of both “Faster restore” in improvements\.md and “Clearer invoices” in improvements\.md/,
      );
  });

  it('is refused where an entry and a document bear it', async () => {
    await assert.rejects(renamed('improvements.md', 'POL-007', 'POL-008'), /“Second shift” .* “Clean desk policy” /);
  });

  it('is made where the same thing is told of twice: in a register and in minutes, in a programme and its report', async () => {
    assert.match((await renamed('improvements.md', 'IMP-002', 'IMP-012'))['minutes.md'] ?? '', /spoke of IMP-012\./);
    const texts = await renamed('audits/programme.md', 'AUD-2026-01', 'AUD-2026-11');
    assert.deepEqual(Object.keys(texts).sort(), ['audits/programme.md', 'audits/report.md']);
  });

  it('of a role may begin at the title that its description states', async () => {
    const texts = await renamed('roles/change-manager.md', 'Change Manager', 'Change Lead');
    assert.match(texts['roles/change-manager.md'] ?? '', /^title: Change Lead$/m);
    assert.match(texts['roles/change-manager.md'] ?? '', /^# Role: Change Lead$/m);
    assert.match(texts['processes/change.md'] ?? '', /Process owner:\*\* Change Lead/);
    // A title that says something else is no name of the role.
    await assert.rejects(renamed('roles/duties.md', 'What a supplier manager does', 'Duties'), /Here stands no role/);
  });
});
