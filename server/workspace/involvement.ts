/** Involvement: who answers for, runs or performs a process on a day, and by which path, so that independence can be judged. */

import type { Day } from '../model/value.ts';
import { termKey } from '../model/vocabulary/names.ts';
import { processTerms } from '../model/vocabulary/process-terms.ts';
import { type Facts, type FieldFact, fieldOf, type RecordFact } from '../reading/facts.ts';
import type { Related } from './finding.ts';
import { calledProcess } from './keys.ts';
import { current, namesOf, type Person, type Roster, termOf } from './people.ts';
import type { View } from './view.ts';

/** How somebody is involved in a process. */
export type Part = 'owner' | 'manager' | 'deputy' | 'accountable' | 'responsible' | 'performer' | 'author';

/** One way in which a person or a role is involved, with a place at each hop. */
export interface Involvement {
  readonly part: Part;
  /** The person, where the path leads to one; null where only a role is named and nobody holds it. */
  readonly person: Person | null;
  /** The role in which the person is involved, folded; null where the person is named outright. */
  readonly role: string | null;
  /** What the path says, hop by hop, nearest first. */
  readonly hops: readonly Related[];
}

const PARTS: readonly { readonly field: string; readonly part: Part; readonly says: string }[] = [
  { field: 'owner', part: 'owner', says: 'owner of' },
  { field: 'manager', part: 'manager', says: 'manager of' },
  { field: 'deputy', part: 'deputy', says: 'deputy for' },
  { field: 'performer', part: 'performer', says: 'performer of' },
  { field: 'author', part: 'author', says: 'author of the description of' },
];

/**
 * Everybody involved in a process on a day.
 * In: the process description, the view and roster, and the day. Out: involvements in the order of their weight: owner, manager,
 * deputy, RACI accountable and responsible, performers of its procedures, author.
 */
export function involvedIn(process: Facts, view: View, roster: Roster, day: Day): readonly Involvement[] {
  const found: Involvement[] = [];
  const name = process.title?.text ?? process.path;
  const add = (
    part: Part,
    written: string,
    hop: Related,
    email: string | null = null,
    handle: string | null = null,
  ): void => {
    if (!roster.isRole(written)) {
      const person = roster.person({ text: written, email, handle });
      if (person !== null) found.push({ part, person, role: null, hops: [hop] });
      return;
    }
    const role = termKey(written);
    const holders = roster.holders(written, day);
    if (holders.length === 0) found.push({ part, person: null, role, hops: [hop] });
    for (const holding of holders) {
      found.push({
        part,
        person: holding.person,
        role,
        hops: [
          hop,
          {
            ...holding.place,
            message: `${holding.person.name} ${holding.as === 'deputy' ? 'is deputy for' : 'holds'} the role ${holding.roleName}`,
          },
        ],
      });
    }
  };
  const fromField = (facts: Facts, field: FieldFact | null, part: Part, message: (written: string) => string): void => {
    for (const each of namesOf(field))
      if (field !== null && current(termOf(each.note ?? ''), day))
        add(
          part,
          each.text,
          { path: facts.path, span: field.span, message: message(each.text) },
          each.email,
          each.handle,
        );
  };
  for (const { field, part, says } of PARTS)
    if (part !== 'author')
      fromField(process, fieldOf(process, field), part, (written) => `${written} is ${says} ${name}`);

  for (const reference of raciNames(process)) {
    for (const { facts, record } of view.raci(reference)) {
      for (const part of ['accountable', 'responsible'] as const) {
        const activity = record.name === '' ? name : record.name;
        fromField(facts, fieldOf(record, part), part, (written) => `${written} is ${part} for “${activity}”`);
      }
    }
  }
  for (const { facts, record } of stepsOf(process, view)) {
    fromField(facts, fieldOf(record, 'actor'), 'performer', (written) => `${written} carries out “${record.name}”`);
  }
  for (const { field, part, says } of PARTS)
    if (part === 'author')
      fromField(process, fieldOf(process, field), part, (written) => `${written} is ${says} ${name}`);
  return found;
}

function raciNames(process: Facts): readonly string[] {
  const named = fieldOf(process, 'process');
  const name = named?.state === 'given' ? named.raw : process.title?.text;
  return name === undefined ? [] : [name];
}

/** The kinds of documents whose steps are carried out for the process that they serve. */
const PROCEDURES = [
  'procedure',
  'audit-procedure',
  'complaint-procedure',
  'document-control-procedure',
  'major-incident-procedure',
];

/** The steps of the process itself and of the procedures that say they serve it. */
function stepsOf(process: Facts, view: View): readonly { readonly facts: Facts; readonly record: RecordFact }[] {
  const called = calledProcess(process);
  const served = PROCEDURES.flatMap((kind) => view.documentsAbout(kind, 'process', called)).filter(
    (procedure, i, all) =>
      procedure.path !== process.path && all.indexOf(procedure) === i && serves(procedure, process),
  );
  // Names and keyed fields tell which documents count; what their steps say is read from each of them.
  return [process, ...served].flatMap(({ path }) => {
    const facts = view.facts(path);
    return facts === null
      ? []
      : facts.records.filter((record) => record.kind === 'step').map((record) => ({ facts, record }));
  });
}

/** Does a procedure say, by link or by name, that it serves a process? */
export function serves(procedure: Facts, process: Facts): boolean {
  const field = fieldOf(procedure, 'process');
  if (field === null || field.state !== 'given') return false;
  if (field.links.includes(process.path)) return true;
  const id = fieldOf(process, 'id');
  if (id?.state === 'given' && field.raw.toLowerCase().includes(id.raw.toLowerCase())) return true;
  const terms = new Set(raciNames(process).flatMap((name) => [...processTerms(name)]));
  const targets = field.value?.type === 'reference' ? field.value.targets : [field.raw];
  return targets.some((target) =>
    processTerms(target)
      .slice(0, 1)
      .some((term) => terms.has(term)),
  );
}

/** The process descriptions that a field speaks of: through its links, else its names and ids; each once. */
export function processesIn(field: FieldFact | null, view: View): readonly Facts[] {
  if (field === null || field.state !== 'given') return [];
  const found = new Map<string, Facts>();
  for (const path of field.links) {
    const facts = view.facts(path);
    if (facts?.kinds.includes('process-description')) found.set(path, facts);
  }
  if (found.size > 0) return [...found.values()];
  const targets = field.value?.type === 'reference' ? field.value.targets : [field.raw];
  for (const target of targets) for (const facts of view.processes(target)) found.set(facts.path, facts);
  return [...found.values()];
}
