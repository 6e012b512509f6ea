/** From plain data with offsets to what the protocol says; the only file that knows lines and characters. */
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  InsertTextFormat,
  type Location,
  MarkupKind,
  type Position,
  type Range,
  SymbolKind,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Offer } from '../features/completion.ts';
import type { Entry } from '../features/symbols.ts';
import type { Severity } from '../model/configuration.ts';
import { spliceText } from '../syntax/edit.ts';
import type { LineIndex } from '../syntax/lines.ts';
import { lineIndex, rangeOf } from '../syntax/lines.ts';
import type { Span } from '../syntax/span.ts';
import type { Change, Finding, Place } from '../workspace/finding.ts';

/** A range as a span; positions beyond a line or the text are drawn in, and a reversed range is turned round. */
export function spanOf(lines: LineIndex, range: Range): Span {
  const [a, b] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

/** A position as an offset. */
export function offsetOf(lines: LineIndex, position: Position): number {
  return lines.offsetAt(position);
}

/** The text after the editor's changes, which apply one after the other. */
export function changedText(
  text: string,
  lines: LineIndex,
  changes: readonly TextDocumentContentChangeEvent[],
): string {
  let now = text;
  let index: LineIndex | null = lines;
  for (const change of changes) {
    if ('range' in change) {
      now = spliceText(now, spanOf(index ?? lineIndex(now), change.range), change.text);
    } else now = change.text;
    index = null;
  }
  return now;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/**
 * A finding as a diagnostic.
 * In: the finding, its document's lines, how a place in any document is located (null where it cannot be), and the address of
 * rule pages with `{rule}` in it, if there is one.
 */
export function diagnosticOf(
  finding: Finding,
  lines: LineIndex,
  locate: (place: Place) => Location | null,
  rulePage: string | null,
): Diagnostic {
  const related = finding.related.flatMap(({ message, ...place }) => {
    const location = locate(place);
    return location === null ? [] : [{ location, message }];
  });
  return {
    range: rangeOf(lines, finding.span),
    severity: SEVERITIES[finding.severity],
    source: 'clausewright',
    code: finding.rule,
    ...(rulePage === null ? {} : { codeDescription: { href: rulePage.replaceAll('{rule}', finding.rule) } }),
    message: finding.message,
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}

const SYMBOLS: Readonly<Record<Entry['sort'], SymbolKind>> = {
  heading: SymbolKind.String,
  record: SymbolKind.Object,
  metadata: SymbolKind.Namespace,
  field: SymbolKind.Field,
};

/** An entry of the outline, with all below it. */
export function symbolOf(entry: Entry, lines: LineIndex): DocumentSymbol {
  return {
    name: entry.name,
    detail: entry.detail,
    kind: SYMBOLS[entry.sort],
    range: rangeOf(lines, entry.span),
    selectionRange: rangeOf(lines, entry.head),
    children: entry.children.map((child) => symbolOf(child, lines)),
  };
}

const OFFERS: Readonly<Record<Offer['sort'], CompletionItemKind>> = {
  clause: CompletionItemKind.Reference,
  role: CompletionItemKind.Class,
  person: CompletionItemKind.Variable,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  field: CompletionItemKind.Property,
  heading: CompletionItemKind.Struct,
  template: CompletionItemKind.Snippet,
};

/**
 * An offer as a completion item.
 * In: its place in the order of offers, which the editor keeps, the lines, and whether the editor knows snippets.
 */
export function completionOf(offer: Offer, order: number, lines: LineIndex, snippets = false): CompletionItem {
  const { documentation, snippet } = offer;
  const asSnippet = snippets && snippet !== undefined;
  return {
    label: offer.label ?? offer.text.replace(/:\s*$/, ''),
    kind: OFFERS[offer.sort],
    detail: offer.detail,
    sortText: String(order).padStart(4, '0'),
    filterText: offer.filter ?? offer.label ?? offer.text,
    textEdit: { range: rangeOf(lines, offer.span), newText: asSnippet ? snippet : offer.text },
    ...(asSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(documentation === '' ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
  };
}

/** Where a document of a workspace edit stands: its URI, its lines, and its version while it is open. */
export interface Target {
  readonly uri: string;
  readonly lines: LineIndex;
  readonly version: number | null;
}

/**
 * Changes as a workspace edit.
 * In: the changes, where each path stands (lines of the very text that the changes speak of), and whether the editor takes
 * versioned changes and new files. Out: the edit; null where the editor cannot do what it takes.
 */
export function workspaceEditOf(
  changes: readonly Change[],
  target: (path: string) => Target,
  able: { readonly versions: boolean; readonly create: boolean },
): WorkspaceEdit | null {
  if (changes.some(({ type }) => type === 'create') && !(able.versions && able.create)) return null;
  if (!able.versions) {
    const plain: Record<string, TextEdit[]> = {};
    for (const change of changes) {
      if (change.type === 'create') continue;
      const { uri, lines } = target(change.path);
      plain[uri] = [...(plain[uri] ?? []), ...textEdits(change.edits, lines)];
    }
    return { changes: plain };
  }
  return {
    documentChanges: changes.flatMap((change): NonNullable<WorkspaceEdit['documentChanges']> => {
      const { uri, lines, version } = target(change.path);
      if (change.type === 'edit') return [{ textDocument: { uri, version }, edits: textEdits(change.edits, lines) }];
      const start = { line: 0, character: 0 };
      return [
        { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
        { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: change.text }] },
      ];
    }),
  };
}

function textEdits(edits: readonly { readonly span: Span; readonly text: string }[], lines: LineIndex): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(lines, span), newText: text }));
}

/** A quick fix as a code action, still without its edit. */
export function actionOf(title: string, preferred: boolean, diagnostic: Diagnostic, data: unknown): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(preferred ? { isPreferred: true } : {}),
    data,
  };
}

/** The line of an offset counted from 1, as the fragment of a link to a file says it. */
export function lineNumber(lines: LineIndex, offset: number): number {
  return lines.positionAt(offset).line + 1;
}
