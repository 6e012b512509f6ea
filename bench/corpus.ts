/** A service management system of any size, made up but always the same: what the benchmarks read, check and type in. */

/** Pseudo-random whole numbers below a limit; the same seed gives the same numbers, so that runs compare. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const TOPICS = [
  'Incident',
  'Change',
  'Problem',
  'Release',
  'Capacity',
  'Availability',
  'Continuity',
  'Supplier',
  'Asset',
  'Configuration',
  'Demand',
  'Budgeting',
  'Knowledge',
  'Complaint',
  'Security',
  'Reporting',
];
const AREAS = [
  'Payroll',
  'Branch',
  'Warehouse',
  'Clinic',
  'Campus',
  'Harbour',
  'Depot',
  'Studio',
  'Airfield',
  'Archive',
];
const FIRST = ['Ada', 'Bruno', 'Carla', 'Dario', 'Edda', 'Falk', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Kira', 'Lars'];
const LAST = ['Quill', 'Vale', 'Thorn', 'Moss', 'Larch', 'Sedge', 'Alder', 'Birch', 'Reed', 'Fern', 'Heath', 'Rowan'];
const SENTENCES = [
  'The team records each case on the day on which it comes in and names the person who deals with it.',
  'What cannot be settled within two working days goes to the owner of the process, who decides how it goes on.',
  'Results are kept for three years and shown in the monthly report to the customer.',
  'Where two roles disagree, the owner decides and writes the reason into the record.',
  'The figures are compared with the targets agreed with the customer, and gaps become improvements.',
  'Documents that are no longer valid are withdrawn on the same day and marked as such.',
];

interface Maker {
  readonly count: number;
  readonly pick: (below: number) => number;
  readonly prose: (sentences: number) => string;
  readonly person: (n: number) => string;
  readonly processes: number;
  readonly roles: number;
}

const name = (n: number): string =>
  `${AREAS[Math.floor(n / TOPICS.length) % AREAS.length]} ${TOPICS[n % TOPICS.length]}${n < 160 ? '' : ` ${Math.floor(n / 160)}`}`;
const processPath = (n: number): string => `processes/process-${n}.md`;
const rolePath = (n: number): string => `roles/role-${n}.md`;
const roleName = (n: number): string => `${name(n)} Manager`;

/** The documents by path; in: how many there shall be (at least 20), each of about 5 KB. */
export function corpus(count: number): ReadonlyMap<string, string> {
  const pick = numbers(20000);
  const maker: Maker = {
    count,
    pick,
    prose: (sentences) => Array.from({ length: sentences }, () => SENTENCES[pick(SENTENCES.length)]).join(' '),
    person: (n) => `${FIRST[n % FIRST.length]} ${LAST[Math.floor(n / FIRST.length) % LAST.length]}`,
    processes: Math.max(4, Math.floor(count * 0.08)),
    roles: Math.max(4, Math.floor(count * 0.05)),
  };
  const files = new Map<string, string>([['clausewright.yaml', 'edition: 2018\nas-of: 2026-11-01\n']]);
  for (let n = 0; n < maker.processes; n++) files.set(processPath(n), process(n, 4, maker));
  for (let n = 0; n < maker.roles; n++) files.set(rolePath(n), role(n, maker));
  const kinds = [procedure, procedure, procedure, procedure, audit, review, notes, notes, improvements];
  for (let n = 0; files.size <= count; n++) {
    const [path, text] = (kinds[n % kinds.length] ?? notes)(n, maker);
    files.set(path, text);
  }
  return files;
}

/** One long process description of about 20 KB, to be typed in. */
export function longProcess(count: number): string {
  const pick = numbers(7);
  const prose = (sentences: number): string =>
    Array.from({ length: sentences }, () => SENTENCES[pick(SENTENCES.length)]).join(' ');
  return process(0, 36, {
    count,
    pick,
    prose,
    person: () => 'Ada Quill',
    processes: Math.max(4, Math.floor(count * 0.08)),
    roles: 4,
  });
}

function process(n: number, chapters: number, { pick, prose, processes, roles }: Maker): string {
  const owner = roleName(n % roles);
  const steps = Array.from(
    { length: 6 },
    (_, step) =>
      `${step + 1}. The ${owner} ${['records', 'sorts', 'decides on', 'carries out', 'reviews', 'closes'][step]} the case. ${prose(1)}`,
  );
  const more = Array.from(
    { length: chapters },
    (_, chapter) =>
      `### Part ${chapter + 1}\n\n${prose(4)} See [${name(pick(processes))}](process-${pick(processes)}.md) and ISO/IEC 20000-1:2018, clause 8.${1 + pick(7)}.\n`,
  );
  return `# ${name(n)} management process

| Field | Value |
|---|---|
| Document ID | PROC-${n} |
| Version | 1.${pick(9)} |
| Status | approved |
| Process owner | ${owner} |
| Approved by | ${roleName((n + 1) % roles)} |
| Approval date | 2026-0${1 + pick(9)}-12 |
| Next review | 2027-0${1 + pick(9)}-12 |

## Purpose

${prose(3)}

## Scope

${prose(2)}

## Inputs

| Input | From |
|---|---|
| Request | [${name(pick(processes))}](process-${pick(processes)}.md) |

## Activities

${steps.join('\n')}

## Outputs

| Output | To |
|---|---|
| Result | [${name(pick(processes))}](process-${pick(processes)}.md) |

## Roles

| Activity | Responsible | Accountable | Consulted | Informed |
|---|---|---|---|---|
| Record | ${roleName(pick(roles))} | ${owner} | ${roleName(pick(roles))} | ${roleName(pick(roles))} |
| Decide | ${owner} | ${owner} | ${roleName(pick(roles))} | ${roleName(pick(roles))} |

## Measures

| KPI | Target | Frequency | Source |
|---|---|---|---|
| Cases settled in time | >= 9${pick(9)} % | monthly | service desk |
| Cases opened again | <= ${1 + pick(5)} % | monthly | service desk |

## Procedures

${more.join('\n')}`;
}

