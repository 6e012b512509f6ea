/** Publishing: sends a document's findings where they differ from what the editor has, and counts them for the status item. */
import type { Location } from 'vscode-languageserver';
import { displayedFindings } from '../features/diagnostics.ts';
import { NO_LINES, rangeOf } from '../syntax/lines.ts';
import { digest } from '../workspace/digest.ts';
import type { Finding, Place } from '../workspace/finding.ts';
import { diagnosticOf } from './convert.ts';
import { type GapCounts, type StatusParams, statusNotification } from './protocol.ts';
import { speaksFor, uriOf } from './roots.ts';
import { everyRoot, linesOf, openAt, type Root, type Session } from './session.ts';

const NO_GAPS: GapCounts = { error: 0, warning: 0, information: 0 };

/**
 * Publishes the findings of some paths.
 * In: the paths, and whether to send even what the editor has already, as for a document whose version moved on.
 */
export function publish(session: Session, root: Root, paths: Iterable<string>, anyway = false): void {
  for (const path of paths) publishOne(session, root, path, anyway);
}

/** Publishes whatever was published or has findings; for settings that change what is shown. */
export function publishAll(session: Session, root: Root): void {
  publish(session, root, new Set([...root.published.keys(), ...root.folder.workspace.pathsWithFindings()]));
}

/** Takes back everything that was published for a root. */
export function retract(session: Session, root: Root): void {
  for (const path of root.published.keys()) {
    void session.connection.sendDiagnostics({ uri: uriOf(session, root, path), diagnostics: [] });
  }
  root.published.clear();
}

/**
 * Takes back what was published under a spelling of an address that holds no longer, since some editors tell spellings apart.
 * In: a path whose document was just opened or closed, and the spelling until now.
 */
export function respell(session: Session, root: Root, path: string, before: string): void {
  if (before === uriOf(session, root, path) || !root.published.delete(path)) return;
  void session.connection.sendDiagnostics({ uri: before, diagnostics: [] });
}

function publishOne(session: Session, root: Root, path: string, anyway: boolean): void {
  if (root.closed) return;
  const document = openAt(session, root, path);
  const findings = shown(session, root, path, document !== null);
  const before = root.published.get(path);
  if (findings.length === 0 && before === undefined && !anyway) return;
  const lines = document === null ? (root.folder.lines(path) ?? NO_LINES) : linesOf(document);
  const locate = (place: Place): Location | null => {
    const other = openAt(session, root, place.path);
    const index = other === null ? root.folder.lines(place.path) : linesOf(other);
    return index === null ? null : { uri: uriOf(session, root, place.path), range: rangeOf(index, place.span) };
  };
  const diagnostics = findings.map((finding) => diagnosticOf(finding, lines, locate, session.rulePage));
  const print = digest(JSON.stringify(diagnostics));
  if (!anyway && before?.print === print) return;
  if (diagnostics.length === 0) root.published.delete(path);
  else root.published.set(path, { print, gaps: counted(findings) });
  const uri = document?.uri ?? uriOf(session, root, path);
  void session.connection.sendDiagnostics({
    uri,
    ...(document === null ? {} : { version: document.version }),
    diagnostics,
  });
}

function shown(session: Session, root: Root, path: string, open: boolean): readonly Finding[] {
  if (!root.settings.enable || !session.settings.enable) return [];
  if (!open && session.settings.diagnostics.scope === 'openFiles') return [];
  return speaksFor(session, root, path) ? displayedFindings(root.folder.workspace, path) : [];
}

function counted(findings: readonly Finding[]): GapCounts {
  const gaps = { ...NO_GAPS };
  for (const { severity } of findings) gaps[severity] += 1;
  return gaps;
}

/** Tells the status item how things stand, where that is news. */
export function sendStatus(session: Session): void {
  if (session.ended) return;
  const roots = everyRoot(session);
  const leading = roots[0]?.folder.workspace;
  let [error, warning, information, documents, done, total] = [0, 0, 0, 0, 0, 0];
  for (const root of roots) {
    for (const { gaps } of root.published.values()) {
      error += gaps.error;
      warning += gaps.warning;
      information += gaps.information;
    }
    const size = root.folder.workspace.size();
    documents += size;
    done += root.loading?.done ?? size;
    total += root.loading?.total ?? size;
  }
  const indexing = roots.some(({ loading }) => loading !== null);
  const params: StatusParams = {
    state: !session.settings.enable ? 'off' : indexing ? 'indexing' : 'ready',
    done,
    total,
    edition: leading?.configuration.edition ?? session.settings.edition,
    asOf: leading?.configuration.asOf ?? session.host.today(),
    gaps: { error, warning, information },
    documents,
  };
  const told = JSON.stringify(params);
  if (told === session.status) return;
  session.status = told;
  void session.connection.sendNotification(statusNotification, params);
}
