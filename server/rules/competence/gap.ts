/** The rule `competence.gap`: somebody is able to do less than the role asks for, and nothing is on its way. */
import { fieldOf, givenField, isTouched } from '../../reading/facts.ts';
import { competenceKey, competenceName, hasRoomForAction, isActedOn, isBelow, statedGap } from '../competence-gaps.ts';
import { isPast } from '../due.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'competence.gap',
  title: 'Competence below what the role asks for',
  why: 'People who do the work are to be competent for it. Where the required level lies above the one that was assessed, an auditor asks what is done about it. A gap is no shame; one that nobody noticed, or that outlived its action, is a weakness.',
  remedy:
    'Say what closes the gap and by when: training, mentoring, hiring, passing the work to somebody else. Where the action is done, assess the level again.',
  pitfall: 3,
  clauses: { '2005': ['3.3'], '2011': ['4.4.2'], '2018': ['7.2'] },
  severity: { '2005': 'information', '2011': 'warning', '2018': 'warning' },
  completeness: true,
  examples: {
    bad: `--- file: matrix.md
# Competence matrix

| Person | Role | Competence | Required | Actual |
| --- | --- | --- | --- | --- |
| Ada Quill | Change Manager | Risk assessment | 3 | 2 |
                                                     ^ [competence.gap] Risk assessment of Ada Quill
  💡 Add the action, to be filled in
`,
    good: `--- file: matrix.md
# Competence matrix

| Person | Role | Competence | Required | Actual |
| --- | --- | --- | --- | --- |
| Ada Quill | Change Manager | Risk assessment | 3 | 3 |
`,
  },
  on: 'records',
  kinds: ['competence'],
  *check(subject) {
    const { facts, record, view, lexicon } = subject;
    const [required, actual] = [givenField(record, 'required'), givenField(record, 'actual')];
    if (required === null || actual === null || isBelow(record) !== true) return;
    const stated = statedGap(record);
    const action = fieldOf(record, 'action');
    const due = givenField(record, 'due');
    const levels = `${required.raw} is required, ${actual.raw} is held`;
    let message: string;
    if (isTouched(action)) {
      if (action?.state !== 'given' || due === null || !isPast(due, view.asOf)) return;
      message = `${competenceName(record)}: ${levels}, and the action was due on ${due.raw}.`;
    } else if (stated === 'none') message = `${competenceName(record)}: no gap is noted, but ${levels}.`;
    // With a place for the action, or a gap that is noted, competence.gap-no-action asks for the action.
    else if (stated === 'gap' || hasRoomForAction(record)) return;
    else message = `${competenceName(record)}: ${levels}, and nothing says what closes the gap.`;
    if (isActedOn(subject)) return;
    yield {
      span: actual.span,
      message,
      about: competenceKey(record),
      fixes: isTouched(action) ? [] : [toFillIn(facts, record, 'action', 'the action', lexicon)],
    };
  },
});
