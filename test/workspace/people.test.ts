/** People: who a written name means, and who holds which role when, from every notation of a register. */
import assert from 'node:assert/strict';
import { type Roster, rosterOf } from '../../server/workspace/people.ts';
import { createView } from '../../server/workspace/view.ts';
import { parseFixture } from '../kit/fixture.ts';
import { workspaceOf } from '../kit/workspace.ts';

const roster = (fixture: string): Roster =>
  rosterOf(createView(workspaceOf(parseFixture(fixture).files, { rules: [] }), new Set()));

const STAFF = `--- file: staff.md
# People register

| Name | E-mail | Handle | Roles |
| --- | --- | --- | --- |
| Quill, Ada | ada@example.org | @aq | Change Manager (since 2024-01-01) |
| Ben Stone | ben@example.org | @bs | Service Desk (deputy, until 2026-03-01) |
| Bella Stone | bella@example.org | | |
--- file: organisation.yaml
roles:
  Problem Manager: Ada Quill
teams:
  Change Advisory Board: [Ada Quill, Ben Stone]
`;

const meant = (text: string, email: string | null = null, handle: string | null = null): string | null =>
  roster(STAFF).person({ text, email, handle })?.name ?? null;

describe('a name', () => {
  it('means the same person in any order, short, by address or by handle', () => {
    for (const text of ['Ada Quill', 'Quill, Ada', 'A. Quill', 'AQ']) assert.equal(meant(text), 'Quill, Ada', text);
    assert.equal(meant('somebody', 'ADA@example.org'), 'Quill, Ada');
    assert.equal(meant('somebody', null, 'aq'), 'Quill, Ada');
  });

  it('means nobody where it may be two', () => {
    assert.equal(meant('B. Stone'), null);
    assert.equal(meant('Ben Stone'), 'Ben Stone');
  });
});

describe('a role', () => {
  const held = (role: string, day: string): readonly string[] =>
    roster(STAFF)
      .holders(role, day)
      .map(({ person, as }) => `${person.name} ${as}`);

  it('is held from its first day to its last, by holders and deputies', () => {
    assert.deepEqual(held('Change Manager', '2023-12-31'), []);
    assert.deepEqual(held('Change Manager', '2024-01-01'), ['Quill, Ada holder']);
    assert.deepEqual(held('Service Desk', '2026-03-01'), ['Ben Stone deputy']);
    assert.deepEqual(held('Service Desk', '2026-03-02'), []);
  });

  it('may stand in the maps of an organisation, as may a committee with its members', () => {
    assert.deepEqual(held('Problem Manager', '2026-01-01'), ['Quill, Ada holder']);
    assert.deepEqual(held('Change Advisory Board', '2026-01-01'), ['Quill, Ada holder', 'Ben Stone holder']);
  });
});
