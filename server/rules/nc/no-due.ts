/** The rule `nc.no-due`: an open nonconformity whose action has no day by which it is done. */
import { givenField } from '../../reading/facts.ts';
import { columnGaps } from '../column-gaps.ts';
import { actionsFor, isClosed, isSaidOf, nonconformitiesIn } from '../nonconformities.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'nc.no-due',
  title: 'Open nonconformity without a due date',
  why: 'Action is to be taken without undue delay. Without a day nobody can see that it is late.',
  remedy: 'Give the day by which the action is done, in the entry or at its corrective action.',
  pitfall: 2,
  clauses: { '2005': ['4.3', '4.4.1'], '2011': ['4.5.4.2', '4.5.5.1'], '2018': ['10.1.1', '10.1.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: nonconformities.md
# Nonconformity log

| No. | Date | Description | Correction | Cause | Action | Due | Status |
| --- | --- | --- | --- | --- | --- | --- | --- |
| NC-1 | 2026-05-04 | Report sent late | sent | no reminder | Set a reminder | | open |
  ^^^^ [nc.no-due]
  💡 Add the due date, to be filled in
`,
    good: `--- file: nonconformities.md
# Nonconformity log

| No. | Date | Description | Correction | Cause | Action | Due | Status |
| --- | --- | --- | --- | --- | --- | --- | --- |
| NC-1 | 2026-05-04 | Report sent late | sent | no reminder | Set a reminder | 2026-12-01 | open |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check(subject) {
    const open = nonconformitiesIn(subject).filter((record) => {
      if (isClosed(record)) return false;
      const one = { ...subject, record };
      const actions = actionsFor(one);
      // Without an action there is nothing that could be due, and what is done is late no more.
      const ahead =
        actions.length === 0
          ? givenField(record, 'action') !== null
          : actions.some(({ record: action }) => !isClosed(action));
      return ahead && !isSaidOf('due', one);
    });
    yield* columnGaps(subject, open, {
      field: 'due',
      called: 'the due date',
      unnamed: 'This nonconformity',
      lacks: 'no day is given by which the action is done.',
      neither: 'No due date here either.',
    });
  },
});
