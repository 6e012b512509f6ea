/** Records in every form in which providers write them: the form must not matter. */
import assert from 'node:assert/strict';
import { factsOf, recordsOf } from './facts-of.ts';

const RACI = (rows: string): string => `# RACI matrix\n\n${rows}`;

describe('a responsibility matrix', () => {
  const rows = (text: string): unknown => recordsOf(factsOf(RACI(text)), 'raci-row');

  it('has its letters alone, joined, in brackets or bold', () => {
    assert.deepEqual(
      rows(
        '| Activity | Change Manager | Service Desk | CAB |\n| --- | --- | --- | --- |\n| Log | A/R | S | (C) |\n| Assess | **A** | R, S | I |\n',
      ),
      [
        {
          activity: 'Log',
          accountable: 'Change Manager',
          responsible: 'Change Manager',
          supports: 'Service Desk',
          consulted: 'CAB',
        },
        {
          activity: 'Assess',
          accountable: 'Change Manager',
          responsible: 'Service Desk',
          supports: 'Service Desk',
          informed: 'CAB',
        },
      ],
    );
  });

  it('has signatories beside verifiers in RACI-VS, where the S does not support', () => {
    assert.deepEqual(
      rows('| Activity | Change Manager | Auditor | Board |\n| --- | --- | --- | --- |\n| Approve | A/R | V | S |\n'),
      [
        {
          activity: 'Approve',
          accountable: 'Change Manager',
          responsible: 'Change Manager',
          verifies: 'Auditor',
          signs: 'Board',
        },
      ],
    );
  });

  it('may tick the letters, with the roles down the side', () => {
    assert.deepEqual(
      rows(
        '| Activity | Role | R | A | C | I |\n| --- | --- | --- | --- | --- | --- |\n| Log | Service Desk | ✓ | | | |\n| | Incident Manager | | ✓ | | |\n| Close | Service Desk | x | x | | |\n',
      ),
      [
        { activity: 'Log', responsible: 'Service Desk', accountable: 'Incident Manager' },
        { activity: 'Close', responsible: 'Service Desk', accountable: 'Service Desk' },
      ],
    );
  });

  it('is silent where ticks under roles do not say who answers', () => {
    assert.deepEqual(
      rows('| Activity | Change Manager | Service Desk |\n| --- | --- | --- |\n| Log | ✓ | |\n| Assess | | ✓ |\n'),
      [],
    );
  });
});

