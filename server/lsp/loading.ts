/** Loading: reads folders after the editor has its answer, one piece of disk work after the other, and says how far it is. */
import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { CONFIGURATION_FILE } from '../reading/configuration.ts';
import { type Checking, stackOf } from './checking.ts';
import { sendStatus } from './publishing.ts';
import type { OpenDocument, Root, Session } from './session.ts';
import { folderSettings } from './settings.ts';

/** Documents between two words about progress. */
const STEP = 64;

/** Work with the disk for a root, done when what was asked before is done; what it returns is checked. Failures are logged. */
export function enqueue(
  session: Session,
  checking: Checking,
  root: Root,
  work: () => Promise<ReadonlySet<string>>,
): void {
  root.queue = root.queue
    .then(async () => {
      if (root.closed) return;
      const units = await work();
      if (root.closed) return;
      checking.later(root, units);
    })
    .catch((error: unknown) =>
      session.connection.console.error(`Reading ${root.uri ?? 'a document'} failed: ${stackOf(error)}`),
    );
}

/** Has a root look at paths on disk; what is told of while the disk is busy is looked at in one go. */
export function lookAt(session: Session, checking: Checking, root: Root, paths: Iterable<string>): void {
  const waits = root.news.size > 0;
  for (const path of paths) root.news.add(path);
  if (waits || root.news.size === 0) return;
  enqueue(session, checking, root, () => {
    const news = [...root.news];
    root.news.clear();
    return root.folder.filesChanged(news);
  });
}

/** Reads a root for the first time: a folder with everything in it; a document on its own with its settings only. */
export function load(session: Session, checking: Checking, root: Root): void {
  if (root.uri !== null) root.loading = { done: 0, total: 0 };
  enqueue(session, checking, root, async () => {
    await root.folder.setSettings(folderSettings(root.settings));
    // Beside a document on its own there may be others that nobody listed: it never counts as loaded, so nothing is "missing".
    if (root.uri === null) return root.folder.load({ progress: () => undefined, gaveUp: () => true });
    sendStatus(session);
    const bar = progressBar(session);
    const ready = (): void => {
      if (root.ready) return;
      root.ready = true;
      for (const document of session.documents.values()) if (document.root === root) take(session, checking, document);
    };
    let said = 0;
    try {
      return await root.folder.load({
        gaveUp: () => root.closed,
        progress(done, total) {
          ready();
          root.loading = { done, total };
          if (done < total && done - said < STEP) return;
          said = done;
          bar.report(total === 0 ? 100 : Math.floor((done / total) * 100), `Reading documents: ${done} of ${total}`);
          sendStatus(session);
        },
      });
    } finally {
      ready();
      root.loading = null;
      bar.done();
    }
  });
}

/** Hands a root the text of an open document as it stands now, and checks it at once. */
export function take(session: Session, checking: Checking, { root, path, text }: OpenDocument): void {
  const isConfiguration = path === CONFIGURATION_FILE;
  if (!root.ready && !isConfiguration) return;
  const units = root.folder.textChanged(path, text);
  if (!root.ready || !root.settings.enable || !session.settings.enable) return;
  if (isConfiguration) lookAt(session, checking, root, [path]);
  else checking.now(root, path, units);
}

interface Bar {
  report(percentage: number, message: string): void;
  done(): void;
}

/** A progress bar in the editor that nobody waits for: an editor that never answers only goes without it. */
function progressBar(session: Session): Bar {
  let bar: WorkDoneProgressServerReporter | null = null;
  let over = false;
  if (session.abilities.progress) {
    session.connection.window.createWorkDoneProgress().then(
      (made) => {
        if (over) return;
        bar = made;
        made.begin('Clausewright', 0, 'Reading documents');
      },
      () => undefined,
    );
  }
  return {
    report: (percentage, message) => bar?.report(percentage, message),
    done() {
      over = true;
      bar?.done();
    },
  };
}

/** Gives a root its settings anew. */
export function applySettings(session: Session, checking: Checking, root: Root): void {
  enqueue(session, checking, root, () => root.folder.setSettings(folderSettings(root.settings)));
}
