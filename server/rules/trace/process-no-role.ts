/** The rule `trace.process-no-role`: a process in which no role has anything to do. */
import { type Facts, fieldOf, isTouched } from '../../reading/facts.ts';
import { calledProcess, processName } from '../../workspace/keys.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'trace.process-no-role',
  title: 'Process without roles',
  why: 'The plan has to show who is responsible for each process and its activities. An owner answers for the process as a whole; an auditor also asks who carries it out, and follows the answer to a role and to the person who holds it.',
  remedy:
    'Add a section “Roles and responsibilities” or a responsibility matrix (RACI), name the process manager, or let the steps of its procedure say who acts.',
  pitfall: 1,
  clauses: { '2005': ['4.1', '3.3'], '2011': ['4.5.2', '4.1.3'], '2018': ['5.3', '6.3', '4.4'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^ [trace.process-no-role]
  💡 Insert the section “Roles and responsibilities”

**Process owner:** Ada Quill
`,
    good: `--- file: change.md
# Change management process

**Process owner:** Ada Quill  
**Process manager:** Change Manager
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view, lexicon }) {
    if (isIndexPage(facts) || saysRolesItself(facts)) return;
    if (facts.links.some((link) => link.path !== null && isAboutRoles(view.facts(link.path)))) return;
    const name = processName(facts);
    if (name !== null && view.raci(name).length > 0) return;
    const called = calledProcess(facts);
    if (view.documentsAbout('procedure', 'process', called).some((each) => namesActors(view.whole(each)))) return;
    if (view.recordsAbout('role', 'processes', called).length > 0) return;
    if (view.linking(facts.path).some((each) => isAboutRoles(view.whole(each)))) return;
    yield {
      span: documentSpan(facts),
      message: 'No role is given anything to do in this process: possible nonconformity. Say who carries it out.',
      about: 'roles',
      fixes: [
        insertSectionsFix(
          'Insert the section “Roles and responsibilities”',
          facts.path,
          'process-description',
          ['roles'],
          lexicon,
        ),
      ],
    };
  },
});

const FIELDS = ['manager', 'deputy', 'performer'];

/** A heading that waits for its answer counts here: doc.placeholder asks for that. */
function saysRolesItself(facts: Facts): boolean {
  return (
    FIELDS.some((name) => isTouched(fieldOf(facts, name))) ||
    facts.sections.some((section) => section.names.includes('roles')) ||
    facts.records.some((record) => record.kind === 'raci-row' || record.kind === 'role') ||
    namesActors(facts)
  );
}

function namesActors(facts: Facts): boolean {
  return facts.records.some((record) => record.kind === 'step' && isTouched(fieldOf(record, 'actor')));
}

function isAboutRoles(facts: Facts | null): boolean {
  return (
    facts?.kinds.some((kind) => kind === 'raci' || kind === 'role-description') === true || hasProcedureActors(facts)
  );
}

function hasProcedureActors(facts: Facts | null): boolean {
  return facts?.kinds.includes('procedure') === true && namesActors(facts);
}