describe('the letters of a responsibility matrix', () => {
  /** The parts of the first row, as `role: part`. */
  const parts = (text: string): readonly string[] =>
    Object.entries(recordsOf(factsOf(text), 'raci-row')[0] ?? {}).map(([part, role]) => `${role}: ${part}`);
  const table = (letters: readonly string[]): string =>
    `| Activity | ${letters.map((_, i) => `Role ${i + 1}`).join(' | ')} |\n|${' --- |'.repeat(letters.length + 1)}\n| Choose | ${letters.join(' | ')} |\n`;

  const DACI = ['Role 1: responsible', 'Role 2: accountable', 'Role 3: consulted', 'Role 4: informed'];
  const RAPID = [
    'Role 1: supports',
    'Role 2: signs',
    'Role 3: responsible',
    'Role 4: consulted',
    'Role 5: accountable',
  ];
  const without = (text: readonly string[]): readonly string[] => text.filter((part) => !part.startsWith('Choose'));

  it('are those of DACI where driver, approver and contributors stand side by side, or a heading says so', () => {
    for (const heading of ['# DACI', '# Responsibility matrix', '# Change process\n\n## DACI chart'])
      assert.deepEqual(without(parts(`${heading}\n\n${table(['D', 'A', 'C', 'I'])}`)), DACI, heading);
    assert.deepEqual(without(parts(`# DACI\n\n${table(['D', 'A'])}`)), DACI.slice(0, 2));
  });

  it('are those of RAPID where somebody decides and somebody performs: an A agrees, and answers for nothing', () => {
    for (const heading of ['# RAPID', '# Decision rights', '# Changes\n\n## RAPID matrix'])
      assert.deepEqual(without(parts(`${heading}\n\n${table(['R', 'A', 'P', 'I', 'D'])}`)), RAPID, heading);
    assert.deepEqual(without(parts(`# RAPID\n\n${table(['R', 'A', 'D'])}`)), [
      'Role 1: supports',
      'Role 2: signs',
      'Role 3: accountable',
    ]);
  });

  it('are none where neither heading nor letters tell an approver from somebody who agrees', () => {
    assert.deepEqual(parts(`# Decision rights\n\n${table(['D', 'A', 'I'])}`), []);
    assert.deepEqual(parts(`# Decision rights\n\n${table(['R', 'A', 'I', 'D'])}`), []);
  });

  it('are those of RACI in a document that is merely rapid, and with a D beside all four', () => {
    for (const heading of ['# Rapid response', '# RAPID RESPONSE PROCESS'])
      assert.deepEqual(without(parts(`${heading}\n\n${table(['R', 'A', 'C', 'I'])}`)), [
        'Role 1: responsible',
        'Role 2: accountable',
        'Role 3: consulted',
        'Role 4: informed',
      ]);
    assert.deepEqual(without(parts(`# DARCI\n\n${table(['D', 'A', 'R', 'C', 'I'])}`)), [
      'Role 2: accountable',
      'Role 3: responsible',
      'Role 4: consulted',
      'Role 5: informed',
    ]);
  });

  it('are what the legend says, in a sentence, a list or a table, before or after, beside the matrix or above it', () => {
    const said = ['Role 1: supports', 'Role 2: accountable', 'Role 3: responsible'];
    for (const legend of [
      'A = assists, E = decides, D = does the work',
      '- **A**: assists\n- **E**: decides\n- **D**: drives',
      '| Letter | Meaning |\n| --- | --- |\n| A | Assists |\n| E | Decides |\n| D | Driver |',
      'Assistance (A), Entscheidung (E), Durchführung (D)',
      'A – unterstützt; E – entscheidet; D – führt durch, D: Durchführung'.replace('D – führt durch, ', ''),
    ]) {
      const matrix = table(['A', 'E', 'D']);
      assert.deepEqual(new Set(without(parts(`# Matrix\n\n${legend}\n\n${matrix}`))), new Set(said), legend);
      assert.deepEqual(new Set(without(parts(`# Matrix\n\n${matrix}\n\n## Legend\n\n${legend}\n`))), new Set(said));
    }
  });

  it('keep what RACI says of those that the legend leaves out', () => {
    assert.deepEqual(without(parts(`# RACI\n\nR: responsible, A: accountable\n\n${table(['R', 'A', 'C'])}`)), [
      'Role 1: responsible',
      'Role 2: accountable',
      'Role 3: consulted',
    ]);
  });

  it('keep it, too, of letters that the legend explains in words of its own', () => {
    for (const legend of [
      'R: does the work. A: has the last word. C: gives advice. I: is told after.',
      'R: does it. I: is told.',
    ])
      assert.deepEqual(
        without(parts(`# RACI\n\n${legend}\n\n${table(['R', 'A', 'C'])}`)),
        ['Role 1: responsible', 'Role 2: accountable', 'Role 3: consulted'],
        legend,
      );
  });

  it('take no legend from lettered paragraphs that say other things', () => {
    assert.deepEqual(without(parts(`# RACI\n\nA: open the form. C: close it again.\n\n${table(['R', 'A', 'C'])}`)), [
      'Role 1: responsible',
      'Role 2: accountable',
      'Role 3: consulted',
    ]);
  });

  it('tell nothing of roles that are out of it', () => {
    assert.deepEqual(without(parts(`# CAIRO\n\n${table(['R', 'A', 'C', 'O'])}`)), [
      'Role 1: responsible',
      'Role 2: accountable',
      'Role 3: consulted',
    ]);
  });

  it('may be ticked, with the letters across', () => {
    const [row] = recordsOf(
      factsOf(
        '# RAPID\n\n| Decision | Role | R | A | P | I | D |\n| --- | --- | --- | --- | --- | --- | --- |\n| Choose | Change Manager | x | x | | | |\n| | Board | | | | | x |\n| | Desk | | | x | x | |\n',
      ),
      'raci-row',
    );
    assert.deepEqual(row, {
      activity: 'Choose',
      supports: 'Change Manager',
      signs: 'Change Manager',
      responsible: 'Desk',
      consulted: 'Desk',
      accountable: 'Board',
    });
  });

  it('are no labels of a record that the section around the matrix would be', () => {
    const facts = factsOf(
      '# RACI\n\n## Approval\n\n| Activity | Owner | Board | Desk |\n| --- | --- | --- | --- |\n| Decide | A | R | I |\n| Act | R | A | I |\n',
    );
    assert.deepEqual(
      recordsOf(facts, 'raci-row').map(({ activity }) => activity),
      ['Decide', 'Act'],
    );
  });

  it('may be words over names', () => {
    assert.deepEqual(
      recordsOf(
        factsOf(
          '# DACI\n\n| Decision | Driver | Approver | Contributors | Informed |\n| --- | --- | --- | --- | --- |\n| Choose | Ada Quill | Board | Ben Stone | All |\n',
        ),
        'raci-row',
      ).map(({ responsible, accountable, consulted }) => [responsible, accountable, consulted]),
      [['Ada Quill', 'Board', 'Ben Stone']],
    );
  });
});

