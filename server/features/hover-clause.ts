/** Hover on a clause number: what the clause asks, what the other editions have for it, and what answers it here. */
import {
  type Clause,
  clause,
  clauses,
  corresponding,
  DOCUMENT_KINDS,
  documentsExpected,
  EDITIONS,
  type Edition,
  editionFacts,
  isUnder,
  type Requirement,
} from '../model/catalogue.ts';
import { OUR_STANDARD, UNSTATED } from '../reading/clause-references.ts';
import type { ClauseFact, Facts } from '../reading/facts.ts';
import { fieldOf } from '../reading/facts.ts';
import { lexiconFor } from '../reading/lexicon.ts';
import { touches } from '../syntax/span.ts';
import { processName } from '../workspace/keys.ts';
import { namesOf, rosterOf } from '../workspace/people.ts';
import type { View } from '../workspace/view.ts';
import type { Address, Hover, HoverContext } from './hover.ts';
import { distinct, documentLink, escaped, link, listed, listedAs } from './hover-markdown.ts';

const MOST_ITEMS = 6;
const MOST_DOCUMENTS = 6;

/** The hover on a reference to a clause of our standard; null elsewhere. */
export function hoverOnClause({ view, facts, offset, address }: HoverContext): Hover | null {
  const reference = facts.clauses.find((each) => touches(each.span, offset));
  if (reference === undefined || !isOurs(reference)) return null;
  const edition = reference.edition ?? view.edition;
  const found = clause(edition, reference.clause);
  if (found === null) return null;
  // What stands here comes before what stands elsewhere: it is what the reader came for.
  const parts = [clauseText(found), answersHere(found, view, address, facts.path), otherEditions(found)];
  return { span: reference.span, markdown: parts.filter((part) => part !== '').join('\n\n') };
}

function isOurs({ standard }: ClauseFact): boolean {
  return standard === OUR_STANDARD || standard === UNSTATED;
}

const clauseTexts = new WeakMap<Clause, string>();

/** What a clause says, in Markdown: number, title, our paraphrase and its items. */
export function clauseText(found: Clause): string {
  // A list of clauses to choose from shows them all.
  const known = clauseTexts.get(found) ?? textOf(found);
  clauseTexts.set(found, known);
  return known;
}

function textOf(found: Clause): string {
  const heading = `**${found.number} ${escaped(found.title)}** · ${editionFacts(found.edition).designation}`;
  return [heading, clauseWords(found)].filter((part) => part !== '').join('\n\n');
}

/** What a clause asks for in our words, in Markdown, without its title. */
export function clauseWords(found: Clause): string {
  const shown = found.items.slice(0, MOST_ITEMS);
  const more = found.items.length - shown.length;
  const items = [...shown.map(itemLine), ...(more > 0 ? [`- … and ${more} more`] : [])];
  return [escaped(found.summary), items.join('\n')].filter((part) => part !== '').join('\n\n');
}

function itemLine(item: Requirement): string {
  const level = item.level === 'requirement' ? '' : ` _(${item.level})_`;
  const source = item.confidence === 'high' ? '' : ' _(from working knowledge)_';
  return `- ${escaped(item.text)}${level}${source}`;
}

/** One line an edition; what one clause is elsewhere may be several, and the several may say more than it. */
function otherEditions(found: Clause): string {
  const lines = EDITIONS.filter((edition) => edition !== found.edition).map((edition) => {
    const entries = corresponding(found.edition, found.number, edition);
    if (entries.length === 0) return '';
    const numbers = [...new Set(entries.flatMap((entry) => entry.clauses))];
    if (numbers.length === 0) return `- ${edition}: nothing of its own`;
    const exact = entries.every((entry) => entry.exact) ? '' : ' _(in part)_';
    return `- ${edition}: ${listed(
      numbers.map((number) => titled(edition, number)),
      6,
    )}${exact}`;
  });
  const said = lines.filter((line) => line !== '');
  return said.length === 0 ? '' : `---\n\nOther editions\n\n${said.join('\n')}`;
}

function titled(edition: Edition, number: string): string {
  const found = clause(edition, number);
  return found === null ? number : `${number} ${escaped(found.title)}`;
}

