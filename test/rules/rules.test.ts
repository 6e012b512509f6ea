/** Every rule against its own examples, its literate cases, and the promises that its fixes make. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { clause, EDITIONS } from '../../server/model/catalogue.ts';
import type { Rule } from '../../server/rules/rule.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { checkUnits } from '../../server/rules/run.ts';
import { decode } from '../../server/syntax/decode.ts';
import { createWorkspace } from '../../server/workspace/workspace.ts';
import { allFindings, checkFindings } from '../kit/check.ts';
import { parseFixture } from '../kit/fixture.ts';
import { literateCases } from '../kit/literate.ts';
import { checkEveryFix, checkExamples, severitiesUnstated } from '../kit/rule.ts';
import { HANDBOOK_KINDS, raise, workspaceOf } from '../kit/workspace.ts';

const HERE = new URL('.', import.meta.url);

/** Rules whose gap no fixture of text can show: the bytes are decoded before any text is there. */
const BEYOND_FIXTURES: ReadonlySet<string> = new Set(['file.encoding']);

/** Rules that judge what is accepted need the findings of all others. */
const judges = (rule: Rule): boolean => rule.on === 'findings';

for (const rule of RULES) {
  describe(`the rule ${rule.id}`, () => {
    const path = new URL(`${rule.id}.md`, HERE);
    const cases = existsSync(path) ? literateCases(readFileSync(path, 'utf8')) : [];

    it('finds in its bad example what it promises, and nothing in its good one', () => {
      if (!BEYOND_FIXTURES.has(rule.id)) checkExamples(rule);
    });

    for (const { title, line, fixture } of cases) {
      it(`${title} (line ${line})`, () => checkFindings(fixture, [rule.id], judges(rule) ? {} : { rules: [rule] }));
    }

    it('shows a finding and, beside it, the nearest place without one', () => {
      if (BEYOND_FIXTURES.has(rule.id)) return;
      const found = cases.filter(({ fixture }) => parseFixture(fixture).promises.some((each) => each.rule === rule.id));
      assert.ok(found.length > 0, `test/rules/${rule.id}.md has no case with a finding`);
      assert.ok(found.length < cases.length, `test/rules/${rule.id}.md has no case without a finding`);
    });

    it('states every severity that it may have, and each edition in which it has another', () => {
      const missing = severitiesUnstated(
        rule,
        cases.map((each) => each.fixture),
      );
      assert.deepEqual(missing, [], `test/rules/${rule.id}.md`);
    });

    it('offers fixes that apply, can be read back, and remove its finding', () => {
      for (const fixture of [rule.examples.bad, ...cases.map((each) => each.fixture)]) checkEveryFix(fixture, rule.id);
    }).timeout(0);

    it('names clauses that its editions have', () => {
      for (const edition of EDITIONS)
        for (const number of rule.clauses[edition] ?? [])
          assert.ok(clause(edition, number) !== null, `${edition} has no clause ${number}`);
    });
  });
}

describe('bytes that are no UTF-8', () => {
  it('are said where the document begins, with what to do', () => {
    const decoded = decode(new Uint8Array([0x23, 0x20, 0xe4, 0x0a]));
    assert.ok(decoded.problem !== null);
    const workspace = createWorkspace(HANDBOOK_KINDS);
    const dirty = workspace.apply({
      documents: [{ path: 'notes.md', text: decoded.text, problem: decoded.problem }],
      loaded: true,
    });
    checkUnits(workspace, dirty, RULES, raise);
    const [finding] = workspace.findings('notes.md').filter((each) => each.rule === 'file.encoding');
    assert.equal(finding?.message, decoded.problem.message);
    assert.equal(finding?.span.start, 0);
  });
});

describe('any rule on any text', () => {
  const texts = RULES.flatMap((rule) => [
    ...parseFixture(rule.examples.bad).files,
    ...parseFixture(rule.examples.good).files,
  ]);

  it('finds something or nothing, but never fails, and points inside the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(), fc.string(), ([path, text], from, length, noise) => {
        const start = from % (text.length + 1);
        const cut = text.slice(0, start) + noise + text.slice(start + (length % 40));
        const workspace = workspaceOf(
          new Map([
            [path === 'clausewright.yaml' ? 'x.yaml' : path, cut],
            ['other.md', text.slice(0, start)],
          ]),
        );
        for (const finding of allFindings(workspace)) {
          const whole = finding.path === 'other.md' ? text.slice(0, start) : cut;
          assert.ok(
            0 <= finding.span.start && finding.span.start <= finding.span.end && finding.span.end <= whole.length,
            `${finding.rule} points outside of ${finding.path}`,
          );
        }
      }),
      { numRuns: Number(process.env['LAW_RUNS'] ?? 100) },
    );
  }).timeout(0);
});

describe('the literate cases', () => {
  it('belong to a rule each', () => {
    const ids = new Set(RULES.map((rule) => `${rule.id}.md`));
    assert.deepEqual(
      readdirSync(HERE).filter((file) => file.endsWith('.md') && !ids.has(file)),
      [],
    );
  });
});
