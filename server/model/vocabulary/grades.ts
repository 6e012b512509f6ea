/** Grades of audit findings, from the words that auditors use. */
import { labelKey } from './labels.ts';

/** `ofi` is an opportunity for improvement; `positive` also stands for plain conformity. */
export type FindingGrade = 'major' | 'minor' | 'observation' | 'ofi' | 'positive';

/** All grades, gravest first. */
export const FINDING_GRADES: readonly FindingGrade[] = ['major', 'minor', 'observation', 'ofi', 'positive'];

const WORDS: Readonly<Record<FindingGrade, readonly string[]>> = {
  major:
    'major,majornc,majornonconformity,majornonconformance,majorfinding,significant,critical,ncmajor,majornonconformities,hauptabweichung,kritischeabweichung,schwerwiegend,wesentlich,wesentlicheabweichung,cat1,category1,grade1'.split(
      ',',
    ),
  minor:
    'minor,minornc,minornonconformity,minornonconformance,minorfinding,ncminor,nonconformity,nonconformance,noncompliance,nc,nebenabweichung,geringfuegigeabweichung,abweichung,nichtkonformitaet,cat2,category2,grade2'.split(
      ',',
    ),
  observation: 'observation,obs,remark,note,comment,beobachtung,hinweis,feststellung,bemerkung,concern'.split(','),
  ofi: 'ofi,opportunity,opportunityforimprovement,opportunitiesforimprovement,improvement,improvementopportunity,recommendation,suggestion,verbesserungspotenzial,verbesserungspotential,empfehlung,verbesserung,verbesserungsvorschlag,vp'.split(
    ',',
  ),
  positive:
    'positive,positiveobservation,positivefinding,strength,goodpractice,bestpractice,conform,conforming,conformity,conformant,compliant,noteworthyeffort,staerke,positiv,positivefeststellung,konform,konformitaet,erfuellt,pass,ok'.split(
      ',',
    ),
};

const grades: ReadonlyMap<string, FindingGrade> = new Map(
  FINDING_GRADES.flatMap((grade) => WORDS[grade].map((word) => [word, grade] as const)),
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
