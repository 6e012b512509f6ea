/** The rule `process.unused`: a process that has long been in force, and that nothing shows at work. */
import { isEventDriven } from '../../model/process-areas.ts';
import { dayIn, type Facts, fieldOf, isTouched } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { processName } from '../../workspace/keys.ts';
import type { View } from '../../workspace/view.ts';
import { addSectionItems } from '../../writing/add-section-items.ts';
import { markdownLink } from '../../writing/replace.ts';
import { isOverdueSince } from '../due.ts';
import { documentFix } from '../fixes/one-document.ts';
import { sayInstead } from '../fixes/same-value.ts';
import { documentToFillIn, setMetadata } from '../fixes/to-fill-in.ts';

import { freshEvidence, isHeldElsewhere, lastSeen } from '../process-evidence.ts';
import { isInForce } from '../process-parts.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

const CHOICES = 3;

export default rule({
  id: 'process.unused',
  title: 'Process that nothing shows at work',
  why: 'Some processes exist on paper only. Auditors take the date since which a process is in force and ask what it has done since; a year without a record, a result, a review or an audit is an answer too.',
  remedy:
    'Link the records, reports or audits that show it at work, name the tool that holds them, or set its status back if it is not in use yet.',
  pitfall: 2,
  clauses: { '2005': ['4.2', '4.3'], '2011': ['4.5.3', '4.5.4.1'], '2018': ['8.1', '9.1'] },
  severity: 'warning',
  completeness: true,
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
--- file: problem.md
# Problem management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ [process.unused] since 2024-03-01
  💡 Add where its records are kept, to be filled in
  💡 Say that it is not yet in use

**Status:** Approved  
**Effective:** 2024-03-01
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: problem.md
# Problem management process

**Status:** Approved  
**Effective:** 2024-03-01

--- file: problems.md
# Problem records

| ID | Problem | Opened | Cause | Status |
| --- | --- | --- | --- | --- |
| PRB-1 | Mail stops at night | 2026-05-02 | Full disk | Closed |
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view, lexicon }) {
    const since = dayIn(fieldOf(facts, 'effective'), 'first') ?? dayIn(fieldOf(facts, 'approved'), 'first');
    if (since === null || !isInForce(facts)) return;
    const interval = `P${view.threshold('evidence-freshness')}M`;
    // A new process has had no time yet; one for disasters and major incidents may have nothing to do.
    if (!isOverdueSince(since, interval, view.asOf) || isEventDriven(processName(facts) ?? '')) return;
    if (isHeldElsewhere(facts)) return;
    const seen = lastSeen(facts, view);
    if (seen !== null && !isOverdueSince(seen, interval, view.asOf)) return;
    const field = fieldOf(facts, 'effective') ?? fieldOf(facts, 'approved');
    yield {
      span: documentSpan(facts),
      message: `This process is in force since ${since}, but ${seen === null ? 'no dated record, result, review or audit shows' : `nothing after ${seen} shows`} it at work: possible nonconformity.`,
      about: 'use',
      related: field === null ? [] : [{ path: facts.path, span: field.span, message: 'In force since.' }],
      fixes: [
        ...linkEvidence(facts, interval, view, lexicon),
        // To say that it is not in use yet is the other honest answer.
        sayInstead('Say that it is not yet in use', facts.path, null, 'status', 'Not yet in use', lexicon),
      ],
    };
  },
});

/** Links to documents that speak of the process in their titles and are fresh enough to show it at work; else room to name the place. */
function linkEvidence(facts: Facts, interval: string, view: View, lexicon: Lexicon): readonly Fix[] {
  const section = facts.sections.find(({ names }) => names.includes('records'));
  if (facts.format !== 'markdown') return [];
  const links: { readonly link: string; readonly title: string }[] = [];
  for (const { path, title } of freshEvidence(facts, interval, view)) {
    links.push({ link: markdownLink(facts.path, path, title), title });
    if (links.length === CHOICES) break;
  }
  if (section !== undefined)
    return section.tabular
      ? []
      : links.map(({ link, title }) =>
          documentFix(`Link the evidence: ${title}`, facts.path, (here) =>
            addSectionItems(here, 'records', [link], lexicon),
          ),
        );
  if (isTouched(fieldOf(facts, 'records'))) return [];
  return [
    ...links.map(({ link, title }) => setMetadata(`Link the evidence: ${title}`, facts.path, 'records', link, lexicon)),
    documentToFillIn(facts, 'records', 'where its records are kept', lexicon),
  ];
}
