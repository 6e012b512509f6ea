/** Minutes and scope statements: who attended, what was talked about, what is in scope, in tables, lists and lines. */
import assert from 'node:assert/strict';
import { fieldOf } from '../../server/reading/facts.ts';
import { factsOf, recordsOf } from './facts-of.ts';

describe('the attendees of a meeting', () => {
  it('are the rows of a table, and define no roles', () => {
    const facts = factsOf(
      '# Management review 2026\n\n## Attendees\n\n| Name | Role | Side |\n| --- | --- | --- |\n| Ada Quill | Managing Director | Provider |\n',
    );
    assert.deepEqual(recordsOf(facts, 'attendee'), [
      { name: 'Ada Quill', function: 'Managing Director', represents: 'Provider' },
    ]);
    assert.deepEqual(recordsOf(facts, 'role'), []);
  });

  it('are the items of a list under their heading', () => {
    const facts = factsOf(
      '# Management review 2026\n\n## Attendees\n\n- Ada Quill (Managing Director)\n- Bruno Vale\n\n## Decisions\n\n- None\n',
    );
    assert.deepEqual(recordsOf(facts, 'attendee'), [{ name: 'Ada Quill (Managing Director)' }, { name: 'Bruno Vale' }]);
  });
});

describe('the topics of a review', () => {
  it('are rows, or items that begin with the name of a topic', () => {
    const table = factsOf(
      '# Service review: Quarry Ltd\n\n## Topics\n\n| Topic | Result |\n| --- | --- |\n| Changes to scope | no change |\n',
    );
    assert.deepEqual(recordsOf(table, 'review-input'), [{ input: 'Changes to scope', seen: 'no change' }]);
    const list = factsOf(
      '# Service review: Quarry Ltd\n\n## Agenda\n\n- Changes to scope: no change\n- SLA: one hour more\n',
    );
    assert.deepEqual(recordsOf(list, 'review-input'), [
      { input: 'Changes to scope', seen: 'no change' },
      { input: 'SLA', seen: 'one hour more' },
    ]);
  });

  it('are no sentences that happen to hold a colon', () => {
    const facts = factsOf(
      '# Service review: Quarry Ltd\n\n## Agenda\n\n- They said: all is well\n- Issues: none\n- We go on\n- And on\n',
    );
    assert.deepEqual(recordsOf(facts, 'review-input'), []);
  });
});

describe('the services of a scope statement', () => {
  it('are the items under either heading, and the rows of a table', () => {
    const facts = factsOf(
      '# Scope statement\n\n## Services in scope\n\n- Hosting (S-1)\n\n## Out of scope\n\n| Service | Reason |\n| --- | --- |\n| Training | a project |\n',
    );
    assert.deepEqual(recordsOf(facts, 'scope-item'), [
      { name: 'Hosting (S-1)' },
      { name: 'Training', reason: 'a project' },
    ]);
    assert.equal(fieldOf(facts, 'exclusions')?.state, 'given');
  });
});

describe('a line of its own with a date', () => {
  it('is a field, where a line of words stays prose', () => {
    const facts = factsOf('# Service review: Quarry Ltd\n\n## Actions\n\nNext meeting: 2027-03-09. Agreed by all.\n');
    assert.equal(fieldOf(facts, 'next_meeting')?.raw, '2027-03-09. Agreed by all.');
    const prose = factsOf(
      '# Service review: Quarry Ltd\n\n## Actions\n\nNext meeting: as soon as the report is there.\n',
    );
    assert.equal(fieldOf(prose, 'next_meeting'), null);
  });
});

describe('a section of which rules ask what it says', () => {
  it('is kept with all its paragraphs', () => {
    const facts = factsOf('# Management review 2026\n\n## Conclusion\n\nFirst.\n\nIt is effective.\n');
    assert.equal(fieldOf(facts, 'conclusion')?.raw, 'First.\nIt is effective.');
  });
});