/** What answers the clause in this workspace: documents that claim it, documents of the kinds it expects, and mentions. */
function answersHere(found: Clause, view: View, address: Address, here: string): string {
  const numbers = clauses(found.edition)
    .map(({ number }) => number)
    .filter((number) => isUnder(number, found.number));
  const citing = new Map<string, { facts: Facts; claims: boolean; at: number }>();
  for (const number of numbers) {
    for (const { facts, cited } of view.citing(number)) {
      if (!isOurs(cited) || (cited.edition ?? view.edition) !== found.edition) continue;
      const known = citing.get(facts.path);
      const claims = cited.place !== 'prose';
      if (known === undefined || (claims && !known.claims))
        citing.set(facts.path, { facts, claims, at: cited.span.start });
    }
  }
  const claimed = [...citing.values()].filter((each) => each.claims);
  const mentioned = [...citing.values()].filter((each) => !each.claims && each.facts.path !== here);
  const lines = [
    ...claimed
      .slice(0, MOST_DOCUMENTS)
      .map(({ facts, at }) => `- ${documentLink(facts, address, at)}${about(facts, view, address)}`),
    ...(claimed.length > MOST_DOCUMENTS ? [`- and ${claimed.length - MOST_DOCUMENTS} more`] : []),
  ];
  const expected = expectedHere(found, view, address, new Set(claimed.map(({ facts }) => facts.path)));
  const parts = [
    lines.length > 0 ? `Claimed here by\n\n${lines.join('\n')}` : '',
    expected === '' ? '' : `Expected documents\n\n${expected}`,
    mentioned.length > 0
      ? `Mentioned in ${listedAs(mentioned, MOST_DOCUMENTS, ({ facts, at }) => documentLink(facts, address, at))}`
      : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `---\n\n${parts.join('\n\n')}`;
}

function expectedHere(found: Clause, view: View, address: Address, said: ReadonlySet<string>): string {
  const kinds = new Map(documentsExpected(found.edition, found.number).map((each) => [each.kind, each] as const));
  const lines = [...kinds.values()].slice(0, MOST_DOCUMENTS).flatMap(({ kind, explicit }) => {
    const name = escaped(DOCUMENT_KINDS.get(kind) ?? kind);
    const documents = view.documents(kind);
    if (documents.length === 0) return explicit && view.loaded && view.isSms ? [`- ${name}: _none recognised_`] : [];
    const [only] = documents;
    const owner =
      documents.length === 1 && only !== undefined && !said.has(only.path) ? about(only, view, address) : '';
    return [`- ${name}: ${listedAs(documents, 4, (facts) => documentLink(facts, address))}${owner}`];
  });
  return lines.join('\n');
}

/** Kind, owner with who that is today, and the roles that do the work: ` · Process description · owner: SMS Manager (Mara Lindqvale)`. */
function about(facts: Facts, view: View, address: Address): string {
  const kind = facts.kinds[0] === undefined ? null : lexiconFor(view.configuration).kind(facts.kinds[0]);
  const owners = namesOf(fieldOf(facts, 'owner')).map(({ text }) => roleLink(text, view, address, true));
  const name = facts.kinds.includes('process-description') ? processName(facts) : null;
  const responsible = (name === null ? [] : view.raci(name)).flatMap(({ record }) =>
    namesOf(fieldOf(record, 'responsible')).map(({ text }) => text),
  );
  const roles = [...new Set(responsible)].map((text) => roleLink(text, view, address, false));
  return [
    kind === null ? '' : ` · ${kind.title}`,
    owners.length === 0 ? '' : ` · owner: ${listed(owners, 2)}`,
    roles.length === 0 ? '' : ` · responsible: ${listed(roles, 3)}`,
  ].join('');
}

/** A role as a link to where it is described, with its holders today where they are wanted. */
function roleLink(name: string, view: View, address: Address, holders: boolean): string {
  const [described] = view.roles(name);
  const words =
    described === undefined
      ? escaped(name)
      : link(name, address(described.facts.path, described.record.headSpan.start));
  if (!holders) return words;
  const holding = distinct(rosterOf(view).holders(name, view.asOf)).filter((each) => each.as === 'holder');
  const people = holding.map(({ person }) => escaped(person.name));
  return people.length === 0 ? words : `${words} (${listed(people, 2)})`;
}
