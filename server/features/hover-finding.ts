/** Hover on a finding: what was found, why an auditor asks, how sure the clause is, and both ways out. */
import { clause } from '../model/catalogue.ts';
import { clauseDoubt } from '../model/clause-doubt.ts';
import type { Rule } from '../rules/rule.ts';
import { touches } from '../syntax/span.ts';
import type { Finding } from '../workspace/finding.ts';
import { displayedFindings } from './diagnostics.ts';
import type { Hover, HoverContext } from './hover.ts';
import { escaped } from './hover-markdown.ts';

const MOST = 2;
const MOST_CLAUSES = 3;

/** The hover on what the Problems panel shows of a place; in: the context, and the rules by which it was found. Null elsewhere. */
export function hoverOnFinding({ workspace, view, facts, offset }: HoverContext, rules: readonly Rule[]): Hover | null {
  const here = displayedFindings(workspace, facts.path).filter(({ span }) => touches(span, offset));
  const parts = here.slice(0, MOST).flatMap((finding) => {
    const rule = rules.find(({ id }) => id === finding.rule);
    return rule === undefined ? [] : [explained(rule, finding, view.edition)];
  });
  const [first] = here;
  if (first === undefined || parts.length === 0) return null;
  if (here.length > MOST) parts.push(`and ${here.length - MOST} more here`);
  return { span: first.span, markdown: parts.join('\n\n---\n\n') };
}

function explained(rule: Rule, finding: Finding, edition: Parameters<typeof clause>[0]): string {
  const clauses = finding.clauses.slice(0, MOST_CLAUSES).map((number) => {
    const title = clause(edition, number)?.title;
    const doubt = clauseDoubt(edition, number);
    return `- ${number}${title === undefined ? '' : ` ${escaped(title)}`}${doubt === null ? '' : ` _(${doubt})_`}`;
  });
  const more = finding.clauses.length - clauses.length;
  return [
    `**${escaped(rule.title)}** · \`${rule.id}\``,
    rule.why,
    clauses.length === 0
      ? ''
      : [`ISO/IEC 20000-1:${edition}`, '', ...clauses, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n'),
    `**Put it right:** ${rule.remedy}`,
    NEVER_ACCEPTED.test(rule.id)
      ? ''
      : '**Live with it:** the quick fix “Accept this gap here, with a reason” writes a comment for you to complete.',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What is put right and never lived with. */
const NEVER_ACCEPTED = /^(?:config|suppression)\.|^file\.encoding$/;
