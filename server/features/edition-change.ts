/** Changing the edition: clause references rewritten where one clause stands for one, offered as a choice elsewhere, and what comes new. */
import { clause, corresponding, type Edition } from '../model/catalogue.ts';
import { OUR_STANDARD, UNSTATED } from '../reading/clause-references.ts';
import type { ClauseFact, Facts } from '../reading/facts.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { type TracedRequirement, trace } from '../workspace/trace.ts';
import type { View } from '../workspace/view.ts';

/** One reference and what the new edition has for it. */
export interface Rewriting {
  readonly fact: ClauseFact;
  readonly from: Edition;
  /** The clauses of the new edition; one alone may be written in its place, several are a choice, none needs a person. */
  readonly choices: readonly string[];
  readonly exact: boolean;
}

/** The references of a document that speak of an older edition than the wanted one, each with its choices. */
export function rewritings(facts: Facts, to: Edition, view: View): readonly Rewriting[] {
  return facts.clauses.flatMap((fact): readonly Rewriting[] => {
    if (fact.standard !== OUR_STANDARD && (fact.standard !== UNSTATED || view.configuration.path === null)) return [];
    const from = fact.edition ?? view.edition;
    if (from >= to || clause(from, fact.clause) === null) return [];
    const entries = corresponding(from, fact.clause, to).filter(({ clauses }) => clauses.length > 0);
    const chief = [
      ...new Set(
        entries.flatMap(({ primary, clauses }) => (primary !== null && clauses.includes(primary) ? [primary] : [])),
      ),
    ];
    const choices = [...new Set([...chief, ...entries.flatMap(({ clauses }) => clauses)])];
    return [{ fact, from, choices, exact: choices.length > 0 && entries.every(({ exact }) => exact) }];
  });
}

/** The edits of one reference: its number, and its year where that stands right before it in the same words. */
export function rewriteEdits(
  { fact, from }: Rewriting,
  number: string,
  to: Edition,
  text: string,
): readonly TextEdit[] {
  const edits: TextEdit[] = [{ span: fact.span, text: number }];
  const before = text.slice(Math.max(0, fact.span.start - 60), fact.span.start);
  const year = new RegExp(`20000-1:(${from})(?![\\s\\S]*20000-1:)`).exec(before);
  if (year !== null && fact.editionFrom === 'stated') {
    const start = fact.span.start - before.length + year.index + '20000-1:'.length;
    edits.push({ span: { start, end: start + 4 }, text: to });
  }
  return edits;
}

/** A requirement of the new edition that nothing here answers, or that breaks, though the old edition's did not ask for it so. */
export interface NewDemand {
  readonly requirement: TracedRequirement;
  readonly title: string;
  /** Clauses of the present edition that correspond; none where the matter is new. */
  readonly before: readonly string[];
}

/** What the new edition would newly require: its gaps and broken answers, those on new matters first. */
export function newDemands(view: View, to: Edition): readonly NewDemand[] {
  return trace(view, to)
    .flatMap(({ number, title, requirements }) =>
      requirements
        .filter(({ state }) => state === 'gap' || state === 'shallow' || state === 'draft')
        .map(
          (requirement): NewDemand => ({
            requirement,
            title: `${number} ${title}`,
            before: [...new Set(corresponding(to, number, view.edition).flatMap(({ clauses }) => clauses))],
          }),
        ),
    )
    .sort((a, b) => Number(a.before.length > 0) - Number(b.before.length > 0));
}

/** The demands as a page in Markdown. */
export function demandsPage(view: View, to: Edition): string {
  const demands = newDemands(view, to);
  const rows = demands.map(
    ({ requirement, title, before }) =>
      `| ${title} | ${requirement.text.replaceAll('|', '\\|')} | ${before.length === 0 ? 'new' : before.join(', ')} | ${requirement.says.replaceAll('|', '\\|')} |`,
  );
  return [
    `# From ISO/IEC 20000-1:${view.edition} to :${to}`,
    demands.length === 0
      ? `Everything that the ${to} edition asks for in documented form is answered here, and each chain is whole.`
      : `${demands.length} requirements of the ${to} edition are not, or not wholly, answered by the documents here.`,
    ...(demands.length === 0
      ? []
      : [['| Clause | What it asks for | Before | How it stands |', '|---|---|---|---|', ...rows].join('\n')]),
    '_Our paraphrases; the numbers of the other edition come from the correspondence table._',
  ].join('\n\n');
}
