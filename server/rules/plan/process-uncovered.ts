/** The rule `plan.process-uncovered`: a live process that no service management plan speaks of. */
import { termWords } from '../../model/vocabulary/names.ts';
import { type Facts, fieldOf, givenField } from '../../reading/facts.ts';
import { type Lexicon, lexiconFor } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { processName } from '../../workspace/keys.ts';
import { namesOf } from '../../workspace/people.ts';
import type { View } from '../../workspace/view.ts';
import { addSectionItems } from '../../writing/add-section-items.ts';
import { markdownLink } from '../../writing/replace.ts';
import { addRecordFix } from '../fixes/add-record.ts';
import { documentFix } from '../fixes/one-document.ts';
import { isAskedToBeComplete } from '../life.ts';
import { entriesOf, isLiveProcess, processCoreOf } from '../process-twins.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

/** What nobody said yet: every reader takes it for no answer. */
const MARK = 'TBD';

export default rule({
  id: 'plan.process-uncovered',
  title: 'Process that no plan speaks of',
  why: 'The plan says which processes make up the management system and how they fit together. A process that is at work and in no plan has no place in it: nobody planned its resources, interfaces and measures.',
  remedy: 'Add the process to the list of processes in the plan, or link it there.',
  pitfall: 1,
  clauses: { '2005': ['4.1'], '2011': ['4.5.2'], '2018': ['6.3', '4.4'] },
  severity: 'warning',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: "2018"
--- file: plan.md
# Service management plan

## Processes

| Process | Process owner |
| --- | --- |
| Change management | Ada Quill |
| Problem management | Cid Marsh |
--- file: change.md
# Change management process
--- file: release.md
# Release management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ [plan.process-uncovered] plan.md
  💡 Add “Release management process” to plan.md
`,
    good: `--- file: clausewright.yaml
edition: "2018"
--- file: plan.md
# Service management plan

## Processes

| Process | Process owner |
| --- | --- |
| Change management | Ada Quill |
| Release management | Cid Marsh |
--- file: change.md
# Change management process
--- file: release.md
# Release management process
`,
  },
  on: 'workspace',
  *check(view) {
    const plans = view.documents('service-management-plan').filter(isAskedToBeComplete).map(view.whole);
    const processes = view.documents('process-description').filter(isLiveProcess);
    const spoken = plans.map((each) => wordsOf(each));
    const reached = new Set(plans.flatMap((each) => [...reachedFrom(each, view)]));
    const open = processes.filter((facts) => !isCovered(facts, plans, spoken, reached, view));
    // Without a plan there is none to speak of it; one that names no process at all lacks its list: another gap, and one.
    if (open.length === processes.length) return;
    const lexicon = lexiconFor(view.configuration);
    const list = plans.find((each) => each.records.some((record) => record.kind === 'process-entry'));
    for (const facts of open) {
      const name = processName(facts) ?? facts.path;
      yield {
        path: facts.path,
        span: documentSpan(facts),
        message: `No service management plan speaks of the process "${name}": possible nonconformity. ${plans.length > 1 ? `None of ${plans.length} plans lists it` : `${plans[0]?.path ?? ''} lists other processes`}.`,
        about: processCoreOf(name),
        related: plans.slice(0, 3).map((each) => ({
          path: each.path,
          span: each.sections.find((section) => section.names.includes('processes'))?.headingSpan ?? documentSpan(each),
          message: 'The plan.',
        })),
        fixes:
          list === undefined
            ? listIn(plans, facts, lexicon)
            : [
                addRecordFix(
                  `Add “${name}” to ${list.path}`,
                  list.path,
                  'process-entry',
                  { name, process: name, owner: ownerOf(facts), procedures: MARK },
                  lexicon,
                ),
              ],
      };
    }
  },
});

/** A link in the section of a plan that lists the processes without a table. */
function listIn(plans: readonly Facts[], process: Facts, lexicon: Lexicon): readonly Fix[] {
  const plan = plans.find(
    (each) =>
      each.format === 'markdown' &&
      each.sections.some((section) => section.names.includes('processes') && !section.tabular),
  );
  if (plan === undefined) return [];
  const link = markdownLink(plan.path, process.path, processName(process) ?? process.path);
  return [
    documentFix(`Add “${processName(process) ?? process.path}” to ${plan.path}`, plan.path, (here) =>
      addSectionItems(here, 'processes', [link], lexicon),
    ),
  ];
}

/** The owner as the process names them; a mark where it names none. */
function ownerOf(facts: Facts): string {
  const names = namesOf(fieldOf(facts, 'owner')).map(({ text }) => text);
  return names.length === 0 ? MARK : names.join(', ');
}

/** All that a plan leads to, and what those pages lead to: "contains or references". */
function reachedFrom(plan: Facts, view: View): ReadonlySet<string> {
  const reached = new Set(plan.links.flatMap((link) => link.path ?? []));
  for (const path of [...reached]) {
    const facts = view.facts(path);
    // A process that mentions its neighbours is no list of processes.
    if (facts === null || facts.kinds.includes('process-description')) continue;
    for (const link of facts.links) if (link.path !== null) reached.add(link.path);
  }
  return reached;
}

/** The words of a plan's headings, of what stands below them, and of the processes that it lists, set off by blanks. */
function wordsOf(plan: Facts): string {
  const texts = [
    ...plan.sections.flatMap((section) => [section.title, section.lead]),
    fieldOf(plan, 'processes')?.raw ?? '',
    ...plan.records.flatMap((record) =>
      record.fields.filter((field) => field.field === 'process').map((field) => field.raw),
    ),
  ];
  return ` ${texts.map((text) => termWords(text).join(' ')).join(' ')} `;
}

function isCovered(
  facts: Facts,
  plans: readonly Facts[],
  spoken: readonly string[],
  reached: ReadonlySet<string>,
  view: View,
): boolean {
  if (reached.has(facts.path) || view.whole(facts).links.some((link) => plans.some((plan) => plan.path === link.path)))
    return true;
  if (entriesOf(facts, view).length > 0) return true;
  const id = givenField(facts, 'id')?.raw ?? '';
  const core = processCoreOf(processName(facts) ?? '');
  const names = [termWords(id).join(' '), core.includes(' ') ? core : `${core} management`, `${core} process`];
  return spoken.some((words) => names.some((name) => name.trim() !== '' && words.includes(` ${name} `)));
}
