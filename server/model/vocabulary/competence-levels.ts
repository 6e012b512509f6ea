/** Levels of competence, on whichever scale they are written: numbers, L1 to L3, SFIA, words or ticks. */
import { foldWords } from './folding.ts';
import { parseYesNo } from './yes-no.ts';

/** A level as written; only levels of one scale can be compared. */
export interface CompetenceLevel {
  readonly scale: 'number' | 'percent' | 'word' | 'tick';
  readonly value: number;
}

// Where two houses order two words differently, they have one value here, so that neither is called a gap.
const WORDS: readonly (readonly [value: number, words: string])[] = [
  [0, 'none, no knowledge, not trained, untrained, unskilled, keine kenntnisse, ohne kenntnisse, ungeschult'],
  [1, 'aware, awareness, informed, kennt'],
  [
    2,
    'beginner, novice, basic, basics, foundation, entry, trainee, learner, learning, junior, under guidance, anfaenger, einsteiger, grundkenntnisse, grundlagen',
  ],
  [3, 'advanced beginner'],
  [
    4,
    'intermediate, competent, practitioner, skilled, working, working knowledge, independent, fortgeschritten, kompetent, kundig, selbstaendig, selbststaendig, gute kenntnisse',
  ],
  [5, 'proficient, advanced, senior, sehr gute kenntnisse, versiert'],
  [6, 'expert, master, mastery, specialist, coach, trainer, experte, expertin, meister, spezialist'],
];

const words: ReadonlyMap<string, number> = new Map(
  WORDS.flatMap(([value, phrases]) => phrases.split(', ').map((phrase) => [phrase, value] as const)),
);

const NUMBERED =
  /^(?:(?:sfia|level|lvl|stufe|grade|l|s)[\s.:-]*)*(\d(?:[.,]\d)?)(?:\s*\/\s*\d+)?(?=$|\s*[-–—:(,;.=]\s*\p{L}|\s+\p{L}|\s*\()/iu;
const PERCENT = /^(\d{1,3}(?:[.,]\d+)?)\s?%$/;
const TICKED = /^(?:[✓✔✅☑]\uFE0F?|x|\[x\])$/iu;
const NOT_TICKED = /^(?:[✗✘❌✖☐]\uFE0F?|\[ \])$/u;

/** Reads a level: `3`, `3/5`, `L2`, `SFIA 4`, `Competent`, `✓`. Null where the scale is not known, as of Harvey balls. */
export function competenceLevel(raw: string): CompetenceLevel | null {
  const text = raw.replace(/[*_`]/g, ' ').trim();
  if (TICKED.test(text)) return { scale: 'tick', value: 1 };
  if (NOT_TICKED.test(text)) return { scale: 'tick', value: 0 };
  const percent = PERCENT.exec(text)?.[1];
  if (percent !== undefined) return { scale: 'percent', value: Number(percent.replace(',', '.')) };
  const number = NUMBERED.exec(text)?.[1];
  if (number !== undefined) return { scale: 'number', value: Number(number.replace(',', '.')) };
  const folded = foldWords(text.slice(0, 100));
  for (let count = Math.min(folded.length, 3); count > 0; count--) {
    const value = words.get(folded.slice(0, count).join(' '));
    if (value !== undefined) return { scale: 'word', value };
  }
  const yes = parseYesNo(text);
  return yes === null ? null : { scale: 'tick', value: yes ? 1 : 0 };
}

/** How far the held level lies below the required one; zero or less where it reaches it, null where the two cannot be compared. */
export function levelsBelow(required: string, held: string): number | null {
  const [wanted, given] = [competenceLevel(required), competenceLevel(held)];
  return wanted === null || given === null || wanted.scale !== given.scale ? null : wanted.value - given.value;
}
