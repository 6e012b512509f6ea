/** Names of lists: under which key a register keeps its records, and of which kind the records under a key are. */

/** The key of a list of records; in: the record kind (`audit-finding`); out: `audit_findings`. */
export function listKey(kind: string): string {
  return plural(kind).replaceAll('-', '_');
}

/** The record kind that the key of a list names, whether there is such a kind or not; in: `audit_findings`. */
export function kindOfList(key: string): string {
  const irregular = Object.keys(IRREGULAR).find((kind) => IRREGULAR[kind] === key.toLowerCase());
  if (irregular !== undefined) return irregular;
  return key.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '').replace(/[_ ]/g, '-');
}

/** Does a section's name say that it lists records of a kind? `improvements` lists `improvement`, `findings` lists `audit-finding`. */
export function isListOf(section: string, kind: string): boolean {
  return section === listKey(kind) || section === listKey(kind.replace(/^.*-/, ''));
}

const IRREGULAR: Readonly<Record<string, string>> = { person: 'people' };

function plural(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
