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

/** The edits of one reference: its number, and the year where the text states one. */
export function rewriteEdits({ fact }: Rewriting, number: string, to: Edition): readonly TextEdit[] {
  const edits: TextEdit[] = [{ span: fact.span, text: number }];
  if (fact.editionSpan !== undefined) edits.push({ span: fact.editionSpan, text: to });
  return edits;
}

/**
 * The edits of all references of a document that have one successor each, and how many are left to be chosen.
 * A year that several references share is rewritten only where all of them can be.
 */
export function rewriteAll(
  found: readonly Rewriting[],
  to: Edition,
): { readonly edits: readonly TextEdit[]; readonly left: number } {
  const years = new Map<number, boolean>();
  for (const { fact, exact } of found)
    if (fact.editionSpan !== undefined)
      years.set(fact.editionSpan.start, (years.get(fact.editionSpan.start) ?? true) && exact);
  const edits = new Map<number, TextEdit>();
  let left = 0;
  for (const each of found) {
    const [number] = each.choices;
    const year = each.fact.editionSpan?.start;
    if (!each.exact || number === undefined || (year !== undefined && years.get(year) !== true)) left += 1;
    else for (const edit of rewriteEdits(each, number, to)) edits.set(edit.span.start, edit);
  }
  return { edits: [...edits.values()].sort((a, b) => a.span.start - b.span.start), left };
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
