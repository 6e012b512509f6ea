/** An entry under `accepted:` in the configuration: behind the others, with room for its reason, its owner and its end. */
import type { TextEdit } from '../syntax/edit.ts';
import { span } from '../syntax/span.ts';
import type { YamlTree } from '../syntax/tree.ts';
import { lineEndOf, lineStart, lineStop, nextLine } from './source.ts';
import { scalarText } from './yaml-scalar.ts';

const QUOTING = { always: false, mark: 'double' } as const;

/** What is accepted: findings of a rule, in some files, about some ids or names; empty lists mean all. */
export interface Accepting {
  readonly rule: string;
  readonly files: readonly string[];
  readonly about: readonly string[];
}

/** Adds the entry; in: the configuration's tree as it stands now. Out: the edits; null where the list is written in flow style. */
export function addAccepted({ text, stream }: YamlTree, accepting: Accepting): readonly TextEdit[] | null {
  const lineEnd = lineEndOf(text);
  const [root] = stream.roots;
  const map = root?.type === 'map' ? root : null;
  if (map?.flow === true) return null;
  const listed = map?.entries.find(({ key }) => key.text === 'accepted')?.value ?? null;
  if (listed?.type === 'sequence') {
    const last = listed.items.at(-1);
    const first = listed.items[0];
    if (listed.flow || last === undefined || first === undefined) return null;
    const dash = text.slice(lineStart(text, first.span.start), first.span.start);
    const indent = /^[ \t]*(?=-)/.exec(dash)?.[0];
    if (indent === undefined) return null;
    // The span of a block may take in the line end behind it.
    const end = last.span.start + text.slice(last.span.start, last.span.end).trimEnd().length;
    return behindLine(text, end, entryLines(accepting, indent), lineEnd);
  }
  if (listed !== null) {
    if (listed.type !== 'scalar' || listed.text.trim() !== '') return null;
    return behindLine(text, listed.span.start, entryLines(accepting, '  '), lineEnd);
  }
  const gap = text === '' || text.endsWith('\n') ? '' : lineEnd;
  const lines = ['accepted:', ...entryLines(accepting, '  ')];
  return [{ span: span(text.length, text.length), text: `${gap}${lines.join(lineEnd)}${lineEnd}` }];
}

function behindLine(text: string, at: number, lines: readonly string[], lineEnd: string): readonly TextEdit[] {
  const stop = lineStop(text, at);
  const next = nextLine(text, stop);
  if (next === stop) return [{ span: span(stop, stop), text: `${lineEnd}${lines.join(lineEnd)}` }];
  return [{ span: span(next, next), text: `${lines.join(lineEnd)}${lineEnd}` }];
}

function entryLines({ rule, files, about }: Accepting, indent: string): readonly string[] {
  const list = (words: readonly string[]): string =>
    `[${words.map((word) => scalarText(word, QUOTING, true)).join(', ')}]`;
  return [
    `${indent}- rule: ${rule}`,
    ...(files.length === 0 ? [] : [`${indent}  files: ${list(files)}`]),
    ...(about.length === 0 ? [] : [`${indent}  about: ${list(about)}`]),
    `${indent}  reason: TBD`,
    `${indent}  owner: TBD`,
    `${indent}  until:`,
  ];
}
