/** All places that speak of a subject: what the facts of each document know, and where its names and ids stand in prose. */

import type { Facts } from '../reading/facts.ts';
import { labelPlaces } from '../reading/label-places.ts';
import { phrasesIn } from '../reading/phrases.ts';
import type { Span } from '../syntax/span.ts';
import type { Tree } from '../syntax/tree.ts';
import { type Mention, seekerFor } from '../workspace/mentions.ts';
import { longerNames, type Subject } from '../workspace/subjects.ts';
import type { View } from '../workspace/view.ts';

/** A search for one subject, made ready once and asked document by document, so that long work can give way in between. */
export interface Search {
  /** Words that may stand in prose; a document whose text holds none of them need not be parsed. */
  readonly phrases: readonly string[];
  /** The mentions in one document; in: its facts, and its tree where prose is to be searched too (null: facts only). */
  in(facts: Facts, tree: Tree | null): readonly Mention[];
}

/** Prepares a search; in: the subject and the view. */
export function searchFor(subject: Subject, view: View): Search {
  const seek = seekerFor(subject, view);
  const phrases = phrasesOf(subject);
  const longer = phrases.flatMap((phrase) => longerNames(phrase, view));
  return {
    phrases,
    in(facts, tree) {
      const known = seek(facts);
      if (tree === null) return known;
      const inside = [...longer.flatMap((name) => phrasesIn(tree, name)), ...labelPlaces(facts, tree)];
      const more = phrases
        .flatMap((phrase) => phrasesIn(tree, phrase))
        .filter(
          (span) => !known.some((each) => overlaps(each.span, span)) && !inside.some((each) => overlaps(each, span)),
        )
        .map((span): Mention => ({ span, sort: 'reference' }));
      return [...known, ...more].sort((a, b) => a.span.start - b.span.start);
    },
  };
}

/** What a subject is called in running text; a process's everyday words say too little to be looked for there. */
function phrasesOf(subject: Subject): readonly string[] {
  if (subject.type === 'role' || subject.type === 'person') return [subject.name];
  if (subject.type === 'record') return subject.id === null ? [subject.name] : [subject.id];
  return [];
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
