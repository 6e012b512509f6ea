/** What people are to be aware of, and the words by which a briefing shows that it spoke of it. */
import type { Edition } from '../catalogue.ts';
import { foldWords } from './folding.ts';

export type AwarenessTopic = 'policy' | 'objectives' | 'services' | 'contribution' | 'implications';

/** The topics that each edition asks for. */
export const AWARENESS_TOPICS: Readonly<Record<Edition, readonly AwarenessTopic[]>> = {
  '2005': ['objectives', 'contribution'],
  '2011': ['objectives', 'contribution'],
  '2018': ['policy', 'objectives', 'services', 'contribution', 'implications'],
};

// Beginnings of folded words, English and German.
const STEMS: Readonly<Record<AwarenessTopic, string>> = {
  policy: 'polic, leitlinie, richtlinie, politik',
  objectives: 'objective, goal, aim, target, ziel',
  services: 'services, catalogue, catalog, leistung, dienstleistung',
  contribution:
    'contribut, role, responsib, duties, duty, part, importance, relevance, beitrag, rolle, aufgabe, verantwort',
  implications:
    'implication, consequence, nonconform, conform, breach, failure, deviation, folge, konsequenz, abweichung, nichtkonform',
};

const stems = (Object.keys(STEMS) as AwarenessTopic[]).map((topic) => [topic, STEMS[topic].split(', ')] as const);

/** Words for all of it at once: nobody can tell from them what was left out. */
const UMBRELLA =
  /\b(?:sms|20000|service management|awareness|induction|on-?boarding|kick-?off|sensibilisierung|einf[uü]hrung|7\.3)\b/i;

/** The topics that a text names; null where it stands for all of them, such as "SMS induction". */
export function awarenessTopics(text: string): ReadonlySet<AwarenessTopic> | null {
  if (UMBRELLA.test(text)) return null;
  const found = new Set<AwarenessTopic>();
  for (const word of foldWords(text))
    for (const [topic, beginnings] of stems) if (beginnings.some((stem) => word.startsWith(stem))) found.add(topic);
  return found;
}
