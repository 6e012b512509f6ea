/** How well documents are read: what the reader says beside what a person labelled, counted field by field. */
import { DEFAULT_CONFIGURATION } from '../../server/model/configuration.ts';
import { type Facts, fieldOf } from '../../server/reading/facts.ts';
import { readTree } from '../../server/reading/read.ts';
import { parseTree } from '../../server/syntax/parse.ts';
import { corpusText, LABELLED, type Label, type LabelledField } from './corpora.ts';

/** Right, said but wrong, and not said, of one field. */
export interface Tally {
  right: number;
  said: number;
  labelled: number;
}

export interface Score {
  readonly documents: number;
  readonly missing: readonly string[];
  readonly kindRight: number;
  readonly fields: Readonly<Record<LabelledField, Tally>>;
  /** The same without placeholders on either side. */
  readonly given: Readonly<Record<LabelledField, Tally>>;
  /** One line for each thing that is not as labelled. */
  readonly differences: readonly string[];
}

/** Reads the labelled documents and counts. */
export function score(labels: readonly Label[]): Score {
  const tallies = (): Record<LabelledField, Tally> =>
    Object.fromEntries(LABELLED.map((name) => [name, { right: 0, said: 0, labelled: 0 }])) as Record<
      LabelledField,
      Tally
    >;
  const [fields, given] = [tallies(), tallies()];
  const missing: string[] = [];
  const differences: string[] = [];
  let kindRight = 0;
  let documents = 0;
  for (const label of labels) {
    const text = corpusText(label.path);
    if (text === null) {
      missing.push(label.path);
      continue;
    }
    documents += 1;
    const path = label.path.replace(/^[^/]*\//, '');
    const facts = readTree(path, parseTree(path, text), DEFAULT_CONFIGURATION);
    const kinds = facts.kinds.length === 0 ? ['none'] : facts.kinds;
    if (label.kinds.includes(kinds[0] ?? 'none')) kindRight += 1;
    else differences.push(`${label.path}: kind ${kinds.join('+')} (by ${facts.kindFrom}), labelled ${label.kinds}`);
    for (const name of LABELLED) {
      const want = label.fields[name] ?? null;
      const said = spoken(facts, name);
      const right = want !== null && said.includes(want);
      const add = (tally: Tally, counts: (value: string) => boolean): void => {
        tally.said += said.some(counts) ? 1 : 0;
        tally.labelled += want !== null && counts(want) ? 1 : 0;
        tally.right += right && want !== null && counts(want) ? 1 : 0;
      };
      add(fields[name], () => true);
      add(given[name], (value) => value !== 'placeholder');
      if (!right && (want !== null || said.length > 0))
        differences.push(`${label.path}: ${name} ${said.join(' = ') || 'absent'}, labelled ${want ?? 'absent'}`);
    }
  }
  return { documents, missing, kindRight, fields, given, differences };
}

/** What the reader says of a field, in the forms in which a label may put it; nothing where it is silent. */
function spoken(facts: Facts, name: LabelledField): readonly string[] {
  const field = fieldOf(facts, name);
  if (field === null || field.state === 'empty') return [];
  if (field.state !== 'given') return [field.state];
  const iso = field.value?.type === 'date' ? [field.value.iso] : [];
  return [...iso, ...(field.shape === 'computed' ? [] : [field.raw])];
}

/** The share, or 1 where there is nothing to be right about. */
export function share(right: number, of: number): number {
  return of === 0 ? 1 : right / of;
}
