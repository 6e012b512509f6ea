/** Decisions on what was suggested: approved, rejected or put off, with their synonyms. */
import { foldWords } from './folding.ts';

export type Decision = 'approved' | 'rejected' | 'deferred';

// Phrases are folded as `foldWords` folds them and matched from the beginning, the longest first.
const PHRASES: Readonly<Record<Decision, string>> = {
  approved:
    'approved, accepted, authorised, authorized, agreed, granted, go, go ahead, proceed, released, endorsed, yes, ok, genehmigt, freigegeben, angenommen, bewilligt, zugestimmt, beschlossen, ja',
  rejected:
    'rejected, declined, refused, denied, not approved, not accepted, not authorised, not authorized, not agreed, no go, no, cancelled, canceled, dropped, withdrawn, abgelehnt, verworfen, nicht genehmigt, nicht freigegeben, zurueckgezogen, nein',
  deferred:
    'deferred, postponed, on hold, parked, pending, awaiting, to be decided, not yet approved, not yet decided, undecided, submitted, proposed, zurueckgestellt, vertagt, verschoben, noch nicht genehmigt, noch nicht entschieden',
};

const decisions: ReadonlyMap<string, Decision> = new Map(
  (Object.keys(PHRASES) as Decision[]).flatMap((decision) =>
    PHRASES[decision].split(', ').map((phrase) => [phrase, decision] as const),
  ),
);

/** Reads a decision: "Approved by the board, 2026-03-01", "abgelehnt: zu teuer". Null where nothing is known of the text. */
export function decisionOf(raw: string): Decision | null {
  const words = foldWords(raw.slice(0, 200));
  for (let count = Math.min(words.length, 4); count > 0; count--) {
    const decision = decisions.get(words.slice(0, count).join(' '));
    if (decision !== undefined) return decision;
  }
  return null;
}

/** Does a decision say more than itself: a reason, a person, a body? In: the value as written. */
export function decisionSaysMore(raw: string): boolean {
  const words = foldWords(raw.slice(0, 200));
  const known = Math.min(words.length, 4);
  for (let count = known; count > 0; count--)
    if (decisions.has(words.slice(0, count).join(' ')))
      return words.slice(count).some((word) => /^\p{L}{3,}$/u.test(word));
  return words.some((word) => /^\p{L}{3,}$/u.test(word));
}