describe('an audit programme', () => {
  const audits = (text: string): unknown => recordsOf(factsOf(`# Internal audit programme 2026\n\n${text}`), 'audit');

  it('has an audit in each marked cell of processes by quarters', () => {
    assert.deepEqual(
      audits(
        '| Process | Q1 | Q2 | Auditor |\n| --- | --- | --- | --- |\n| Change | X | X | Ada Quill |\n| Problem | | planned | Ben Stone |\n',
      ),
      [
        { process: 'Change', auditor: 'Ada Quill', date: 'Q1 2026' },
        { process: 'Change', auditor: 'Ada Quill', date: 'Q2 2026' },
        { process: 'Problem', auditor: 'Ben Stone', date: 'Q2 2026', status: 'planned' },
      ],
    );
  });

  it('may have its clauses down the side, and its audits by quarter across', () => {
    assert.deepEqual(audits('| Clause | Q1 audit | Q3 audit |\n| --- | --- | --- |\n| 8.2 | ✓ | |\n| 9.2 | | ✓ |\n'), [
      { standard: '8.2', date: 'Q1 2026' },
      { standard: '9.2', date: 'Q3 2026' },
    ]);
  });

  it('may be planned by half-years or weeks', () => {
    const dates = (text: string): unknown => (audits(text) as { date?: string }[]).map(({ date }) => date);
    assert.deepEqual(
      dates('| Process | H1 | 2. Halbjahr | Auditor |\n| --- | --- | --- | --- |\n| Change | X | X | Ada Quill |\n'),
      ['H1 2026', 'H2 2026'],
    );
    assert.deepEqual(
      dates(
        '| Process | KW 12 2026 | KW 40 2026 | Auditor |\n| --- | --- | --- | --- |\n| Change | X | X | Ada Quill |\n',
      ),
      ['KW 12 2026', 'KW 40 2026'],
    );
  });

  it('may name the audit and its auditor in the cell', () => {
    assert.deepEqual(
      audits(
        '| Process | Jan | Feb |\n| --- | --- | --- |\n| Change | IA-01 (Ada Quill) | |\n| Problem | | Ben Stone |\n',
      ),
      [
        { process: 'Change', date: 'Jan 2026', id: 'IA-01', auditor: 'Ada Quill' },
        { process: 'Problem', date: 'Feb 2026', auditor: 'Ben Stone' },
      ],
    );
  });

  it('gives each audit the clauses that a table of clauses by audits marks', () => {
    assert.deepEqual(
      audits(
        '| Audit | Date | Auditor |\n| --- | --- | --- |\n| IA-1 | 2026-03-01 | Ada Quill |\n| IA-2 | 2026-05-01 | Ben Stone |\n\n| Clause | IA-1 | IA-2 |\n| --- | --- | --- |\n| 8.2 | X | |\n| 9.2 | X | X |\n',
      ),
      [
        { title: 'IA-1', date: '2026-03-01', auditor: 'Ada Quill', standard: '8.2, 9.2' },
        { title: 'IA-2', date: '2026-05-01', auditor: 'Ben Stone', standard: '9.2' },
      ],
    );
  });

  it('has no date where nothing says of which year the quarters are', () => {
    const facts = factsOf(
      '# Internal audit programme\n\n| Process | Q1 | Q2 | Auditor |\n| --- | --- | --- | --- |\n| Change | X | | Ada Quill |\n',
    );
    assert.deepEqual(recordsOf(facts, 'audit'), [{ process: 'Change', auditor: 'Ada Quill' }]);
  });
});

