/** The rule `date.ambiguous`: days such as 03/04/2024, in which nobody can tell the day from the month. */
import { dayOrderIn, slashedDateIn } from '../../model/vocabulary/dates.ts';
import type { Facts, FieldFact } from '../../reading/facts.ts';
import type { Fix } from '../../workspace/finding.ts';
import { documentFix } from '../fixes/one-document.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';

type Order = 'day first' | 'month first';

/** A field with a day that can be read in two ways. */
interface Doubtful {
  readonly field: FieldFact;
  readonly days: Readonly<Record<Order, string>>;
}

const SHOWN = 20;

export default rule({
  id: 'date.ambiguous',
  title: 'Day and month can be mixed up',
  why: 'The third of April here is the fourth of March elsewhere. Nothing is ever called overdue because of such a date, so what is late stays unseen, and an auditor has to ask which day was meant.',
  remedy: 'Write the year first, as in 2024-04-03, or the month as a word.',
  pitfall: 'housekeeping',
  clauses: { '2005': ['3.2'], '2011': ['4.3.2'], '2018': ['7.5.2'] },
  severity: 'information',
  examples: {
    bad: `--- file: change.md
# Change management process

**Owner:** Change Manager  
**Next review:** 03/04/2024
                 ^^^^^^^^^^ [date.ambiguous] 2024-04-03 or 2024-03-04
`,
    good: `--- file: change.md
# Change management process

**Owner:** Change Manager  
**Next review:** 13/04/2024
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts }) {
    if (isSetAside(facts)) return;
    const doubtful = doubtfulIn(facts);
    const [first, ...rest] = doubtful;
    if (first === undefined) return;
    const known = orderIn(facts);
    const told =
      known === null
        ? 'and no date check can be made with it'
        : `though another date here has the ${known}: no date check is made with a guess`;
    const more =
      rest.length === 0
        ? ''
        : ` ${rest.length === 1 ? 'Another date' : `${rest.length} more dates`} here can be read in two ways, too.`;
    yield {
      span: first.field.span,
      message: `“${first.field.raw}” may be ${first.days['day first']} or ${first.days['month first']}, ${told}.${more}`,
      about: 'order of day and month',
      related: rest.slice(0, SHOWN).map(({ field, days }) => ({
        path: facts.path,
        span: field.span,
        message: `May be ${days['day first']} or ${days['month first']}.`,
      })),
      fixes: (known === null ? (['day first', 'month first'] as const) : [known]).map((order) =>
        written(facts.path, doubtful, order),
      ),
    };
  },
});

/** All dates of a document that can be read in two ways, in order of place, each place once. */
function doubtfulIn(facts: Facts): readonly Doubtful[] {
  const found = new Map<number, Doubtful>();
  for (const field of everyField(facts)) {
    const { value, state, shape } = field;
    if (state !== 'given' || shape === 'computed' || value?.type !== 'date') continue;
    if (!value.ambiguous || value.precision !== 'day') continue;
    const other = value.first === value.iso ? value.last : value.first;
    found.set(field.span.start, { field, days: { 'day first': value.iso, 'month first': other } });
  }
  return [...found.values()].sort((a, b) => a.field.span.start - b.field.span.start);
}

/** The order that other dates of the document show; null where they show none, or both. */
function orderIn(facts: Facts): Order | null {
  const orders = new Set<Order>();
  for (const { raw, value } of everyField(facts)) {
    const order = value?.type === 'date' ? dayOrderIn(raw) : null;
    if (order !== null) orders.add(order);
  }
  const [only = null] = orders;
  return orders.size === 1 ? only : null;
}

function* everyField({ metadata, records }: Facts): Iterable<FieldFact> {
  yield* metadata;
  for (const { fields } of records) yield* fields;
}

/** The fix that writes all of them with the year first. */
function written(path: string, doubtful: readonly Doubtful[], order: Order): Fix {
  const days = doubtful.map((each) => each.days[order]);
  const title =
    days.length === 1
      ? `Write ${days[0]}: ${order}`
      : `Write all ${days.length} dates with the year first: read them ${order}`;
  return documentFix(title, path, (here) => {
    const edits = doubtfulIn(here.facts).flatMap((each) => {
      const { start, end } = each.field.span;
      const place = slashedDateIn(here.tree.text.slice(start, end));
      return place === null
        ? []
        : [{ span: { start: start + place.start, end: start + place.end }, text: each.days[order] }];
    });
    return edits.length === 0 ? null : edits;
  });
}
