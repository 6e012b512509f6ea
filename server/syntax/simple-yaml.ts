/** The fast reader of plain YAML: maps and lists of one-line values; whatever is more than that, it leaves to the composer. */
import type { Span } from './span.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar, YamlStream } from './tree.ts';

/** A key of words, and the colon behind it. */
const KEY = /([\p{L}_][\p{L}\p{N}_./()-]*(?: [\p{L}\p{N}_./()-]+)*):(?=[ \n]|$)/uy;
/** What a plain value may begin with; signs that begin something else are doubtful. */
const BEGINS_PLAIN = /^[\p{L}\p{N}(<+$/§€~_]/u;
/** A comment behind a value, or a map in a line that looks like a value. */
const DOUBTFUL = /: | #|:$/;
/** A list in one line, of plain values without any sign that means something there. */
const FLOW = /^\[[\p{L}\p{N} _./()@,-]*\]$/u;
const BEGINS_ITEM = /^[\p{L}\p{N}_]/u;
/** Tabs, line ends of other systems and marks at the beginning of the text are rare, and each has rules of its own. */
const ODD = /[\t\r\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/;
const NUMBER =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;
const BOOLEAN = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const NULL = /^(?:~|[Nn]ull|NULL)$/;
const LONGEST_KEY = 200;
const DEEPEST = 8;

/** Thrown where the text is more than plain; never leaves this file. */
const DOUBT = Symbol('doubt');

interface Line {
  readonly start: number;
  /** Where its words begin and end; a dash counts as a word. */
  readonly from: number;
  readonly to: number;
  readonly indent: number;
}

/**
 * Reads a text of plain YAML. In: the text and the offset at which it stands in its document. Out: what the composer would
 * give, or null where the text is not as plain as that.
 */
export function simpleYaml(text: string, base: number): YamlStream | null {
  if (ODD.test(text)) return null;
  const reader = new Reader(text, base);
  try {
    return reader.read();
  } catch (error) {
    if (error === DOUBT) return null;
    throw error;
  }
}

class Reader {
  private readonly lines: Line[] = [];
  private readonly comments: { span: Span; text: string }[] = [];
  private next = 0;
  private readonly text: string;
  private readonly base: number;

  constructor(text: string, base: number) {
    this.text = text;
    this.base = base;
  }

  read(): YamlStream {
    this.cut();
    const first = this.lines[0];
    if (first === undefined || first.indent > 0) throw DOUBT;
    const root = this.isItem(first) ? this.sequence(0, 0) : this.map(0, 0, first.from);
    if (this.next < this.lines.length) throw DOUBT;
    return { roots: [root], comments: this.comments, problems: [] };
  }

  private cut(): void {
    const { text, base } = this;
    for (let start = 0; start < text.length; ) {
      const found = text.indexOf('\n', start);
      const end = found < 0 ? text.length : found;
      let from = start;
      while (from < end && text.charCodeAt(from) === 32) from += 1;
      let to = end;
      while (to > from && text.charCodeAt(to - 1) === 32) to -= 1;
      if (to > from) {
        const sign = text.charAt(from);
        if (sign === '#') {
          if (from > start) throw DOUBT;
          const words = text.slice(from, end);
          this.comments.push({ span: { start: base + from, end: base + end }, text: words.slice(1).trim() });
        } else this.lines.push({ start, from, to, indent: from - start });
      }
      start = end + 1;
    }
  }

  private isItem(line: Line): boolean {
    return this.text.charAt(line.from) === '-' && this.text.charAt(line.from + 1) === ' ';
  }

  /** The map whose keys stand at an indent; in: where the first of them begins, perhaps behind the dash of a list. */
  private map(indent: number, depth: number, at: number): YamlMap {
    if (depth > DEEPEST) throw DOUBT;
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    for (let from = at; ; ) {
      const line = this.lines[this.next] as Line;
      KEY.lastIndex = from;
      const key = KEY.exec(this.text)?.[1];
      if (key === undefined || key.length > LONGEST_KEY || seen.has(key)) throw DOUBT;
      seen.add(key);
      const colon = from + key.length;
      this.next += 1;
      const value =
        colon + 1 < line.to ? this.value(this.skip(colon + 1), line.to, indent) : this.below(indent, depth, colon + 1);
      entries.push({
        span: this.span(from, Math.max(colon, value.span.end - this.base)),
        key: this.plain(from, colon),
        value,
      });
      const following = this.lines[this.next];
      if (following === undefined || following.indent < indent) break;
      if (following.indent > indent || this.isItem(following)) {
        // Only a list may hold this map at less indentation than its own.
        throw DOUBT;
      }
      from = following.from;
    }
    const last = entries[entries.length - 1] as YamlEntry;
    return { type: 'map', span: { start: this.base + at, end: last.span.end }, flow: false, entries };
  }

  /** What stands below a key without a value in its line. */
  private below(indent: number, depth: number, at: number): YamlNode {
    const line = this.lines[this.next];
    if (line !== undefined && line.indent >= indent && this.isItem(line)) return this.sequence(line.indent, depth + 1);
    if (line !== undefined && line.indent > indent) return this.map(line.indent, depth + 1, line.from);
    // Where a comment or blanks follow, it is not worth telling where the value would stand.
    if (this.comments.length > 0 || this.text.charAt(at) === ' ') throw DOUBT;
    return { type: 'scalar', span: this.span(at, at), text: '', style: 'plain', resolved: 'null' };
  }

  private sequence(indent: number, depth: number): YamlNode {
    if (depth > DEEPEST) throw DOUBT;
    const items: YamlNode[] = [];
    const start = (this.lines[this.next] as Line).from;
    for (let line = this.lines[this.next]; line !== undefined; line = this.lines[this.next]) {
      if (line.indent < indent || (line.indent === indent && !this.isItem(line))) break;
      if (line.indent > indent) throw DOUBT;
      const from = this.skip(line.from + 1);
      KEY.lastIndex = from;
      if (KEY.test(this.text) && from < line.to) items.push(this.map(from - line.start, depth + 1, from));
      else {
        this.next += 1;
        items.push(this.value(from, line.to, indent));
      }
    }
    const last = items[items.length - 1] as YamlNode;
    return { type: 'sequence', span: { start: this.base + start, end: last.span.end }, flow: false, items };
  }

  /** A value in one line; in: its place, and the indent beyond which the next line would go on with it. */
  private value(from: number, to: number, indent: number): YamlNode {
    const following = this.lines[this.next];
    if (following !== undefined && following.indent > indent) throw DOUBT;
    const words = this.text.slice(from, to);
    const first = words.charAt(0);
    if (first === '"' || first === "'") {
      const inner = words.slice(1, -1);
      if (words.length < 2 || !words.endsWith(first) || inner.includes(first) || inner.includes('\\')) throw DOUBT;
      const style = first === '"' ? 'double' : 'single';
      return { type: 'scalar', span: this.span(from, to), text: inner, style, resolved: 'string' };
    }
    if (first === '[') return this.flow(words, from, to);
    if (!BEGINS_PLAIN.test(words) || DOUBTFUL.test(words)) throw DOUBT;
    return this.plain(from, to);
  }

  private flow(words: string, from: number, to: number): YamlNode {
    if (!FLOW.test(words)) throw DOUBT;
    const items: YamlNode[] = [];
    let at = from + 1;
    if (words.slice(1, -1).trim() !== '')
      for (const part of words.slice(1, -1).split(',')) {
        const item = part.trim();
        if (!BEGINS_ITEM.test(item)) throw DOUBT;
        const start = at + part.indexOf(item);
        items.push(this.plain(start, start + item.length));
        at += part.length + 1;
      }
    return { type: 'sequence', span: this.span(from, to), flow: true, items };
  }

  private plain(from: number, to: number): YamlScalar {
    const text = this.text.slice(from, to);
    const resolved = NUMBER.test(text)
      ? 'number'
      : BOOLEAN.test(text)
        ? 'boolean'
        : NULL.test(text)
          ? 'null'
          : 'string';
    return { type: 'scalar', span: this.span(from, to), text, style: 'plain', resolved };
  }

  private skip(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === 32) at += 1;
    return at;
  }

  private span(from: number, to: number): Span {
    return { start: this.base + from, end: this.base + to };
  }
}
