/** Proves that the literate cases hold the rules: takes one condition of a rule away in a scratch copy, and sees its cases fail. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Rule } from '../server/rules/rule.ts';
import { RULES } from '../server/rules/rules.generated.ts';
import { checkFindings } from '../test/kit/check.ts';
import { literateCases } from '../test/kit/literate.ts';
import { checkEveryFix } from '../test/kit/rule.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

interface Mutant {
  /** What was taken away, with its line. */
  readonly what: string;
  readonly text: string;
  /** Why it says nothing about the cases whether they notice it; null where it counts. */
  readonly uncounted: Uncounted | null;
}

/** What no case can be asked to notice: it satisfies the types, or saves time, or runs only while a fix is applied. */
type Uncounted = 'only asks whether something is there' | 'only saves time' | 'inside the changes of a fix';

/** Every way to take one condition away in a rule's file, and its check as a whole; in: the file's text, as the formatter leaves it. */
function mutantsOf(text: string): readonly Mutant[] {
  const code = withoutWords(text);
  const mutants: Mutant[] = [];
  const changes = changesIn(code);
  const put = (start: number, end: number, instead: string, what: string): void => {
    const inChanges = changes.some((each) => each.start <= start && end <= each.end);
    const line = text.slice(0, start).split('\n').length;
    mutants.push({
      what: `line ${line}, ${what}: ${text.slice(start, end).replace(/\s+/g, ' ').slice(0, 90)}`,
      text: text.slice(0, start) + instead + text.slice(end),
      uncounted: inChanges ? 'inside the changes of a fix' : uncountedBy(code.slice(start, end)),
    });
  };
  const check = /^ {2}(?:\*check\([^\n]*\{\n|check: )/m.exec(code);
  if (check !== null) {
    const at = check.index + check[0].length;
    if (check[0].includes('*check')) put(at, at, 'return;', 'finds nothing');
    else put(at, at, '() => [], was: ', 'finds nothing');
  }
  for (const match of code.matchAll(/\bif \(/g)) {
    const start = match.index + match[0].length;
    const end = closing(code, start);
    if (end === null) continue;
    // A guard that lets everything through; a condition that always holds.
    const guard = /^\)\s*(?:\{\s*)?(?:return|continue|break)\b/.test(code.slice(end));
    put(start, end, guard ? 'false' : 'true', guard ? 'guard taken away' : 'condition taken away');
  }
  return mutants;
}

/** Does a condition consist of nothing but comparisons with null and undefined, or of asking whether all is loaded? */
function uncountedBy(condition: string): Uncounted | null {
  const parts = condition.split(/&&|\|\|/).map((part) => part.trim());
  if (parts.every((part) => /^!?(?:\w+\.)*loaded$/.test(part))) return 'only saves time';
  const isPresence = (part: string): boolean => /^[\w.?[\]]+ [!=]== (?:null|undefined)$/.test(part);
  return parts.every(isPresence) ? 'only asks whether something is there' : null;
}

/** Where the functions stand that write a fix's changes; each ends with the object, or the call, that it is written in. */
function changesIn(code: string): readonly { readonly start: number; readonly end: number }[] {
  return [...code.matchAll(/\b(?:changes(?:: |\()|(?:documentFix|recordFix)\()/g)].map((match) => {
    const inside = match.index + match[0].length;
    const past = match[0] === 'changes(' ? (closing(code, inside) ?? inside) + 1 : inside;
    return { start: match.index, end: closing(code, past) ?? code.length };
  });
}

/** The same text, as long, with strings, patterns and comments blanked out. */
function withoutWords(text: string): string {
  const blank = (found: string): string => found.replace(/[^\n]/g, ' ');
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<=[(=:,!&|?]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*/g,
    blank,
  );
}

/** Where the bracket, of any kind, that was opened before a place is closed. */
function closing(code: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    const sign = code[at] ?? '';
    if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign) && depth === 0) return at;
    else if (')]}'.includes(sign)) depth -= 1;
  }
  return null;
}

/** The rule as the changed text makes it; its imports lead back to the real files. */
async function ruleFrom(text: string, home: string, scratch: string): Promise<Rule> {
  const absolute = text.replace(
    /from '(\.[^']+)'/g,
    (_, target: string) => `from '${pathToFileURL(resolve(home, target)).href}'`,
  );
  writeFileSync(scratch, absolute);
  const loaded: { readonly default: Rule } = await import(pathToFileURL(scratch).href);
  return loaded.default;
}

