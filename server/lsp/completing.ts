/** Completion over the wire: what may be written at a place, and the explanation of an offer once somebody comes to it. */
import type { CompletionItem, CompletionList, CompletionParams, Position } from 'vscode-languageserver';
import { completions, type Offer } from '../features/completion.ts';
import { configurationCompletions } from '../features/configuration-help.ts';
import { MOST_OFFERS } from '../features/directory.ts';
import { lexiconFor } from '../reading/lexicon.ts';
import type { LineIndex } from '../syntax/lines.ts';
import { createView } from '../workspace/view.ts';
import { asked, configurationContext, isConfiguration } from './answers.ts';
import { completionOf, offsetOf } from './convert.ts';
import { linesOf, type OpenDocument, type Session } from './session.ts';

/** What may be written at a place. */
export function answerCompletion(
  session: Session,
  { textDocument, position }: CompletionParams,
): CompletionItem[] | CompletionList | null {
  const document = asked(session, textDocument.uri);
  if (document === null || !session.settings.completion.enable) return null;
  const lines = linesOf(document);
  const offset = offsetOf(lines, position);
  if (isConfiguration(document))
    return configurationCompletions(configurationContext(document, offset)).map((offer, order) =>
      completionOf(offer, order, lines),
    );
  const offers = offersAt(document, offset);
  if (offers === null) return null;
  const list = listOf(offers, document.text.slice(0, offset), lines, session.abilities.snippets);
  const data: CompletionData = { uri: document.uri, position };
  const items = list.length <= FEW_OFFERS ? list : list.map((item) => brief(item, data));
  return offers.length <= MOST_OFFERS ? items : { isIncomplete: true, items };
}

/** As many offers as explain themselves at once; of more, each is explained when somebody comes to it. */
const FEW_OFFERS = 30;

/** What travels with an offer to the editor and back: where it was made. */
interface CompletionData {
  readonly uri: string;
  readonly position: Position;
}

function brief({ documentation, ...item }: CompletionItem, data: CompletionData): CompletionItem {
  return documentation === undefined ? item : { ...item, data };
}

function offersAt({ root, path, text }: OpenDocument, offset: number): readonly Offer[] | null {
  const { workspace } = root.folder;
  const facts = workspace.facts(path);
  if (facts === null) return null;
  const view = createView(workspace, new Set());
  const lexicon = lexiconFor(workspace.configuration);
  return completions({ view, facts, lexicon, text, offset, tree: workspace.tree(path) });
}

/** An offer with its explanation, worked out anew where it was made; as it came where it is no longer made there. */
export function resolveCompletion(session: Session, item: CompletionItem): CompletionItem {
  const data = item.data as CompletionData | undefined;
  const document = data === undefined ? null : asked(session, data.uri);
  if (data === undefined || document === null) return item;
  const lines = linesOf(document);
  const offers = offersAt(document, offsetOf(lines, data.position)) ?? [];
  const same = offers
    .map((offer, order) => completionOf(offer, order, lines))
    .find(({ label, kind, detail }) => label === item.label && kind === item.kind && detail === item.detail);
  return same?.documentation === undefined ? item : { ...item, documentation: same.documentation };
}

/** The offers as a list; where they are too many, those that what is typed may stand for, and more once more is typed. */
function listOf(offers: readonly Offer[], before: string, lines: LineIndex, snippets: boolean): CompletionItem[] {
  const meant = offers.filter((offer) => {
    if (offers.length <= MOST_OFFERS) return true;
    const typed = before.slice(offer.span.start).toLowerCase();
    return typed === '' || (offer.filter ?? offer.text).toLowerCase().includes(typed);
  });
  return meant.slice(0, MOST_OFFERS).map((offer, order) => completionOf(offer, order, lines, snippets));
}
