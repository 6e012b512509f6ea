/** The rule `improvement.no-priority`: an improvement that nobody has ranked. */
import { addDays } from '../../model/vocabulary/dates.ts';
import { parsePriority } from '../../model/vocabulary/priorities.ts';
import { fieldOf, isTouched } from '../../reading/facts.ts';
import { isBefore } from '../due.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import {
  improvementName,
  improvementState,
  isAnsweredElsewhere,
  isKeptHere,
  knownSince,
} from '../improvement-state.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'improvement.no-priority',
  title: 'Improvement without a priority',
  why: 'Improvements are to be prioritized, so that those which help most come first. Where an entry has no priority, nobody can show why it waits, or why another one was done before it.',
  remedy:
    'Give it a priority on the scale that the register uses: high, medium and low, 1 to 5, MoSCoW or a score such as WSJF.',
  pitfall: 7,
  clauses: { '2005': ['4.4.2'], '2011': ['4.5.5.2'], '2018': ['10.2'] },
  severity: { '2005': 'error', '2011': 'warning', '2018': 'warning' },
  completeness: true,
  examples: {
    bad: `--- file: improvements.md
# Improvement register

| ID | Raised | Improvement | Benefit | Priority | Status |
| --- | --- | --- | --- | --- | --- |
| IMP-004 | 2026-05-11 | Faster restore | Less downtime | | Open |
  ^^^^^^^ [improvement.no-priority] IMP-004
  💡 Add the priority, to be filled in
`,
    good: `--- file: improvements.md
# Improvement register

| ID | Raised | Improvement | Benefit | Priority | Status |
| --- | --- | --- | --- | --- | --- |
| IMP-004 | 2026-05-11 | Faster restore | Less downtime | High | Open |
`,
  },
  on: 'records',
  kinds: ['improvement'],
  *check(subject) {
    const { facts, record, view, lexicon } = subject;
    if (!isKeptHere(subject) || isTouched(fieldOf(record, 'priority'))) return;
    const state = improvementState(record);
    // What was turned down or put off has its place; what is new is ranked when it is assessed.
    if (state === 'rejected' || state === 'on-hold') return;
    if (state === 'new') {
      const since = knownSince(record);
      if (since === null || !isBefore(addDays(since, view.threshold('improvement-assessment')), view.asOf)) return;
    }
    // Registers in parts: "High priority", "Priority 2".
    if (record.section !== null && parsePriority(record.section) !== null) return;
    if (isAnsweredElsewhere('priority', subject)) return;
    yield {
      span: record.headSpan,
      message: `${improvementName(record)} has no priority: possible nonconformity.`,
      about: record.id ?? record.name,
      fixes: [toFillIn(facts, record, 'priority', 'the priority', lexicon)],
    };
  },
});
