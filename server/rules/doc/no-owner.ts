/** The rule `doc.no-owner`: a document that nobody answers for, where documents here have owners. */

import { isEvidence } from '../../model/evidence-kinds.ts';
import { fieldOf } from '../../reading/facts.ts';
import { ownerFixes } from '../fixes/owner.ts';
import { isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'doc.no-owner',
  title: 'Document without an owner',
  why: 'No clause asks for an owner of each document, but all editions want documents kept up to date and under control, and a document that nobody answers for is the first to grow old. It is a warning where the workspace is configured, or where most documents of the kind name an owner: then this one was forgotten.',
  remedy: 'Name the person or role that keeps the document right, beside its version and status.',
  pitfall: 'beyond',
  clauses: { '2005': ['3.2'], '2011': ['4.3.2'], '2018': ['7.5.2', '7.5.3'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
--- file: policies/change-policy.md
# Change management policy
  ^^^^^^^^^^^^^^^^^^^^^^^^ [doc.no-owner]

**Version:** 1.2
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: policies/change-policy.md
# Change management policy

**Version:** 1.2  
**Owner:** Head of Operations
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view, lexicon }) {
    const leading = facts.kinds[0];
    // A process speaks through process.no-owner, and evidence has people in other parts: auditors, attendees, reporters.
    if (
      leading === undefined ||
      facts.kinds.includes('process-description') ||
      isEvidence(leading) ||
      isIndexPage(facts)
    )
      return;
    const owner = fieldOf(facts, 'owner');
    if (owner !== null && owner.state !== 'empty') return;
    const agreed = view.configuration.path !== null || view.ownersAreNamed(leading);
    const title = lexicon.kind(leading)?.title.toLowerCase() ?? 'document';
    yield {
      span: owner?.labelSpan ?? documentSpan(facts),
      message: `This ${title} names no owner. Say which person or role keeps it up to date.`,
      about: 'owner',
      severity: agreed ? 'warning' : 'information',
      fixes: ownerFixes(facts, view, lexicon),
    };
  },
});
