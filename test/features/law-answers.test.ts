/** Law ① for what an editor asks: whatever was kept between two questions, the answers are those of reading everything afresh. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completions } from '../../server/features/completion.ts';
import { definition, implementation } from '../../server/features/definition.ts';
import { gapTree } from '../../server/features/gap-tree.ts';
import { hover } from '../../server/features/hover.ts';
import { searchFor } from '../../server/features/references.ts';
import { traceTree } from '../../server/features/trace-tree.ts';
import { upcomingTree } from '../../server/features/upcoming.ts';
import { clauses } from '../../server/model/catalogue.ts';
import { lexiconFor } from '../../server/reading/lexicon.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { checkUnits } from '../../server/rules/run.ts';
import { answersTo, isAnswered } from '../../server/workspace/answers.ts';
import { fieldsOf, subjectAt } from '../../server/workspace/subjects.ts';
import { wholeReport } from '../../server/workspace/trace-report.ts';
import { createView } from '../../server/workspace/view.ts';
import type { Workspace } from '../../server/workspace/workspace.ts';
import { DOCUMENTS, edited, PIECE, type Splice } from '../kit/edited.ts';
import { SMALL_SYSTEM } from '../kit/small-system.ts';
import { FIXTURE_DAY, raise, workspaceOf } from '../kit/workspace.ts';

const RUNS = Number(process.env.LAW_RUNS ?? 100) / 4;

/** Everything that is answered at the names, links, clauses and fields of all documents, and by the trees. */
function answersOf(workspace: Workspace, texts: ReadonlyMap<string, string>): unknown {
  const view = createView(workspace, new Set());
  const lexicon = lexiconFor(workspace.configuration);
  const address = (path: string, offset: number): string => `${path}@${offset}`;
  const at = [...workspace.paths()].sort().map((path) => {
    const facts = workspace.facts(path);
    const text = texts.get(path) ?? '';
    const tree = workspace.tree(path);
    if (facts === null) return null;
    const spans = [...facts.names, ...facts.clauses, ...fieldsOf(facts)].map(({ span }) => span);
    return [...new Set(spans.map(({ start, end }) => Math.floor((start + end) / 2)))].map((offset) => {
      const spoken = subjectAt(facts, text, offset, view);
      const search = spoken === null ? null : searchFor(spoken.subject, view);
      return [
        path,
        offset,
        hover({ workspace, view, facts, text, offset, address }),
        completions({ view, facts, lexicon, text, offset, tree }),
        definition(facts, text, offset, view),
        implementation(facts, text, offset, view),
        [...workspace.paths()].sort().map((other) => {
          const theirs = workspace.facts(other);
          return theirs === null ? [] : search?.in(theirs, workspace.tree(other));
        }),
      ];
    });
  });
  const report = wholeReport(view);
  const asked = clauses('2018').map(({ number }) => {
    const answers = answersTo(view, '2018', number);
    assert.equal(isAnswered(view, '2018', number), answers.length > 0, number);
    return answers.map(({ facts, cited, kind, topic }) => [number, facts.path, cited, kind, topic]);
  });
  return [
    at,
    asked,
    (['clause', 'process', 'role'] as const).map((by) => traceTree(report, by)),
    (['pitfall', 'owner', 'due'] as const).map((by) => gapTree(workspace, by)),
    upcomingTree(workspace),
  ];
}

describe('law ①, for what is asked', () => {
  it('holds for any edits with questions in between', function () {
    this.timeout(0);
    const splice: fc.Arbitrary<Splice> = fc.tuple(fc.nat(DOCUMENTS.length - 1), fc.nat(900), fc.nat(40), PIECE);
    fc.assert(
      fc.property(fc.array(splice, { minLength: 1, maxLength: 4 }), (splices) => {
        const workspace = workspaceOf(SMALL_SYSTEM);
        let texts: ReadonlyMap<string, string> = SMALL_SYSTEM;
        for (let done = 1; done <= splices.length; done++) {
          // Whatever is kept for later questions is kept now.
          answersOf(workspace, texts);
          const [file] = splices[done - 1] ?? [0];
          const [path] = DOCUMENTS[file] ?? [''];
          texts = edited(splices.slice(0, done));
          const dirty = workspace.apply({
            asOf: FIXTURE_DAY,
            documents: [{ path, text: texts.get(path) ?? '', open: true }],
          });
          checkUnits(workspace, dirty, RULES, raise);
        }
        const fresh = workspaceOf(texts);
        assert.deepEqual(plain(answersOf(workspace, texts)), plain(answersOf(fresh, texts)));
      }),
      { numRuns: RUNS },
    );
  });
});

/** Without the functions that fixes carry. */
function plain(answers: unknown): unknown {
  return JSON.parse(JSON.stringify(answers));
}
