/** Grades of audit findings, from the words that auditors use. */
import { labelKey } from './labels.ts';

/** `ofi` is an opportunity for improvement; `positive` also stands for plain conformity. */
export type FindingGrade = 'major' | 'minor' | 'observation' | 'ofi' | 'positive';

/** All grades, gravest first. */
export const FINDING_GRADES: readonly FindingGrade[] = ['major', 'minor', 'observation', 'ofi', 'positive'];

const listed = (words: string): readonly string[] => words.split(', ');

/** How serious an audit finding or a nonconformity is, each grade with its synonyms. */
export const FINDING_GRADE: Readonly<Record<FindingGrade, readonly string[]>> = {
  major: listed(
    'major, major nc, major nonconformity, major nonconformities, major nonconformance, major finding, nc major, significant, critical, hauptabweichung, kritische abweichung, schwerwiegend, wesentlich, wesentliche abweichung, cat 1, category 1, grade 1',
  ),
  minor: listed(
    'minor, minor nc, minor nonconformity, minor nonconformance, minor finding, nc minor, nonconformity, nonconformance, noncompliance, nc, nebenabweichung, geringfügige abweichung, abweichung, nichtkonformität, cat 2, category 2, grade 2',
  ),
  observation: listed(
    'observation, obs, remark, note, comment, concern, beobachtung, hinweis, feststellung, bemerkung',
  ),
  ofi: listed(
    'ofi, opportunity, opportunity for improvement, opportunities for improvement, improvement, improvement opportunity, recommendation, suggestion, verbesserungspotenzial, verbesserungspotential, empfehlung, verbesserung, verbesserungsvorschlag, vp',
  ),
  positive: listed(
    'positive, positive observation, positive finding, strength, good practice, best practice, conform, conforming, conformity, conformant, compliant, noteworthy effort, stärke, positiv, positive feststellung, konform, konformität, erfüllt, pass, ok',
  ),
};

const grades: ReadonlyMap<string, FindingGrade> = new Map(
  FINDING_GRADES.flatMap((grade) => FINDING_GRADE[grade].map((word) => [labelKey(word), grade] as const)),
);

/** Reads the grade of a finding; null for a word that is not known, or for none. */
export function findingGrade(raw: string): FindingGrade | null {
  const whole = grades.get(labelKey(raw));
  if (whole !== undefined) return whole;
  // "Major (process-wide)", "Minor – see 3.2", "NC - major", "OFI-3": known words at either side of a separator.
  const parts = raw
    .split(/[(),;:/|]|\s[-–—]\s|\s+\d+$|(?<=\p{L})-(?=\d)/u)
    .map((part) => grades.get(labelKey(part)))
    .filter((grade) => grade !== undefined);
  return FINDING_GRADES.find((grade) => parts.includes(grade)) ?? null;
}

/** Tells whether a finding of this grade needs a corrective action; an unknown grade counts as minor, none as none. */
export function needsAction(raw: string): boolean {
  if (raw.trim() === '') return false;
  const grade = findingGrade(raw) ?? 'minor';
  return grade === 'major' || grade === 'minor';
}
