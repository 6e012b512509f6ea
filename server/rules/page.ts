/** The page of a rule, from the rule itself: what it looks for, why an auditor cares, the clauses, examples and the way out. */
import { clause, EDITIONS, type Edition } from '../model/catalogue.ts';
import type { Rule } from './rule.ts';
import { severityIn } from './run.ts';

const AREAS: Readonly<Record<string, string>> = {
  '1': 'Pitfall 1: processes and procedures that do not align',
  '2': 'Pitfall 2: processes that do not exist or are not used',
  '3': 'Pitfall 3: process and procedure confused, competence not shown',
  '4': 'Pitfall 4: service management beside the day job',
  '5': 'Pitfall 5: roles and competences not defined',
  '6': 'Pitfall 6: scope creep',
  '7': 'Pitfall 7: not everything is recorded or measured',
  beyond: 'Further nonconformities that auditors report',
  housekeeping: 'References, structure and housekeeping',
};

/** The Markdown page of one rule. */
export function rulePage(rule: Rule): string {
  const lines = [
    `# ${rule.title}`,
    '',
    `<!-- The page of the rule \`${rule.id}\`, generated from its file; do not edit. -->`,
    '',
    `\`${rule.id}\` · ${AREAS[String(rule.pitfall)] ?? ''}`,
    '',
    '| Edition | Severity | Clauses |',
    '| --- | --- | --- |',
    ...EDITIONS.map(
      (edition) =>
        `| ISO/IEC 20000-1:${edition} | ${severityIn(rule, edition) ?? 'not asked for'} | ${clauseList(rule, edition)} |`,
    ),
    '',
    '## Why it matters',
    '',
    rule.why,
    '',
    '## How to put it right',
    '',
    rule.remedy,
    '',
    '## Example of the gap',
    '',
    ...example(rule.examples.bad),
    '## Example without it',
    '',
    ...example(rule.examples.good),
    '## Severity and exceptions',
    '',
    `Set another severity, or switch the rule off, in \`clausewright.yaml\`:`,
    '',
    '```yaml',
    'rules:',
    `  ${rule.id}: ${rule.severity === 'information' && rule.presets === undefined ? 'off' : 'information'}   # error, warning, information or off`,
    '```',
    ...(rule.presets === undefined
      ? []
      : [
          '',
          `It runs in the preset \`${rule.presets.join('`, `')}\` only, unless \`clausewright.yaml\` gives it a severity.`,
        ]),
    ...(rule.completeness === true
      ? [
          '',
          'It is silent in drafts, templates and withdrawn documents. In handbook pages that nobody controls (no owner, version, status, review date or id, and no `clausewright.yaml`) it is only information.',
        ]
      : []),
    '',
  ];
  return lines.join('\n');
}

function clauseList(rule: Rule, edition: Edition): string {
  const numbers = rule.clauses[edition] ?? [];
  return numbers.length === 0
    ? '–'
    : numbers.map((number) => `${number} ${clause(edition, number)?.title ?? ''}`.trim()).join('; ');
}

/** A fixture as readers see it: files apart, the carets kept as the place of the finding. */
function example(fixture: string): readonly string[] {
  const parts = fixture.trimEnd().split(/^--- file: (\S+)\s*$/m);
  const lines: string[] = [];
  for (let i = 1; i < parts.length; i += 2) {
    const path = parts[i] ?? '';
    lines.push(
      `\`${path}\``,
      '',
      `\`\`\`\`${path.endsWith('.md') ? 'markdown' : 'yaml'}`,
      (parts[i + 1] ?? '').replace(/^\n|\n+$/g, ''),
      '````',
      '',
    );
  }
  return lines;
}

/** The index of all rules, by area. */
export function ruleIndex(rules: readonly Rule[]): string {
  const lines = ['# Rules', '', '<!-- The index of all rules, generated from their files; do not edit. -->', ''];
  for (const [area, title] of Object.entries(AREAS)) {
    const own = rules.filter((rule) => String(rule.pitfall) === area);
    if (own.length === 0) continue;
    lines.push(
      `## ${title}`,
      '',
      '| Rule | What it looks for | 2005 | 2011 | 2018 |',
      '| --- | --- | --- | --- | --- |',
    );
    for (const rule of own)
      lines.push(
        `| [\`${rule.id}\`](${rule.id}.md) | ${rule.title} | ${EDITIONS.map((edition) => severityIn(rule, edition) ?? '–').join(' | ')} |`,
      );
    lines.push('');
  }
  return lines.join('\n');
}
