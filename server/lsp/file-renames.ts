/** Files that are about to be renamed or moved: the edits that keep links and the configuration right, for review first. */
import type { CancellationToken, RenameFilesParams, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { configurationEdits, hasLinkEdits, linkEdits, type Moves, movesOf } from '../features/file-rename.ts';
import { CONFIGURATION_FILE } from '../reading/configuration.ts';
import { createSource } from '../rules/apply-fix.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { lineIndex, rangeOf } from '../syntax/lines.ts';
import { parseYaml } from '../syntax/yaml.ts';
import { uriOf } from './roots.ts';
import { openAt, type Root, type Session } from './session.ts';
import { pathBelow } from './uris.ts';

const REVIEW = 'clausewright.fileRename';

/** The edits for files that will be renamed; null where nothing has to change. */
export async function answerFileRenames(
  session: Session,
  { files }: RenameFilesParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  if (!session.settings.enable || !session.settings.fileRename.enable) return null;
  const changes: TextDocumentEdit[] = [];
  for (const root of session.roots) {
    if (!root.settings.enable || !root.settings.fileRename.enable) continue;
    const own = files.flatMap(({ oldUri, newUri }) => {
      const from = root.uri === null ? null : pathBelow(root.uri, oldUri);
      const to = root.uri === null ? null : pathBelow(root.uri, newUri);
      return from === null || to === null || from === '' ? [] : [{ from, to }];
    });
    if (own.length > 0) changes.push(...(await editsIn(session, root, own, token)));
  }
  if (changes.length === 0) return null;
  const { versionedEdits, annotations } = session.abilities;
  if (!versionedEdits)
    return {
      changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits as never])),
    };
  return {
    documentChanges: annotations
      ? changes.map((each) => ({ ...each, edits: each.edits.map((edit) => ({ ...edit, annotationId: REVIEW })) }))
      : changes,
    ...(annotations
      ? {
          changeAnnotations: {
            [REVIEW]: {
              label: 'Keep links right',
              // What needs confirmation is not ticked in the preview, and links would break by default.
              needsConfirmation: false,
              description: 'after renaming or moving files',
            },
          },
        }
      : {}),
  };
}

async function editsIn(
  session: Session,
  root: Root,
  renames: readonly { readonly from: string; readonly to: string }[],
  token: CancellationToken,
): Promise<readonly TextDocumentEdit[]> {
  const { workspace, files } = root.folder;
  const moves: Moves = new Map(renames.flatMap(({ from, to }) => [...movesOf(from, to, workspace.everyPath())]));
  const textOf = async (path: string): Promise<string | null> =>
    openAt(session, root, path)?.text ?? (await files.read(path, workspace.configuration.limits.bytes)).text;
  const touched = new Set<string>();
  for (const path of workspace.paths()) {
    const facts = workspace.facts(path);
    if (facts !== null && hasLinkEdits(facts, moves)) touched.add(path);
  }
  const found: TextDocumentEdit[] = [];
  const add = (path: string, text: string, edits: readonly TextEdit[]): void => {
    if (edits.length === 0) return;
    const lines = lineIndex(text);
    found.push({
      textDocument: { uri: uriOf(session, root, path), version: openAt(session, root, path)?.version ?? null },
      edits: edits.map(({ span, text: newText }) => ({ range: rangeOf(lines, span), newText })),
    });
  };
  for (const path of [...touched].sort()) {
    await session.host.pause();
    if (token.isCancellationRequested) return [];
    const text = await textOf(path);
    const source = text === null ? null : createSource(workspace, path, text);
    if (source !== null && text !== null) add(path, text, linkEdits(source.facts, text, moves));
  }
  const configuration = await textOf(CONFIGURATION_FILE);
  if (configuration !== null) {
    const stream = parseYaml(configuration);
    add(
      CONFIGURATION_FILE,
      configuration,
      renames.flatMap(({ from, to }) => configurationEdits(stream, configuration, from, to)),
    );
  }
  return found;
}
