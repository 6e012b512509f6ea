/** Every rule against its own examples, its literate cases, and the promises that its fixes make. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { clause, EDITIONS } from '../../server/model/catalogue.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { checkExamples, checkEveryFix } from '../kit/rule.ts';
import { checkFindings } from '../kit/check.ts';
import { literateCases } from '../kit/literate.ts';

const HERE = new URL('.', import.meta.url);

/** Rules whose gap no fixture of text can show: the bytes are decoded before any text is there. */
const BEYOND_FIXTURES: ReadonlySet<string> = new Set(['file.encoding']);

for (const rule of RULES) {
  describe(`the rule ${rule.id}`, () => {
    const path = new URL(`${rule.id}.md`, HERE);
    const cases = existsSync(path) ? literateCases(readFileSync(path, 'utf8')) : [];

    it('finds in its bad example what it promises, and nothing in its good one', () => {
      if (!BEYOND_FIXTURES.has(rule.id)) checkExamples(rule);
    });

    for (const { title, line, fixture } of cases) {
      it(`${title} (line ${line})`, () => checkFindings(fixture, [rule.id]));
    }

    it('shows a finding and, beside it, the nearest place without one', () => {
      if (BEYOND_FIXTURES.has(rule.id)) return;
      const found = cases.filter(({ fixture }) => fixture.includes(`[${rule.id}]`));
      assert.ok(found.length > 0, `test/rules/${rule.id}.md has no case with a finding`);
      assert.ok(found.length < cases.length, `test/rules/${rule.id}.md has no case without a finding`);
    });

    it('offers fixes that apply, can be read back, and remove its finding', () => {
      for (const fixture of [rule.examples.bad, ...cases.map((each) => each.fixture)]) checkEveryFix(fixture, rule.id);
    }).timeout(0);

    it('names clauses that its editions have', () => {
      for (const edition of EDITIONS) for (const number of rule.clauses[edition] ?? []) assert.ok(clause(edition, number) !== null, `${edition} has no clause ${number}`);
    });
  });
}

describe('the literate cases', () => {
  it('belong to a rule each', () => {
    const ids = new Set(RULES.map((rule) => `${rule.id}.md`));
    assert.deepEqual(readdirSync(HERE).filter((file) => file.endsWith('.md') && !ids.has(file)), []);
  });
});
