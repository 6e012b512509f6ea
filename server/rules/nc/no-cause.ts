/** The rule `nc.no-cause`: a nonconformity of which nobody has said why it happened. */
import { columnGaps } from '../column-gaps.ts';
import { isSaidOf, nonconformitiesIn } from '../nonconformities.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'nc.no-cause',
  title: 'Nonconformity without a cause',
  why: 'Whether a nonconformity can come back, or is there elsewhere too, shows only in its cause. The editions of 2011 and 2018 ask for the cause outright; that of 2005 asks for action on what was found.',
  remedy: 'Write down why it happened. Where it need not be looked into, say so and why.',
  pitfall: 2,
  clauses: { '2005': ['4.3', '4.4.1'], '2011': ['4.5.4.2', '4.5.5.1'], '2018': ['10.1.1', '10.1.2'] },
  severity: { '2005': 'warning', '2011': 'error', '2018': 'error' },
  completeness: true,
  examples: {
    bad: `--- file: nonconformities.md
# Nonconformity log

| No. | Date | Description | Correction | Cause | Action | Status |
| --- | --- | --- | --- | --- | --- | --- |
| NC-1 | 2026-05-04 | Report sent late | sent | | CA-1 | open |
  ^^^^ [nc.no-cause]
  💡 Add the cause, to be filled in
`,
    good: `--- file: nonconformities.md
# Nonconformity log

| No. | Date | Description | Correction | Cause | Action | Status |
| --- | --- | --- | --- | --- | --- | --- |
| NC-1 | 2026-05-04 | Report sent late | sent | no reminder | CA-1 | open |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check(subject) {
    const open = nonconformitiesIn(subject).filter((record) => !isSaidOf('cause', { ...subject, record }));
    yield* columnGaps(subject, open, {
      field: 'cause',
      called: 'the cause',
      unnamed: 'This nonconformity',
      lacks: 'no cause is given. Possible nonconformity; say why it happened, or why that need not be looked into.',
      neither: 'No cause here either.',
    });
  },
});
