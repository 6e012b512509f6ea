/** The rule `process.duplicate-definition`: two live documents that describe the same process. */
import { processName } from '../../workspace/keys.ts';
import { sayInstead } from '../fixes/same-value.ts';
import { twinsOf } from '../process-twins.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'process.duplicate-definition',
  title: 'Process that two documents define',
  why: 'Several plans and handbooks are fine as long as they agree. A process that is defined twice is changed in one place and followed in the other, and an auditor holds people against either.',
  remedy:
    'Keep one of the two. Let the other refer to it, or mark it as superseded. Where each is for a site or a customer of its own, say so in the title or the scope.',
  pitfall: 1,
  clauses: { '2005': ['4.1'], '2011': ['4.5.2'], '2018': ['4.4', '6.3'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process

**Version:** 2.0
--- file: operations/changes.md
# Change management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^ [process.duplicate-definition] change.md
  💡 Mark this description as superseded
  💡 Mark change.md as superseded

**Version:** 1.3
`,
    good: `--- file: change.md
# Change management process

**Version:** 2.0
--- file: operations/changes.md
# Change management process

**Version:** 1.3

See [the process](../change.md).
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view, lexicon }) {
    const twins = twinsOf(facts, view);
    const first = twins[0];
    // Said once, on the path that sorts last; the others are related.
    if (first === undefined || twins.some((other) => other.path > facts.path)) return;
    yield {
      span: documentSpan(facts),
      message: `The process "${processName(facts) ?? ''}" is also defined in ${first.path}${twins.length > 1 ? ` and ${twins.length - 1} more` : ''}. Which of them holds?`,
      about: 'definition',
      related: twins.map((other) => ({
        path: other.path,
        span: documentSpan(other),
        message: `"${processName(other) ?? other.path}" is defined here too.`,
      })),
      fixes: [
        sayInstead('Mark this description as superseded', facts.path, null, 'status', 'superseded', lexicon),
        ...(twins.length === 1
          ? [sayInstead(`Mark ${first.path} as superseded`, first.path, null, 'status', 'superseded', lexicon)]
          : []),
      ],
    };
  },
});
