/** The words that help: `--help` on everything, `explain` for each rule, the version, and what `lsp` says to a person. */
import assert from 'node:assert/strict';
import { RULES } from '../../server/rules/rules.generated.ts';
import { createPlace, type Place } from '../kit/terminal.ts';

describe('help on the command line', () => {
  let place: Place;
  before(() => {
    place = createPlace();
  });
  after(() => place.remove());

  it('lists the commands, asked for in any of the usual ways', async () => {
    const first = await place.run([]);
    assert.equal(first.code, 0);
    for (const command of ['check', 'inspect', 'fix', 'init', 'new', 'explain', 'lsp'])
      assert.ok(first.out.includes(`clausewright ${command}`));
    for (const words of [['--help'], ['-h'], ['help'], ['help', 'nonsense']])
      assert.equal((await place.run(words)).out, first.out);
  });

  it('explains each command with its options, which all exist', async () => {
    for (const command of ['check', 'inspect', 'fix', 'init', 'new', 'explain', 'lsp']) {
      const { code, out } = await place.run([command, '--help']);
      assert.equal(code, 0);
      assert.ok(out.startsWith(`clausewright ${command}`));
      assert.equal((await place.run(['help', command])).out, out);
      for (const [option] of out.matchAll(/--[a-z-]+/g)) {
        const { err } = await place.run([command, option, '--help']);
        assert.doesNotMatch(err, /Unknown option/, `${command} ${option}`);
      }
    }
  });

  it('tells the version', async () => {
    assert.equal((await place.run(['--version'])).out, 'clausewright 1.2.3\n');
  });

  it('explains every rule: what, why, how to put it right, and the clauses of each edition', async () => {
    for (const { id, title, why, remedy } of RULES) {
      const { code, out } = await place.run(['explain', id]);
      assert.equal(code, 0);
      assert.ok(out.startsWith(`${id}: ${title}\n`), id);
      for (const words of [why, remedy, '2005:', '2011:', '2018:']) assert.ok(out.includes(words), `${id}: ${words}`);
    }
  });

  it('proposes the nearest rule for one that does not exist', async () => {
    const { code, err } = await place.run(['explain', 'audit.selfaudit']);
    assert.equal(code, 2);
    assert.match(err, /no rule "audit\.selfaudit"; did you mean "audit\.self-audit"\?/);
    assert.equal((await place.run(['explain'])).code, 2);
  });

  it('tells a person who starts the language server by hand what is missing', async () => {
    const { code, err } = await place.run(['lsp']);
    assert.equal(code, 2);
    assert.match(err, /lsp --stdio/);
  });
});
