/** The rule `id.duplicate`: two live things of one kind go by the same id. */

import { isEvidence } from '../../model/evidence-kinds.ts';
import { termKey } from '../../model/vocabulary/names.ts';
import { type Facts, fieldOf, type RecordFact } from '../../reading/facts.ts';
import type { Span } from '../../syntax/span.ts';
import type { Fix } from '../../workspace/finding.ts';
import type { View } from '../../workspace/view.ts';
import { replaceText } from '../fixes/replace-text.ts';
import { languageOf } from '../language-of.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';

/** Kinds that are listed in many places by their nature, or numbered anew in each document. */
const NUMBERED_LOCALLY: ReadonlySet<string> = new Set([
  'step',
  'raci-row',
  'action',
  'audit-finding',
  'document-entry',
  'sla-target',
  'review-input',
  'requirement',
  'training',
  'awareness',
  'communication',
  'issue',
  'meeting',
]);
/** Rows of these kinds repeat an id on purpose: one audit over several processes, one measure over several months. */
const REPEATED: ReadonlySet<string> = new Set([
  'step',
  'raci-row',
  'audit',
  'kpi-result',
  'training',
  'awareness',
  'competence',
  'review-input',
  'continuity-test',
]);

interface Claimant {
  readonly facts: Facts;
  readonly record: RecordFact | null;
  readonly kind: string;
  readonly name: string;
  readonly raw: string;
  readonly span: Span;
}

export default rule({
  id: 'id.duplicate',
  title: 'Same id twice',
  why: 'An id that two entries share leads an auditor to either of them: links, reports and actions no longer say which one they mean.',
  remedy:
    'Give one of the two the next free id, and check what refers to it. Mark an old copy as superseded, or move it to an archive folder.',
  pitfall: 'housekeeping',
  clauses: { '2005': ['3.2'], '2011': ['4.3.2', '4.3.3'], '2018': ['7.5.2', '7.5.3'] },
  severity: 'error',
  examples: {
    bad: `--- file: improvements.md
# Improvement register

| ID | Improvement | Benefit | Priority |
| --- | --- | --- | --- |
| IMP-001 | Faster restore | Less downtime | High |
| IMP-001 | Clearer invoices | Fewer calls | Low |
  ^^^^^^^ [id.duplicate] Faster restore
  💡 Change this id to IMP-002
  💡 Change the other id to IMP-002
`,
    good: `--- file: improvements.md
# Improvement register

| ID | Improvement | Benefit | Priority |
| --- | --- | --- | --- |
| IMP-001 | Faster restore | Less downtime | High |
| IMP-002 | Clearer invoices | Fewer calls | Low |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view }) {
    const asked = new Set<string>();
    for (const own of claimants(facts)) {
      const key = `${own.kind} ${own.raw.toLowerCase()}`;
      if (asked.has(key)) continue;
      asked.add(key);
      const all = view
        .identified(own.raw)
        .flatMap((each) => claimant(each.facts, each.record) ?? [])
        .filter((each) => each.kind === own.kind && !isSetAside(each.facts))
        .sort((a, b) =>
          a.facts.path < b.facts.path ? -1 : a.facts.path > b.facts.path ? 1 : a.span.start - b.span.start,
        );
      const last = all.at(-1);
      // One finding, at the place that sorts last; the others are related.
      if (last === undefined || last.facts.path !== facts.path) continue;
      const others = all.slice(0, -1).filter((each) => clash(each, last));
      const first = others[0];
      if (first === undefined) continue;
      const next = nextFree(last, view);
      yield {
        span: last.span,
        message: `The id ${last.raw} is also that of "${first.name}"${first.facts.path === facts.path ? '' : ` in ${first.facts.path}`}.`,
        about: `${last.kind} ${last.raw.toLowerCase()}`,
        related: others.map((each) => ({
          path: each.facts.path,
          span: each.span,
          message: `"${each.name}" has the id ${each.raw} too.`,
        })),
        fixes:
          next === null
            ? []
            : [change(`Change this id to ${next}`, last, next), change(`Change the other id to ${next}`, first, next)],
      };
    }
  },
});

/** What in a document claims an id: the document itself, and its records. */
function claimants(facts: Facts): readonly Claimant[] {
  return [
    claimant(facts, null),
    ...facts.records.filter((record) => record.form !== 'document').map((record) => claimant(facts, record)),
  ].filter((each) => each !== null);
}

function claimant(facts: Facts, record: RecordFact | null): Claimant | null {
  const id = fieldOf(record ?? facts, 'id');
  // A number alone counts lines, and a name without a number is a page's address.
  if (id === null || id.state !== 'given' || !/\d/.test(id.raw) || !/\p{L}/u.test(id.raw) || id.raw.length > 40)
    return null;
  const raw = id.raw.trim();
  if (record !== null)
    return record.form === 'document'
      ? null
      : { facts, record, kind: record.kind, name: nameOf(record), raw, span: id.span };
  const leading = facts.kinds[0];
  // The id in evidence is mostly that of what it is evidence of: an audit's plan and report share it.
  if (leading === undefined || isEvidence(leading) || leading === 'audit-programme') return null;
  return { facts, record, kind: 'document', name: facts.title?.text ?? facts.path, raw, span: id.span };
}

/** What the record is about: its title or description, rather than the process that it belongs to. */
function nameOf(record: RecordFact): string {
  const telling = ['title', 'name', 'description']
    .map((name) => fieldOf(record, name))
    .find((field) => field?.state === 'given');
  return (telling?.raw ?? record.name).slice(0, 120);
}

function clash(a: Claimant, b: Claimant): boolean {
  if (a.record === null || b.record === null) return languageOf(a.facts.path) === languageOf(b.facts.path);
  if (REPEATED.has(a.kind)) return false;
  const apart = a.facts.path !== b.facts.path;
  if (
    apart &&
    (NUMBERED_LOCALLY.has(a.kind) ||
      !/\p{L}{2}.*\d{2}/u.test(a.raw) ||
      languageOf(a.facts.path) !== languageOf(b.facts.path))
  )
    return false;
  if (apart && [a, b].some((each) => each.facts.kinds[0] !== undefined && isEvidence(each.facts.kinds[0])))
    return false;
  // The same thing told twice, in a register and in minutes, is one thing.
  const [left, right] = [termKey(a.name), termKey(b.name)];
  return left !== right && !left.includes(right) && !right.includes(left);
}

/** The next number under the same prefix, with as many digits; null where the id does not end in a number. */
function nextFree(own: Claimant, view: View): string | null {
  const shape = /^(.*?)(\d+)$/.exec(own.raw);
  if (shape === null) return null;
  const [prefix = '', digits = ''] = shape.slice(1);
  const taken =
    own.record === null
      ? own.facts.kinds.flatMap((kind) => view.documents(kind)).map((facts) => fieldOf(facts, 'id')?.raw ?? '')
      : view.records(own.kind).map(({ record }) => record.id ?? '');
  let highest = Number(digits);
  for (const id of taken) {
    const rest = id.trim().toLowerCase().startsWith(prefix.toLowerCase()) ? id.trim().slice(prefix.length) : '';
    if (/^\d{1,9}$/.test(rest)) highest = Math.max(highest, Number(rest));
  }
  return `${prefix}${String(highest + 1).padStart(digits.length, '0')}`;
}

function change(title: string, claimed: Claimant, next: string): Fix {
  return replaceText(title, claimed.facts.path, claimed.span, claimed.raw, next);
}
