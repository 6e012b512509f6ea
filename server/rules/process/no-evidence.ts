/** The rule `process.no-evidence`: a process that leaves nothing behind by which its work could be seen. */
import { insertSectionsFix } from '../fixes/sections.ts';
import { isIndexPage } from '../life.ts';
import { namesEvidence } from '../process-evidence.ts';
import { isInForce } from '../process-parts.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'process.no-evidence',
  title: 'Process that names no records',
  why: 'That a process is carried out shows in what it leaves behind. Auditors ask for records of each; where the description names neither a record nor a tool, nobody knows what to show.',
  remedy: 'Say which records arise and where they are kept; naming the tool that holds them is enough.',
  pitfall: 1,
  clauses: { '2005': ['4.2'], '2011': ['4.5.3'], '2018': ['8.1'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^ [process.no-evidence]
  💡 Insert the section “Records”

**Version:** 1.0
`,
    good: `--- file: change.md
# Change management process

**Version:** 1.0

## Records

Change records in the ticket tool.
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view, lexicon }) {
    if (isIndexPage(facts) || !isInForce(facts) || namesEvidence(facts, view)) return;
    // A heading with nothing below it waits for its answer: doc.placeholder says so.
    if (facts.sections.some(({ names }) => names.includes('records') || names.includes('tools'))) return;
    yield {
      span: documentSpan(facts),
      message:
        'No record, report or tool is listed that would show this process at work: possible nonconformity. Name what it leaves behind, and where.',
      about: 'records',
      fixes: [
        insertSectionsFix('Insert the section “Records”', facts.path, 'process-description', ['records'], lexicon),
      ],
    };
  },
});
