/** The rule `procedure.no-process`: a procedure that belongs to no process. */

import { termKey, termWords } from '../../model/vocabulary/names.ts';
import { processTerms } from '../../model/vocabulary/process-terms.ts';
import { type Facts, fieldOf } from '../../reading/facts.ts';
import { kindKey, processName } from '../../workspace/keys.ts';
import type { View } from '../../workspace/view.ts';
import { setMetadata } from '../fixes/to-fill-in.ts';
import { isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

const CHOICES = 3;
/** "… of the change process", "the process for ordering": words that name a process in running text. */
const SPEAKS_OF_PROCESS =
  /\b(?!(?:this|the|a|our|each|every|any)\s+process)[\p{L}-]{3,}\s+(?:management\s+|handling\s+|control\s+)?process\b|\bprocess\s+(?:of|for|“|")|\p{L}{3,}prozess/iu;

export default rule({
  id: 'procedure.no-process',
  title: 'Procedure that serves no process',
  why: 'A process says what is achieved, a procedure how it is done. A procedure without its process is kept up by nobody and audited with nothing; auditors ask which process each one belongs to.',
  remedy: 'Name or link the process in the head of the procedure, or list the procedure in the process description.',
  pitfall: 1,
  clauses: { '2005': ['3.2', '4.2'], '2011': ['4.3.1', '4.5.3'], '2018': ['4.4', '7.5.4', '8.1'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: restore.md
# Procedure: Restoring a backup
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [procedure.no-process]
  💡 Say which process it serves: Service continuity management

**Version:** 1.0

1. The Operator opens the vault.
2. The Operator starts the restore.
3. The Operator checks the data.

--- file: continuity.md
# Service continuity management process
`,
    good: `--- file: restore.md
# Procedure: Restoring a backup

**Version:** 1.0  
**Process:** [Service continuity management](continuity.md)

1. The Operator opens the vault.
2. The Operator starts the restore.
3. The Operator checks the data.

--- file: continuity.md
# Service continuity management process
`,
  },
  on: 'documents',
  kinds: ['procedure'],
  *check({ facts, view, lexicon }) {
    // A process description that holds its procedure is both.
    if (facts.kinds.includes('process-description') || isIndexPage(facts)) return;
    const process = fieldOf(facts, 'process');
    if (process !== null && process.state !== 'empty') return;
    if (facts.sections.some((section) => SPEAKS_OF_PROCESS.test(section.title) || SPEAKS_OF_PROCESS.test(section.lead)))
      return;
    if (facts.links.some((link) => link.path !== null && link.path !== facts.path && isProcess(view.facts(link.path))))
      return;
    if (view.linking(facts.path).some(isProcess)) return;
    const described = view.documents('process-description');
    const known = view.derive(kindKey('process-description'), 'processes and their procedures', () =>
      knownProcesses(described),
    );
    const title = facts.title?.text ?? '';
    if (known.procedures.has(termKey(title)) || known.procedures.has(termKey(fieldOf(facts, 'id')?.raw ?? ''))) return;
    if (described.some((process) => isListedIn(process.path, facts, view))) return;
    const words = ` ${[title, ...facts.sections.map((section) => `${section.title} ${section.lead}`)].map((text) => termWords(text).join(' ')).join(' ')} `;
    if (namesOneOf(known.names, words)) return;
    yield {
      span: process?.labelSpan ?? documentSpan(facts),
      message:
        'This procedure names no process that it serves, and no process lists it. Name the process here, or list the procedure there.',
      about: 'process',
      fixes: bestProcesses(words, described).map((name) =>
        setMetadata(`Say which process it serves: ${name}`, facts.path, 'process', name, lexicon),
      ),
    };
  },
});

function isProcess(facts: Facts | null): boolean {
  return facts?.kinds.includes('process-description') === true;
}

/** Does a process description speak of the procedure in words, by its id or its title? */
function isListedIn(path: string, procedure: Facts, view: View): boolean {
  const id = termKey(fieldOf(procedure, 'id')?.raw ?? '');
  const title = termKey(procedure.title?.text ?? '');
  const names = [/\d/.test(id) ? id : '', title.includes(' ') ? title : ''].filter((name) => name !== '');
  return (view.facts(path)?.sections ?? []).some((section) => {
    const words = ` ${termWords(section.lead).join(' ')} `;
    return names.some((name) => words.includes(` ${name} `) || words.includes(` ${name}s `));
  });
}

/** The names of all processes, and the procedures that they list. */
function knownProcesses(described: readonly Facts[]): {
  readonly names: ReadonlySet<string>;
  readonly procedures: ReadonlySet<string>;
} {
  const names = new Set<string>();
  const procedures = new Set<string>();
  for (const facts of described) {
    const name = processName(facts);
    for (const term of name === null ? [] : processTerms(name)) names.add(term);
    const listed = fieldOf(facts, 'procedures');
    if (listed === null || listed.state !== 'given') continue;
    for (const part of listed.raw.replace(/\]\([^)]*\)|[[\]]/g, '').split(/\s*[,;\n]\s*/))
      if (part !== '') procedures.add(termKey(part));
  }
  return { names, procedures };
}

const LONGEST_NAME = 6;

/** Does a text hold any of the names of two words or more, word by word? However many processes there are, it is read only once. */
function namesOneOf(names: ReadonlySet<string>, text: string): boolean {
  const words = text.trim().split(' ');
  return words.some((_, from) => {
    for (let count = 2; count <= LONGEST_NAME; count++)
      if (names.has(words.slice(from, from + count).join(' '))) return true;
    return false;
  });
}

/** The processes whose names share most with what the procedure says; where none does, the first ones there are. */
function bestProcesses(words: string, described: readonly Facts[]): readonly string[] {
  const scored = described.flatMap((facts) => {
    const name = processName(facts)
      ?.replace(/\s+process(?:\s+description)?$/i, '')
      .replace(/^process(?:\s+description)?\s*[:–-]\s*/i, '');
    if (name === undefined) return [];
    const own = termKey(name)
      .split(' ')
      .filter((word) => word.length > 3 && word !== 'management');
    return [{ name, score: own.filter((word) => words.includes(` ${word} `)).length }];
  });
  return [...new Set(scored.sort((a, b) => b.score - a.score).map(({ name }) => name))].slice(0, CHOICES);
}
