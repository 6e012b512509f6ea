/** Help in clausewright.yaml: the keys, names and values that fit where the cursor stands, and what they mean. */
import assert from 'node:assert/strict';
import {
  type ConfigurationContext,
  configurationCompletions,
  configurationHover,
} from '../../server/features/configuration-help.ts';
import { CONFIGURATION_SCHEMA } from '../../server/model/configuration-schema.ts';
import { RULES } from '../../server/rules/rules.generated.ts';

function at(marked: string): ConfigurationContext {
  const offset = marked.indexOf('$0');
  assert.ok(offset >= 0);
  return {
    text: marked.replace('$0', ''),
    offset,
    rules: RULES,
    asOf: '2026-11-01',
    paths: ['audits/2026.md', 'change.md'],
  };
}
const texts = (marked: string): readonly string[] => configurationCompletions(at(marked)).map(({ text }) => text);
const said = (marked: string): string => configurationHover(at(marked))?.markdown ?? '';

describe('Completion in clausewright.yaml', () => {
  it('offers every key at the top, but those that stand there', () => {
    const offered = texts('edition: 2018\n$0\npreset: strict\n').map((text) => text.replace(/:\s*$/, ''));
    assert.deepEqual(
      offered,
      CONFIGURATION_SCHEMA.map(({ name }) => name).filter((name) => name !== 'edition' && name !== 'preset'),
    );
  });

  it('replaces what is typed of a key, and leaves a colon that is there', () => {
    const [first] = configurationCompletions(at('pre$0: strict\n'));
    assert.deepEqual(first?.span, { start: 0, end: 3 });
    assert.ok(texts('pre$0: strict\n').includes('preset'));
  });

  it('offers the choices of a value', () => {
    assert.deepEqual(texts('edition: $0\n'), ['2005', '2011', '2018']);
    assert.deepEqual(texts('preset: str$0'), ['recommended', 'strict']);
    assert.deepEqual(texts('complete: $0\n'), ['yes', 'no']);
  });

  it('offers rules where rules are set, and severities behind them', () => {
    assert.ok(texts('rules:\n  $0\n').includes('audit.self-audit: '));
    assert.ok(!texts('rules:\n  audit.self-audit: off\n  $0\n').includes('audit.self-audit: '));
    assert.deepEqual(texts('rules:\n  audit.self-audit: $0\n'), ['error', 'warning', 'information', 'off']);
  });

  it('offers kinds behind globs, and paths as globs', () => {
    assert.ok(texts('kinds:\n  audits/**: $0\n').includes('audit-report'));
    assert.ok(texts('kinds:\n  $0').includes('audits/2026.md: '));
  });

  it('finds its way through lists of entries, indented or not', () => {
    assert.deepEqual(texts('overrides:\n  - files: [a]\n    $0\n'), ['rules:']);
    assert.deepEqual(texts('overrides:\n- $0\n'), ['files: ', 'rules:']);
    assert.ok(texts('overrides:\n- files: [a]\n  rules:\n    $0\n').includes('link.broken: '));
    assert.ok(texts('accepted:\n  - rule: link.broken\n    reason: x\n  - rule: $0\n').includes('audit.no-scope'));
    assert.deepEqual(texts('accepted:\n  - rule: link.broken\n    until: $0\n'), ['2026-11-01']);
    assert.ok(texts('accepted:\n  - files: [audits/2026.md, $0]\n').includes('change.md'));
  });

  it('offers thresholds and intervals by name', () => {
    assert.ok(texts('thresholds:\n  $0').includes('audit-report: '));
    assert.ok(texts('intervals:\n  management-review: $0').includes('yearly'));
  });

  it('keeps silent in comments, and under keys that the file does not have', () => {
    assert.deepEqual(texts('# edi$0\n'), []);
    assert.deepEqual(texts('unknown:\n  $0\n'), []);
    assert.deepEqual(texts('organization: $0\n'), []);
  });
});

describe('Hover in clausewright.yaml', () => {
  it('explains keys at every depth, with what holds without them', () => {
    assert.match(said('as-$0of: 2026-11-01\n'), /Without it: today/);
    assert.match(said('accepted:\n  - rule: link.broken\n    unt$0il: 2027-01-31\n'), /after it the finding is back/);
    assert.match(said('thresholds:\n  audit-re$0port: 10\n'), /30 days/);
  });

  it('explains rules, choices and kinds', () => {
    assert.match(said('rules:\n  audit.self-$0audit: off\n'), /`audit.self-audit`/);
    assert.match(said('preset: str$0ict\n'), /Every rule/);
    assert.match(said('kinds:\n  "a/**": audit-$0report\n'), /`audit-report`/);
  });

  it('says nothing of what the file does not have', () => {
    assert.equal(said('nonse$0nse: 1\n'), '');
  });
});
