/** Twins: several live documents that describe the same process, told apart from variants, versions and translations. */
import { processTerms } from '../model/vocabulary/process-terms.ts';
import { documentStatus, isLive } from '../model/vocabulary/statuses.ts';
import { type Facts, givenField, type RecordFact } from '../reading/facts.ts';
import { calledProcess, kindKey, processName } from '../workspace/keys.ts';
import type { Located, View } from '../workspace/view.ts';
import { languageOf } from './language-of.ts';
import { isAskedToBeComplete, isIndexPage } from './life.ts';

/** The words that two names of one process share: "Change management process" and "Change" are one, "Change and release" is another. */
export function processCoreOf(name: string): string {
  return (processTerms(name)[0] ?? '').replace(/ management$/, '');
}

/** Is it in force, and a description rather than a list of them? */
export function isLiveProcess(facts: Facts): boolean {
  const status = givenField(facts, 'status');
  return isAskedToBeComplete(facts) && !isIndexPage(facts) && (status === null || isLive(documentStatus(status.raw)));
}

/**
 * The other live descriptions of the same process, in path order.
 * In: a description and the view. Out: none where the documents are variants for sites or customers, versions of one another,
 * translations, or lead to each other by a link.
 */
export function twinsOf(facts: Facts, view: View): readonly Facts[] {
  const name = processName(facts);
  const core = name === null ? '' : processCoreOf(name);
  if (name === null || core === '' || !isLiveProcess(facts)) return [];
  return view
    .processes(name)
    .filter(
      (other) =>
        other.path !== facts.path &&
        processCoreOf(processName(other) ?? '') === core &&
        isLiveProcess(other) &&
        !isVariant(facts, other, view) &&
        !leadsTo(facts, other) &&
        !leadsTo(view.whole(other), facts),
    );
}

const VERSIONED = /[-_. ]v?\d+(?:[._-]\d+)*(?=\.[^./]+$)/i;

function isVariant(a: Facts, b: Facts, view: View): boolean {
  if (languageOf(a.path) !== languageOf(b.path)) return true;
  if (VERSIONED.test(a.path) || VERSIONED.test(b.path)) return true;
  const scopes = [a, b].map((each) => {
    const scope = givenField(each, 'scope');
    return scope === null || scope.shape === 'section' ? null : scope.raw.trim().toLowerCase();
  });
  if (scopes[0] !== null && scopes[1] !== null && scopes[0] !== scopes[1]) return true;
  return isParallel(a, b, view);
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Two folders that share several processes hold those of two sites or customers. */
function isParallel(a: Facts, b: Facts, view: View): boolean {
  const [left, right] = [folderOf(a.path), folderOf(b.path)];
  if (left === right) return false;
  const documents = view.documents('process-description');
  const folders = view.derive(kindKey('process-description'), 'processes by folder', () => byFolder(documents));
  const here = folders.get(left) ?? new Set<string>();
  const there = folders.get(right) ?? new Set<string>();
  return [...here].filter((core) => there.has(core)).length >= 2;
}

function byFolder(documents: readonly Facts[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  for (const facts of documents) {
    const folder = folderOf(facts.path);
    const cores = folders.get(folder) ?? new Set<string>();
    cores.add(processCoreOf(processName(facts) ?? ''));
    folders.set(folder, cores);
  }
  return folders;
}

function leadsTo(from: Facts, to: Facts): boolean {
  return (
    from.links.some((link) => link.path === to.path) || from.metadata.some((field) => field.links.includes(to.path))
  );
}

/** The lines of lists and plans that name exactly this process, by link or by its own name. */
export function entriesOf(facts: Facts, view: View): readonly Located[] {
  const core = processCoreOf(processName(facts) ?? '');
  return view.recordsAbout('process-entry', 'process', calledProcess(facts)).filter(({ facts: list, record }) => {
    if (!isAskedToBeComplete(list)) return false;
    const field = givenField(record, 'process');
    return field !== null && (field.links.includes(facts.path) || (core !== '' && namesOf(record).includes(core)));
  });
}

function namesOf(record: RecordFact): readonly string[] {
  const value = givenField(record, 'process')?.value;
  return (value?.type === 'reference' ? value.targets : []).map(processCoreOf);
}
