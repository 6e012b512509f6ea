/** Metadata in the shapes in which providers write it, and what does and does not contradict. */
import assert from 'node:assert/strict';
import { fieldOf } from '../../server/reading/facts.ts';
import { factsOf, metadataOf } from './facts-of.ts';

const BODY = '\n## Purpose\n\nUsers are served again soon.\n';

/** The same owner and version in every notation: the shape must not matter. */
const SHAPES: Readonly<Record<string, string>> = {
  'front matter': `---\nowner: Ada Quill\nversion: 1.10\n---\n# Incident process\n${BODY}`,
  'front matter whose opening fence is missing': `owner: Ada Quill\nversion: 1.10\n---\n# Incident process\n${BODY}`,
  'a comment': `<!--\nowner: Ada Quill\nversion: 1.10\n-->\n# Incident process\n${BODY}`,
  'bold key lines': `# Incident process\n\n**Owner:** Ada Quill  \n**Version:** 1.10\n${BODY}`,
  'key lines with the colon outside': `# Incident process\n\n**Owner**: Ada Quill  \n**Version**: 1.10\n${BODY}`,
  'plain key lines': `# Incident process\n\nOwner: Ada Quill\nVersion: 1.10\n${BODY}`,
  'key lines in a quote': `# Incident process\n\n> **Owner:** Ada Quill\n> **Version:** 1.10\n${BODY}`,
  'one line with bars': `# Incident process\n\nOwner: Ada Quill | Version: 1.10\n${BODY}`,
  'one line with bold labels and dots': `# Incident process\n\n**Owner:** Ada Quill · **Version:** 1.10\n${BODY}`,
  'one line without signs between bold labels': `# Incident process\n\n**Owner:** Ada Quill **Version:** 1.10\n${BODY}`,
  'a list': `# Incident process\n\n- Owner: Ada Quill\n- Version: 1.10\n${BODY}`,
  'a table with a header': `# Incident process\n\n| Field | Value |\n| --- | --- |\n| Owner | Ada Quill |\n| Version | 1.10 |\n${BODY}`,
  'a table whose header is a pair': `# Incident process\n\n| Owner | Ada Quill |\n| --- | --- |\n| Version | 1.10 |\n${BODY}`,
  'a table with an empty header': `# Incident process\n\n|  |  |\n| --- | --- |\n| **Owner** | Ada Quill |\n| **Version** | 1.10 |\n${BODY}`,
  'a table of one row': `# Incident process\n\n| Version | Owner | Approver |\n| --- | --- | --- |\n| 1.10 | Ada Quill | Cleo Marsh |\n${BODY}`,
  'two labels over one row': `# Incident process\n\n| Owner | Version |\n| --- | --- |\n| Ada Quill | 1.10 |\n${BODY}`,
  'bold labels in raw HTML': `# Incident process\n\n<div><strong>Owner:</strong> Ada Quill<br><b>Version</b>: <span>1.10</span></div>\n${BODY}`,
  'several pairs a row': `# Incident process\n\n| Owner | Ada Quill | Version | 1.10 |\n| --- | --- | --- | --- |\n| Status | Approved | Classification | Internal |\n${BODY}`,
  'headings that carry their value': `# Incident process\n\n#### Process owner: Ada Quill\n\n#### Version: 1.10\n${BODY}`,
  'nested front matter': `---\ndocument:\n  owner:\n    name: Ada Quill\n  version: 1.10\n---\n# Incident process\n${BODY}`,
  'labels with remarks': `# Incident process\n\n| Field | Value |\n| --- | --- |\n| Owner (name) | Ada Quill |\n| Version (x.y) | 1.10 |\n${BODY}`,
  'raw HTML': `# Incident process\n\n<table>\n<tr><td>Owner</td><td>Ada Quill</td></tr>\n<tr><td>Version</td><td>1.10</td></tr>\n</table>\n${BODY}`,
  'a control section at the foot': `# Incident process\n${BODY}\n## Document control\n\n| Field | Value |\n| --- | --- |\n| Owner | Ada Quill |\n| Version | 1.10 |\n`,
};

