/** The collections of real documents beside the project, where they are: tests and scripts skip, and say so, where not. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const folder = process.env['CORPORA'] ?? fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));

/** The folder of the collections; null where it is absent. */
export const CORPORA: string | null = existsSync(folder) ? folder : null;

/** What a test or script says where the collections are absent. */
export const NO_CORPORA = 'skipped: the collections of real documents are not beside the project (../shared/corpora)';

/** The paths of all Markdown and YAML of the collections, relative to their folder. */
export function corpusPaths(): readonly string[] {
  if (CORPORA === null) return [];
  const root = CORPORA;
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((path) => /\.(?:md|markdown|ya?ml|md\.erb)$/.test(path) && statSync(join(root, path)).isFile())
    .sort();
}

/** The text of a document of the collections; null where it is not there. */
export function corpusText(path: string): string | null {
  const full = CORPORA === null ? null : join(CORPORA, path);
  return full === null || !existsSync(full) ? null : readFileSync(full, 'utf8');
}

/** The fields that are labelled. */
export const LABELLED = ['owner', 'version', 'approver', 'reviewed', 'next_review'] as const;
export type LabelledField = (typeof LABELLED)[number];

/** What a reader found in one document: the kinds that are right for it, and each field as written, `placeholder` for a blank. */
export interface Label {
  readonly path: string;
  readonly kinds: readonly string[];
  readonly fields: Readonly<Partial<Record<LabelledField, string>>>;
}

/** The labels that the project keeps. */
export function labels(): readonly Label[] {
  const file = fileURLToPath(new URL('../corpora/labels.yaml', import.meta.url));
  const list = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as Record<string, string | string[]>[];
  return list.map((entry) => ({
    path: String(entry['path']),
    kinds: [entry['kind'] ?? []].flat(),
    fields: Object.fromEntries(LABELLED.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]]]))),
  }));
}
