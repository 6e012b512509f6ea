/** The rule `improvement.register-missing`: suggestions are recorded nowhere. */

import { isEvidence } from '../../model/evidence-kinds.ts';
import { fieldOf } from '../../reading/facts.ts';
import { type Lexicon, lexiconFor } from '../../reading/lexicon.ts';
import type { View } from '../../workspace/view.ts';
import { createDocumentFix } from '../fixes/create-document.ts';
import { newPath } from '../fixes/new-path.ts';
import { namesKind } from '../improvement-process.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';
import { workspacePlace } from '../workspace-place.ts';

export default rule({
  id: 'improvement.register-missing',
  title: 'No register of improvements',
  why: 'Suggested improvements are to be recorded, prioritized, decided on and measured. Without a place where they stand, nobody can show that any of this is done, and this is one of the first things that an auditor asks for.',
  remedy:
    'Keep a list of improvements, however short. Where a tool holds it, link it from the improvement process, or enter it in the document register with its location.',
  pitfall: 7,
  clauses: { '2005': ['4.4.2'], '2011': ['4.5.5.2'], '2018': ['10.2'] },
  severity: 'error',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
--- file: plan.md
# Service management plan
  ^^^^^^^^^^^^^^^^^^^^^^^ [improvement.register-missing]
  💡 Create the improvement register
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: plan.md
# Service management plan
--- file: improvements.md
# Improvement register
`,
  },
  on: 'workspace',
  *check(view) {
    const lexicon = lexiconFor(view.configuration);
    if (isKept(view) || isKeptElsewhere(view, lexicon)) return;
    const place = workspacePlace(view, ['document-register', 'service-management-plan']);
    if (place === null) return;
    yield {
      ...place,
      message: 'Improvements are recorded nowhere, and no document says where else: possible nonconformity.',
      about: 'improvement register',
      fixes: [
        createDocumentFix(
          'Create the improvement register',
          newPath(view, 'improvement-register', 'Improvement register', 'improvement'),
          'improvement-register',
          { title: 'Improvement register' },
          lexicon,
        ),
      ],
    };
  },
});

function isKept(view: View): boolean {
  return (
    view.documents('improvement-register').some((facts) => !isSetAside(facts)) ||
    view
      .records('improvement')
      .some(({ facts }) => !isSetAside(facts) && (facts.kinds[0] === undefined || !isEvidence(facts.kinds[0])))
  );
}

/** A tool holds it: the document register enters it, or the process or plan links it. */
function isKeptElsewhere(view: View, lexicon: Lexicon): boolean {
  const isIt = (words: string): boolean => namesKind(words, 'improvement-register', lexicon);
  if (
    view.records('document-entry').some(({ record }) => isIt(record.name) || isIt(fieldOf(record, 'type')?.raw ?? ''))
  )
    return true;
  return ['process-description', 'procedure', 'service-management-plan', 'service-management-policy'].some((kind) =>
    view
      .documents(kind)
      .some((facts) => !isSetAside(facts) && view.whole(facts).links.some((link) => link.external && isIt(link.text))),
  );
}
