/** The rule `improvement.not-authorized`: an improvement that was begun, but nobody is said to have decided on it. */
import { type FieldFact, fieldOf } from '../../reading/facts.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { improvementName, improvementState, isAnsweredElsewhere, isKeptHere } from '../improvement-state.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'improvement.not-authorized',
  title: 'Improvement carried out without a decision',
  why: 'The 2005 edition wants improvements assessed, recorded, prioritized and authorized; the later editions want decisions on them taken against criteria. An entry that is under way and names nobody who approved it shows neither.',
  remedy:
    'Name who approved it, and when. The owner may be the approver of a small improvement; the entry just has to say so.',
  pitfall: 7,
  clauses: { '2005': ['4.4.2'], '2011': ['4.5.5.2'], '2018': ['10.2'] },
  severity: { '2005': 'error', '2011': 'warning', '2018': 'warning' },
  completeness: true,
  examples: {
    bad: `--- file: improvements.md
# Improvement register

| ID | Improvement | Priority | Owner | Approved by | Status |
| --- | --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | High | Head of Operations | | In progress |
  ^^^^^^^ [improvement.not-authorized] IMP-004
`,
    good: `--- file: improvements.md
# Improvement register

| ID | Improvement | Priority | Owner | Approved by | Status |
| --- | --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | High | Head of Operations | Head of Operations | In progress |
`,
  },
  on: 'records',
  kinds: ['improvement'],
  *check(subject) {
    const { facts, record, lexicon } = subject;
    const state = improvementState(record);
    if ((state !== 'in-progress' && state !== 'done' && state !== 'closed') || !isKeptHere(subject)) return;
    const approver = fieldOf(record, 'approver');
    if (approver !== null && approver.state !== 'empty') return;
    if (namesSomebody(fieldOf(record, 'decision')) || isAnsweredElsewhere('approver', subject)) return;
    yield {
      span: record.headSpan,
      message: `${improvementName(record)} is ${state === 'in-progress' ? 'under way' : 'done'}, but the entry does not say who approved it: possible nonconformity.`,
      about: record.id ?? record.name,
      fixes: [toFillIn(facts, record, 'approver', 'the approver', lexicon)],
    };
  },
});

const DECISION_WORDS =
  /^(?:\s*(?:approved|accepted|authori[sz]ed|agreed|decided|go|yes|ok|on|genehmigt|freigegeben|angenommen|am|ja)\b)+/i;

/** "Approved by the change board" says who decided; a bare "Approved, 2026-03-01" does not. */
function namesSomebody(decision: FieldFact | null): boolean {
  if (decision === null) return false;
  if (decision.state === 'placeholder' || decision.state === 'not-applicable' || decision.links.length > 0) return true;
  return (
    decision.state === 'given' &&
    /\p{L}{2}/u.test(
      decision.raw
        .replace(DECISION_WORDS, '')
        .replace(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*/giu, ''),
    )
  );
}
