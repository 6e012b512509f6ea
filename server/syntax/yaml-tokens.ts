/** Walks YAML's tokens before they are composed: comments, and nesting that composing would not survive. */
import type { CST } from 'yaml';
import { LIMITS } from './limits.ts';
import type { Span } from './span.ts';

/**
 * Collects the comments, and looks how deeply the tokens are nested, without recursion itself: composing what is nested
 * beyond measure would exhaust the stack, which not every engine survives.
 * Out: the offset of the first token beyond the limit, or null.
 */
export function walkTokens(
  tokens: readonly CST.Token[],
  base: number,
  comments: { span: Span; text: string }[],
): number | null {
  const rest: { readonly part: unknown; readonly depth: number }[] = tokens.map((part) => ({ part, depth: 0 }));
  let deep: number | null = null;
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { part, depth } = next;
    if (Array.isArray(part)) {
      for (const one of part) rest.push({ part: one, depth });
    } else if (isToken(part)) {
      const offset = Number(part.offset ?? 0);
      if (part.type === 'comment') {
        const start = base + offset;
        const source = String(part.source ?? '');
        comments.push({ span: { start, end: start + source.length }, text: source.slice(1).trim() });
      }
      if (depth > LIMITS.nesting) deep = Math.min(offset, deep ?? offset);
      else
        for (const one of [part.start, part.sep, part.items, part.key, part.value, part.props, part.end]) {
          // Only a collection's items go a level down.
          if (typeof one === 'object' && one !== null)
            rest.push({ part: one, depth: one === part.items ? depth + 1 : depth });
        }
    }
  }
  comments.sort((a, b) => a.span.start - b.span.start);
  return deep;
}

/** The parts of a token, or of an item of a collection, that are looked at here. */
interface LooseToken {
  readonly type?: unknown;
  readonly offset?: unknown;
  readonly source?: unknown;
  readonly start?: unknown;
  readonly sep?: unknown;
  readonly items?: unknown;
  readonly key?: unknown;
  readonly value?: unknown;
  readonly props?: unknown;
  readonly end?: unknown;
}

function isToken(part: unknown): part is LooseToken {
  return typeof part === 'object' && part !== null;
}