describe('a competence matrix', () => {
  const levels = (text: string): unknown => recordsOf(factsOf(`# Skills matrix\n\n${text}`), 'competence');

  it('has people down the side and competences across, with a row of what is required', () => {
    assert.deepEqual(
      levels(
        '| Person | ITIL | Networks |\n| --- | --- | --- |\n| Ada Quill | 3 | ✓ |\n| Ben Stone | 1 | - |\n| Required | 2 | 3 |\n',
      ),
      [
        { person: 'Ada Quill', competence: 'ITIL', required: '2', actual: '3' },
        { person: 'Ada Quill', competence: 'Networks', required: '3', actual: '✓' },
        { person: 'Ben Stone', competence: 'ITIL', required: '2', actual: '1' },
      ],
    );
  });

  it('or competences down the side and people across', () => {
    assert.deepEqual(
      levels(
        '| Competence | Required | Ada Quill | Ben Stone |\n| --- | --- | --- | --- |\n| ITIL | 3 | 3 | Beginner |\n',
      ),
      [
        { competence: 'ITIL', person: 'Ada Quill', required: '3', actual: '3' },
        { competence: 'ITIL', person: 'Ben Stone', required: '3', actual: 'Beginner' },
      ],
    );
  });
});

describe('measures by period', () => {
  it('have a result in each filled cell', () => {
    const facts = factsOf(
      '# Service report 2026\n\n| KPI | Target | Jan | 2026-02 |\n| --- | --- | --- | --- |\n| First-time fix | ≥ 80 % | 82 % | |\n| Restored in time | ≥ 95 % | 96 % | 93 % |\n',
    );
    assert.deepEqual(recordsOf(facts, 'kpi-result'), [
      { kpi: 'First-time fix', period: 'Jan 2026', value: '82 %', target: '≥ 80 %' },
      { kpi: 'Restored in time', period: 'Jan 2026', value: '96 %', target: '≥ 95 %' },
      { kpi: 'Restored in time', period: '2026-02', value: '93 %', target: '≥ 95 %' },
    ]);
  });
});

describe('a transposed table', () => {
  it('has a record a column, named by the head of the column where that is an id', () => {
    const facts = factsOf(
      '# Nonconformities\n\n| Field | NC-001 | NC-002 |\n| --- | --- | --- |\n| Date | 2026-01-02 | 2026-02-03 |\n| Description | Nobody named | Log lost |\n| Correction | Named | Restored |\n| Cause | Template | Disk |\n',
    );
    assert.deepEqual(
      recordsOf(facts, 'nonconformity').map(({ id, cause }) => `${id} ${cause}`),
      ['NC-001 Template', 'NC-002 Disk'],
    );
  });

  it('is none where a list of terms happens to hold a few labels', () => {
    const facts = factsOf(
      '# Tags\n\n| Tag | Example | Meaning |\n| --- | --- | --- |\n| Name | web-1 | which one |\n| Service | mail | for what |\n| Owner | team-1 | who |\n| Colour | red | looks |\n| Zone | a | where |\n| Tier | 2 | how much |\n| Stack | x | made by |\n',
    );
    assert.deepEqual(facts.records, []);
  });
});

