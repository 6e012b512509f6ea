/** The form of a document's content: which features of a process, a procedure or a work instruction it shows. */
import { FORM_OF_KIND, type FormFeatureName, type FormScore, scoreOf } from '../model/document-forms.ts';
import { termKey } from '../model/vocabulary/names.ts';
import { beginsWithVerb } from '../model/vocabulary/step-verbs.ts';
import { parseTargets } from '../model/vocabulary/targets.ts';
import type { Block } from '../syntax/tree.ts';
import { type Facts, type FieldFact, fieldOf, type RecordFact } from './facts.ts';
import { visit } from './links.ts';
import { blockWords } from './sections.ts';

/** What is looked at, once all else of the document has been read. */
export interface FormSigns {
  readonly facts: Pick<Facts, 'title' | 'kinds' | 'metadata' | 'sections' | 'records' | 'links' | 'names' | 'words'>;
  readonly blocks: readonly Block[];
  /** All steps of the document, those too that its kind does not look for. */
  readonly steps: () => readonly RecordFact[];
}

/** Shorter texts are notes and fragments, and show too little of anything. */
const SHORTEST = 150;
const FEWEST_STEPS = 5;
const MOST = 0.6;
const SOME = 0.3;

const SCREEN =
  /\b(?:click|double-click|right-click|tick|untick|drop-?down|menu|button|tab|checkbox|log ?in to|klicken|anklicken|schaltfläche|menü)\b/i;
/** `File > Print`. */
const MENU_PATH = /[>→›](?<=\S\s.)\s\S/;
const DECISION = /\b(?:if|otherwise|unless|in case|falls|wenn|sonst)\b/i;
const DURATION =
  /\bwithin\s+\d|\binnerhalb\s+von\s+\d|\b\d+\s*(?:min(?:utes?)?|hours?|h|days?|stunden?|minuten?|tagen?)\b/i;
