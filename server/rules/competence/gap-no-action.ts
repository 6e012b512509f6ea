/** The rule `competence.gap-no-action`: a gap is known, and nobody says what closes it, or when. */
import { findDates } from '../../model/vocabulary/dates.ts';
import { type Facts, type FieldFact, fieldOf, isTouched } from '../../reading/facts.ts';
import { competenceKey, competenceName, hasRoomForAction, isActedOn, isBelow, statedGap } from '../competence-gaps.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'competence.gap-no-action',
  title: 'Competence gap without an action',
  why: 'Where competence is missing, training or another action is to be taken. A matrix that lists gaps and leaves the action open shows that the need was seen and left at that.',
  remedy:
    'Enter an action with whoever sees to it and a date. Training, mentoring, hiring and passing the work to somebody else are all good answers.',
  pitfall: 3,
  clauses: { '2005': ['3.3'], '2011': ['4.4.2'], '2018': ['7.2'] },
  severity: { '2005': 'information', '2011': 'warning', '2018': 'warning' },
  completeness: true,
  examples: {
    bad: `--- file: matrix.md
# Competence matrix

| Person | Role | Competence | Required | Actual | Action | Due |
| --- | --- | --- | --- | --- | --- | --- |
| Ada Quill | Change Manager | Risk assessment | 3 | 2 | | |
                               ^^^^^^^^^^^^^^^ [competence.gap-no-action] Risk assessment of Ada Quill
  💡 Add the action, to be filled in
`,
    good: `--- file: matrix.md
# Competence matrix

| Person | Role | Competence | Required | Actual | Action | Due |
| --- | --- | --- | --- | --- | --- | --- |
| Ada Quill | Change Manager | Risk assessment | 3 | 2 | Mentoring by the risk manager | 2027-03-31 |
`,
  },
  on: 'records',
  kinds: ['competence'],
  *check(subject) {
    const { facts, record, lexicon } = subject;
    const stated = statedGap(record);
    const below = isBelow(record);
    // "No gap" beside two levels that say otherwise is for competence.gap; and levels decide where both can be read.
    if (stated === 'none' || below === false || (below === null && stated !== 'gap')) return;
    if (stated !== 'gap' && !hasRoomForAction(record)) return;
    const action = fieldOf(record, 'action');
    if (!isTouched(action)) {
      if (isActedOn(subject)) return;
      yield {
        span: record.headSpan,
        message: `${competenceName(record)}: there is a gap, and no action is given.`,
        about: competenceKey(record),
        fixes: [toFillIn(facts, record, 'action', 'the action', lexicon)],
      };
      return;
    }
    if (action?.state !== 'given' || saysWhere(facts, action)) return;
    const missing = (['due', 'owner'] as const).filter((name) => fieldOf(record, name)?.state === 'empty');
    const open = missing.filter((name) => name !== 'due' || !namesTime(action.raw));
    const [first] = open;
    if (first === undefined) return;
    yield {
      span: action.span,
      message: `${competenceName(record)}: the action against the gap has no ${open.map((name) => (name === 'due' ? 'date' : 'owner')).join(' and no ')}.`,
      about: competenceKey(record),
      fixes: [toFillIn(facts, record, first, first === 'due' ? 'the date' : 'the owner', lexicon)],
    };
  },
});

const TICKET = /\b[A-Z][A-Z\d]+-\d+|#\d+|https?:\/\//;

/** A link or ticket says who and when. */
function saysWhere(facts: Facts, { raw, span }: FieldFact): boolean {
  return (
    TICKET.test(raw) || facts.links.some(({ linkSpan }) => span.start <= linkSpan.start && linkSpan.end <= span.end)
  );
}

/** "Course in spring 2027" has its date in it. */
function namesTime(words: string): boolean {
  return findDates(words).length > 0 || /\b(?:19|20)\d{2}\b/.test(words);
}
