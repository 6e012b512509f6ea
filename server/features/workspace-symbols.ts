/** Finding things of the workspace by what people call them: documents, records, roles and people, by id, title or name. */
import { foldLetters } from '../model/vocabulary/folding.ts';
import { type Facts, givenField } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { Place } from '../workspace/finding.ts';

/** One thing found. */
export interface SymbolFound extends Place {
  readonly name: string;
  readonly sort: 'document' | 'role' | 'person' | 'record';
  /** Where it stands, in words: the kind and the document's title. */
  readonly container: string;
}

/** Kinds whose rows nobody would look for by name. */
const UNNAMED: ReadonlySet<string> = new Set(['raci-row', 'step', 'review-input', 'document-entry', 'sla-target']);

/**
 * The symbols of one document that fit a query.
 * In: the query as typed (all of its words must occur, in any order, whatever their case or accents), the document's facts, the lexicon.
 */
export function symbolsIn(query: readonly string[], facts: Facts, lexicon: Lexicon): readonly SymbolFound[] {
  const found: SymbolFound[] = [];
  const title = facts.title?.text ?? facts.path.replace(/^.*\//, '');
  const id = givenField(facts, 'id')?.raw ?? '';
  const kind = facts.kinds[0] === undefined ? '' : (lexicon.kind(facts.kinds[0])?.title ?? facts.kinds[0]);
  const name = id === '' || title.includes(id) ? title : `${id} ${title}`;
  if (fits(query, name))
    found.push({
      name,
      sort: 'document',
      container: kind,
      path: facts.path,
      span: facts.title?.span ?? { start: 0, end: 0 },
    });
  for (const record of facts.records) {
    if (record.form === 'document' || UNNAMED.has(record.kind)) continue;
    const words = [...new Set([record.id ?? '', record.name])].filter((word) => word !== '').join(' ');
    if (words === '' || !fits(query, words)) continue;
    found.push({
      name: words,
      sort: record.kind === 'role' ? 'role' : record.kind === 'person' ? 'person' : 'record',
      container: `${lexicon.kind(record.kind)?.title ?? record.kind} · ${title}`,
      path: facts.path,
      span: record.headSpan,
    });
  }
  return found;
}

/** The words of a query, folded. */
export function queryWords(query: string): readonly string[] {
  return foldLetters(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function fits(query: readonly string[], name: string): boolean {
  if (query.length === 0) return true;
  const folded = foldLetters(name);
  return query.every((word) => folded.includes(word));
}