describe('metadata', () => {
  for (const [shape, text] of Object.entries(SHAPES)) {
    it(`is read from ${shape}`, () => {
      assert.deepEqual(metadataOf(text, 'owner', 'version'), { owner: 'Ada Quill', version: '1.10' });
    });
  }

  it('goes by German labels, whoever is meant by them', () => {
    const text =
      '# Incident-Management-Prozess\n\n**Prozessverantwortliche:** Ada Quill  \n**Dokumentenversion:** 1.0  \n**Freigegeben von:** Cleo Marsh  \n**Nächste Überprüfung:** 03/2027\n';
    assert.deepEqual(metadataOf(text, 'owner', 'version', 'approver', 'next_review'), {
      owner: 'Ada Quill',
      version: '1.0',
      approver: 'Cleo Marsh',
      next_review: '03/2027',
    });
  });

  it('is read from a table of signatures, whose rows are no roles', () => {
    const facts = factsOf(
      `# Backup procedure\n\n| Role | Name | Date | Signature |\n| --- | --- | --- | --- |\n| Author | Ada Quill | 2026-01-01 | AQ |\n| Approved by | Cleo Marsh | 2026-01-05 | CM |\n| Owner | Dora Finch | | |\n${BODY}`,
    );
    assert.deepEqual(
      ['author', 'approver', 'approved', 'owner'].map((name) => fieldOf(facts, name)?.raw),
      ['Ada Quill', 'Cleo Marsh', '2026-01-05', 'Dora Finch'],
    );
    assert.deepEqual(facts.records, []);
  });

  it('is read from a sentence on the document, and not from one on something else', () => {
    const of = (sentence: string): unknown =>
      metadataOf(`# Backup policy\n\n${sentence}\n${BODY}`, 'owner', 'approver', 'approved');
    assert.deepEqual(of('This policy is owned by the Operations team and approved by the Board on 2 January 2026.'), {
      owner: 'Operations team',
      approver: 'Board',
      approved: '2 January 2026',
    });
    assert.deepEqual(of('The owner of this policy is the Backup Manager.'), {
      owner: 'Backup Manager',
      approver: null,
      approved: null,
    });
    assert.deepEqual(of('Verantwortlich für diese Richtlinie ist die Betriebsleitung.'), {
      owner: 'Betriebsleitung',
      approver: null,
      approved: null,
    });
    for (const other of [
      'Every backup is owned by the team that made it.',
      'This policy is owned by whoever reads it.',
      'Backups are approved by the Board.',
    ])
      assert.deepEqual(of(other), { owner: null, approver: null, approved: null }, other);
  });

  it('takes the day of approval from beside the approver', () => {
    const facts = factsOf(`# Backup policy\n\n**Approved by / on:** Cleo Marsh, 2026-01-05\n${BODY}`);
    const approver = fieldOf(facts, 'approver')?.value;
    assert.deepEqual(approver?.type === 'names' && approver.names.map((name) => name.text), ['Cleo Marsh']);
    assert.equal(fieldOf(facts, 'approved')?.raw, '2026-01-05');
  });

  it('reads what is nested in front matter under the label that both keys make', () => {
    const text =
      '---\nreview:\n  last: 2026-01-01\n  next: 2027-01-01\napproval:\n  by: Cleo Marsh\n  date: 2026-01-05\n---\n# Backup policy\n';
    assert.deepEqual(metadataOf(text, 'reviewed', 'next_review', 'approver', 'approved'), {
      reviewed: '2026-01-01',
      next_review: '2027-01-01',
      approver: 'Cleo Marsh',
      approved: '2026-01-05',
    });
  });

  it('takes nothing from a rule about approving, nor from the example of a version history', () => {
    const text =
      '# Document control procedure\n\n## Approval\n\n1. Approval: by the board\n2. Version: the next number\n\n**Responsible:** See table above\n\n### Format\n\n| Version | Date | Change |\n| --- | --- | --- |\n| 1.1 | 2020-01-01 | Example |\n\n## Storage\n\nx\n\n## Retention\n\nx\n\n## Records\n\nx\n';
    assert.deepEqual(metadataOf(text, 'approver', 'version', 'owner'), { approver: null, version: null, owner: null });
  });

  it('leaves the one entry of a register to the register: an id says which of many is meant', () => {
    const text =
      '# Register\n\n| ID | Title | Version | Owner |\n| --- | --- | --- | --- |\n| P-1 | Change | 1.0 | Ada Quill |\n';
    assert.deepEqual(metadataOf(text, 'owner', 'version'), { owner: null, version: null });
  });

  it('leaves the first line of a version history to the history', () => {
    const text = `# Incident process\n${BODY}\n## Version history\n\n| Version | Date | Approved by | Change |\n| --- | --- | --- | --- |\n| 0.9 | 2026-01-01 | Cleo Marsh | First issue |\n`;
    assert.deepEqual(metadataOf(text, 'approver', 'version'), { approver: null, version: '0.9' });
  });

  it('takes no owner from prose that happens to hold a colon', () => {
    assert.deepEqual(
      metadataOf(`# Incident process\n\nOwner: whoever reads this, and nobody else.\n${BODY}`, 'owner'),
      {
        owner: null,
      },
    );
  });

  it('counts the next review from the last one and the interval', () => {
    const facts = factsOf('---\nlast_reviewed_on: 2026-01-15\nreview_in: 6 months\n---\n# Backup policy\n');
    const next = fieldOf(facts, 'next_review');
    assert.equal(next?.shape, 'computed');
    assert.equal(next?.value?.type === 'date' ? next.value.iso : null, '2026-07-15');
  });

  it('knows a placeholder from an answer and from nothing', () => {
    const facts = factsOf('# Backup policy\n\n**Owner:** TBD  \n**Approver:**  \n**Version:** 1.0\n');
    assert.deepEqual(
      ['owner', 'approver', 'version'].map((name) => fieldOf(facts, name)?.state),
      ['placeholder', 'empty', 'given'],
    );
  });
});

