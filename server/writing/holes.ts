/** Text with holes: what a template leaves for people to fill in, as plain text or as a snippet that the cursor moves through. */

/** Words that are written as they are, or a hole with the prompt that stands in it until somebody answers. */
export type Piece = string | { readonly prompt: string };

/** The text with the prompts in the holes; in: its pieces. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.prompt)).join('');
}

/** The text as a snippet of the editor's syntax: one numbered stop a hole, the last stop behind the text. */
export function snippetText(pieces: readonly Piece[]): string {
  let stop = 0;
  const written = pieces.map((piece) => {
    if (typeof piece === 'string') return piece.replace(/[\\$}]/g, '\\$&');
    stop += 1;
    return piece.prompt === '' ? `\${${stop}}` : `\${${stop}:${piece.prompt.replace(/[\\$}]/g, '\\$&')}}`;
  });
  return `${written.join('')}$0`;
}

/** Pieces of several parts, with words between them. */
export function joined(parts: readonly (readonly Piece[])[], between: string): readonly Piece[] {
  return parts.flatMap((part, i) => (i === 0 ? part : [between, ...part]));
}
