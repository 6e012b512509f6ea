/** Watching: which files the editor is asked to watch, and what its news of them mean to the roots. */
import {
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  WatchKind,
} from 'vscode-languageserver';
import { NEVER_SEARCHED } from '../host/files.ts';
import { DOCUMENT_EXTENSIONS } from '../syntax/parse.ts';
import type { Checking } from './checking.ts';
import { lookAt } from './loading.ts';
import { placeOf } from './roots.ts';
import type { Root, Session } from './session.ts';

/** Documents, the files that say which of them count and whose they are, and baselines. */
const READ = [`**/*.{${[...DOCUMENT_EXTENSIONS, 'erb'].join(',')}}`, '**/.gitignore', '**/CODEOWNERS', '**/*.json'];

/** Asks the editor to tell of files that change; links may lead to any file, so all that come and go are of interest. */
export async function watch(session: Session): Promise<void> {
  if (!session.abilities.watching) return;
  await session.connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      ...READ.map((globPattern) => ({ globPattern, kind: WatchKind.Change })),
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    ],
  });
}

/** Files came, went or changed on disk; where a folder goes, some editors tell of the folder alone. */
export function filesChanged(session: Session, checking: Checking, { changes }: DidChangeWatchedFilesParams): void {
  const byRoot = new Map<Root, Set<string>>();
  for (const { uri, type } of changes) {
    const place = placeOf(session, uri);
    if (place === null || place.path.split('/').some((part) => NEVER_SEARCHED.has(part))) continue;
    const { root, path } = place;
    // Of all JSON that changes, only the baseline says anything; files that come and go may be linked to.
    const { baselineFile } = root.folder.workspace.configuration;
    if (type === FileChangeType.Changed && path.endsWith('.json') && path !== baselineFile?.path) continue;
    byRoot.set(root, (byRoot.get(root) ?? new Set()).add(path));
  }
  for (const [root, paths] of byRoot) lookAt(session, checking, root, paths);
}
