/** A small system in several notations with an editor on it, for what finds its way through it. */
import assert from 'node:assert/strict';
import type { Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { lineIndex } from '../../server/syntax/lines.ts';
import { type Editor, FOLDER, startEditor } from './editor.ts';

/** The system: a process, its procedure, roles, people, an audit and a register. */
export const NAVIGATED = `--- file: clausewright.yaml
edition: 2018
as-of: 2026-11-01
kinds:
  procedures/change.md: procedure
--- file: processes/change.md
# Change management process

**Document ID:** PROC-1
**Process owner:** Change Manager
**Next review:** 2026-11-13

The Change Manager approves; a Deputy Change Manager stands in. See clause 8.5.1 of ISO/IEC 20000-1:2018.

\`Change Manager\` in code is no role.

| Activity | Change Manager | CAB |
| --- | --- | --- |
| Approve | A/R | C |
--- file: procedures/change.md
# Change procedure

**Process:** Change management
**Owner:** Change Manager

Serves [the process](../processes/change.md#change-management-process); PROC-1 says why, PROC-10 does not.
--- file: roles/change-manager.md
# Role: Change Manager

**Holder:** Ada Quill

## Responsibilities

- Approves changes.
--- file: roles/deputy.md
# Role: Deputy Change Manager

**Holder:** Bo Ferrin
--- file: people/people.yaml
type: people-register
people:
  - name: Ada Quill
    roles: [Change Manager]
    email: ada@tallmora.example
  - name: Bo Ferrin
    roles: ["Deputy Change Manager"]
--- file: audits/programme.md
# Audit programme 2026

| Audit | Process | Auditor | Clause |
| --- | --- | --- | --- |
| AUD-1 | PROC-1 | Ada Quill | 8.5.1 |
| AUD-2 | PROC-1 | Bo Ferrin | 9.2.2 |
`;

/** The editor with some documents open and the folder read. */
export interface Navigated {
  readonly editor: Editor;
  /** The parameters of a question about a place inside the first such words. */
  at(path: string, words: string, inside?: number): object;
  ask<T>(method: string, params: unknown): Promise<T>;
  /** The words in a range, with their path before them. */
  said(place: { readonly uri: string; readonly range: Range }): string;
  /** The texts of the documents that an edit changes, as they would stand. */
  after(edit: WorkspaceEdit | null): Readonly<Record<string, string>>;
}

/** In: another fixture, and which of its documents are open. */
export async function navigated(
  fixture = NAVIGATED,
  open: readonly string[] = [
    'processes/change.md',
    'audits/programme.md',
    'roles/change-manager.md',
    'people/people.yaml',
  ],
): Promise<Navigated> {
  const editor = await startEditor(fixture, { rules: [] });
  for (const path of open) await editor.open(path);
  await editor.until('the folder was to be read', () => editor.statuses.at(-1)?.state === 'ready');
  const pathOf = (uri: string): string => uri.slice(FOLDER.length + 1);
  return {
    editor,
    at(path, words, inside = 1) {
      const text = editor.text(path);
      const offset = text.indexOf(words) + inside;
      assert.ok(offset >= inside, `${path} does not say "${words}"`);
      return { textDocument: { uri: editor.uri(path) }, position: lineIndex(text).positionAt(offset) };
    },
    ask: (method, params) => editor.connection.sendRequest(method, params),
    said({ uri, range }) {
      if (!uri.startsWith(FOLDER)) return uri;
      const text = editor.text(pathOf(uri));
      const lines = lineIndex(text);
      return `${pathOf(uri)} ${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))}`;
    },
    after(edit) {
      const texts: Record<string, string> = {};
      for (const change of (edit?.documentChanges ?? []) as TextDocumentEdit[]) {
        const path = pathOf(change.textDocument.uri);
        const text = editor.text(path);
        const lines = lineIndex(text);
        texts[path] = [...change.edits]
          .sort((a, b) => lines.offsetAt(b.range.start) - lines.offsetAt(a.range.start))
          .reduce(
            (now, each) =>
              now.slice(0, lines.offsetAt(each.range.start)) +
              ('newText' in each ? each.newText : '') +
              now.slice(lines.offsetAt(each.range.end)),
            text,
          );
      }
      return texts;
    },
  };
}
