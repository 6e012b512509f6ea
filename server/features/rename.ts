/** Renaming a role, a person, a service, an id or a process everywhere it is written, in every notation, and nothing else. */
import { nameKey, termKey } from '../model/vocabulary/names.ts';
import { type Facts, givenField } from '../reading/facts.ts';
import { labelPlaces } from '../reading/label-places.ts';
import { phrasesIn } from '../reading/phrases.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { contains, type Span } from '../syntax/span.ts';
import type { Tree } from '../syntax/tree.ts';
import { rosterOf } from '../workspace/people.ts';
import { fieldsOf, longerNames, NAMED_KINDS, type Subject, subjectAt, targetsIn } from '../workspace/subjects.ts';
import type { View } from '../workspace/view.ts';
import { inScalars } from '../writing/yaml-rewrite.ts';
import { rivals } from './id-bearers.ts';

/** What would be renamed: the words, where they stand under the cursor, and how far the renaming reaches. */
export interface Renaming {
  readonly subject: Subject;
  readonly words: string;
  readonly span: Span;
  /** A name or id is replaced wherever it stands in words; a title only where it is meant as one. */
  readonly reach: 'words' | 'title';
}

export interface Refusal {
  readonly problem: string;
}

/**
 * What can be renamed at an offset.
 * In: the document's facts, tree and the view. Out: the renaming, or in plain words why there is none.
 */
export function renamingAt(facts: Facts, tree: Tree, offset: number, view: View): Renaming | Refusal {
  const spoken = subjectAt(facts, tree.text, offset, view);
  if (spoken === null) return { problem: 'Here stands no role, person, service, id or process that could be renamed.' };
  const { subject, span } = spoken;
  const here = tree.text.slice(span.start, span.end);
  if (subject.type === 'clause') return { problem: 'A clause of the standard cannot be renamed.' };
  const at = (words: string, reach: Renaming['reach']): Renaming | Refusal => {
    const found = phrasesIn(tree, words).find((each) => each.start <= offset && offset <= each.end);
    return found === undefined
      ? { problem: `Put the cursor on “${words}”, where it is written in full.` }
      : { subject, words, span: found, reach };
  };
  const byId = (id: string): Renaming | Refusal => {
    const two = rivals(id, view);
    if (two === null) return at(id, 'words');
    const [one, other] = two.map(({ name, path }) => `“${name}” in ${path}`);
    return {
      problem: `${id} is the id of both ${one} and ${other}. Give one of them another id where it stands, then rename.`,
    };
  };
  if (subject.type === 'record') {
    const id = subject.id;
    if (id !== null && here.toLowerCase().includes(id.trim().toLowerCase()) && isOn(tree, id, offset))
      return byId(id.trim());
    if (NAMED_KINDS.has(subject.kind) && subject.name !== '') return at(subject.name, 'words');
    return id === null ? { problem: 'This entry has no id and no name to rename.' } : byId(id.trim());
  }
  if (subject.type === 'document') {
    const target = view.facts(subject.path);
    const id = target === null ? null : givenField(target, 'id');
    if (id !== null && isOn(tree, id.raw.trim(), offset)) return byId(id.raw.trim());
    const title = target?.title?.text ?? null;
    if (target === null || title === null)
      return { problem: 'To rename a file, rename it in the explorer: its links follow.' };
    return at(title, 'title');
  }
  return at(subject.name, 'words');
}

function isOn(tree: Tree, words: string, offset: number): boolean {
  return phrasesIn(tree, words).some(({ start, end }) => start <= offset && offset <= end);
}

/** Why a new name cannot be taken; null where it can. */
export function refusalOf({ subject, words }: Renaming, newName: string, view: View): string | null {
  const name = newName.trim();
  if (name === '') return 'The new name is empty.';
  if (/[\r\n|]/.test(name)) return 'A name stands on one line and holds no “|”.';
  if (name === words) return null;
  const roster = rosterOf(view);
  if (subject.type === 'role' && roster.isRole(name) && termKey(name) !== termKey(words))
    return `There is a role “${name}” already; two roles cannot become one by renaming.`;
  if (
    subject.type === 'person' &&
    nameKey(name) !== nameKey(words) &&
    roster.people.some((each) => nameKey(each.name) === nameKey(name))
  )
    return `“${name}” is somebody else here already.`;
  const isId =
    (subject.type === 'record' && subject.id !== null && subject.id.trim() === words) || subject.type === 'document';
  if (isId && name.toLowerCase() !== words.toLowerCase() && view.identified(name).length > 0)
    return `“${name}” identifies something else here already.`;
  return null;
}

/** Renames in one document; made ready once, asked for each document that holds the words. */
export type Renamer = (facts: Facts, tree: Tree) => readonly TextEdit[];

/** Prepares a renaming; in: what to rename, the new name, the view. Out: the edits of one document, none where it is not spoken of. */
export function renamer({ subject, words, reach }: Renaming, newName: string, view: View): Renamer {
  const name = newName.trim();
  const longer = reach === 'words' ? longerNames(words, view) : [];
  return (facts, tree) => {
    const inside = longer.flatMap((each) => phrasesIn(tree, each));
    const meant = reach === 'title' ? titlesIn(facts, subject, words) : null;
    const labels = labelPlaces(facts, tree);
    const edits = phrasesIn(tree, words)
      .filter((span) => ![...inside, ...labels].some((each) => contains(each, span)))
      .filter((span) => meant === null || meant.some((each) => contains(each, span)))
      .map((span) => ({ span, text: inCase(tree.text.slice(span.start, span.end), words, name) }));
    return inScalars(tree, edits);
  };
}

/** Where a title is meant: the heading itself, links to the document, and fields that refer to it. */
function titlesIn(facts: Facts, subject: Subject, words: string): readonly Span[] {
  if (subject.type !== 'document') return [];
  const spans: Span[] = [];
  if (facts.path === subject.path) {
    if (facts.title !== null) spans.push(facts.title.span);
    const title = givenField(facts, 'title');
    if (title !== null) spans.push(title.span);
  }
  for (const link of facts.links) if (link.path === subject.path) spans.push(link.linkSpan);
  for (const field of fieldsOf(facts))
    if (field.value?.type === 'reference')
      for (const { text, span } of targetsIn(field)) if (termKey(text) === termKey(words)) spans.push(span);
  for (const record of facts.records)
    if (record.kind === 'document-entry' && termKey(record.name) === termKey(words)) spans.push(record.span);
  return spans;
}

/** The new name as the old one was written: in small letters where that was, else as it was given. */
function inCase(written: string, words: string, name: string): string {
  return written !== words && written === written.toLowerCase() ? name.toLowerCase() : name;
}
