/** The rule `process.no-procedure`: a process that nobody can read how to carry out. */

import { readValue } from '../../model/parse-value.ts';
import { type Facts, givenField } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import type { View } from '../../workspace/view.ts';
import { createDocumentFix } from '../fixes/create-document.ts';
import { newPath } from '../fixes/new-path.ts';
import { setMetadata } from '../fixes/to-fill-in.ts';
import { isIndexPage, isSetAside } from '../life.ts';
import { hasProcedures, hasSteps, isInForce, kinship, processTitle } from '../process-parts.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

const CHOICES = 3;

export default rule({
  id: 'process.no-procedure',
  title: 'Process without a procedure or steps',
  why: 'A process says what is achieved; somebody has to be able to read how. The editions of 2005 and 2011 ask for procedures beside the processes; the 2018 edition asks for few written ones, so that there it is only worth a thought.',
  remedy:
    'Link the procedures or work instructions by which the process is carried out, or describe the steps in the process itself.',
  pitfall: 1,
  clauses: { '2005': ['3.2', '4.2'], '2011': ['4.3.1', '4.5.3'], '2018': ['7.5.4', '8.1'] },
  severity: { '2005': 'warning', '2011': 'warning', '2018': 'information' },
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^ [process.no-procedure]
  💡 Link the procedure: Emergency change procedure
  💡 Create a procedure for it

**Version:** 1.0

--- file: emergency.md
# Emergency change procedure
`,
    good: `--- file: change.md
# Change management process

**Version:** 1.0

## Procedures

[Emergency change procedure](emergency.md)

--- file: emergency.md
# Emergency change procedure
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view, lexicon }) {
    if (isIndexPage(facts) || !isInForce(facts) || hasSteps(facts)) return;
    // An empty heading waits for its answer: doc.placeholder says so.
    if (facts.sections.some(({ names }) => names.includes('procedures')) || hasProcedures(facts, view)) return;
    yield {
      span: documentSpan(facts),
      message:
        view.edition === '2018'
          ? 'This process links to no procedure and describes no steps: how is it carried out?'
          : 'This process links to no procedure and describes no steps: possible nonconformity.',
      about: 'procedure',
      fixes: [
        ...likelyProcedures(facts, view).map((other) => {
          const title = other.title?.text ?? other.path;
          return setMetadata(`Link the procedure: ${title}`, facts.path, 'procedures', title, lexicon);
        }),
        ...create(facts, view, lexicon),
      ],
    };
  },
});

function likelyProcedures(process: Facts, view: View): readonly Facts[] {
  return view
    .documents('procedure')
    .filter((other) => !isSetAside(other) && other.path !== process.path)
    .map((other) => ({ other, score: kinship(process, other) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, CHOICES)
    .map(({ other }) => other);
}

function create(process: Facts, view: View, lexicon: Lexicon): readonly Fix[] {
  const name = processTitle(process);
  // A title with a comma in it would be read as two processes: there the id says which one is meant.
  const called = [name, givenField(process, 'id')?.raw ?? ''].find(isOneName);
  if (called === undefined) return [];
  return [
    createDocumentFix(
      'Create a procedure for it',
      newPath(view, 'procedure', `${name} procedure`, 'procedures'),
      'procedure',
      { title: `${name} procedure`, process: called },
      lexicon,
    ),
  ];
}

/** Is it one name where it stands as a reference, and neither none nor a list of several? */
function isOneName(words: string): boolean {
  const { value } = readValue({ type: 'reference', name: 'process' }, words);
  return value?.type === 'reference' && value.targets.length === 1;
}
