/** Adopting documents as they are: what was understood, what is unclear, and the configuration that says the rest; no document is changed. */
import type { Edition } from '../model/catalogue.ts';
import { globLiteral } from '../model/glob.ts';
import { isInitialsOf, nameKey } from '../model/vocabulary/names.ts';
import { givenField } from '../reading/facts.ts';
import { lexiconFor } from '../reading/lexicon.ts';
import { rosterOf } from '../workspace/people.ts';
import { createView } from '../workspace/view.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { keyText } from '../writing/yaml-entries.ts';
import { scalarText } from '../writing/yaml-scalar.ts';

/** What was understood of a folder, with counts. */
export interface Understood {
  readonly documents: number;
  /** Recognised kinds, the commonest first. */
  readonly kinds: readonly { readonly kind: string; readonly title: string; readonly count: number }[];
  readonly owned: number;
  readonly roles: number;
  readonly people: number;
  readonly gaps: number;
  /** Folders with documents of no kind that anybody recognised, the fullest first. */
  readonly unclear: readonly Unclear[];
  /** Ways of writing a name that can only mean one person here. */
  readonly aliases: readonly { readonly name: string; readonly alias: string }[];
  /** All kinds of documents that one may answer with. */
  readonly choices: readonly { readonly kind: string; readonly title: string }[];
}

export interface Unclear {
  /** The folder, or the file where it stands alone. */
  readonly glob: string;
  readonly count: number;
  /** A few titles, to be recognised by. */
  readonly titles: readonly string[];
  /** The kinds of the other documents in the folder, the likeliest first. */
  readonly likely: readonly string[];
}

/** What somebody decided. */
export interface Decisions {
  readonly edition: Edition;
  readonly kinds: readonly { readonly glob: string; readonly kind: string }[];
  readonly aliases: readonly { readonly name: string; readonly alias: string }[];
  /** The file that keeps today's gaps apart from new ones; null for none. */
  readonly baseline: string | null;
}

/** Fewer words than this make no document that anybody would have to recognise. */
const FRAGMENT = 60;
const MOST_FOLDERS = 12;

/** Looks through the workspace as it was read. */
export function understood(workspace: Workspace): Understood {
  const lexicon = lexiconFor(workspace.configuration);
  const counts = new Map<string, number>();
  const folders = new Map<string, { paths: string[]; kinds: Map<string, number> }>();
  let owned = 0;
  for (const path of [...workspace.paths()].sort()) {
    const facts = workspace.facts(path);
    if (facts === null) continue;
    if (givenField(facts, 'owner') !== null) owned += 1;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const here = folders.get(folder) ?? { paths: [], kinds: new Map<string, number>() };
    folders.set(folder, here);
    const [kind] = facts.kinds;
    if (kind !== undefined) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      here.kinds.set(kind, (here.kinds.get(kind) ?? 0) + 1);
    } else if (facts.words >= FRAGMENT && !/(?:^|\/)(?:readme|index|_index|changelog|license)\.[^/]+$/i.test(path))
      here.paths.push(path);
  }
  const roster = rosterOf(createView(workspace, new Set()));
  const title = (kind: string): string => lexicon.kind(kind)?.title ?? kind;
  return {
    documents: workspace.size(),
    kinds: [...counts]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([kind, count]) => ({ kind, title: title(kind), count })),
    owned,
    roles: roster.roles.length,
    people: roster.people.length,
    gaps: [...workspace.pathsWithFindings()].reduce((sum, path) => sum + workspace.findings(path).length, 0),
    unclear: [...folders]
      .filter(([, { paths }]) => paths.length > 0)
      .sort((a, b) => b[1].paths.length - a[1].paths.length || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST_FOLDERS)
      .map(([folder, { paths, kinds }]) => ({
        // Beside recognised documents only the unclear ones themselves may be named.
        glob:
          paths.length === 1 || kinds.size > 0 ? globOf(paths) : `${folder === '' ? '' : `${globLiteral(folder)}/`}*`,
        count: paths.length,
        titles: paths.slice(0, 3).map((path) => workspace.facts(path)?.title?.text ?? path),
        likely: [...kinds].sort((a, b) => b[1] - a[1]).map(([kind]) => kind),
      })),
    aliases: aliasesIn(workspace),
    choices: lexicon.documentKinds.map(({ name, title: words }) => ({ kind: name, title: words })),
  };
}

/** One glob for some files of a folder, and for nothing else; in: their paths. */
export function globOf(paths: readonly string[]): string {
  const [first = ''] = paths;
  if (paths.length === 1) return globLiteral(first);
  const folder = first.slice(0, first.lastIndexOf('/') + 1);
  return `${globLiteral(folder)}{${paths.map((path) => globLiteral(path.slice(folder.length))).join(',')}}`;
}

/** Names in fields that are initials, or another order, of exactly one person who is known. */
function aliasesIn(workspace: Workspace): Understood['aliases'] {
  const view = createView(workspace, new Set());
  const roster = rosterOf(view);
  const found = new Map<string, { name: string; alias: string }>();
  for (const path of workspace.paths())
    for (const { text } of workspace.facts(path)?.names ?? []) {
      if (found.has(text) || roster.isRole(text) || roster.people.some(({ name }) => name === text)) continue;
      const meant = roster.people.filter(({ name }) => isInitialsOf(text, name) || nameKey(text) === nameKey(name));
      const [only] = meant;
      if (meant.length === 1 && only !== undefined) found.set(text, { name: only.name, alias: text });
    }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.alias < b.alias ? -1 : 1));
}

/** The configuration that says what was decided; in: the decisions. Out: YAML that is read without a problem. */
export function adoptedConfiguration({ edition, kinds, aliases, baseline }: Decisions): string {
  const value = (text: string): string => scalarText(text, { always: false, mark: 'double' });
  const people = new Map<string, string[]>();
  for (const { name, alias } of aliases) people.set(name, [...(people.get(name) ?? []), alias]);
  const parts = [
    '# What Clausewright needs to be told of these documents; written when they were adopted, and yours to change.',
    `edition: ${edition}`,
    kinds.length === 0
      ? ''
      : `# What the documents are that nothing in them tells.\nkinds:\n${kinds.map(({ glob, kind }) => `  ${keyText(glob)}: ${kind}`).join('\n')}`,
    people.size === 0
      ? ''
      : `# Other ways in which names are written.\npeople:\n${[...people].map(([name, own]) => `  ${keyText(name)}:\n    aliases: [${own.map(value).join(', ')}]`).join('\n')}`,
    baseline === null
      ? ''
      : `# The gaps that were there on the day of adoption; only new ones are shown.\nbaseline: ${value(baseline)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
