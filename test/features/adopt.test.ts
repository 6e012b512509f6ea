/** Adopting documents: what was understood, what is asked, and a configuration that says it and is read without a problem. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { adoptedConfiguration, globOf, understood } from '../../server/features/adopt.ts';
import { globMatcher } from '../../server/model/glob.ts';
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

  it('names files by globs that are read back and match exactly them, whatever they are called', () => {
    const name = fc
      .string({
        unit: fc.constantFrom(...'ab1 .-_[]{}(),;:#\'"`!?*+@|&%^$~<>=Ä\u{1F600}'),
        minLength: 1,
        maxLength: 12,
      })
      .filter((each) => !/^\.{1,2}$/.test(each));
    const written = (glob: string): string | undefined => {
      const text = adoptedConfiguration({
        edition: '2018',
        kinds: [{ glob, kind: 'plan' }],
        aliases: [],
        baseline: null,
      });
      const { problems, kinds } = readConfiguration('clausewright.yaml', text, { ruleIds: new Set() });
      assert.deepEqual(problems, []);
      return kinds[0]?.glob;
    };
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 2 }),
        fc.uniqueArray(name, { minLength: 2, maxLength: 5 }),
        fc.nat(3),
        (folders, [other = '', ...names], at) => {
          const paths = names.map((each) => [...folders, each].join('/'));
          const read = written(globOf(paths));
          assert.equal(read, globOf(paths));
          const matches = globMatcher([read]);
          for (const path of paths) assert.ok(matches(path), `${read} does not match ${path}`);
          // A glob that took a special character for more than itself would match a name with another in its place.
          const [first = ''] = paths;
          const cut = at % (first.length + 1);
          for (const path of [[...folders, other].join('/'), `${first}a`, first.slice(0, cut) + first.slice(cut + 1)])
            if (!paths.includes(path)) assert.ok(!matches(path), `${read} matches ${path}`);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('writes folders with odd names as they are, too', () => {
    const odd = understood(
      workspaceOf(parseFixture(SYSTEM.replaceAll('notes/', 'notes[old],{a}/')).files, { rules: [] }),
    );
    const [unclear] = odd.unclear;
    const matches = globMatcher([unclear?.glob ?? '']);
    assert.ok(matches('notes[old],{a}/on-call.md'));
    assert.ok(!matches('noteso,a/on-call.md'));
  });
});