function role(n: number, { prose, person, pick, processes }: Maker): string {
  return `# Role: ${roleName(n)}

**Role:** ${roleName(n)}
**Holder:** ${person(n)}
**Deputy:** ${person(n + 5)}
**Reports to:** ${roleName(0)}

## Purpose

${prose(2)}

## Responsibilities

${Array.from({ length: 12 }, () => `- ${prose(1)} See [process](../processes/process-${pick(processes)}.md).`).join('\n')}

## Authorities

${Array.from({ length: 8 }, () => `- ${prose(1)}`).join('\n')}

## Competences

${Array.from({ length: 8 }, () => `- ${prose(1)}`).join('\n')}
`;
}

function procedure(n: number, { pick, prose, processes, roles }: Maker): [string, string] {
  const steps = Array.from({ length: 14 }, (_, step) => `${step + 1}. ${roleName(pick(roles))}: ${prose(2)}`);
  return [
    `procedures/procedure-${n}.md`,
    `---
id: SOP-${n}
type: procedure
title: ${name(n)} procedure ${n}
version: 2.${pick(9)}
status: approved
owner: ${roleName(pick(roles))}
approver: ${roleName(pick(roles))}
approved: 2026-0${1 + pick(9)}-20
next_review: 2027-0${1 + pick(9)}-20
---
# ${name(n)} procedure ${n}

## Purpose

${prose(2)} Carries out the [process](../processes/process-${pick(processes)}.md).

## Scope

${prose(2)}

## Steps

${steps.join('\n')}

## Records

${prose(3)}
`,
  ];
}

function audit(n: number, { pick, prose, processes, person }: Maker): [string, string] {
  const process = pick(processes);
  return [
    `audits/audit-${n}.md`,
    `# Audit report AUD-${n}

| Field | Value |
|---|---|
| Audit ID | AUD-${n} |
| Process | [${name(process)} management](../processes/process-${process}.md) |
| Auditor | ${person(pick(140))} |
| Criteria | ISO/IEC 20000-1:2018, clause 9.2.2 |
| Scope | All cases of the quarter |
| Date | 2026-0${1 + pick(9)}-05 |

## Findings

| ID | Finding | Grade | Owner | Due |
|---|---|---|---|---|
${Array.from({ length: 8 }, (_, k) => `| F-${n}-${k} | ${prose(1)} | minor | ${person(pick(140))} | 2027-01-1${k} |`).join('\n')}

## Conclusion

${prose(20)}
`,
  ];
}

function review(n: number, { pick, prose, person }: Maker): [string, string] {
  return [
    `reviews/review-${n}.md`,
    `# Service review ${n}

**Date:** 2026-0${1 + pick(9)}-17
**Attendees:** ${person(pick(140))}, ${person(pick(140))}
**Customer:** ${AREAS[pick(AREAS.length)]} Ltd

## Results

${prose(18)}

## Actions

| ID | Action | Owner | Due |
|---|---|---|---|
${Array.from({ length: 6 }, (_, k) => `| A-${n}-${k} | ${prose(1)} | ${person(pick(140))} | 2027-02-1${k} |`).join('\n')}
`,
  ];
}

function notes(n: number, { pick, prose, processes }: Maker): [string, string] {
  const chapters = Array.from(
    { length: 7 },
    (_, k) =>
      `## Part ${k + 1}\n\n${prose(6)}\n\n- ${prose(1)}\n- [process](../processes/process-${pick(processes)}.md)\n`,
  );
  return [`notes/note-${n}.md`, `# Working notes ${n}\n\n${prose(3)}\n\n${chapters.join('\n')}`];
}

function improvements(n: number, { pick, prose, roles }: Maker): [string, string] {
  const items = Array.from(
    { length: 18 },
    (_, k) =>
      `  - id: IMP-${n}-${k}\n    title: ${prose(1)}\n    owner: ${roleName(pick(roles))}\n    status: open\n    due: 2027-03-1${k % 10}\n    source: AUD-${n}\n`,
  );
  return [
    `registers/improvements-${n}.yaml`,
    `type: improvement register\nid: REG-${n}\nowner: ${roleName(pick(roles))}\nimprovements:\n${items.join('')}`,
  ];
}
