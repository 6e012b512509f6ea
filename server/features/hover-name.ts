/** Hover on a role or a person: who holds it or which roles they hold, and what they are answerable for here. */
import { nameKey } from '../model/vocabulary/names.ts';
import { type Facts, fieldOf, type NameFact } from '../reading/facts.ts';
import { touches } from '../syntax/span.ts';
import { rosterOf } from '../workspace/people.ts';
import type { View } from '../workspace/view.ts';
import type { Address, Hover, HoverContext } from './hover.ts';
import { distinct, documentLink, escaped, link, listed, listedAs } from './hover-markdown.ts';

const MOST = 5;

/** The hover on a name where somebody acts or answers; null elsewhere. */
export function hoverOnName({ view, facts, offset, address }: HoverContext): Hover | null {
  const name = facts.names.find((each) => touches(each.span, offset));
  if (name === undefined) return null;
  const roster = rosterOf(view);
  const said = roster.isRole(name.text) ? ofRole(name.text, view, address) : ofPerson(name, view, address);
  if (said === null) return null;
  return { span: name.span, markdown: [...said, ...duties(name.text, view, address)].join('\n\n') };
}

function ofRole(role: string, view: View, address: Address): string[] {
  const roster = rosterOf(view);
  const described = view.roles(role);
  const holdings = distinct(roster.holders(role, view.asOf));
  const people = (as: 'holder' | 'deputy'): string[] =>
    holdings
      .filter((each) => each.as === as)
      .map(({ person, place }) => link(person.name, address(place.path, place.span.start)));
  const holders = people('holder');
  const deputies = people('deputy');
  const purpose = described.map(({ record }) => fieldOf(record, 'purpose')).find((field) => field?.state === 'given');
  const responsibilities = described
    .map(({ record }) => fieldOf(record, 'responsibilities'))
    .find((field) => field?.state === 'given');
  const tasks = responsibilities?.value?.type === 'list' ? responsibilities.value.items : [];
  return [
    `**${escaped(role)}** · role`,
    purpose === undefined || purpose === null ? '' : escaped(short(purpose.raw)),
    `Held by ${holders.length === 0 ? '_nobody named_' : listed(holders, MOST)}${deputies.length === 0 ? '' : `; deputy: ${listed(deputies, MOST)}`}`,
    tasks
      .slice(0, MOST)
      .map((task) => `- ${escaped(short(task))}`)
      .join('\n'),
    described.length === 0
      ? ''
      : `Described in ${listed(
          described.map(({ facts, record }) => documentLink(facts, address, record.headSpan.start)),
          3,
        )}`,
  ].filter((part) => part !== '');
}

/** Null where the name belongs to nobody known here: there is nothing to say then. */
function ofPerson(name: NameFact, view: View, address: Address): string[] | null {
  const roster = rosterOf(view);
  const person = roster.person({ text: name.text, email: null, handle: null });
  if (person === null || !roster.knows(person)) return null;
  const held = distinct(roster.held(person, view.asOf)).map(
    ({ roleName, as, place }) =>
      `${link(roleName, address(place.path, place.span.start))}${as === 'deputy' ? ' (deputy)' : ''}`,
  );
  return [
    `**${escaped(person.name)}** · person`,
    held.length === 0 ? 'Holds no role on record.' : `Holds ${listed(held, MOST)}`,
  ];
}

/** A document, and where in it a name stands. */
interface Where {
  readonly facts: Facts;
  readonly at: number;
}

/** Where the name is used: what it owns, its rows in responsibility matrices, and the steps it acts in. */
function duties(name: string, view: View, address: Address): string[] {
  const wanted = nameKey(name);
  const owns: Where[] = [];
  const acts: Where[] = [];
  for (const facts of view.speaking(name)) {
    const places = facts.names.filter(
      ({ text, place }) => place !== 'metadata' && text.length === name.length && nameKey(text) === wanted,
    );
    const owner = places.find(({ place }) => place === 'owner');
    if (owner !== undefined) owns.push({ facts, at: owner.span.start });
    const other = places.find(({ place }) => place !== 'owner');
    if (other !== undefined) acts.push({ facts, at: other.span.start });
  }
  const write = ({ facts, at }: Where): string => documentLink(facts, address, at);
  return [
    owns.length === 0 ? '' : `Answers for ${listedAs(owns, MOST, write)}`,
    acts.length === 0 ? '' : `Acts in ${listedAs(acts, MOST, write)}`,
  ].filter((part) => part !== '');
}

function short(words: string): string {
  const one = words.replace(/\s+/g, ' ').trim();
  return one.length <= 160 ? one : `${one.slice(0, 157)}…`;
}
