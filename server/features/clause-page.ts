/** The page of a clause: what it asks for in our words, what answers it here and how far that holds, and the other editions. */
import {
  type Clause,
  children,
  corresponding,
  EDITIONS,
  editionFacts,
  clause as find,
  isUnder,
} from '../model/catalogue.ts';
import { LINKS } from '../workspace/chain.ts';
import { TRACE_WORDS, type TracedAnswer, type TracedRequirement, trace } from '../workspace/trace.ts';
import type { View } from '../workspace/view.ts';
import type { Address } from './hover.ts';
import { clauseWords } from './hover-clause.ts';
import { escaped, link } from './hover-markdown.ts';

/** The page in Markdown; in: the clause, the view and the way to a place's address. */
export function clausePage(found: Clause, view: View, address: Address): string {
  const parts = [
    `# ${found.number} ${escaped(found.title)}`,
    editionFacts(found.edition).designation,
    clauseWords(found),
    below(found),
    '## What answers it here',
    answered(found, view, address),
    '## Other editions',
    elsewhere(found),
    '---',
    '_Clause numbers and titles are cited as facts; everything else is our own paraphrase. To work to the standard you need the standard._',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function below(found: Clause): string {
  const parts = children(found.edition, found.number);
  return parts.length === 0
    ? ''
    : `Parts: ${parts.map(({ number, title }) => `${number} ${escaped(title)}`).join(' · ')}`;
}

function answered(found: Clause, view: View, address: Address): string {
  const traced = trace(view, found.edition, undefined, (number) => isUnder(number, found.number));
  if (traced.length === 0) return 'The clause asks for nothing of its own.';
  const answers = new Map(
    traced.flatMap(({ requirements }) =>
      requirements.flatMap((each) => each.answers.map((answer) => [answer.path, answer] as const)),
    ),
  );
  const parts = traced.flatMap(({ number, title, requirements }) => [
    number === found.number ? '' : `### ${number} ${escaped(title)}`,
    requirements.map((each) => requirementLine(each)).join('\n'),
  ]);
  return [...parts, answers.size === 0 ? '' : table([...answers.values()], address)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function requirementLine({ text, state, says }: TracedRequirement): string {
  return `- **${TRACE_WORDS[state]}**: ${escaped(text)} _${escaped(says)}_`;
}

function table(answers: readonly TracedAnswer[], address: Address): string {
  const rows = answers.map(({ title, place, chain, basis }) => {
    const cells = LINKS.map((name) => {
      const found = chain.links.find((each) => each.name === name);
      if (found === undefined || found.state === 'not-asked') return '–';
      if (found.state === 'broken') return `✗ ${escaped(found.says)}`;
      return found.items
        .slice(0, 3)
        .map(({ text, path, span }) => link(text, address(path, span.start)))
        .join(', ');
    });
    return `| ${link(title, address(place.path, place.span.start))} (${basis}) | ${cells.join(' | ')} |`;
  });
  return [`| Document | ${LINKS.join(' | ')} |`, `|---|${LINKS.map(() => '---|').join('')}`, ...rows].join('\n');
}

function elsewhere(found: Clause): string {
  const lines = EDITIONS.filter((edition) => edition !== found.edition).map((edition) => {
    const entries = corresponding(found.edition, found.number, edition);
    const numbers = [...new Set(entries.flatMap((entry) => entry.clauses))];
    if (numbers.length === 0) return `- ${edition}: nothing of its own`;
    const titles = numbers.map((number) => `${number} ${escaped(find(edition, number)?.title ?? '')}`);
    const notes = entries.flatMap(({ note }) => (note === null ? [] : [escaped(note)]));
    return `- ${edition}: ${titles.join('; ')}${notes.length === 0 ? '' : `. ${notes.join(' ')}`}`;
  });
  return lines.join('\n');
}
