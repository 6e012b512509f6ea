/** The page of a rule, from the rule itself: what it looks for, why an auditor cares, the clauses, examples and the way out. */
import { clause, clauses, EDITIONS, type Edition } from '../model/catalogue.ts';
import { clauseDoubt } from '../model/clause-doubt.ts';
import { KINDS } from '../model/kinds.generated.ts';
import type { Rule } from './rule.ts';
import { severityIn } from './switches.ts';

/** The areas of rules by their pitfall, in words. */
export const AREAS: Readonly<Record<string, string>> = {
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
    ...doubts(rule),
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
    ...living(rule),
    '',
  ];
  return lines.join('\n');
}

/** What of the clauses is not sure, an edition a line. */
function doubts(rule: Rule): readonly string[] {
  const lines = EDITIONS.flatMap((edition) => {
    const found = (rule.clauses[edition] ?? []).flatMap((number) => {
      const doubt = clauseDoubt(edition, number);
      return doubt === null ? [] : [{ number, doubt }];
    });
    return [...new Set(found.map(({ doubt }) => doubt))].map((doubt) => {
      const numbers = found.filter((each) => each.doubt === doubt).map(({ number }) => number);
      return `- ${edition}, ${numbers.join(', ')}: ${doubt}.`;
    });
  });
  return lines.length === 0 ? [] : ['How sure our catalogue is of these clauses:', '', ...lines, ''];
}

/** How the gap is accepted. */
function living(rule: Rule): readonly string[] {
  if (/^(?:config|suppression)\.|^file\.encoding$/.test(rule.id)) return [];
  return [
    '',
    '## Living with it',
    '',
    'A gap that the organization knows and has decided about is accepted with a reason: in the document, on the line or the block that follows, or in `clausewright.yaml`. It is then no finding, but it stays in the report.',
    '',
    '```markdown',
    `<!-- clausewright-ignore ${rule.id} until 2027-01-31: The reason, in a sentence. -->`,
    '```',
    '',
    '```yaml',
    'accepted:',
    `  - rule: ${rule.id}`,
    '    files: [path/to/document.md]',
    '    reason: The reason, in a sentence.',
    '    owner: Service Manager',
    '    until: 2027-01-31',
    '```',
  ];
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

/** The index of all rules: by pitfall, by clause of the current edition, and by the kind of document or record. */
export function ruleIndex(rules: readonly Rule[]): string {
  const lines = [
    '# Rules',
    '',
    '<!-- The index of all rules, generated from their files; do not edit. -->',
    '',
    `${rules.length} rules: [by pitfall](#by-pitfall), [by clause](#by-clause) and [by kind](#by-kind).`,
    '',
    '## By pitfall',
    '',
  ];
  for (const [area, title] of Object.entries(AREAS)) {
    const own = rules.filter((rule) => String(rule.pitfall) === area);
    if (own.length === 0) continue;
    lines.push(
      `### ${title}`,
      '',
      '| Rule | What it looks for | 2005 | 2011 | 2018 |',
      '| --- | --- | --- | --- | --- |',
      ...own.map(
        (rule) =>
          `| ${pageLink(rule)} | ${rule.title} | ${EDITIONS.map((edition) => severityIn(rule, edition) ?? '–').join(' | ')} |`,
      ),
      '',
    );
  }
  lines.push('## By clause', '', '| ISO/IEC 20000-1:2018 | Rules |', '| --- | --- |');
  for (const { number, title } of clauses('2018')) {
    const own = rules.filter((rule) => severityIn(rule, '2018') !== null && rule.clauses['2018']?.includes(number));
    if (own.length > 0) lines.push(`| ${number} ${title} | ${own.map(pageLink).join(', ')} |`);
  }
  lines.push('', '## By kind', '', '| Document or record | Rules |', '| --- | --- |');
  for (const kind of [...KINDS].sort((a, b) => (a.title < b.title ? -1 : 1))) {
    const own = rules.filter((rule) => 'kinds' in rule && rule.kinds !== 'all' && rule.kinds.includes(kind.name));
    if (own.length > 0) lines.push(`| ${kind.title} | ${own.map(pageLink).join(', ')} |`);
  }
  const every = rules.filter((rule) => 'kinds' in rule && rule.kinds === 'all');
  const whole = rules.filter((rule) => rule.on === 'workspace');
  lines.push(`| Every document | ${every.map(pageLink).join(', ')} |`);
  lines.push(`| The workspace as a whole | ${whole.map(pageLink).join(', ')} |`, '');
  return lines.join('\n');
}

const pageLink = ({ id }: Rule): string => `[\`${id}\`](${id}.md)`;
