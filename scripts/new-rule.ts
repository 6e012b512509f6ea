/** Scaffolds a rule: `npm run new-rule -- area.name` writes its file and its literate cases, and says what comes next. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const id = process.argv[2] ?? '';
const match = /^([a-z]+(?:-[a-z]+)*)\.([a-z]+(?:-[a-z]+)*)$/.exec(id);
if (match === null) {
  console.error('Usage: npm run new-rule -- area.name, such as audit.no-auditor');
  process.exit(2);
}
const [, area = '', name = ''] = match;

const ruleFile = `server/rules/${area}/${name}.ts`;
const casesFile = `test/rules/${id}.md`;
for (const file of [ruleFile, casesFile]) {
  if (!existsSync(join(root, file))) continue;
  console.error(`${file} is there already.`);
  process.exit(2);
}

const rule = `/** The rule \`${id}\`: TODO what it finds, in a few words. */
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: '${id}',
  title: 'TODO one line, as the user reads it in lists',
  why: 'TODO why an auditor cares, in our own words.',
  remedy: 'TODO how it is put right.',
  pitfall: 'beyond',
  clauses: { '2018': [] },
  severity: 'warning',
  examples: {
    bad: \`--- file: change.md
# Change management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^ [${id}]
\`,
    good: \`--- file: change.md
# Change procedure
\`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts }) {
    yield { span: documentSpan(facts), message: 'TODO what is missing here: possible nonconformity.', about: facts.path };
  },
});
`;

const fence = '```';
const cases = `<!-- Literate cases of ${id}: TODO what it finds. -->
# TODO the title of the rule

TODO why this is a finding.

${fence}fixture
--- file: change.md
# Change management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^ [${id}]
${fence}

TODO its nearest place without one.

${fence}fixture
--- file: change.md
# Change procedure
${fence}
`;

for (const [file, text] of [
  [ruleFile, rule],
  [casesFile, cases],
] as const) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
console.log(`Written: ${ruleFile}, ${casesFile}

Next:
  1. Replace each TODO. Look at a neighbour, such as server/rules/process/no-objective.ts.
  2. npx tsx scripts/generate.ts        adds it to the list, its page and the settings
  3. npx mocha --import=tsx test/rules/rules.test.ts --grep "${id}"`);
