/** Priorities of improvements, incidents and risks, whichever scale they are written on. */
import { labelKey } from './labels.ts';

/** A priority as written: a level on a common scale where the words are known, or a score. */
export interface PriorityValue {
  /** 1 is the most urgent, 5 the least; null for a bare score. */
  readonly level: 1 | 2 | 3 | 4 | 5 | null;
  /** A score such as that of WSJF, where higher comes first; null where a level is written. */
  readonly score: number | null;
}

/** High, medium and low, for priority, impact, likelihood, risk and criticality, each level with its synonyms. */
export const LEVEL = {
  critical: ['very high', 'urgent', 'must', 'must have', 'kritisch', 'sehr hoch', 'muss'],
  high: ['should', 'should have', 'hoch', 'soll'],
  medium: ['moderate', 'normal', 'could', 'could have', 'mittel', 'kann'],
  low: ['minor', 'niedrig', 'gering'],
} as const;

/** What says a level where it is known to be a priority that is read. */
const LEVELS: readonly (readonly [level: 1 | 2 | 3 | 4 | 5, words: readonly string[], codes: string])[] = [
  [1, ['critical', ...LEVEL.critical], 'highest p1 prio1 priority1 sev1 blocker dringend'],
  [2, ['high', ...LEVEL.high], 'p2 prio2 priority2 sev2 a'],
  [3, ['medium', ...LEVEL.medium], 'p3 prio3 priority3 sev3 mittelhoch b average standard'],
  [4, ['low', ...LEVEL.low], 'p4 prio4 priority4 sev4 c'],
  [
    5,
    ['very low', 'sehr niedrig', 'sehr gering'],
    'lowest trivial planning wont wonthave p5 prio5 priority5 sev5 backlog',
  ],
];

const levels: ReadonlyMap<string, 1 | 2 | 3 | 4 | 5> = new Map(
  LEVELS.flatMap(([level, words, codes]) =>
    [...words.map(labelKey), ...codes.split(' ')].map((word) => [word, level] as const),
  ),
);

/** Reads a priority: `P1`, `2 - High`, `hoch`, `Must`, `13.5`. Null where nothing is known of the text. */
export function parsePriority(raw: string): PriorityValue | null {
  const text = raw.replace(/[^\p{L}\p{N}\s.,;:()/–—'’-]/gu, ' ').trim();
  const whole = levels.get(labelKey(text.replace(/['’]/g, '')));
  if (whole !== undefined) return { level: whole, score: null };
  for (const part of text.split(/[(),;:/]|\s[-–—]\s|\s+/)) {
    const level = levels.get(labelKey(part));
    if (level !== undefined && part.trim().length > 1) return { level, score: null };
  }
  const number = /^\d+(?:[.,]\d+)?$/.exec(text);
  if (number === null) return null;
  const score = Number(text.replace(',', '.'));
  if (score === 1 || score === 2 || score === 3 || score === 4 || score === 5) return { level: score, score: null };
  return Number.isFinite(score) ? { level: null, score } : null;
}
