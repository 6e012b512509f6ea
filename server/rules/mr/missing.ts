/** The rule `mr.missing`: a service management system that top management has never reviewed. */
import type { Edition } from '../../model/catalogue.ts';
import { termKey } from '../../model/vocabulary/names.ts';
import { givenField } from '../../reading/facts.ts';
import { type Lexicon, lexiconFor } from '../../reading/lexicon.ts';
import type { View } from '../../workspace/view.ts';
import { createDocumentFix } from '../fixes/create-document.ts';
import { knownReviews } from '../management-reviews.ts';
import { rule } from '../rule.ts';
import { workspacePlace } from '../workspace-place.ts';

const CLAUSE: Readonly<Record<Edition, string>> = { '2005': '4.3', '2011': '4.5.4.3', '2018': '9.3' };
const MINUTES = 'management-review-minutes';

export default rule({
  id: 'mr.missing',
  title: 'No management review',
  why: 'Top management has to review the service management system at planned intervals. Where no review is recorded, nobody can show that those who answer for the system know how it does, and decide on it.',
  remedy:
    'Hold a review and keep its minutes: who took part, what was looked at, what was concluded, decided and given to whom. Where the minutes are kept elsewhere, list them in the document register with their location.',
  pitfall: 7,
  clauses: { '2005': ['3.1', '4.3'], '2011': ['4.5.4.3'], '2018': ['9.3'] },
  severity: 'error',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
--- file: plan.md
# Service management plan
  ^^^^^^^^^^^^^^^^^^^^^^^ [mr.missing] 9.3
  💡 Create minutes of a management review
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: plan.md
# Service management plan
--- file: review.md
# Management review 2026

**Date:** 2026-09-29
`,
  },
  on: 'workspace',
  *check(view) {
    if (knownReviews(view).length > 0) return;
    const lexicon = lexiconFor(view.configuration);
    if (isKeptElsewhere(view, lexicon)) return;
    const place = workspacePlace(view, ['service-management-plan', 'audit-programme']);
    if (place === null) return;
    yield {
      path: place.path,
      span: place.span,
      message: `No minutes of a management review were found: possible nonconformity with clause ${CLAUSE[view.edition]}.`,
      about: 'management review',
      fixes: [
        createDocumentFix(
          'Create minutes of a management review',
          'management-review/management-review.md',
          MINUTES,
          { title: 'Management review', date: 'YYYY-MM-DD' },
          lexicon,
        ),
      ],
    };
  },
});

/** Does the document register list minutes of a management review, wherever they are kept? */
function isKeptElsewhere(view: View, lexicon: Lexicon): boolean {
  const phrases = lexicon.titlePhrases.filter(({ kind }) => kind === MINUTES).map(({ phrase }) => ` ${phrase} `);
  return view.records('document-entry').some(({ record }) => {
    const type = givenField(record, 'type');
    if (type !== null && lexicon.declaredKind(type.raw) === MINUTES) return true;
    const title = ` ${termKey(record.name)} `;
    return phrases.some((phrase) => title.includes(phrase));
  });
}
