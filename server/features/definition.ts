/** Going from a name to what it stands for, and from what is asked to what carries it out. */
import type { Facts } from '../reading/facts.ts';
import type { Span } from '../syntax/span.ts';
import { answersTo } from '../workspace/answers.ts';
import { proceduresOf } from '../workspace/chain.ts';
import type { Place } from '../workspace/finding.ts';
import { rosterOf } from '../workspace/people.ts';
import { definitionsOf, type Subject, subjectAt } from '../workspace/subjects.ts';
import type { View } from '../workspace/view.ts';

/** Where a place leads: the stretch that was meant, and the places; a clause has a page instead of a place. */
export interface Way {
  readonly span: Span;
  readonly places: readonly Place[];
  /** The clause whose page is the definition; null for all else. */
  readonly clause: (Subject & { readonly type: 'clause' }) | null;
}

/** The definition of what stands at an offset; null where nothing there has one. */
export function definition(facts: Facts, text: string, offset: number, view: View): Way | null {
  const spoken = subjectAt(facts, text, offset, view);
  if (spoken === null) return null;
  const { subject, span } = spoken;
  return { span, places: distinct(definitionsOf(subject, view)), clause: subject.type === 'clause' ? subject : null };
}

/**
 * What carries out, or answers, what stands at an offset: the documents behind a clause, the procedures of a process, the holders
 * of a role, the roles of a person, the other accounts of an audit or record. Null where nothing is meant there.
 */
export function implementation(facts: Facts, text: string, offset: number, view: View): Way | null {
  const spoken = subjectAt(facts, text, offset, view);
  return spoken === null
    ? null
    : { span: spoken.span, places: distinct(carriersOf(spoken.subject, view)), clause: null };
}

/** The next step down the trace from a subject, as places. */
export function carriersOf(subject: Subject, view: View): readonly Place[] {
  const roster = rosterOf(view);
  switch (subject.type) {
    case 'clause':
      return answersTo(view, subject.edition, subject.number).map(({ facts, cited }) => ({
        path: facts.path,
        span: cited?.span ?? titleSpan(facts),
      }));
    case 'role':
      return roster.holders(subject.name, view.asOf).map(({ place }) => place);
    case 'person':
      return roster.held({ key: subject.key, name: subject.name }, view.asOf).flatMap(({ roleName, place }) => {
        const described = view
          .roles(roleName)
          .map(({ facts, record }) => ({ path: facts.path, span: record.headSpan }));
        return described.length > 0 ? described : [place];
      });
    case 'document': {
      const facts = view.facts(subject.path);
      if (facts === null) return [];
      return proceduresOf(facts, view).map((each) => ({ path: each.path, span: titleSpan(each) }));
    }
    case 'record':
      return subject.id === null
        ? []
        : view
            .identified(subject.id)
            .map(({ facts, record }) => ({ path: facts.path, span: record?.headSpan ?? titleSpan(facts) }));
  }
}

/** Each place once: a holder may be named in the role's description and in the register. */
function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.path}:${place.span.start}`, place] as const)).values()];
}

function titleSpan(facts: Facts): Span {
  return facts.title?.span ?? { start: 0, end: 0 };
}
