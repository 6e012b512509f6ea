/** The owner of a process where its own description names them among the roles, rather than in its metadata. */

import { looksLikePerson, looksLikeRole } from '../model/vocabulary/role-words.ts';
import type { Paragraph } from '../syntax/tree.ts';
import type { FieldFact, RecordFact, SectionFact } from './facts.ts';
import { fieldFact, type Pair } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { visit } from './links.ts';
import { keyLinePairs } from './pairs.ts';
import type { Section } from './sections.ts';

const OF_THE_PROCESS = /pro[cz]es/i;

/**
 * Reads "Process owner" out of a process description's roles: a row of a table of roles with its holder, or a key line in
 * a section on roles whose value is somebody.
 * In: the document, its sections and records. Out: owners, none where only the duties of the owner are described.
 */
export function ownersAmongRoles(
  path: string,
  text: string,
  sections: readonly Section[],
  facts: readonly SectionFact[],
  records: readonly RecordFact[],
  lexicon: Lexicon,
): readonly FieldFact[] {
  const owner = lexicon.fieldNamed('process-description', 'owner');
  if (owner === null) return [];
  const isOwner = (label: string): boolean =>
    OF_THE_PROCESS.test(label) && lexicon.field('process-description', label)?.name === 'owner';
  const found: FieldFact[] = [];
  for (const record of records) {
    const holder = record.fields.find((field) => field.field === 'holder' && field.state === 'given');
    if (record.kind !== 'role' || holder === undefined || !isOwner(record.name)) continue;
    found.push({ ...holder, field: 'owner', label: record.name, labelSpan: record.headSpan, shape: 'section' });
  }
  const take = (paragraph: Paragraph): void => {
    for (const pair of keyLinePairs(path, text, paragraph, -1, isOwner))
      if (isOwner(pair.label)) found.push(...named(pair));
  };
  const named = (pair: Pair): readonly FieldFact[] => {
    const fact = fieldFact(owner, { ...pair, shape: 'section' });
    const first = fact.value?.type === 'names' ? fact.value.names[0]?.text : undefined;
    // "Process owner: answers for the whole process" says what the owner does, and not who it is.
    return first !== undefined && (looksLikePerson(first) || looksLikeRole(first)) ? [fact] : [];
  };
  sections.forEach((section, i) => {
    if (facts[i]?.names.some((name) => name === 'roles' || name === 'responsibilities') !== true) return;
    visit(section.own, (block) => {
      if (block.type === 'paragraph') take(block);
    });
  });
  return found;
}
