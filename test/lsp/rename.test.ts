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
