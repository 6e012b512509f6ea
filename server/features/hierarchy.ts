/** The trace as a hierarchy: from a clause down to what answers it, the procedures, roles and people behind it, and back up. */
import { clause, parents } from '../model/catalogue.ts';
import { OUR_STANDARD } from '../reading/clause-references.ts';
import { type Facts, fieldOf } from '../reading/facts.ts';
import { answersTo } from '../workspace/answers.ts';
import { proceduresOf } from '../workspace/chain.ts';
import type { Place } from '../workspace/finding.ts';
import { processesIn } from '../workspace/involvement.ts';
import { calledProcess, processName } from '../workspace/keys.ts';
import { namesOf, rosterOf } from '../workspace/people.ts';
import { definitionsOf, isSameSubject, type Subject, subjectNamed } from '../workspace/subjects.ts';
import type { View } from '../workspace/view.ts';

/** One step of the chain. */
export interface Step {
  readonly subject: Subject;
  readonly name: string;
  readonly detail: string;
  /** Null for a clause, which has a page instead. */
  readonly place: Place | null;
}

/** The step that a subject is; null where it is not part of the trace. */
export function stepOf(subject: Subject, view: View): Step | null {
  switch (subject.type) {
    case 'clause': {
      const found = clause(subject.edition, subject.number);
      return found === null
        ? null
        : { subject, name: `${found.number} ${found.title}`, detail: `ISO/IEC 20000-1:${found.edition}`, place: null };
    }
    case 'document': {
      const facts = view.facts(subject.path);
      return facts === null ? null : documentStep(facts, '');
    }
    case 'role': {
      const [place] = definitionsOf(subject, view);
      return place === undefined ? null : { subject, name: subject.name, detail: 'role', place };
    }
    case 'person': {
      const [place] = definitionsOf(subject, view);
      return place === undefined ? null : { subject, name: subject.name, detail: 'person', place };
    }
    case 'record': {
      const [place] = definitionsOf(subject, view);
      const name = subject.id === null ? subject.name : `${subject.id} ${subject.name}`;
      return place === undefined ? null : { subject, name, detail: subject.kind, place };
    }
  }
}

/** One step down: what answers, carries out or holds it. */
export function stepsBelow(subject: Subject, view: View): readonly Step[] {
  switch (subject.type) {
    case 'clause':
      return answersTo(view, subject.edition, subject.number).map(({ facts, cited, kind }) =>
        documentStep(facts, cited === null ? (kind ?? 'by its topic') : `names it in its ${cited.place}`),
      );
    case 'document': {
      const facts = view.facts(subject.path);
      if (facts === null) return [];
      const process = facts.kinds.includes('process-description');
      return [
        ...(process ? proceduresOf(facts, view).map((each) => documentStep(each, 'procedure')) : []),
        ...whoActs(facts, view),
      ];
    }
    case 'role':
      return rosterOf(view)
        .holders(subject.name, view.asOf)
        .map(({ person, as, place }) => ({
          subject: { type: 'person', key: person.key, name: person.name },
          name: person.name,
          detail: as === 'deputy' ? 'deputy' : 'holder',
          place,
        }));
    case 'person':
    case 'record':
      return [];
  }
}

/** One step up: what it answers, serves or is held for. */
export function stepsAbove(subject: Subject, view: View): readonly Step[] {
  switch (subject.type) {
    case 'clause': {
      const [above] = parents(subject.edition, subject.number);
      const step =
        above === undefined ? null : stepOf({ type: 'clause', edition: subject.edition, number: above.number }, view);
      return step === null ? [] : [step];
    }
    case 'document': {
      const facts = view.facts(subject.path);
      if (facts === null) return [];
      const clauses = [
        ...new Set(facts.clauses.filter(({ standard }) => standard === OUR_STANDARD).map((each) => each.clause)),
      ].flatMap((number) => stepOf({ type: 'clause', edition: view.edition, number }, view) ?? []);
      const served = processesIn(fieldOf(facts, 'process'), view).filter(({ path }) => path !== facts.path);
      return [...served.map((each) => documentStep(each, 'process')), ...clauses];
    }
    case 'role':
      return view
        .naming(subject.name)
        .filter((facts) => facts.names.some(({ text }) => isNamed(text, subject, view)))
        .map((facts) => documentStep(facts, roleIn(facts, subject, view)));
    case 'person':
      return rosterOf(view)
        .held({ key: subject.key, name: subject.name }, view.asOf)
        .flatMap(({ roleName, as, place }) => {
          const role: Subject = { type: 'role', name: roleName };
          const [described] = definitionsOf(role, view);
          return [
            {
              subject: role,
              name: roleName,
              detail: as === 'deputy' ? 'deputy for' : 'holds',
              place: described ?? place,
            },
          ];
        });
    case 'record':
      return [];
  }
}

function documentStep(facts: Facts, detail: string): Step {
  const name = facts.kinds.includes('process-description')
    ? (processName(facts) ?? facts.path)
    : (facts.title?.text ?? facts.path);
  return {
    subject: { type: 'document', path: facts.path, anchor: null },
    name,
    detail: detail === '' ? (facts.kinds[0] ?? '') : detail,
    place: { path: facts.path, span: facts.title?.span ?? { start: 0, end: 0 } },
  };
}

/** The roles and people of a document: its owner, and who answers for or does its activities. */
function whoActs(facts: Facts, view: View): readonly Step[] {
  const found: Step[] = [];
  const take = (name: string, detail: string): void => {
    const subject = subjectNamed(name, view);
    const step = subject === null ? null : stepOf(subject, view);
    if (step !== null && !found.some((each) => isSameSubject(each.subject, step.subject)))
      found.push({ ...step, detail });
  };
  for (const { text } of namesOf(fieldOf(facts, 'owner'))) take(text, 'owner');
  for (const name of calledProcess(facts).names.slice(0, 1))
    for (const { record } of view.raci(name))
      for (const part of ['accountable', 'responsible'])
        for (const { text } of namesOf(fieldOf(record, part))) take(text, part);
  for (const record of facts.records)
    if (record.kind === 'step') for (const { text } of namesOf(fieldOf(record, 'actor'))) take(text, 'performer');
  return found;
}

function isNamed(text: string, subject: Subject, view: View): boolean {
  const named = subjectNamed(text, view);
  return named !== null && isSameSubject(named, subject);
}

function roleIn(facts: Facts, subject: Subject, view: View): string {
  const own = facts.names.find(({ text }) => isNamed(text, subject, view));
  return own === undefined
    ? ''
    : own.place === 'owner'
      ? 'owner of'
      : own.place === 'raci'
        ? 'in its matrix'
        : 'acts in';
}
