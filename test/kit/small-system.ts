/** A small management system that laws play with: every notation once, every link between documents once. */

/** Files by path; a few hundred characters each, so that a law can afford a thousand cases. */
export const SMALL_SYSTEM: ReadonlyMap<string, string> = new Map([
  [
    'processes/change.md',
    `---
id: PRO-01
owner: Change Manager
status: approved
---
# Change management process

## Purpose

Change without harm, per ISO/IEC 20000-1:2018, 8.5.1 (Change management).

## Measures

| KPI | Target | Source | Frequency |
| --- | --- | --- | --- |
| Failed changes | ≤ 3 % | Ticket tool | monthly |

## Roles

| Activity | Change Manager | Service Desk |
| --- | --- | --- |
| Approve changes | A | I |
| Record changes | C | R |

See [the procedure](../procedures/change.md#steps) and [roles](../roles/change-manager.md).
`,
  ],
  [
    'procedures/change.md',
    `# Change procedure

**Process:** [Change management](../processes/change.md)  
**Owner:** Change Manager  
**Version:** 1.2

## Steps

1. The Service Desk records the change.
2. **Change Manager:** approves it.
3. The Change Manager closes it 😀 and tells everybody.
`,
  ],
  [
    'roles/change-manager.md',
    `# Role: Change Manager

| Field | Value |
| --- | --- |
| Holder | Ada Quill |
| Deputy | Bruno Vale |
| Version | 2 |

## Responsibilities

Runs changes.

## Authorities

May stop a change.
`,
  ],
  [
    'roles/service-desk.md',
    `# Role: Service Desk

- **Holder:** Cleo Marsh
- **Version:** 1

## Responsibilities

Answers calls.
`,
  ],
  [
    'audits/programme.md',
    `# Audit programme 2026

**Owner:** SMS Manager
**Version:** 3

| Audit no. | Process | Date | Auditor | Criteria | Scope | Method | Status |
| --- | --- | --- | --- | --- | --- | --- | --- |
| AUD-01 | [Change management](../processes/change.md) | 2026-03-02 | Dario Penn | ISO/IEC 20000-1:2018 | all changes | interview | done |
| AUD-02 | Change management | Q4 2026 | Ada Quill | clause 8.5.1 | emergency changes | samples | planned |
`,
  ],
  [
    'audits/plan.md',
    `# Audit plan AUD-01

| Audit ID | AUD-01 |
| --- | --- |
| Process | Change management |
| Auditor | Dario Penn |
| Date | 2026-03-02 |
| Criteria | ISO/IEC 20000-1:2018 |
| Scope | all changes |
`,
  ],
  [
    'improvements.yaml',
    `# What we want to make better
type: improvement-register
owner: SMS Manager
entries:
  - id: IMP-1
    title: Fewer failed changes
    priority: high
    approver: Dario Penn
    target: "<= 2 %"
    status: done
    result: 1.8 %
    result_date: 2026-09-01
  - id: IMP-2
    title: Faster approvals
    status: in progress
`,
  ],
  [
    'people.yaml',
    `type: people-register
people:
  - name: Ada Quill
    email: ada@example.org
    roles: [Change Manager]
  - name: Dario Penn
    roles:
      - role: Internal Auditor
        from: 2025-01-01
`,
  ],
  ['clausewright.yaml', 'edition: 2018\nas-of: 2026-11-01\norganization: Example Provider\n'],
]);
