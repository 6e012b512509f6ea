/** The rule `role.sms-duties-absent`: somebody owns a process, and their role description knows nothing of it. */
import { termWords } from '../../model/vocabulary/names.ts';
import { type Facts, fieldOf, givenField } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { processName } from '../../workspace/keys.ts';
import { namesOf, rosterOf } from '../../workspace/people.ts';
import type { Located, View } from '../../workspace/view.ts';
import { addSectionItems } from '../../writing/add-section-items.ts';
import { documentFix } from '../fixes/one-document.ts';
import { isAskedToBeComplete } from '../life.ts';
import { processTitle } from '../process-parts.ts';
import { isLiveProcess, processCoreOf } from '../process-twins.ts';
import { isDefinableRole } from '../role-wording.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'role.sms-duties-absent',
  title: 'Duty that the role description does not know',
  why: 'Service management is part of the daily work where role descriptions say so. Somebody who owns a process by one document, and whose role description does not mention it, will find no time for it.',
  remedy: 'Add the duty to the responsibilities in the role description, or name the process there.',
  pitfall: 4,
  clauses: { '2005': ['3.3', '4.2'], '2011': ['4.1.1', '4.5.3'], '2018': ['5.3', '5.1'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process

**Process owner:** Operations Manager
--- file: roles/operations-manager.md
# Role description: Operations Manager
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [role.sms-duties-absent] Change management process

## Responsibilities

- Plans the shifts
- Keeps the platforms running
`,
    good: `--- file: change.md
# Change management process

**Process owner:** Operations Manager
--- file: roles/operations-manager.md
# Role description: Operations Manager

## Responsibilities

- Plans the shifts
- Owns change management
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view, lexicon }) {
    if (!view.loaded || !isLiveProcess(facts)) return;
    const owner = givenField(facts, 'owner');
    if (owner === null) return;
    for (const name of namesOf(owner)) {
      const described = descriptionsOf(name, view);
      const first = described[0];
      if (first === undefined || described.some((each) => mentions(view.whole(each.facts), facts))) continue;
      yield {
        path: first.facts.path,
        span: first.record.headSpan,
        message: `The role "${first.record.name}" owns the process "${processName(facts) ?? facts.path}", and its description does not mention it. Add it to the responsibilities.`,
        about: `${first.record.name} ${processName(facts) ?? facts.path}`,
        related: [{ path: facts.path, span: owner.span, message: `${name.text} owns the process here.` }],
        fixes: addDuty(view.whole(first.facts), `Owns the ${processTitle(facts)} process`, lexicon),
      };
    }
  },
});

/** The duty, which the process itself gives to the role, at the end of its list of responsibilities. */
function addDuty(role: Facts, duty: string, lexicon: Lexicon): readonly Fix[] {
  const section = role.sections.find(({ names }) => names.includes('responsibilities'));
  if (section === undefined || section.tabular || role.format !== 'markdown') return [];
  return [
    documentFix(`Add “${duty}” to the responsibilities`, role.path, (here) =>
      addSectionItems(here, 'responsibilities', [duty], lexicon),
    ),
  ];
}

/** The role descriptions of an owner: of the role itself, or of all roles that the person holds. */
function descriptionsOf(name: ReturnType<typeof namesOf>[number], view: View): readonly Located[] {
  const roster = rosterOf(view);
  const person = roster.isRole(name.text) ? null : roster.person(name);
  const roles = roster.isRole(name.text)
    ? [name.text]
    : person === null
      ? []
      : roster.held(person, view.asOf).map((holding) => holding.roleName);
  const described = roles
    .filter(isDefinableRole)
    .flatMap((role) => view.roles(role))
    .filter(
      ({ facts, record }) =>
        record.form === 'document' && isAskedToBeComplete(facts) && givenField(record, 'responsibilities') !== null,
    );
  // Somebody of whose roles one is not described may have the duty there.
  return new Set(described.map(({ record }) => record.name.toLowerCase())).size <
    new Set(roles.map((role) => role.toLowerCase())).size
    ? []
    : described;
}

/** Does a role description speak of the process: by link, by id, by its name or any half of it; or of processes in general? */
function mentions(role: Facts, process: Facts): boolean {
  if (role.links.some((link) => link.path === process.path)) return true;
  const words = ` ${[
    role.title?.text ?? '',
    ...role.metadata.map((field) => field.raw),
    ...role.sections.flatMap((section) => [section.title, section.lead]),
  ]
    .map((text) => termWords(text).join(' '))
    .join(' ')} `;
  // A description that is generic by design gives its holder whatever processes there are.
  if (/ (?:process|processes|prozess|prozesse) /.test(words)) return true;
  const id = termWords(fieldOf(process, 'id')?.raw ?? '').join(' ');
  const topics = processCoreOf(processName(process) ?? '')
    .split(' ')
    .filter((word) => word.length > 3 && word !== 'management' && word !== 'service');
  return (
    (id !== '' && words.includes(` ${id} `)) || topics.some((word) => words.includes(` ${word.replace(/s$/, '')}`))
  );
}
