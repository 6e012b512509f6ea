/** The rule `nc.no-owner`: an open nonconformity that nobody answers for. */
import { fieldOf, isTouched } from '../../reading/facts.ts';
import { columnGaps } from '../column-gaps.ts';
import { isClosed, isSaidOf, nonconformitiesIn } from '../nonconformities.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'nc.no-owner',
  title: 'Open nonconformity without an owner',
  why: 'What nobody answers for is not followed up. Somebody has to see the correction, the cause and the action through.',
  remedy: 'Name the person or role that answers for it, in the entry or at its corrective action.',
  pitfall: 2,
  clauses: { '2005': ['4.3', '4.4.1'], '2011': ['4.5.4.2', '4.5.5.1'], '2018': ['10.1.1', '10.1.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: nonconformities.md
# Nonconformity log

| No. | Date | Description | Correction | Cause | Action | Owner | Status |
| --- | --- | --- | --- | --- | --- | --- | --- |
| NC-1 | 2026-05-04 | Report sent late | sent | no reminder | Set a reminder | | open |
  ^^^^ [nc.no-owner]
  💡 Add the owner, to be filled in
`,
    good: `--- file: nonconformities.md
# Nonconformity log

| No. | Date | Description | Correction | Cause | Action | Owner | Status |
| --- | --- | --- | --- | --- | --- | --- | --- |
| NC-1 | 2026-05-04 | Report sent late | sent | no reminder | Set a reminder | Ada Quill | open |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check(subject) {
    const { facts } = subject;
    const open = nonconformitiesIn(subject).filter(
      (record) =>
        !isClosed(record) &&
        !isSaidOf('owner', { ...subject, record }) &&
        // Of a document that is one nonconformity the document's owner answers for it.
        !(record.form === 'document' && isTouched(fieldOf(facts, 'owner'))),
    );
    yield* columnGaps(subject, open, {
      field: 'owner',
      called: 'the owner',
      unnamed: 'This nonconformity',
      lacks: 'nobody is named who sees it through.',
      neither: 'No owner here either.',
    });
  },
});
