/** Measures a cold check with all rules against one with the rules of the foundation: `npm run bench:cold -- 10000`. */
import { DEFAULT_CONFIGURATION } from '../server/model/configuration.ts';
import { KINDS } from '../server/model/kinds.generated.ts';
import type { Rule } from '../server/rules/rule.ts';
import { RULES } from '../server/rules/rules.generated.ts';
import { checkUnits } from '../server/rules/run.ts';
import { createWorkspace, WORKSPACE_UNIT } from '../server/workspace/workspace.ts';
import { corpus } from './corpus.ts';

/** The rules that were there first; what all the others cost is measured against them. */
const FOUNDATION = new Set([
  'audit.no-auditor',
  'audit.no-criteria',
  'audit.no-scope',
  'audit.self-audit',
  'clause.title-mismatch',
  'clause.unknown',
  'doc.metadata-conflict',
  'doc.missing-section',
  'doc.no-owner',
  'doc.placeholder',
  'file.encoding',
  'file.fence',
  'file.limit',
  'file.yaml',
  'id.duplicate',
  'improvement.not-authorized',
  'improvement.result-missing',
  'link.broken',
  'procedure.no-process',
  'process.no-measure',
  'process.no-objective',
  'process.no-owner',
  'role.undefined',
]);
/** How much dearer a whole check may be for all the rules that came since. */
const MOST = 1.5;
const SHOWN = 8;
const ROUNDS = 2;

const size = Number(process.argv[2] ?? 10_000);
const documents = [...corpus(size)].map(([path, text]) => ({ path, text }));

const began = performance.now();
const workspace = createWorkspace(new Set(KINDS.filter((kind) => kind.handbook === true).map((kind) => kind.name)));
workspace.apply({
  configuration: { ...DEFAULT_CONFIGURATION, path: 'clausewright.yaml' },
  asOf: '2026-11-01',
  documents,
  files: { added: documents.map(({ path }) => path), removed: [] },
  loaded: true,
});
const reading = performance.now() - began;

function checked(rules: readonly Rule[]): number {
  const start = performance.now();
  checkUnits(workspace, [WORKSPACE_UNIT, ...workspace.paths()], rules, (rule, unit, error) => {
    throw new Error(`${rule} failed on ${unit}`, { cause: error });
  });
  return performance.now() - start;
}

const spent = new Map<string, number>();
/** The same rule, with a clock beside it. */
function timed(rule: Rule): Rule {
  const watch = <Subject>(check: (subject: Subject) => Iterable<unknown>) =>
    ((subject: Subject) => {
      const start = performance.now();
      const drafts = [...check(subject)];
      spent.set(rule.id, (spent.get(rule.id) ?? 0) + performance.now() - start);
      return drafts;
    }) as never;
  return { ...rule, check: watch(rule.check as never) } as Rule;
}

const foundation = RULES.filter(({ id }) => FOUNDATION.has(id));
let [few, all] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
for (let round = 0; round < ROUNDS; round++) {
  few = Math.min(few, checked(foundation));
  all = Math.min(all, checked(RULES));
}
checked(RULES.map(timed));

const seconds = (time: number): string => `${(time / 1000).toFixed(2)} s`;
const ratio = (reading + all) / (reading + few);
console.log(`${documents.length} documents read in ${seconds(reading)}`);
console.log(`checked with ${foundation.length} rules in ${seconds(few)}, with all ${RULES.length} in ${seconds(all)}`);
console.log('dearest rules:');
for (const [id, time] of [...spent].sort((a, b) => b[1] - a[1]).slice(0, SHOWN))
  console.log(`  ${id.padEnd(32)}${seconds(time)}`);
console.log(
  `${ratio <= MOST ? 'ok' : 'TOO DEAR'}: a whole check with all rules is ${ratio.toFixed(2)} × one with the foundation (at most ${MOST})`,
);
process.exitCode = ratio <= MOST ? 0 : 1;
