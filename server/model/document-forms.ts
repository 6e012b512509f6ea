/** Process, procedure, work instruction: the features by which their contents are told apart, and the points that each gives. */

import { termWords } from './vocabulary/terms.ts';

export type DocumentForm = 'process' | 'procedure' | 'work-instruction';

export interface FormFeature {
  readonly process: number;
  readonly procedure: number;
  readonly instruction: number;
  /** What a message calls it; null where it says nothing to a reader. */
  readonly called: string | null;
}

/** A process says what and why, a procedure who does what in which order, a work instruction how one person carries out one task. */
export const FORM_FEATURES = {
  'process-owner': { process: 3, procedure: 0, instruction: 0, called: 'a process owner' },
  objective: { process: 1, procedure: 1, instruction: 0, called: null },
  'inputs-and-outputs': { process: 3, procedure: 0, instruction: 0, called: 'inputs and outputs' },
  'input-or-output': { process: 1, procedure: 0, instruction: 0, called: null },
  trigger: { process: 1, procedure: 1, instruction: 0, called: null },
  measures: { process: 3, procedure: 0, instruction: 0, called: 'measures with targets' },
  interfaces: { process: 2, procedure: 0, instruction: 0, called: 'interfaces to other processes' },
  roles: { process: 2, procedure: 1, instruction: 0, called: null },
  procedures: { process: 2, procedure: 0, instruction: 0, called: 'links to procedures' },
  'parent-process': { process: 0, procedure: 2, instruction: 1, called: 'the process that it serves' },
  steps: { process: 0, procedure: 3, instruction: 3, called: 'numbered steps' },
  imperative: { process: 0, procedure: 2, instruction: 3, called: 'steps that say what to do' },
  actors: { process: 0, procedure: 3, instruction: -1, called: 'an actor in each step' },
  commands: { process: -2, procedure: -1, instruction: 4, called: 'commands and screens' },
  diagram: { process: 2, procedure: 1, instruction: 0, called: null },
  decisions: { process: 0, procedure: 1, instruction: 1, called: null },
  rules: { process: 1, procedure: 0, instruction: 0, called: null },
  'time-limits': { process: 0, procedure: 1, instruction: 0, called: null },
  'title-process': { process: 2, procedure: 0, instruction: 0, called: null },
  'title-procedure': { process: -2, procedure: 2, instruction: 0, called: null },
  'title-instruction': { process: 0, procedure: 0, instruction: 2, called: null },
} as const satisfies Readonly<Record<string, FormFeature>>;

export type FormFeatureName = keyof typeof FORM_FEATURES;

/** The kinds whose documents are told apart by these features. */
export const FORM_OF_KIND: Readonly<Record<string, DocumentForm>> = {
  'process-description': 'process',
  procedure: 'procedure',
  'work-instruction': 'work-instruction',
};

/** So many points make a form, so many more than the next make it plain, and so many of two make both. */
const ENOUGH = 5;
const MARGIN = 3;
const BOTH = 6;

export interface FormScore {
  readonly process: number;
  readonly procedure: number;
  readonly instruction: number;
  readonly features: readonly FormFeatureName[];
  /** False for short notes, fragments and languages that are not read here: they show too little of anything. */
  readonly judged: boolean;
  readonly verdict: DocumentForm | 'combined' | 'unknown';
}

/** Adds the points up; in: the features that a document shows, and whether it is long and whole enough to be judged. */
export function scoreOf(features: readonly FormFeatureName[], judged: boolean): FormScore {
  const sum = (form: 'process' | 'procedure' | 'instruction'): number =>
    features.reduce((total, name) => total + FORM_FEATURES[name][form], 0);
  const [process, procedure, instruction] = [sum('process'), sum('procedure'), sum('instruction')];
  return {
    process,
    procedure,
    instruction,
    features,
    judged,
    verdict: judged ? verdictOf(process, procedure, instruction) : 'unknown',
  };
}

function verdictOf(process: number, procedure: number, instruction: number): FormScore['verdict'] {
  if (process >= BOTH && procedure >= BOTH) return 'combined';
  const ranked: readonly (readonly [DocumentForm, number])[] = (
    [
      ['process', process],
      ['procedure', procedure],
      ['work-instruction', instruction],
    ] as const
  ).toSorted((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  return first !== undefined && second !== undefined && first[1] >= ENOUGH && first[1] - second[1] >= MARGIN
    ? first[0]
    : 'unknown';
}

/**
 * Does the content speak against a form: for steps in a process, for a process in a procedure or an instruction?
 * Between procedure and instruction practitioners differ, and nothing is said.
 */
export function speaksAgainst(form: DocumentForm, score: FormScore): boolean {
  const stepwise = Math.max(score.procedure, score.instruction);
  if (score.verdict === 'combined') return false;
  return form === 'process'
    ? score.judged && stepwise >= ENOUGH && stepwise - score.process >= MARGIN
    : score.verdict === 'process';
}

/** Words of the house for documents that may hold either. */
const HOUSE_WORDS = new Set(
  'sop playbook playbooks runbook runbooks book guide checklist manual handbook leitfaden handbuch'.split(' '),
);

/** Is it a name in a word of the house, which says nothing of process or procedure? */
export function isHouseName(title: string): boolean {
  return termWords(title).some((word) => HOUSE_WORDS.has(word));
}
