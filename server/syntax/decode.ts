/** Bytes to text: UTF-8 and marked UTF-16, and a plain word about everything that is neither. */
import type { Problem } from './tree.ts';

export interface Decoded {
  /** Without a byte order mark: editors strip it too, so that offsets here and there agree. */
  readonly text: string;
  /** What is wrong with the bytes and what to do, at the start of the text; null where nothing is. */
  readonly problem: Problem | null;
}

/**
 * Reads the bytes of a file. In: the bytes. Out: the text; for invalid UTF-8 the best that could be read, for binary
 * content the empty text, both with a problem. Never throws.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return utf16(bytes, 'utf-16be');
  const body = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  if (body.includes(0)) {
    return failed('', 'This file holds binary content and was not read. Save it as plain text in UTF-8.');
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body), problem: null };
  } catch {
    return failed(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(body),
      'This file is not valid UTF-8, so some of its characters could not be read. Save it with the encoding UTF-8.',
    );
  }
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  // Big-endian support depends on how the runtime was built, so the bytes are turned here.
  const body = bytes.slice(2);
  if (encoding === 'utf-16be') {
    for (let at = 0; at + 1 < body.length; at += 2) {
      const high = body[at] ?? 0;
      body[at] = body[at + 1] ?? 0;
      body[at + 1] = high;
    }
  }
  const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(body);
  if (text.includes('\0')) {
    return failed('', 'This file holds binary content and was not read. Save it as plain text in UTF-8.');
  }
  if (body.length % 2 === 1 || text.includes('\ufffd')) {
    return failed(text, 'This file is not valid UTF-16, so some of it could not be read. Save it as UTF-8.');
  }
  return { text, problem: null };
}

function failed(text: string, message: string): Decoded {
  return { text, problem: { kind: 'encoding', span: { start: 0, end: Math.min(1, text.length) }, message } };
}
