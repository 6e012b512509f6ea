/** What the editor shows in and above the text by itself: lenses, hints, colours, folds and links. */
import {
  type CodeLens,
  type CodeLensParams,
  type DocumentLink,
  type DocumentLinkParams,
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type InlayHint,
  type InlayHintParams,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
} from 'vscode-languageserver';
import { codeLenses } from '../features/code-lenses.ts';
import { displayedFindings } from '../features/diagnostics.ts';
import { documentLinks } from '../features/document-links.ts';
import { foldings } from '../features/folding.ts';
import { inlayHints } from '../features/inlay-hints.ts';
import { semanticTokens, TOKEN_TYPES } from '../features/semantic-tokens.ts';
import type { Facts } from '../reading/facts.ts';
import { rangeOf } from '../syntax/lines.ts';
import { createView, type View } from '../workspace/view.ts';
import { clausePageUri } from './clause-pages.ts';
import { spanOf } from './convert.ts';
import { locationOf } from './navigation.ts';
import { clientCommands, type SwitchName } from './protocol.ts';
import { linesOf, type OpenDocument, type Session } from './session.ts';

interface Shown {
  readonly document: OpenDocument;
  readonly facts: Facts;
  readonly view: View;
}

function shown(session: Session, feature: SwitchName, uri: string): Shown | null {
  const document = session.documents.get(uri);
  if (document === undefined || !session.settings.enable || !document.root.settings.enable) return null;
  if (!session.settings[feature].enable) return null;
  const { workspace } = document.root.folder;
  const facts = workspace.facts(document.path);
  return facts === null ? null : { document, facts, view: createView(workspace, new Set()) };
}

/** The lenses of a document. */
export function answerLenses(session: Session, { textDocument }: CodeLensParams): CodeLens[] | null {
  const asked = shown(session, 'codeLens', textDocument.uri);
  if (asked === null) return null;
  const { document, facts, view } = asked;
  const lines = linesOf(document);
  const gaps = displayedFindings(document.root.folder.workspace, document.path).length;
  return codeLenses(facts, gaps, view).map(({ span, text, does, target }) => {
    const range = rangeOf(lines, span);
    switch (does) {
      case 'references':
        return {
          range,
          command: { title: text, command: clientCommands.showReferences, arguments: [document.uri, range.start] },
        };
      case 'gaps':
        return { range, command: { title: text, command: clientCommands.showProblems } };
      case 'go':
        return {
          range,
          command: {
            title: text,
            command: clientCommands.openPlace,
            arguments: [document.uri, lines.positionAt(Number(target))],
          },
        };
      case 'clause':
        return {
          range,
          command: {
            title: text,
            command: clientCommands.openPlace,
            arguments: [clausePageUri(view.edition, String(target))],
          },
        };
      default:
        return { range, command: { title: text, command: '' } };
    }
  });
}

/** The hints of the stretch in view. */
export function answerHints(session: Session, { textDocument, range }: InlayHintParams): InlayHint[] | null {
  const asked = shown(session, 'inlayHints', textDocument.uri);
  if (asked === null) return null;
  const lines = linesOf(asked.document);
  return inlayHints(asked.facts, spanOf(lines, range), asked.view).map(({ offset, text, tooltip }) => ({
    position: lines.positionAt(offset),
    label: text,
    tooltip,
    paddingLeft: true,
  }));
}

/** The legend that tokens are numbered by. */
export const tokenLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] };

/** The coloured words of a document; what runs over a line end is left as it is. */
export function answerTokens(session: Session, { textDocument }: SemanticTokensParams): SemanticTokens | null {
  const asked = shown(session, 'semanticTokens', textDocument.uri);
  if (asked === null) return null;
  const lines = linesOf(asked.document);
  const builder = new SemanticTokensBuilder();
  for (const { span, type } of semanticTokens(asked.facts, asked.view)) {
    const { start, end } = rangeOf(lines, span);
    if (start.line === end.line)
      builder.push(start.line, start.character, end.character - start.character, TOKEN_TYPES.indexOf(type), 0);
  }
  return builder.build();
}

/** What can be folded. */
export function answerFoldings(session: Session, { textDocument }: FoldingRangeParams): FoldingRange[] | null {
  const asked = shown(session, 'folding', textDocument.uri);
  if (asked === null) return null;
  const lines = linesOf(asked.document);
  return foldings(asked.facts).flatMap((span) => {
    const { start, end } = rangeOf(lines, span);
    // What ends at the start of a line ends with the line before.
    const endLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    return endLine > start.line ? [{ startLine: start.line, endLine, kind: FoldingRangeKind.Region }] : [];
  });
}

/** The links that are not Markdown's own. */
export function answerLinks(session: Session, { textDocument }: DocumentLinkParams): DocumentLink[] | null {
  const asked = shown(session, 'documentLinks', textDocument.uri);
  if (asked === null) return null;
  const { document, facts, view } = asked;
  const lines = linesOf(document);
  return documentLinks(facts, view).map(({ span, target, tooltip }) => {
    const { uri, range } = locationOf(session, document.root, target);
    return {
      range: rangeOf(lines, span),
      target: `${uri}#L${range.start.line + 1},${range.start.character + 1}`,
      tooltip,
    };
  });
}
