/** The rule `improvement.result-missing`: an improvement that is called done, but nobody measured what it brought. */
import { fieldOf } from '../../reading/facts.ts';
import { reopenFixes } from '../fixes/reopen.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { improvementName, improvementState, isAnsweredElsewhere, isKeptHere } from '../improvement-state.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'improvement.result-missing',
  title: 'Improvement done without a measured result',
  why: 'Improvements are to be measured against their targets. An entry that is closed without a result shows that something was done, but not that anything became better.',
  remedy:
    'Write down what was measured, and when; where the goal was a plain yes or no, link the evidence that it is in place. Until then the improvement is not done.',
  pitfall: 7,
  clauses: { '2005': ['4.4.2', '4.4.3'], '2011': ['4.5.5.2'], '2018': ['10.2'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: improvements.md
# Improvement register

| ID | Improvement | Priority | Target | Status | Result |
| --- | --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | High | ≤ 2 h | Done | |
  ^^^^^^^ [improvement.result-missing] IMP-004
  💡 Set IMP-004 back to in progress
`,
    good: `--- file: improvements.md
# Improvement register

| ID | Improvement | Priority | Target | Status | Result |
| --- | --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | High | ≤ 2 h | Done | 1.6 h on average |
`,
  },
  on: 'records',
  kinds: ['improvement'],
  *check(subject) {
    const { facts, record, lexicon } = subject;
    const state = improvementState(record);
    if ((state !== 'done' && state !== 'closed') || !isKeptHere(subject)) return;
    const result = fieldOf(record, 'result');
    if (result !== null && result.state !== 'empty') return;
    // "In place: yes or no" is shown by evidence; a figure that was promised has to be measured.
    const target = fieldOf(record, 'target');
    if (fieldOf(record, 'evidence')?.state === 'given' && target?.value?.type !== 'target') return;
    if (isAnsweredElsewhere('result', subject)) return;
    const name = improvementName(record);
    yield {
      span: record.headSpan,
      message: `${name} is done, but no measured result is given: possible nonconformity.`,
      about: record.id ?? record.name,
      related:
        target?.state === 'given' ? [{ path: facts.path, span: target.span, message: 'The target that was set.' }] : [],
      fixes: [
        toFillIn(facts, record, 'result', 'the measured result', lexicon),
        ...reopenFixes(facts, record, lexicon),
      ],
    };
  },
});