/** Do the rule's own examples and literate cases hold, and the fixes in them? Anything that throws says no. */
function holds(rule: Rule, fixtures: readonly string[]): boolean {
  try {
    const rules = rule.on === 'findings' ? RULES.map((each) => (each.id === rule.id ? rule : each)) : [rule];
    for (const fixture of fixtures) checkFindings(fixture, [rule.id], { rules });
    for (const fixture of fixtures) checkEveryFix(fixture, rule.id, rules);
    return true;
  } catch {
    return false;
  }
}

const asked = process.argv.slice(2);
const all = asked.includes('--all');
const words = asked.filter((word) => !word.startsWith('--'));
const testable = RULES.filter(({ id }) => existsSync(join(root, `test/rules/${id}.md`)));
const named = testable.filter(({ id }) => words.some((word) => id.includes(word)));
const stride = all || words.length > 0 ? 1 : Math.max(1, Math.floor(testable.length / 40));
const sample = words.length > 0 ? named : testable.filter((_, order) => order % stride === 0);

const scratch = mkdtempSync(join(tmpdir(), 'clausewright-mutants-'));
writeFileSync(join(scratch, 'package.json'), '{"type": "module"}');
const tally = new Map<string, { noticed: number; made: number }>();
const survivors: string[] = [];
const uncounted = new Map<Uncounted, string[]>();
try {
  for (const { id } of sample) {
    const file = join(root, 'server/rules', `${id.replace('.', '/')}.ts`);
    const text = readFileSync(file, 'utf8');
    const fixtures = literateCases(readFileSync(join(root, `test/rules/${id}.md`), 'utf8')).map((each) => each.fixture);
    const folder = join(scratch, id);
    mkdirSync(folder);
    const own = await ruleFrom(text, dirname(file), join(folder, 'own.ts'));
    fixtures.push(own.examples.bad, own.examples.good);
    if (!holds(own, fixtures)) {
      console.log(`${id}: its cases fail as it stands`);
      process.exitCode = 1;
      continue;
    }
    for (const [order, mutant] of mutantsOf(text).entries()) {
      if (mutant.uncounted !== null) {
        uncounted.set(mutant.uncounted, [...(uncounted.get(mutant.uncounted) ?? []), `${id}  ${mutant.what}`]);
        continue;
      }
      const area = id.replace(/\..*/, '');
      const sum = tally.get(area) ?? { noticed: 0, made: 0 };
      tally.set(area, sum);
      sum.made += 1;
      const rule = await ruleFrom(mutant.text, dirname(file), join(folder, `${order}.ts`)).catch(() => null);
      if (rule === null || !holds(rule, fixtures)) sum.noticed += 1;
      else survivors.push(`${id}  ${mutant.what}`);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const survivor of survivors) console.log(survivor);
for (const [why, whats] of uncounted) {
  console.log(`\nNot counted, ${why}: ${whats.length}`);
  for (const what of whats) console.log(`  ${what}`);
}
const percent = (noticed: number, of: number): string => `${(of === 0 ? 100 : (noticed / of) * 100).toFixed(1)} %`;
console.log('');
for (const [area, { noticed, made }] of tally) console.log(`${area}: ${noticed} of ${made}, ${percent(noticed, made)}`);
const sums = [...tally.values()];
const made = sums.reduce((sum, each) => sum + each.made, 0);
const noticed = sums.reduce((sum, each) => sum + each.noticed, 0);
console.log(
  `${sample.length} rules, ${made} conditions taken away, ${noticed} noticed by their cases: ${percent(noticed, made)}.`,
);