describe('a table of raw HTML', () => {
  const html = (rows: readonly (readonly string[])[], head = 'th'): string =>
    `<table>\n${rows
      .map(
        (row, i) =>
          `<tr>${row.map((cell) => (i === 0 ? `<${head}>${cell}</${head}>` : `<td>${cell}</td>`)).join('')}</tr>`,
      )
      .join('\n')}\n</table>\n`;

  it('holds records under its heads, with the place of each value', () => {
    const text = `# Risk register\n\n${html([
      ['ID', 'Risk', 'Likelihood', 'Impact', 'Owner'],
      ['R-1', 'Fire &amp; smoke', 'low', 'high', '<b>Ada Quill</b>'],
      ['R-2', 'Flood', 'low', '', 'Ben Stone'],
    ])}`;
    const facts = factsOf(text);
    assert.deepEqual(recordsOf(facts, 'risk'), [
      { id: 'R-1', description: 'Fire & smoke', likelihood: 'low', impact: 'high', owner: 'Ada Quill' },
      { id: 'R-2', description: 'Flood', likelihood: 'low', impact: '', owner: 'Ben Stone' },
    ]);
    assert.deepEqual(facts.metadata, []);
    const flood = facts.records[1]?.fields.find(({ field }) => field === 'description')?.span;
    assert.equal(text.slice(flood?.start, flood?.end), 'Flood');
  });

  it('may be a matrix of responsibilities', () => {
    assert.deepEqual(
      recordsOf(
        factsOf(
          RACI(
            html([
              ['Activity', 'Change Manager', 'Board'],
              ['Approve', 'R', 'A'],
            ]),
          ),
        ),
        'raci-row',
      ),
      [{ activity: 'Approve', responsible: 'Change Manager', accountable: 'Board' }],
    );
  });

  it('is control data where heads and values stand side by side, and nothing where its rows are of other widths', () => {
    const pairs =
      '<table><tr><th>Owner</th><td>Ada Quill</td><th>Version</th><td>1.10</td></tr><tr><th>Approver</th><td>Ben Stone</td><th>Status</th><td>approved</td></tr></table>\n';
    assert.deepEqual(
      factsOf(`# Incident process\n\n${pairs}`).metadata.map(({ field, raw }) => `${field}: ${raw}`),
      ['owner: Ada Quill', 'version: 1.10', 'approver: Ben Stone', 'status: approved'],
    );
    const ragged = html([
      ['ID', 'Risk', 'Likelihood', 'Impact'],
      ['R-1', 'Fire'],
    ]);
    assert.deepEqual(recordsOf(factsOf(`# Risk register\n\n${ragged}`), 'risk'), []);
  });
});

describe('a section a record', () => {
  it('tells by the ids of the headings what a document with a bare title holds', () => {
    const text = (title: string): string =>
      `# ${title}\n\n## NC-001: No owner\n\n- **Date:** 2026-01-01\n- **Cause:** template\n\n## NC-002\n\n- **Date:** 2026-02-01\n- **Cause:** disk\n`;
    assert.deepEqual(
      recordsOf(factsOf(text('Nonconformities')), 'nonconformity').map(({ id, cause }) => `${id} ${cause}`),
      ['NC-001 template', 'NC-002 disk'],
    );
    assert.deepEqual(
      factsOf('# Nonconformities\n\n## NC-001: an example\n\nThis page tells what they are.\n').kinds,
      [],
    );
  });

  it('has its id in the heading, and its fields in a table, key lines or subsections', () => {
    const facts = factsOf(
      '# Risk register\n\n## R-001 Data loss\n\n| | |\n| --- | --- |\n| Likelihood | high |\n| Impact | high |\n\n## R-002 Fire\n\n- **Likelihood:** low\n- **Impact:** high\n\n### Treatment\n\nA second site.\n',
    );
    assert.deepEqual(recordsOf(facts, 'risk'), [
      { id: 'R-001', likelihood: 'high', impact: 'high' },
      { id: 'R-002', likelihood: 'low', impact: 'high', treatment: 'A second site.' },
    ]);
  });
});

