/** `clausewright new`: a new document of a kind, with the questions that it has to answer. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileNameFor, kindCalled, titleFrom } from '../features/new-document.ts';
import { DEFAULT_CONFIGURATION } from '../model/configuration.ts';
import { nearest } from '../model/nearest.ts';
import { lexiconFor } from '../reading/lexicon.ts';
import { documentTemplate, isRegister } from '../writing/template.ts';
import type { Request } from './arguments.ts';
import { writeNew } from './init.ts';
import type { Terminal } from './load.ts';

/** Writes the document; out: the exit code, 2 where the kind is none or the file is there already. */
export async function create({ paths, title, language }: Request, terminal: Terminal): Promise<number> {
  const lexicon = lexiconFor(DEFAULT_CONFIGURATION);
  const [wanted, place = '.', ...others] = paths;
  const refuse = (problem: string): number => {
    terminal.err(`${problem}\n`);
    return 2;
  };
  if (wanted === undefined) {
    const width = Math.max(...lexicon.documentKinds.map(({ name }) => name.length));
    terminal.err('Say which kind: clausewright new audit-plan. The kinds are\n\n');
    terminal.err(`${lexicon.documentKinds.map(({ name, help }) => `  ${name.padEnd(width)}  ${help}`).join('\n')}\n`);
    return 2;
  }
  if (others.length > 0)
    return refuse('new takes a kind and one path; put a title of several words in quotes behind --title.');
  const kind = kindCalled(wanted, lexicon);
  if (kind === null) {
    const near = nearest(
      wanted,
      lexicon.documentKinds.map(({ name }) => name),
    );
    return refuse(
      `There is no kind of document "${wanted}"${near === null ? '' : `; did you mean "${near}"?`} "clausewright new" lists the kinds.`,
    );
  }
  const full = resolve(terminal.here, place);
  const isFolder =
    /[\\/]$/.test(place) || extname(place) === '' || (await stat(full).catch(() => null))?.isDirectory() === true;
  const path = isFolder ? join(full, fileNameFor(kind, title)) : full;
  const yaml = /\.ya?ml$/i.test(path);
  if (!yaml && !/\.(?:md|markdown|mdx)$/i.test(path))
    return refuse(`"${place}" is neither Markdown nor YAML: end it with .md or .yaml.`);
  if (yaml && !isRegister(kind)) return refuse(`A ${kind.title.toLowerCase()} is prose: end the file with .md.`);
  const named = title ?? (isFolder ? null : titleFrom(path));
  const text = documentTemplate(kind.name, named === null ? {} : { title: named }, lexicon, {
    notation: yaml ? 'yaml' : 'front-matter',
    language,
  });
  await mkdir(dirname(path), { recursive: true });
  const shown = relative(terminal.here, path);
  if (!(await writeNew(path, text))) return refuse(`"${shown}" is there already; it stays as it is.`);
  terminal.out(`Wrote ${shown}.\n`);
  return 0;
}
