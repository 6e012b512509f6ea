/** `source.fixAll`: the safe fixes of a document in one edit, for saving or on demand; what overlaps waits for the next time. */
import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { displayedFindings } from '../features/diagnostics.ts';
import { changesFor } from '../features/fixes.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { rangeOf } from '../syntax/lines.ts';
import { linesOf, type Session } from './session.ts';

/** The kind under which editors ask for it on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.clausewright`;

/** One action with all edits; none where no safe fix changes this document alone. */
export function fixAllActions(session: Session, { textDocument }: CodeActionParams): CodeAction[] {
  const document = session.documents.get(textDocument.uri);
  if (document === undefined) return [];
  const { root, path, text } = document;
  const { workspace } = root.folder;
  const taken: TextEdit[] = [];
  for (const finding of displayedFindings(workspace, path)) {
    const fix = finding.fixes.find(({ safe }) => safe);
    const changes = fix === undefined ? null : changesFor(workspace, fix, (each) => (each === path ? text : null));
    if (changes === null) continue;
    const edits = changes.flatMap((change) => (change.type === 'edit' && change.path === path ? change.edits : []));
    const elsewhere = changes.some((change) => change.type !== 'edit' || change.path !== path);
    const clash = edits.some((edit) =>
      taken.some((each) => edit.span.start <= each.span.end && each.span.start <= edit.span.end),
    );
    if (!elsewhere && !clash) taken.push(...edits);
  }
  if (taken.length === 0) return [];
  const lines = linesOf(document);
  const edits = taken.map(({ span, text: newText }) => ({ range: rangeOf(lines, span), newText }));
  return [
    {
      title: 'Take all safe fixes of Clausewright',
      kind: FIX_ALL,
      edit: session.abilities.versionedEdits
        ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] }
        : { changes: { [document.uri]: edits } },
    },
  ];
}
