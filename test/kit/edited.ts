/** A small system that somebody is editing: pieces that change meaning, put in anywhere, for the laws. */
import fc from 'fast-check';
import { SMALL_SYSTEM } from './small-system.ts';

/** The documents that are edited. */
export const DOCUMENTS = [...SMALL_SYSTEM].filter(([path]) => path !== 'clausewright.yaml');

/** Pieces that change meaning: labels, names, fences, tables, links, ids, halves of syntax. */
export const PIECE = fc.oneof(
  fc.constantFrom(
    'Ada Quill',
    'Dario Penn',
    'Change Manager',
    'TBD',
    '**Owner:** Ada Quill\n',
    'owner: Cleo Marsh\n',
    '\n## Scope\n\nAll.\n',
    '\n# Audit plan\n',
    '---\n',
    '```\n',
    '```yaml\n',
    '<!--',
    '-->',
    '| a | b |\n| --- | --- |\n| Owner | x |\n',
    '| ',
    ' |',
    '\n\n',
    '\r\n',
    '- id: IMP-1\n',
    '  status: done\n',
    '[x](../processes/change.md)',
    '[y](nowhere.md#z)',
    'clause 9.9.9',
    'Clause 8.7 (Capacity management)',
    'IMP-1',
    '"',
    '😀',
    '\uFEFF',
    '{#id}',
    '1. ',
    '> ',
    '\t',
    'RACI',
    'A/R',
    '\n<!-- clausewright-ignore-file link.broken, process.no-owner until 2027-01-31: Known. -->\n',
    '<!-- clausewright-ignore link.broken, doc.placeholder: Known. -->',
    '<!-- clausewright-ignore link.broken -->\n',
    '\n# clausewright-ignore-file doc.placeholder: Known.\n',
  ),
  fc.string({ maxLength: 6 }),
);

/** One edit: which document, where, how much is cut, and what is put there. */
export type Splice = readonly [number, number, number, string];

/** The system after some edits. */
export function edited(splices: readonly Splice[]): Map<string, string> {
  const files = new Map(SMALL_SYSTEM);
  for (const [file, at, cut, piece] of splices) {
    const [path] = DOCUMENTS[file] ?? [''];
    const text = files.get(path) ?? '';
    files.set(path, text.slice(0, at) + piece + text.slice(at + cut));
  }
  return files;
}
