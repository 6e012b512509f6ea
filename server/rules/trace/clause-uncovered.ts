/** The rule `trace.clause-uncovered`: clauses that ask for documents, and that no document of the workspace answers. */
import { answeringKinds } from '../../model/answering-kinds.ts';
import {
  type Clause,
  children,
  clauses,
  corresponding,
  DOCUMENT_KINDS,
  documentsExpected,
  type Edition,
  requirement,
} from '../../model/catalogue.ts';
import { isAnswered } from '../../workspace/answers.ts';
import { rule } from '../rule.ts';
import { workspacePlace } from '../workspace-place.ts';

/** The clauses that list the required documents: what they miss is said item by item, by `docs.required-missing`. */
const LISTS: Readonly<Record<Edition, string>> = { '2005': '3.2', '2011': '4.3.1', '2018': '7.5.4' };

/** Where nothing answers these, a rule of its own says so and offers the document: audits, management reviews, improvements. */
const SAID_ELSEWHERE: Readonly<Record<Edition, readonly string[]>> = {
  '2005': ['4.3', '4.4.2'],
  '2011': ['4.5.4.2', '4.5.4.3', '4.5.5.2'],
  '2018': ['9.2.1', '9.2.2', '9.3', '10.2'],
};

/** So many are shown with the documents that they expect; a longer list would bury the numbers. */
const FEW = 6;

export default rule({
  id: 'trace.clause-uncovered',
  title: 'Clauses that no document answers',
  why: 'An auditor goes through the clauses one by one and asks what answers each. For some of them the standard wants an answer in documented form; where no document is of a fitting kind and none cites the clause, nobody can show one.',
  remedy:
    'Write the document, or cite the clause in the one that answers it already: in its head (`standard:`), or in a table of requirements. Where it is kept elsewhere, a document that cites the clause and links to it is enough.',
  pitfall: 1,
  clauses: { '2005': ['4.1', '3.3'], '2011': ['4.5.2', '4.1.3'], '2018': ['5.3', '6.3', '4.4'] },
  severity: 'warning',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: "2018"
--- file: register.md
# Document register
  ^^^^^^^^^^^^^^^^^ [trace.clause-uncovered] 9.4 Service reporting
--- file: a.md
# Requirements

| Clause of ISO/IEC 20000-1:2018 | Answered by |
| --- | --- |
| 4.3, 5.1, 5.2, 6.1, 6.2, 6.3, 7.2 | The manual |
| 8.1, 8.2, 8.3, 8.4, 8.5, 8.6, 8.7 | The manual |
| 9.1, 9.2, 9.3 | The manual |
| 10.1, 10.2 | The manual |
`,
    good: `--- file: clausewright.yaml
edition: "2018"
--- file: a.md
# Requirements

| Clause of ISO/IEC 20000-1:2018 | Answered by |
| --- | --- |
| 4.3, 5.1, 5.2, 6.1, 6.2, 6.3, 7.2 | The manual |
| 8.1, 8.2, 8.3, 8.4, 8.5, 8.6, 8.7 | The manual |
| 9.1, 9.2, 9.3 | The manual |
| 10.1, 10.2 | The manual |
--- file: report.md
# September service report

**Purpose:** Service levels against their targets
`,
  },
  on: 'workspace',
  *check(view) {
    const { edition } = view;
    const place = workspacePlace(view, ['document-register']);
    if (place === null) return;
    const open = clauses(edition).filter((each) => hasDocumentDuty(each) && !isAnswered(view, edition, each.number));
    const [first] = open;
    if (first === undefined) return;
    const listed = open.map((each) => `${each.number} ${each.title}${open.length > FEW ? '' : ` (${expected(each)})`}`);
    yield {
      path: place.path,
      span: place.span,
      message: `No document answers ${open.length === 1 ? 'this clause' : `these ${open.length} clauses`} of ISO/IEC 20000-1:${edition} that ${open.length === 1 ? 'asks' : 'ask'} for one: ${listed.join('; ')}. Possible nonconformity: write it, or cite the clause where it is answered.`,
      about: 'uncovered clauses',
      clauses: { [edition]: open.map((each) => each.number) },
    };
  },
});

/** The kinds that a clause itself wants in documented form, but for those that only arise with an occasion. */
function dutiesOf(each: Clause): readonly string[] {
  return documentsExpected(each.edition, each.number)
    .filter(({ explicit, kind, items, from }) => {
      if (!explicit || answeringKinds(kind).occasional) return false;
      // A number of 2011 that took over a whole family of clauses of 2018 is held only to what stands for it alone.
      if (from !== each.edition && !isSoleHeir(each, items)) return false;
      // What top management does in person shows in no document of the clause's own: the plan itself is asked for elsewhere.
      return (
        items.length === 0 ||
        items.some((uid) => {
          const item = requirement(uid);
          return item?.level === 'requirement' && item.kind !== 'role';
        })
      );
    })
    .map(({ kind }) => kind);
}

/** Does any of the items stand under a clause to which this one corresponds without a share of others? */
function isSoleHeir(each: Clause, items: readonly string[]): boolean {
  const chief = new Set(corresponding(each.edition, each.number, '2018').flatMap((entry) => entry.primary ?? []));
  return items.some((uid) => {
    const clause = requirement(uid)?.clause;
    return clause !== undefined && chief.has(clause);
  });
}

function hasDocumentDuty(each: Clause): boolean {
  // A heading is answered by what stands below it.
  return (
    each.asks &&
    each.number !== LISTS[each.edition] &&
    !SAID_ELSEWHERE[each.edition].includes(each.number) &&
    children(each.edition, each.number).length === 0 &&
    dutiesOf(each).length > 0
  );
}

function expected(each: Clause): string {
  const names = [...new Set(dutiesOf(each))].map((kind) => DOCUMENT_KINDS.get(kind) ?? kind);
  return names.slice(0, 3).join(', ');
}