describe('the owner of a process', () => {
  it('may stand among its roles', () => {
    for (const roles of [
      '| Role | Person | Duties |\n| --- | --- | --- |\n| Process owner | Ada Quill | all |\n| Incident manager | Bruno Vale | runs it |',
      '- **Process owner:** Ada Quill – answers for it\n- **Incident manager:** Bruno Vale',
    ])
      assert.match(
        metadataOf(`# Incident process\n${BODY}\n## Roles\n\n${roles}\n`, 'owner').owner ?? '',
        /^Ada Quill/,
        roles,
      );
  });

  it('may be told under a heading of its own', () => {
    const text = `# Incident process\n${BODY}\n## Roles\n\n### Process owner\n\nAda Quill is the process owner and answers for it.\n`;
    assert.equal(metadataOf(text, 'owner').owner, 'Ada Quill');
  });

  it('is not named by saying what an owner does', () => {
    const text = `# Incident process\n${BODY}\n## Roles\n\n- **Process owner:** answers for the whole process\n- **Incident manager:** runs it\n`;
    assert.equal(metadataOf(text, 'owner').owner, null);
  });

  it('comes before the owner of the document', () => {
    const text = `# Incident process\n\n**Document owner:** Cleo Marsh  \n**Process owner:** Ada Quill\n${BODY}`;
    assert.equal(metadataOf(text, 'owner').owner, 'Ada Quill');
  });
});

describe('two blocks of metadata', () => {
  const conflicts = (front: string, table: string): readonly string[] =>
    factsOf(
      `---\n${front}\n---\n# Incident process\n\n| Field | Value |\n| --- | --- |\n${table}\n${BODY}`,
    ).conflicts.map((each) => each.field);

  it('contradict each other where one field has two values', () => {
    assert.deepEqual(conflicts('owner: Ada Quill\nversion: "1.0"', '| Owner | Bruno Vale |\n| Version | 2.0 |'), [
      'owner',
      'version',
    ]);
  });

  it('agree where only the writing differs', () => {
    const same: readonly (readonly [string, string])[] = [
      ['owner: Quill, Ada', '| Owner | Ada Quill (Head of IT) |\n| Version | 1 |'],
      ['owner: ada.quill@example.org', '| Owner | Ada Quill |\n| Version | 1 |'],
      ['owner: A. Quill', '| Owner | Ada Quill |\n| Version | 1 |'],
      ['owner: Incident Manager', '| Owner | Ada Quill |\n| Version | 1 |'],
      ['version: "1.0"', '| Version | v1.0 (2026-01-01) |\n| Owner | Ada Quill |'],
      ['next_review: 2027-03', '| Next review | 12 March 2027 |\n| Owner | Ada Quill |'],
    ];
    for (const [front, table] of same) assert.deepEqual(conflicts(front, table), [], `${front} / ${table}`);
  });

  it('may name the owner of the document and the owner of the process', () => {
    assert.deepEqual(conflicts('document_owner: Cleo Marsh', '| Process owner | Ada Quill |\n| Version | 1 |'), []);
  });
});
