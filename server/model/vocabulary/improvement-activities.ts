/** The four activities by which improvements are managed, and the words by which a process shows that it has one. */
import { foldWords } from './folding.ts';

export const IMPROVEMENT_ACTIVITIES = ['identify', 'measure', 'report', 'manage'] as const;
export type ImprovementActivity = (typeof IMPROVEMENT_ACTIVITIES)[number];

// Beginnings of folded words, English and German.
const STEMS: Readonly<Record<ImprovementActivity, string>> = {
  identify:
    'identif, collect, gather, captur, record, regist, log, rais, submit, suggest, propos, receiv, detect, find, idea, erfass, ermittel, sammel, sammlung, aufnahme, aufgenommen, vorschl, vorgeschlag, melde',
  measure:
    'measur, evaluat, compar, verif, effect, result, metric, kpi, baseline, target, benefit, check, review, mess, bewert, wirksam, ergebnis, vergleich, pruef',
  report:
    'report, communicat, inform, present, publish, announc, feedback, escalat, bericht, kommunizier, informier, mitteil, vorgelegt, vorstell, veroeffentlich',
  manage:
    'manag, assess, priorit, authori, approv, decid, decision, plan, implement, carri, carry, execut, assign, track, follow, realis, realiz, steuer, prioris, genehmig, entscheid, umsetz, umgesetzt, zugewiesen, verfolg, freigab, freigegeben',
};

const stems: readonly (readonly [activity: ImprovementActivity, stems: readonly string[]])[] =
  IMPROVEMENT_ACTIVITIES.map((activity) => [activity, STEMS[activity].split(', ')] as const);

/** The activities that a text speaks of; in: a heading, a step or a paragraph. */
export function improvementActivities(text: string): ReadonlySet<ImprovementActivity> {
  const found = new Set<ImprovementActivity>();
  for (const word of foldWords(text))
    for (const [activity, beginnings] of stems)
      if (!found.has(activity) && beginnings.some((stem) => word.startsWith(stem))) found.add(activity);
  return found;
}
