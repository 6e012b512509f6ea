/** The rule `improvement.target-missed-no-action`: the result falls short of the target, and nothing follows from it. */
import { meets, parseMeasuredResult, parseTargets } from '../../model/vocabulary/targets.ts';
import { type Facts, fieldOf, givenField, isTouched, type RecordFact } from '../../reading/facts.ts';
import { reopenFixes } from '../fixes/reopen.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { improvementName, improvementState, isAnsweredElsewhere, isKeptHere } from '../improvement-state.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'improvement.target-missed-no-action',
  title: 'Target missed, and nothing follows',
  why: 'Improvements are measured against their targets so that something can be done where the effect stays away. An entry that is closed below its target, with no word on what comes next, leaves that open.',
  remedy:
    'Say what follows: another action, a new target with its reason, or that the result is accepted and by whom. Or take the improvement up again.',
  pitfall: 7,
  clauses: { '2005': ['4.4.2', '4.4.3'], '2011': ['4.5.5.2'], '2018': ['10.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: improvements.md
# Improvement register

| ID | Improvement | Priority | Target | Status | Result | Follow-up |
| --- | --- | --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | High | ≤ 2 h | Done | 3.5 h on average | |
                                                   ^^^^^^^^^^^^^^^^ [improvement.target-missed-no-action] IMP-004
  💡 Add the follow-up, to be filled in
  💡 Set IMP-004 back to in progress
`,
    good: `--- file: improvements.md
# Improvement register

| ID | Improvement | Priority | Target | Status | Result | Follow-up |
| --- | --- | --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | High | ≤ 2 h | Done | 3.5 h on average | Faster disks in the budget of next year |
`,
  },
  on: 'records',
  kinds: ['improvement'],
  *check(subject) {
    const { facts, record, lexicon } = subject;
    const state = improvementState(record);
    if ((state !== 'done' && state !== 'closed') || !isKeptHere(subject)) return;
    const target = givenField(record, 'target');
    const result = givenField(record, 'result');
    if (target === null || result === null || !isMissed(target.raw, result.raw)) return;
    if (isTouched(fieldOf(record, 'follow_up')) || isFollowedUp(record, facts)) return;
    if (isAnsweredElsewhere('follow_up', subject)) return;
    yield {
      span: result.span,
      message: `${improvementName(record)} is done with “${result.raw}”, which misses its target “${target.raw}”, and no follow-up is given.`,
      about: record.id ?? record.name,
      related: [{ path: facts.path, span: target.span, message: 'The target that was set.' }],
      fixes: [toFillIn(facts, record, 'follow_up', 'the follow-up', lexicon), ...reopenFixes(facts, record, lexicon)],
    };
  },
});

/** One figure against one target; where either has several, nobody can say here which belongs to which. */
function isMissed(wanted: string, measured: string): boolean {
  const targets = parseTargets(wanted);
  const figures = measured.split(/[,;→\n]|\s(?:and|then|und|dann|to|auf)\s|<br\s*\/?>/i).flatMap((part) => {
    const figure = parseMeasuredResult(part.trim());
    return figure === null ? [] : [figure];
  });
  const [target] = targets;
  const [figure] = figures;
  if (target === undefined || figure === undefined || targets.length > 1 || figures.length > 1) return false;
  const whole = parseMeasuredResult(measured);
  return whole !== null && meets(target.target, whole) === false;
}

/** Does another entry of the document take it up by its id? */
function isFollowedUp(record: RecordFact, facts: Facts): boolean {
  const id = record.id?.trim().toLowerCase();
  if (id === undefined) return false;
  return facts.records.some(
    (other) =>
      other !== record &&
      other.fields.some(
        (field) =>
          field.field !== 'id' &&
          field.raw
            .toLowerCase()
            .split(/[^\w-]+/)
            .includes(id),
      ),
  );
}
