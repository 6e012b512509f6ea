/** The rule `link.one-way`: a process and a procedure of which only one knows the other. */
import { type Facts, fieldOf, givenField } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { serves } from '../../workspace/involvement.ts';
import { calledProcess } from '../../workspace/keys.ts';
import type { View } from '../../workspace/view.ts';
import { setField } from '../../writing/add-field.ts';
import { addSectionItems } from '../../writing/add-section-items.ts';
import { markdownLink } from '../../writing/replace.ts';
import { documentFix } from '../fixes/one-document.ts';
import { isAskedToBeComplete, isIndexPage } from '../life.ts';
import { processTitle, speaksOf } from '../process-parts.ts';
import { type Draft, rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'link.one-way',
  title: 'Process and procedure linked one way only',
  why: 'Whoever changes a process has to find its procedures, and the other way round. Where only one end names the other, a change on the other end is missed.',
  remedy: 'Name the process in the procedure, and the procedure in the process.',
  pitfall: 1,
  clauses: { '2005': ['3.2', '4.2'], '2011': ['4.3.1', '4.5.3'], '2018': ['4.4', '7.5.4', '8.1'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^ [link.one-way] Emergency procedure
  💡 Name the procedure here: Emergency procedure

**Version:** 1.0

--- file: emergency.md
# Emergency procedure

**Process:** Change management
`,
    good: `--- file: change.md
# Change management process

**Version:** 1.0  
**Procedures:** Emergency procedure

--- file: emergency.md
# Emergency procedure

**Process:** Change management
`,
  },
  on: 'documents',
  kinds: ['process-description', 'procedure'],
  *check({ facts, view, lexicon }) {
    if (isIndexPage(facts)) return;
    const [leading] = facts.kinds;
    if (leading === 'process-description') yield* unnamedProcedures(facts, view, lexicon);
    else if (leading === 'procedure' && !facts.kinds.includes('process-description'))
      yield* unnamedProcesses(facts, view, lexicon);
  },
});

/** Procedures that name this process, of which it does not speak: one finding for all of them. */
function* unnamedProcedures(process: Facts, view: View, lexicon: Lexicon): Iterable<Draft> {
  const unnamed = view
    .documentsAbout('procedure', 'process', calledProcess(process))
    .filter((other) => other.path !== process.path && isKept(other) && serves(other, process))
    .filter((other) => isOnlyOne(other, process, view) && !speaksOf(process, other));
  if (unnamed.length === 0) return;
  const titles = unnamed.map((other) => other.title?.text ?? other.path);
  yield {
    span: documentSpan(process),
    message: `${titles.join(', ')} ${unnamed.length === 1 ? 'names' : 'name'} this process, but the process does not name ${unnamed.length === 1 ? 'it' : 'them'}.`,
    about: 'procedures',
    related: unnamed.map((other) => ({
      path: other.path,
      span: fieldOf(other, 'process')?.span ?? documentSpan(other),
      message: 'Names the process here.',
    })),
    fixes: addNames(process, 'procedures', unnamed, titles, 'Name the procedure here', lexicon),
  };
}

/** Processes that list this procedure, while it names another process: one finding for all of them. */
function* unnamedProcesses(procedure: Facts, view: View, lexicon: Lexicon): Iterable<Draft> {
  // A procedure that names no process at all is asked for one by procedure.no-process, or is found by the process that lists it.
  const said = givenField(procedure, 'process');
  if (said === null) return;
  const title = procedure.title?.text;
  const id = givenField(procedure, 'id')?.raw;
  const called = { names: [title, id].filter((name) => name !== undefined), paths: [procedure.path] };
  const unnamed = view
    .documentsAbout('process-description', 'procedures', called)
    .filter((other) => other.path !== procedure.path && isKept(other))
    .filter((other) => !serves(procedure, other) && !speaksOf(procedure, other));
  if (unnamed.length === 0) return;
  const names = unnamed.map(processTitle);
  yield {
    span: said.span,
    message: `${names.join(', ')} ${unnamed.length === 1 ? 'lists' : 'list'} this procedure, but the procedure does not name ${unnamed.length === 1 ? 'it' : 'them'}.`,
    about: 'processes',
    related: unnamed.map((other) => ({
      path: other.path,
      span: fieldOf(other, 'procedures')?.span ?? documentSpan(other),
      message: 'Lists the procedure here.',
    })),
    fixes: addNames(procedure, 'process', unnamed, names, 'Name the process here', lexicon),
  };
}

const isKept = (facts: Facts): boolean => isAskedToBeComplete(facts) && !isIndexPage(facts);

/** "Change" may be the name of several processes: then nobody can tell which one is meant. */
function isOnlyOne(procedure: Facts, process: Facts, view: View): boolean {
  const field = givenField(procedure, 'process');
  if (field === null || field.links.includes(process.path)) return true;
  const targets = field.value?.type === 'reference' ? field.value.targets : [field.raw];
  return targets.some((target) => {
    const meant = view.processes(target);
    return meant.length === 1 && meant[0]?.path === process.path;
  });
}

/** The fix that puts names into a metadata field, behind those that stand there, or links at the end of the section that lists them. */
function addNames(
  facts: Facts,
  field: string,
  others: readonly Facts[],
  names: readonly string[],
  title: string,
  lexicon: Lexicon,
): readonly Fix[] {
  const said = fieldOf(facts, field);
  const section = facts.sections.find((each) => each.names.includes(field));
  const whole = `${title}: ${names.join(', ')}`;
  if (said?.shape === 'section' || (said === null && section !== undefined)) {
    if (section === undefined || section.tabular || section.state === 'not-applicable') return [];
    const links = others.map((other, i) => markdownLink(facts.path, other.path, names[i] ?? other.path));
    return [documentFix(whole, facts.path, (here) => addSectionItems(here, field, links, lexicon))];
  }
  const before = said?.state === 'given' ? [said.raw] : [];
  return [documentFix(whole, facts.path, (here) => setField(here, field, [...before, ...names].join(', '), lexicon))];
}
