/**
 * Reads the inlines of plain prose without remark: words, code, emphasis that nests cleanly, links and images written
 * in the usual way. In any doubt it says so, and remark reads the whole section instead.
 */
import { normalLabel } from './labels.ts';
import { decodeEntity } from './remark.ts';
import { ADDRESS, wordsAndAddresses } from './simple-addresses.ts';
import { decodable, isEscapable, isWhitespace, isWord, wordKind } from './simple-characters.ts';
import { closingTicks, labelClose, referenceEnd, runLength } from './simple-labels.ts';
import type { Inline } from './tree.ts';

/** What stays the same for all inlines of a section. */
export interface SimpleSource {
  readonly text: string;
  /** Offset of the text in the document. */
  readonly base: number;
  /** Whether a bare web address may stand somewhere in the text. */
  readonly addresses: boolean;
  /** Whether the lines stand in a quote, with a mark at the head of each. */
  readonly quoted: boolean;
  /** Labels that are defined in the document, as they are compared. */
  readonly defined: ReadonlySet<string>;
}

interface Frame {
  readonly start: number;
  readonly mark: number;
  readonly length: number;
  readonly into: Inline[];
}

/** A tag on one line; what is written in any other way after a `<` is doubt. */
const TAG =
  /<(?:[A-Za-z][A-Za-z0-9-]*(?:[ ]+[A-Za-z_:][\w.:-]*(?:=(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'=<>`]+))?)*[ ]*\/?|\/[A-Za-z][A-Za-z0-9-]*[ ]*)>/y;
const AUTOLINK = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x20\x7f]*)>/y;
/** A destination without brackets, escapes and blanks, and perhaps a title in plain double quotes. */
const DESTINATION = /\(([^\s()<>\\\x00-\x1f\x7f]*)(?:[ ]+"[^"\\&\r\n]*")?\)/y;
const ENTITY = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z0-9]{1,31});/y;
const MOST_FRAMES = 24;
const NO_WORDS: ReadonlySet<number> = new Set();

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const BANG = 33;
const AMPERSAND = 38;
const STAR = 42;
const LESS = 60;
const MORE = 62;
const OPEN = 91;
const BACKSLASH = 92;
const CARET = 94;
const UNDERSCORE = 95;
const BACKTICK = 96;
const TILDE = 126;

/** Characters that ask for a look, the same as in the cases below; all others are words. */
const SPECIAL = /[\n\r!&*<[\\_`~]/g;

/**
 * In: the source, and a stretch of it that neither begins nor ends with a blank; what the stretch is.
 * Out: its inlines, or null in doubt. The last argument is its own: emphasis marks that turned out to be words.
 */
export function simpleInlines(
  source: SimpleSource,
  from: number,
  to: number,
  within: 'block' | 'cell' | 'label',
  words: ReadonlySet<number> = NO_WORDS,
): Inline[] | null {
  const { text, base, addresses, quoted } = source;
  const cell = within === 'cell';
  const root: Inline[] = [];
  let into = root;
  const frames: Frame[] = [];
  let plain = from;
  let tildes = 0;
  /** Whether a bracket has been taken for a word. */
  let bracket = false;

  /** Closes the run of words before `at`; false where it may hold an address. */
  const flush = (at: number): boolean => {
    if (at <= plain) return true;
    const value = text.slice(plain, at);
    if (addresses && ADDRESS.test(value)) {
      // No address is linked in a label, nor behind a bracket that may still become one.
      if (bracket || within === 'label') return false;
      const found = wordsAndAddresses(text, { start: plain, end: at }, { from, to }, base);
      if (found) into.push(...found);
      return found !== null;
    }
    into.push({ type: 'text', span: { start: base + plain, end: base + at }, value });
    return true;
  };

  for (let at = from; at < to; ) {
    SPECIAL.lastIndex = at;
    if (!SPECIAL.test(text) || SPECIAL.lastIndex > to) break;
    at = SPECIAL.lastIndex - 1;
    const code = text.charCodeAt(at);
    switch (code) {
      case LF:
      case CR: {
        let before = at;
        while (before > plain && isBlank(text.charCodeAt(before - 1))) before -= 1;
        const after = code === CR ? at + 2 : at + 1;
        let next = after;
        while (next < to && (isBlank(text.charCodeAt(next)) || (quoted && text.charCodeAt(next) === MORE))) next += 1;
        if (at - before >= 2 || (at > before && text.charCodeAt(before) === TAB)) {
          if (text.slice(before, at).includes('\t')) return null;
          if (!flush(before)) return null;
          into.push({ type: 'break', span: { start: base + before, end: base + after } });
          plain = next;
        } else {
          if (at > before) {
            if (!flush(before)) return null;
            plain = at;
          }
          if (code === CR) {
            if (!flush(at)) return null;
            into.push({ type: 'text', span: { start: base + at, end: base + after }, value: '\n' });
            plain = next;
          } else if (next > after) {
            if (!flush(after)) return null;
            plain = next;
          }
        }
        at = next;
        break;
      }
      case BACKTICK: {
        const length = runLength(text, at, to, BACKTICK);
        const close = closingTicks(text, at + length, to, length);
        if (close < 0) {
          at += length;
          break;
        }
        const inner = text.slice(at + length, close);
        if (/[\r\n]/.test(inner) || (cell && inner.includes('\\'))) return null;
        const padded = inner.startsWith(' ') && inner.endsWith(' ') && /[^ ]/.test(inner);
        if (!flush(at)) return null;
        const end = close + length;
        const value = padded ? inner.slice(1, -1) : inner;
        into.push({ type: 'code', span: { start: base + at, end: base + end }, value });
        at = plain = end;
        break;
      }
      case STAR:
      case UNDERSCORE: {
        const length = runLength(text, at, to, code);
        const end = at + length;
        if (words.has(at)) {
          at = end;
          break;
        }
        if (length > 2) return null;
        const before = at > from ? text.charCodeAt(at - 1) : SPACE;
        const after = end < to ? text.charCodeAt(end) : SPACE;
        const left = wordKind(before);
        const right = wordKind(after);
        const opens = isWord(right) || (!isWhitespace(right) && !isWord(left)) || isMark(after);
        const closes = isWord(left) || (!isWhitespace(left) && !isWord(right)) || isMark(before);
        const open = code === STAR ? opens : opens && (!isWord(left) || !closes);
        const close = code === STAR ? closes : closes && (!isWord(right) || !opens);
        const top = frames.at(-1);
        // A mark that could do both closes what it fits, and opens where nothing of its kind is open.
        const shuts = close && (!open || (top?.mark === code && top.length === length));
        if (open && close && !shuts && frames.some((frame) => frame.mark === code)) return null;
        if (open && !shuts) {
          if (frames.length >= MOST_FRAMES || !flush(at)) return null;
          frames.push({ start: at, mark: code, length, into });
          into = [];
          plain = end;
        } else if (shuts) {
          const frame = frames.pop();
          if (!frame) {
            // A closing mark that nothing opened is a word; but nothing in a label knows what is open outside.
            if (within === 'label') return null;
            at = end;
            break;
          }
          if (frame.mark !== code || frame.length !== length || !flush(at)) return null;
          const children = into;
          into = frame.into;
          const type = length === 2 ? 'strong' : 'emphasis';
          into.push({ type, span: { start: base + frame.start, end: base + end }, children });
          plain = end;
        }
        at = end;
        break;
      }
      case BANG:
      case OPEN: {
        const image = code === BANG;
        if (image && text.charCodeAt(at + 1) !== OPEN) {
          at += 1;
          break;
        }
        const inside = image ? at + 2 : at + 1;
        if (text.charCodeAt(inside) === CARET) return null;
        const close = labelClose(text, inside, to);
        if (close === -2) return null;
        if (close < 0 || text.charCodeAt(close + 1) !== 40 || close + 1 >= to) {
          const end =
            close < 0 || source.defined.size === 0 ? inside : referenceEnd(text, source.defined, inside, close, to);
          if (end < 0 || (image && end !== inside)) return null;
          if (end === inside) {
            bracket = true;
            at = inside;
            break;
          }
          if (!flush(at)) return null;
          const label = end > close + 3 ? text.slice(close + 2, end - 1) : text.slice(inside, close);
          const children = labelChildren(source, inside, close);
          if (!children) return null;
          const identifier = normalLabel(label).toLowerCase();
          into.push({ type: 'linkReference', span: { start: base + at, end: base + end }, identifier, children });
          at = plain = end;
          break;
        }
        DESTINATION.lastIndex = close + 1;
        const match = DESTINATION.exec(text);
        const end = close + 1 + (match?.[0].length ?? 0);
        if (!match || end > to) return null;
        const url = match[1] ?? '';
        if (decodable(url) || !flush(at)) return null;
        const span = { start: base + at, end: base + end };
        const urlSpan = { start: base + close + 2, end: base + close + 2 + url.length };
        if (image) {
          const alt = text.slice(inside, close);
          if (/[\\`*_<&!~@\r\n]/.test(alt) || ADDRESS.test(alt)) return null;
          into.push({ type: 'image', span, url, urlSpan, alt });
        } else {
          const children = labelChildren(source, inside, close);
          if (!children) return null;
          into.push({ type: 'link', span, url, urlSpan, children });
        }
        at = plain = end;
        break;
      }
      case LESS: {
        const next = text.charCodeAt(at + 1);
        if (!(next === 33 || next === 47 || next === 63 || (next >= 65 && next <= 90) || (next >= 97 && next <= 122))) {
          at += 1;
          break;
        }
        AUTOLINK.lastIndex = at;
        const url = AUTOLINK.exec(text)?.[1];
        TAG.lastIndex = at;
        const written = url === undefined ? TAG.exec(text)?.[0] : `<${url}>`;
        if (!written || at + written.length > to || !flush(at)) return null;
        const end = at + written.length;
        const span = { start: base + at, end: base + end };
        if (url === undefined) {
          into.push({ type: 'html', span, value: written });
        } else {
          // A link holds no link.
          if (within === 'label') return null;
          const urlSpan = { start: span.start + 1, end: span.end - 1 };
          into.push({ type: 'link', span, url, urlSpan, children: [{ type: 'text', span: urlSpan, value: url }] });
        }
        at = plain = end;
        break;
      }
      case AMPERSAND:
        {
          ENTITY.lastIndex = at;
          const written = ENTITY.exec(text)?.[0] ?? '';
          const decoded = decodeEntity(written);
          if (decoded === written || at + written.length > to) {
            at += 1;
            break;
          }
          if (!flush(at)) return null;
          const end = at + written.length;
          into.push({ type: 'text', span: { start: base + at, end: base + end }, value: decoded });
          at = plain = end;
        }
        break;
      case BACKSLASH: {
        const next = at + 1 < to ? text.charCodeAt(at + 1) : 0;
        if (next === LF || next === CR || within !== 'block') return null;
        if (!isEscapable(next)) {
          at += 1;
          break;
        }
        if (!flush(at)) return null;
        const span = { start: base + at, end: base + at + 2 };
        into.push({ type: 'text', span, value: text.charAt(at + 1) });
        at = plain = at + 2;
        break;
      }
      case TILDE:
        tildes += 1;
        if (tildes > 1 || within === 'label') return null;
        at += runLength(text, at, to, TILDE);
        break;
    }
  }
  if (frames.length > 0) {
    // Nothing closed these marks, so they are words, and the stretch is read again knowing that.
    return words === NO_WORDS
      ? simpleInlines(source, from, to, within, new Set(frames.map(({ start }) => start)))
      : null;
  }
  return flush(to) ? root : null;
}

function labelChildren(source: SimpleSource, from: number, to: number): Inline[] | null {
  if (from === to) return [];
  // Blanks at the ends of a label are words, which they are not in a stretch of its own.
  if (isBlankOrEnd(source.text.charCodeAt(from)) || isBlankOrEnd(source.text.charCodeAt(to - 1))) return null;
  return simpleInlines(source, from, to, 'label');
}

function isMark(code: number): boolean {
  return code === STAR || code === UNDERSCORE || code === TILDE;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

function isBlankOrEnd(code: number): boolean {
  return isBlank(code) || code === LF || code === CR;
}
