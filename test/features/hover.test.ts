/** Hover: what a process owner reads when resting on a clause, a role, a person, a field or an id. */
import assert from 'node:assert/strict';
import { hover } from '../../server/features/hover.ts';
import { placeIn } from '../kit/place.ts';

const ROLES = `--- file: roles/change-manager.md
# Role: Change Manager

**Document type:** role description
**Holder:** Ada Quill
**Deputy:** Bruno Vale

## Responsibilities

- Keeps the calendar of changes
`;

/** What the hover at `$0` says; links lead to `path@offset`, so that a test can see where to. */
function said(fixture: string): string | null {
  return hover({ ...placeIn(fixture), address: (path, offset) => `${path}@${offset}` })?.markdown ?? null;
}

describe('Hover on a clause', () => {
  it('gives number, title and edition, and our paraphrase with its items', () => {
    const text = said('--- file: a.md\n# Notes\n\nSee ISO/IEC 20000-1:2018, clause 9.2$0.2.\n') ?? '';
    assert.match(text, /^\*\*9\.2\.2 .+\*\* · ISO\/IEC 20000-1:2018/);
    assert.match(text, /^- .*criteria/im);
  });

  it('reads the number in the edition that the text states, not in the one in force', () => {
    assert.match(
      said('--- file: a.md\nISO/IEC 20000-1:2005, clause 4.$03 asks for it.\n') ?? '',
      /^\*\*4\.3 .+ISO\/IEC 20000-1:2005/,
    );
  });

  it('names all clauses of the other editions where one became several, and says "in part"', () => {
    const text = said('--- file: a.md\nISO/IEC 20000-1:2018, clause 9.$02\n') ?? '';
    assert.match(text, /- 2011: .*4\.5\.4\.2.* _\(in part\)_/);
    assert.match(text, /- 2005: 4\.3/);
  });

  it('marks what we only know from working with it', () => {
    const text = said('--- file: a.md\nISO/IEC 20000-1:2005, clause $06.1\n') ?? '';
    const plain = said('--- file: a.md\nISO/IEC 20000-1:2018, clause 9.2.$02\n') ?? '';
    assert.match(text, /_\(from working knowledge\)_/);
    assert.doesNotMatch(plain, /from working knowledge/);
  });

  it('tells documents that claim the clause from those that mention it, with their kind, owner and holder', () => {
    const text =
      said(`${ROLES}--- file: change.md
---
title: Change management process
type: process description
owner: Change Manager
clauses: ISO/IEC 20000-1:2018, 8.5.1
---
# Change management process

## Roles

| Activity | Change Manager | Service Desk |
| --- | --- | --- |
| Approve | A | R |
| Close | A | R |
--- file: notes.md
# Meeting notes

We spoke of ISO/IEC 20000-1:2018, clause 8.5.1.
--- file: a.md
# Index

ISO/IEC 20000-1:2018, clause 8.5$0.1
`) ?? '';
    assert.match(
      text,
      /Claimed here by\n\n- \[Change management process\]\(change\.md@\d+\) · Process description · owner: \[Change Manager\]\(roles\/change-manager\.md@\d+\) \(Ada Quill\) · responsible: Service Desk\n/,
    );
    assert.match(text, /Mentioned in \[Meeting notes\]\(notes\.md@\d+\)/);
    assert.doesNotMatch(text, /\[Index\]/, 'the page that one is on is no news');
  });

  it('names the documents of the kinds that the clause expects', () => {
    const text =
      said('--- file: programme.md\n# Audit programme 2026\n--- file: a.md\nISO/IEC 20000-1:2018, clause 9.2.$02\n') ??
      '';
    assert.match(text, /audit programme: \[Audit programme 2026\]\(programme\.md@0\)/);
  });

  it('says nothing of clauses of other standards, nor of plain numbers', () => {
    assert.equal(said('--- file: a.md\nISO 9001:2015, clause 9.$02 asks for it.\n'), null);
    assert.equal(said('--- file: a.md\nVersion 9.$02 came out.\n'), null);
  });
});

