/** The rule `role.undefined`: a role that has duties in processes and procedures, but is described nowhere. */
import { nearest } from '../../model/nearest.ts';
import { termKey } from '../../model/vocabulary/names.ts';
import { isManagementRepresentative } from '../../model/vocabulary/role-words.ts';
import type { Facts, NameFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { PEOPLE_KEY } from '../../workspace/keys.ts';
import { type Roster, rosterOf } from '../../workspace/people.ts';
import type { View } from '../../workspace/view.ts';
import { createDocumentFix } from '../fixes/create-document.ts';
import { isAskedToBeComplete } from '../life.ts';
import { isDefinableRole, roleCore } from '../role-wording.ts';
import { rule } from '../rule.ts';

const SHOWN = 5;

interface Mention {
  readonly facts: Facts;
  readonly name: NameFact;
}

export default rule({
  id: 'role.undefined',
  title: 'Role that is defined nowhere',
  why: 'Responsibilities and authorities of roles have to be assigned and known. A role that only appears in a table of responsibilities has nobody who knows what it may decide, and no competences to hold anybody against.',
  remedy: 'Describe the role, add it to the role register, or use the name under which it is described already.',
  pitfall: 5,
  clauses: { '2005': ['3.3'], '2011': ['4.1.3', '4.4.2'], '2018': ['5.3', '7.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process

**Process owner:** Change Manager
                   ^^^^^^^^^^^^^^ [role.undefined] Change Manager
                   💡 Create the role description roles/change-manager.md
--- file: roles/incident-manager.md
# Role description: Incident Manager

## Responsibilities

Keeps incidents moving.
`,
    good: `--- file: change.md
# Change management process

**Process owner:** Change Manager
--- file: roles/change-manager.md
# Role description: Change Manager

## Responsibilities

Decides on changes.
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view, lexicon }) {
    const terms = new Map<string, NameFact>();
    for (const name of facts.names) {
      if (!isDuty(name) || !isDefinableRole(name.text)) continue;
      const term = termKey(name.text);
      if (!terms.has(term)) terms.set(term, name);
    }
    if (terms.size === 0 || !view.loaded) return;
    const roster = rosterOf(view);
    // Where no role is described at all, that is another gap, and not one of each name.
    if (roster.roles.length === 0) return;
    const cores = view.derive(PEOPLE_KEY, 'cores of roles', () => new Set(roster.roles.map(roleCore)));
    for (const [term, name] of terms) {
      if (roster.isRole(name.text) || cores.has(roleCore(name.text)) || isPerson(name, roster)) continue;
      const documents = view.naming(term);
      // Said once, where the role is first named; the other places are related.
      if (documents.find(isAskedToBeComplete)?.path !== facts.path) continue;
      const mentions = documents.filter(isAskedToBeComplete).flatMap((each) => mentionsIn(view.whole(each), term));
      const first = mentions[0];
      if (first === undefined) continue;
      const owns = mentions.some(
        (mention) => mention.name.place === 'owner' && mention.facts.kinds.includes('process-description'),
      );
      // The editions of 2005 and 2011 want this one appointed, whatever else it does.
      const appointed = view.edition !== '2018' && isManagementRepresentative(first.name.text);
      if (mentions.length < 2 && !owns && !appointed) continue;
      const others = mentions.slice(1);
      yield {
        span: first.name.span,
        message: `The role "${first.name.text}" ${owns ? 'owns a process' : 'has duties here'}${others.length === 0 ? '' : ` and is named in ${others.length} more place${others.length === 1 ? '' : 's'}`}, but no role description or register defines it: possible nonconformity.`,
        about: term,
        severity: owns || appointed ? 'error' : 'warning',
        related: others.slice(0, SHOWN).map((mention) => ({
          path: mention.facts.path,
          span: mention.name.span,
          message: `"${mention.name.text}" is named here too.`,
        })),
        fixes: [...rename(term, first.name.text, roster, mentions), describe(first.name.text, view, lexicon)],
      };
    }
  },
});

const isDuty = (name: NameFact): boolean => name.place === 'owner' || name.place === 'raci' || name.place === 'step';

function isPerson(name: NameFact, roster: Roster): boolean {
  const person = roster.person({ text: name.text, email: null, handle: null });
  return person === null || roster.knows(person);
}

function mentionsIn(facts: Facts, term: string): readonly Mention[] {
  return facts.names
    .filter((name) => isDuty(name) && termKey(name.text) === term)
    .sort((a, b) => a.span.start - b.span.start)
    .map((name) => ({ facts, name }));
}

/** Where the name is only misspelt: the defined name, in all places that stand exactly so. */
function rename(term: string, name: string, roster: Roster, mentions: readonly Mention[]): readonly Fix[] {
  const near = nearest(name, roster.roles);
  if (near === null) return [];
  const paths = [...new Set(mentions.map((mention) => mention.facts.path))];
  return [
    {
      title: `Use the defined role “${near}”`,
      safe: false,
      reads: paths,
      changes: (source) => {
        const changes = paths.flatMap((path) => {
          const here = source(path);
          if (here === null) return [];
          const edits = mentionsIn(here.facts, term)
            .filter(
              (mention) => here.tree.text.slice(mention.name.span.start, mention.name.span.end) === mention.name.text,
            )
            .map((mention) => ({ span: mention.name.span, text: near }));
          return edits.length === 0 ? [] : [{ type: 'edit' as const, path, edits }];
        });
        return changes.length === 0 ? null : changes;
      },
    },
  ];
}

/** A role description beside those that exist. */
function describe(name: string, view: View, lexicon: Lexicon): Fix {
  const neighbour =
    view.documents('role-description')[0]?.path ??
    view.people().find(({ record }) => record.kind === 'role')?.facts.path ??
    '';
  const folder = neighbour.includes('/') ? neighbour.slice(0, neighbour.lastIndexOf('/') + 1) : '';
  const path = `${folder}${termKey(name).replaceAll(' ', '-')}.md`;
  return createDocumentFix(
    `Create the role description ${path}`,
    path,
    'role-description',
    { title: `Role description: ${name}`, name },
    lexicon,
  );
}
