/** Adopting documents: what was understood, what is asked, and a configuration that says it and is read without a problem. */
import assert from 'node:assert/strict';
import { adoptedConfiguration, understood } from '../../server/features/adopt.ts';
import { readConfiguration } from '../../server/reading/configuration.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { parseFixture } from '../kit/fixture.ts';
import { workspaceOf } from '../kit/workspace.ts';

const PROSE = 'We look after what we run, and say who does what when it breaks. '.repeat(12);
const SYSTEM = `--- file: processes/change.md
# Change management process

**Process owner:** Change Manager
--- file: processes/incident.md
# Incident management process

**Process owner:** A. Quill
--- file: notes/how-we-work.md
# How we work

${PROSE}
--- file: notes/on-call.md
# On call

${PROSE}
--- file: notes/short.md
# Short

Not much.
--- file: people.yaml
type: people-register
people:
  - name: Ada Quill
    roles: Change Manager
`;

describe('Adopting documents', () => {
  const read = understood(workspaceOf(parseFixture(SYSTEM).files, { rules: [] }));

  it('tells what was understood, with counts', () => {
    assert.deepEqual(
      read.kinds.map(({ kind, count }) => `${kind} ${count}`),
      ['process-description 2', 'people-register 1'],
    );
    assert.equal(read.documents, 6);
    assert.equal(read.owned, 2);
    assert.equal(read.people, 1);
  });

  it('asks once for a folder of documents that nobody recognises, and not for fragments', () => {
    assert.deepEqual(
      read.unclear.map(({ glob, count, titles }) => ({ glob, count, titles })),
      [{ glob: 'notes/*', count: 2, titles: ['How we work', 'On call'] }],
    );
  });

  it('knows whom initials mean where only one person can be meant', () => {
    assert.deepEqual(read.aliases, [{ name: 'Ada Quill', alias: 'A. Quill' }]);
  });

  it('writes a configuration that says what was decided, and that is read without a problem', () => {
    const text = adoptedConfiguration({
      edition: '2011',
      kinds: [
        { glob: 'notes/*', kind: 'work-instruction' },
        { glob: '*.md', kind: 'policy' },
        { glob: 'odd: {a,b}.md', kind: 'plan' },
      ],
      aliases: read.aliases,
      baseline: 'clausewright-baseline.json',
    });
    const configuration = readConfiguration('clausewright.yaml', text, {
      ruleIds: new Set(RULES.map(({ id }) => id)),
    });
    assert.deepEqual(configuration.problems, []);
    assert.equal(configuration.edition, '2011');
    assert.deepEqual(configuration.kinds, [
      { glob: 'notes/*', kind: 'work-instruction' },
      { glob: '*.md', kind: 'policy' },
      { glob: 'odd: {a,b}.md', kind: 'plan' },
    ]);
    assert.deepEqual(configuration.people, [{ name: 'Ada Quill', aliases: ['A. Quill'], email: null, handle: null }]);
  });
});
