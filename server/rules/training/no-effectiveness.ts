/** The rule `training.no-effectiveness`: a training is over, and nobody has looked whether it worked. */
import { addDays } from '../../model/vocabulary/dates.ts';
import { foldWords } from '../../model/vocabulary/folding.ts';
import { itemStatus } from '../../model/vocabulary/statuses.ts';
import { parseTarget } from '../../model/vocabulary/targets.ts';
import { dayIn, fieldOf, givenField, isTouched, type RecordFact } from '../../reading/facts.ts';
import { isBefore } from '../due.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { type RecordSubject, rule } from '../rule.ts';

export default rule({
  id: 'training.no-effectiveness',
  title: 'Training whose effect nobody has looked at',
  why: 'Training is taken to close a need, and somebody is to look whether it did. Having attended shows that money was spent; a test, an observation at work or the rating of the line manager shows that it helped.',
  remedy:
    'Write down how it showed that the training worked, by whom and when. A passed exam counts. If it is too early, write the day on which somebody will look.',
  pitfall: 3,
  clauses: { '2005': ['3.3'], '2011': ['4.4.2'], '2018': ['7.2'] },
  severity: { '2005': 'information', '2011': 'warning', '2018': 'warning' },
  completeness: true,
  examples: {
    bad: `--- file: training.md
# Training records

| Person | Training | Date | Result | Effectiveness |
| --- | --- | --- | --- | --- |
| Ada Quill | Cause analysis workshop | 2026-03-19 | attended | |
              ^^^^^^^^^^^^^^^^^^^^^^^ [training.no-effectiveness] Cause analysis workshop
  💡 Add the effectiveness, to be filled in
`,
    good: `--- file: training.md
# Training records

| Person | Training | Date | Result | Effectiveness |
| --- | --- | --- | --- | --- |
| Ada Quill | Cause analysis workshop | 2026-03-19 | attended | Cause found in 8 of 9 problems since |
`,
  },
  on: 'records',
  kinds: ['training'],
  *check(subject) {
    const { facts, record, view, lexicon } = subject;
    if (isAnswered(subject) || !isOver(record)) return;
    const held = dayIn(fieldOf(record, 'date'), 'last');
    if (held === null || !isBefore(addDays(held, Math.round(view.threshold('training-effectiveness'))), view.asOf))
      return;
    const planned = dayIn(fieldOf(record, 'evaluated'), 'last');
    if (planned !== null && !isBefore(planned, view.asOf)) return;
    if (hasExam(record) || isBriefing(record)) return;
    const subjectName = givenField(record, 'subject')?.raw ?? (record.name === '' ? 'This training' : record.name);
    yield {
      span: record.headSpan,
      message: `${subjectName}, held on ${fieldOf(record, 'date')?.raw ?? held}: nothing says whether it worked.`,
      about: `${record.id ?? ''} ${fieldOf(record, 'person')?.raw ?? ''} ${subjectName} ${held}`,
      fixes: [toFillIn(facts, record, 'effectiveness', 'the effectiveness', lexicon)],
    };
  },
});

function isAnswered({ facts, record }: RecordSubject): boolean {
  if (isTouched(fieldOf(record, 'effectiveness'))) return true;
  return (
    facts.kinds.includes('training-record') &&
    (isTouched(fieldOf(facts, 'effectiveness')) ||
      facts.sections.some((section) => section.names.includes('effectiveness') && section.level > 1))
  );
}

function isOver(record: RecordFact): boolean {
  const status = givenField(record, 'status');
  const state = status === null ? 'done' : itemStatus(status.raw);
  return state === 'done' || state === 'closed' || state === 'held';
}

/** Words that say only that somebody was there. */
const ATTENDED = new Set(
  'attended attendance attendee attending present participated participation participant completed complete done finished yes ok list certificate teilgenommen teilnahme teilnahmebestaetigung anwesend besucht abgeschlossen ja'.split(
    ' ',
  ),
);
const PASSED = /%|\b(?:pass(?:ed)?|score|grade|certified|bestanden|note)\b/i;
const EXAM = /\b(?:exam|examination|certified|certification|pr[uü]fung|zertifizierung)\b/i;

/** A result beyond having been there, or a certificate that runs out, comes from an exam. */
function hasExam(record: RecordFact): boolean {
  if (isTouched(fieldOf(record, 'valid_until'))) return true;
  if (EXAM.test(givenField(record, 'subject')?.raw ?? '')) return true;
  const result = fieldOf(record, 'result');
  if (result?.state === 'placeholder' || (result?.links.length ?? 0) > 0) return true;
  if (result?.state !== 'given' || PASSED.test(result.raw)) return result?.state === 'given';
  const [first, ...others] = foldWords(result.raw);
  return (
    first !== undefined &&
    !(ATTENDED.has(first) && (first !== 'certificate' || others.some((word) => ATTENDED.has(word))))
  );
}

const BRIEFING =
  /\b(?:briefing|toolbox talk|newsletter|induction|kick-?off|unterweisung|einweisung|info(?:rmation)? (?:mail|session))\b/i;

/** A briefing of an hour or two is told, not trained. */
function isBriefing(record: RecordFact): boolean {
  if (['subject', 'provider'].some((name) => BRIEFING.test(givenField(record, name)?.raw ?? ''))) return true;
  const duration = givenField(record, 'duration');
  const length = duration === null ? null : parseTarget(duration.raw);
  return length !== null && (length.unit === 'min' ? length.number <= 120 : length.unit === 'h' && length.number <= 2);
}