describe('Hover on a name', () => {
  it('says who holds a role, who stands in, what it does and what it answers for', () => {
    const text =
      said(`${ROLES}--- file: change.md\n# Change management process\n\n**Process owner:** Change $0Manager\n`) ?? '';
    assert.match(text, /^\*\*Change Manager\*\* · role/);
    assert.match(text, /Held by \[Ada Quill\]\(roles\/change-manager\.md@\d+\); deputy: \[Bruno Vale\]/);
    assert.match(text, /- Keeps the calendar of changes/);
    assert.match(text, /Answers for \[Change management process\]\(change\.md@\d+\)/);
  });

  it('says which roles a person holds, once though register and description say it both', () => {
    const people =
      '--- file: people.yaml\ntype: people register\npeople:\n  - name: Ada Quill\n    roles: Change Manager\n';
    const text =
      said(`${ROLES}${people}--- file: change.md\n# Change management process\n\n**Process owner:** Ada $0Quill\n`) ??
      '';
    assert.match(text, /^\*\*Ada Quill\*\* · person/);
    assert.equal(text.match(/\[Change Manager\]/g)?.length, 1);
  });

  it('says in which documents somebody acts, but not where a longer name stands, nor what is only approved', () => {
    const text =
      said(`${ROLES}--- file: a.md
# Change management process

**Process owner:** Change $0Manager

--- file: reviews.md
# Service review

| Action | Owner | Due |
| --- | --- | --- |
| Ask the customer | Change manager | 2027-01-10 |
--- file: deputies.md
# Service review of the deputies

| Action | Owner | Due |
| --- | --- | --- |
| Ask the supplier | Change Manager Assistant | 2027-01-10 |
--- file: policy.md
# Change policy

**Approved by:** Change Manager
`) ?? '';
    assert.match(text, /Answers for \[Change management process\]\(a\.md@\d+\)/);
    assert.match(text, /Acts in \[Service review\]\(reviews\.md@\d+\)$/);
  });

  it('says nothing of somebody who is in no register', () => {
    assert.equal(said('--- file: change.md\n# Change management process\n\n**Process owner:** Jo $0Unheard\n'), null);
  });
});

describe('Hover on fields and ids', () => {
  it('explains a label, by whatever synonym it goes, and names the clause that asks for it', () => {
    const text =
      said('--- file: change.md\n# Change management process\n\n**Process ow$0ner:** Change Manager\n') ?? '';
    assert.match(text, /^\*\*Owner\*\*/);
    assert.match(text, /Asked for by ISO\/IEC 20000-1:2018, 5\.3 /);
  });

  it('explains the head of a column, in a table that holds nothing yet too', () => {
    const rows = ['| A-1 | Change | x |', '| | | |'];
    for (const row of rows) {
      const text =
        said(`--- file: a.md\n# Audit programme\n\n| Audit ID | Process | Crit$0eria |\n|---|---|---|\n${row}\n`) ?? '';
      assert.match(text, /^\*\*Criteria\*\* · Audit\n\nWhat the audit measures against/);
      assert.match(text, /Asked for by ISO\/IEC 20000-1:2018, 9\.2\.2 /);
    }
  });

  it('explains a heading with the question that its section answers', () => {
    const text = said('--- file: a.md\n# Audit plan\n\n## Time$0table\n\nMonday.\n') ?? '';
    assert.match(text, /^\*\*Timetable\*\* · Audit plan\n\n.+\n\n_.+_/);
    assert.equal(said('--- file: a.md\n# Notes\n\n## Some$0thing else\n\nMonday.\n'), null);
  });

  it('explains keys of YAML, in the document and in its records', () => {
    const register = (head: string, item: string): string =>
      `--- file: a.yaml\ntype: improvement-register\n${head}: Ada\nimprovements:\n  - id: IMP-1\n    ${item}: Fewer calls\n`;
    assert.match(said(register('ow$0ner', 'title')) ?? '', /^\*\*Owner\*\* · Improvement register/);
    assert.match(said(register('owner', 'ben$0efit')) ?? '', /^\*\*Benefit\*\* · Improvement\n/);
  });

  it('leads from an id to what it identifies', () => {
    const text =
      said(
        '--- file: change.md\n# Change management process\n\n**Document ID:** PROC-07\n**Owner:** Change Manager\n--- file: a.md\n# Notes\n\nAs PROC$0-07 says.\n',
      ) ?? '';
    assert.match(text, /^\*\*PROC-07\*\* · Process description\n\n\[Change management process\]\(change\.md@0\)/);
    assert.match(text, /Owner: Change Manager/);
  });

  it('says nothing of an id that nobody gave', () => {
    assert.equal(said('--- file: a.md\n# Notes\n\nAs UTF$0-8 says.\n'), null);
  });

  it('keeps words of documents from becoming Markdown of their own', () => {
    const text =
      said(
        '--- file: change.md\n# Change <img src=x> management process\n\n**Document ID:** PROC-07\n--- file: a.md\nAs PROC$0-07 says.\n',
      ) ?? '';
    assert.doesNotMatch(text, /(?<!\\)<img/);
  });
});
