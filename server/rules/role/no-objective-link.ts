/** The rule `role.no-objective-link`: a role of which nobody can say which objective it serves. */
import { fieldOf, isTouched } from '../../reading/facts.ts';
import { processesIn } from '../../workspace/involvement.ts';
import { calledProcess } from '../../workspace/keys.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

const TARGETS: ReadonlySet<string> = new Set([
  'service-management-objectives',
  'service-management-policy',
  'service-management-plan',
]);

export default rule({
  id: 'role.no-objective-link',
  title: 'Role without a link to the objectives',
  why: 'People are to know what their work contributes to the service management objectives. Where the role description says it, each holder can be asked and can answer.',
  remedy:
    'Add a section “Contribution to objectives” that names or links the objectives, or name the role as owner of an objective.',
  pitfall: 4,
  clauses: { '2005': ['3.3', '3.1'], '2011': ['4.4.2', '4.1.1'], '2018': ['7.3', '5.1'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: roles/change-manager.md
# Role description: Change Manager
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [role.no-objective-link]
  💡 Insert the section “Contribution to objectives”

## Responsibilities

- Assesses each change

--- file: objectives.md
# Service management objectives

| Objective | Target | Owner |
| --- | --- | --- |
| Fewer failed changes | ≤ 3 % | Operations Director |
`,
    good: `--- file: roles/change-manager.md
# Role description: Change Manager

## Responsibilities

- Assesses each change

--- file: objectives.md
# Service management objectives

| Objective | Target | Owner |
| --- | --- | --- |
| Fewer failed changes | ≤ 3 % | Change Manager |
`,
  },
  on: 'documents',
  kinds: ['role-description'],
  *check({ facts, view, lexicon }) {
    // Where no objectives are set down, that is another gap, and not one of each role.
    if (view.documents('service-management-objectives').length === 0) return;
    if (isTouched(fieldOf(facts, 'objectives'))) return;
    if (facts.sections.some((section) => section.names.includes('objectives'))) return;
    const leads = (path: string | null): boolean =>
      path !== null && (view.facts(path)?.kinds.some((kind) => TARGETS.has(kind)) ?? false);
    if (facts.links.some((link) => leads(link.path))) return;
    const names = facts.records.filter((record) => record.kind === 'role').map((record) => record.name);
    if (view.recordsAbout('objective', 'owner', { names, paths: [facts.path] }).length > 0) return;
    // Objectives of a process are those of the roles that it is given to.
    const processes = processesIn(fieldOf(facts, 'processes'), view);
    if (processes.some((process) => view.recordsAbout('objective', 'process', calledProcess(process)).length > 0))
      return;
    yield {
      span: documentSpan(facts),
      message: 'This role description does not say which service management objectives the role serves.',
      about: 'objectives',
      fixes: [
        insertSectionsFix(
          'Insert the section “Contribution to objectives”',
          facts.path,
          'role-description',
          ['objectives'],
          lexicon,
        ),
      ],
    };
  },
});