describe('a YAML register', () => {
  const ids = (text: string, path = 'register.yaml'): unknown =>
    recordsOf(factsOf(text, path), 'improvement').map(({ id }) => id);
  const ENTRY = 'title: Faster fix\ndescription: Users wait\npriority: high\nowner: Ben Stone\nstatus: open\n';
  const indented = (by: string): string => ENTRY.replace(/^(?=.)/gm, by);

  it('is a list, a map by id, or a stream of documents', () => {
    assert.deepEqual(ids(`type: improvement-register\nimprovements:\n  - id: CSI-1\n${indented('    ')}`), ['CSI-1']);
    assert.deepEqual(ids(`type: improvement-register\nimprovements:\n  CSI-1:\n${indented('    ')}`), ['CSI-1']);
    assert.deepEqual(
      ids(`---\ntype: improvement-register\ntitle: Ideas\n---\nid: CSI-1\n${ENTRY}---\nid: CSI-2\n${ENTRY}`),
      ['CSI-1', 'CSI-2'],
    );
  });

  it('is told by the letters of its ids where nothing else says what it lists', () => {
    assert.deepEqual(ids(`- id: CSI-1\n${indented('  ')}- id: CSI-2\n${indented('  ')}`), ['CSI-1', 'CSI-2']);
  });
});

describe('steps', () => {
  const steps = (text: string): unknown =>
    recordsOf(factsOf(`# Restore procedure\n\n${text}`), 'step').map(
      ({ actor, action }) => `${actor ?? '?'}: ${action}`,
    );

  it('are lists, boxes to tick, tables, lettered or bold paragraphs, and headings', () => {
    const wanted = ['Operator: Open', 'Restore Manager: Check'];
    assert.deepEqual(
      steps('| Step | Action | Who |\n| --- | --- | --- |\n| 1 | Open | Operator |\n| 2 | Check | Restore Manager |\n'),
      wanted,
    );
    assert.deepEqual(
      steps('## Step 1: Open\n\nThe Operator opens it.\n\n## Schritt 2 - Check\n\n**Responsible:** Restore Manager\n'),
      wanted,
    );
    assert.deepEqual(steps('## Procedure\n\n1. Operator: open\n2. Operator: check\n'), [
      'Operator: Operator: open',
      'Operator: Operator: check',
    ]);
    assert.deepEqual(steps('- [ ] Open it\n- [x] Check it\n- [ ] Close it\n'), [
      '?: Open it',
      '?: Check it',
      '?: Close it',
    ]);
    assert.deepEqual(steps('## Procedure\n\na. The Operator opens it.\n\nb. Check it.\n'), [
      'Operator: The Operator opens it.',
      '?: Check it.',
    ]);
    assert.deepEqual(steps('## 4 Procedure\n\n4.1 The Operator opens it.\n\n4.2 Check it.\n'), [
      'Operator: The Operator opens it.',
      '?: Check it.',
    ]);
    assert.deepEqual(steps('## Procedure\n\n**Step 1:** Open it.\n\n**Step 2:** Check it.\n'), [
      '?: Open it.',
      '?: Check it.',
    ]);
  });

  it('are neither a heading "Steps" nor a single letter with a full stop', () => {
    assert.deepEqual(steps('## Steps\n\nJ. Doe knows them.\n'), []);
  });
});