const RULE = /\b(?:shall|must|muss|müssen|darf nicht)\b/gi;
const INCLUDED = /^\s*(?:!\[\[.+\]\]|include::|\{%\s*include|\{\{<)/m;
const DIAGRAM_LANGUAGE = /^(?:mermaid|plantuml|puml|dot|graphviz|bpmn|drawio)$/i;
const DIAGRAM_FILE = /\.(?:bpmn|drawio|vsdx?|puml)(?:\.\w+)?$|(?:flow|swimlane|process)[-_ ]?(?:chart|diagram|map)/i;
const PROCEDURE_NAME = /\b(?:procedure|sop|work[- ]instruction|runbook|verfahren(?:sanweisung)?|arbeitsanweisung)s?\b/i;

/** The score of a document's form; null for kinds that are told apart by other signs, such as policies and plans. */
export function formScore({ facts, blocks, steps: read }: FormSigns): FormScore | null {
  if (facts.kinds[0] === undefined || FORM_OF_KIND[facts.kinds[0]] === undefined) return null;
  const found = new Set<FormFeatureName>();
  const note = (name: FormFeatureName, shown: boolean): void => {
    if (shown) found.add(name);
  };
  const given = (name: string): FieldFact | null => {
    const field = fieldOf(facts, name);
    return field !== null && field.state !== 'empty' ? field : null;
  };
  const section = (...names: readonly string[]): boolean =>
    facts.sections.some((each) => each.state !== 'empty' && each.names.some((name) => names.includes(name)));
  const recorded = (kind: string): boolean => facts.records.some((record) => record.kind === kind);

  note('process-owner', /pro[cz]es/i.test(given('owner')?.label ?? ''));
  note('objective', section('objective', 'purpose') || given('objective') !== null || given('purpose') !== null);
  const inputs = section('inputs') || given('inputs') !== null || recorded('process-input');
  const outputs = section('outputs') || given('outputs') !== null || recorded('process-output');
  note('inputs-and-outputs', inputs && outputs);
  note('input-or-output', inputs !== outputs);
  note('trigger', section('trigger', 'triggers') || given('trigger') !== null);
  note('measures', hasTargets(facts, given('measures')));
  note('interfaces', countOf(given('interfaces')) >= 2);
  const roles = new Set(facts.names.filter((name) => name.place === 'raci').map((name) => name.text));
  note(
    'roles',
    recorded('raci-row') || roles.size >= 3 || facts.records.filter((each) => each.kind === 'role').length >= 3,
  );
  note('procedures', leadsToProcedures(facts, given('procedures')));
  const parent = facts.kinds[0] === 'process-description' ? null : given('process');
  note('parent-process', countOf(parent) === 1);

  const steps = read();
  const words = steps.map((step) => fieldOf(step, 'action')?.raw ?? step.name);
  const share = (test: (words: string) => boolean): number => words.filter(test).length / words.length;
  const many = steps.length >= FEWEST_STEPS;
  note('steps', many);
  note('imperative', many && share(beginsWithVerb) >= MOST);
  note(
    'actors',
    many && steps.filter((step) => fieldOf(step, 'actor')?.state === 'given').length / steps.length >= MOST,
  );
  const { code, diagram } = drawn(blocks);
  note(
    'commands',
    many && (share((each) => MENU_PATH.test(each) || SCREEN.test(each)) >= SOME || code >= words.length * SOME),
  );
  note('diagram', diagram || facts.links.some((link) => DIAGRAM_FILE.test(link.target)));
  note('decisions', many && words.some((each) => DECISION.test(each)));
  note(
    'time-limits',
    many &&
      steps.some(
        (step) => fieldOf(step, 'time_limit')?.state === 'given' || DURATION.test(fieldOf(step, 'action')?.raw ?? ''),
      ),
  );
  const prose = blocks.flatMap((block) => (block.type === 'paragraph' ? [blockWords(block)] : []));
  note('rules', (prose.join(' ').match(RULE)?.length ?? 0) >= 3);

  const title = new Set(termKey(facts.title?.text ?? '').split(' '));
  const names = (...forms: readonly string[]): boolean => forms.some((form) => title.has(form));
  note(
    'title-process',
    names('process', 'prozess', 'prozessbeschreibung') || /prozess$/i.test(facts.title?.text ?? ''),
  );
  note('title-procedure', names('procedure', 'verfahren', 'verfahrensanweisung', 'sop'));
  note(
    'title-instruction',
    names('instruction', 'instructions', 'howto', 'arbeitsanweisung', 'anleitung') ||
      /^how to\b/i.test(facts.title?.text ?? ''),
  );

  const whole = !prose.some((words) => INCLUDED.test(words));
  return scoreOf([...found], facts.words >= SHORTEST && whole && readsTheLanguage(facts));
}

/** Headings of which none is known are in a language that cannot be judged here; where there are no headings, nothing speaks against it. */
function readsTheLanguage(facts: FormSigns['facts']): boolean {
  const below = facts.sections.filter((each) => each.level > 1);
  return below.length < 2 || below.some((each) => each.names.length > 0);
}

function hasTargets(facts: FormSigns['facts'], measures: FieldFact | null): boolean {
  if (facts.records.some((record) => record.kind === 'kpi' && fieldOf(record, 'target')?.value?.type === 'target'))
    return true;
  return parseTargets(measures?.raw ?? '').some(({ target }) => target.unit !== '' || target.comparator !== null);
}

function countOf(field: FieldFact | null): number {
  if (field === null) return 0;
  return Math.max(field.links.length, field.value?.type === 'reference' ? field.value.targets.length : 0);
}

function leadsToProcedures(facts: FormSigns['facts'], procedures: FieldFact | null): boolean {
  return (
    (procedures !== null && procedures.links.length > 0) ||
    facts.links.some(
      (link) => link.path !== null && (PROCEDURE_NAME.test(link.text) || PROCEDURE_NAME.test(link.target)),
    )
  );
}

function drawn(blocks: readonly Block[]): { readonly code: number; readonly diagram: boolean } {
  let code = 0;
  let diagram = false;
  visit(blocks, (block) => {
    if (block.type !== 'code') return;
    if (DIAGRAM_LANGUAGE.test(block.lang ?? '')) diagram = true;
    else if (block.fenced && !/^ya?ml$/i.test(block.lang ?? '')) code += 1;
  });
  return { code, diagram };
}