describe('agreements and minutes', () => {
  it('say targets in sentences', () => {
    const facts = factsOf(
      '# SLA Mail\n\n## Service levels\n\n- Availability of at least 99.9 % per month, measured by the monitor\n- Response time: P1 within 15 minutes, P2 within 1 hour\n- The desk is friendly\n',
    );
    assert.deepEqual(
      facts.records.map(({ kind, name }) => `${kind}: ${name}`),
      ['sla-target: Availability', 'sla-target: Response time', 'sla-target: Response time'],
    );
    assert.deepEqual(recordsOf(facts, 'sla-target').at(-1), {
      measure: 'Response time',
      target: 'P2 within 1 hour',
      priority: 'P2',
    });
  });

  it('say targets sentence by sentence, and in rows whose columns say less than their cells', () => {
    const targets = (text: string): unknown =>
      recordsOf(factsOf(`# SLA Mail\n\n## Service levels\n\n${text}\n`), 'sla-target').map(({ measure, target }) => [
        measure,
        target,
      ]);
    assert.deepEqual(
      targets('The service is available at least 99.9 % per month. Outages are ended within 4 hours. We care.'),
      [
        ['The service is available', 'The service is available at least 99.9 % per month.'],
        ['Outages are ended', 'Outages are ended within 4 hours.'],
      ],
    );
    assert.deepEqual(
      targets(
        '| Service level | Description |\n| --- | --- |\n| Availability | It is up 99.9 % of each month |\n| Kindness | The desk is friendly |',
      ),
      [['Availability', 'It is up 99.9 % of each month']],
    );
    assert.deepEqual(targets('| Contact | Phone |\n| --- | --- |\n| Desk | within 4 hours |'), []);
  });

  it('say what was discussed under the headings of an agenda', () => {
    const facts = factsOf(
      '# Service review minutes: Quarry\n\n**Date:** 2026-05-01\n\n## 1. Performance against SLA\n\nAll met.\n\n## 2. Changes of scope\n\nNo change.\n\n## 3. Action items\n\n- [ ] Ben Stone: send the report by 2026-06-01\n',
    );
    assert.deepEqual(
      facts.sections.flatMap(({ names }) => names).filter((name) => name !== 'title'),
      ['performance', 'scope-changes', 'actions'],
    );
    assert.deepEqual(
      recordsOf(facts, 'action').map(({ owner, due }) => [owner, due]),
      [['Ben Stone', '2026-06-01']],
    );
  });

  it('say by the columns beside it whether a commitment is the measure or the target', () => {
    const target = (head: string, cells: string): unknown => {
      const [row] = recordsOf(
        factsOf(`# SLA Mail\n\n## Service levels\n\n${head}\n${head.replace(/[^|]+/g, ' --- ')}\n${cells}\n`),
        'sla-target',
      );
      return [row?.measure, row?.target];
    };
    const wanted = ['Availability', '99.9 %'];
    assert.deepEqual(target('| Service level | Commitment |', '| Availability | 99.9 % |'), wanted);
    assert.deepEqual(target('| Metric | SLO | Period |', '| Availability | 99.9 % | month |'), wanted);
    assert.deepEqual(target('| Commitment | Target |', '| Availability | 99.9 % |'), wanted);
    assert.deepEqual(target('| Service level | Target |', '| Availability | 99.9 % |'), wanted);
    assert.deepEqual(target('| Measure | Commitment | Target |', '| Availability | keep it up | 99.9 % |'), wanted);
  });

  it('say actions in items that name somebody or a day, and decisions with both in tables', () => {
    const facts = factsOf(
      '# Minutes of the weekly meeting\n\n## Decisions\n\n| No. | Decision | Owner | Due |\n| --- | --- | --- | --- |\n| 1 | Hire | Ada Quill | 2026-06-01 |\n\n## Actions\n\n- Ben Stone to send the report by 2026-04-01\n- [x] Book a room (Cleo Marsh)\n',
    );
    assert.deepEqual(
      recordsOf(facts, 'action').map(({ owner, due, status }) => [owner, due, status]),
      [
        ['Ada Quill', '2026-06-01', undefined],
        ['Ben Stone', '2026-04-01', undefined],
        ['Cleo Marsh', undefined, 'done'],
      ],
    );
  });

  it('take no action from remarks', () => {
    const facts = factsOf('# Minutes of the weekly meeting\n\n## Actions\n\n- Nothing to report\n- All went well\n');
    assert.deepEqual(recordsOf(facts, 'action'), []);
  });
});

describe('who holds a role', () => {
  it('may stand in the maps of an organisation', () => {
    const facts = factsOf(
      'organisation: Alder\nroles:\n  Change Manager: Ada Quill\nteams:\n  Service Desk: [Ben Stone, Cleo Marsh]\nrole_CIO: Dora Finch\nrole_CIO_email: dora@example.org\nrole_CISO: TBD\n',
      'organisation.yaml',
    );
    assert.deepEqual(recordsOf(facts, 'role'), [
      { name: 'Change Manager', holder: 'Ada Quill' },
      { name: 'Service Desk', holder: 'Ben Stone, Cleo Marsh' },
      { name: 'role_CIO', holder: 'Dora Finch' },
      { name: 'role_CISO', holder: 'TBD' },
    ]);
  });
});
