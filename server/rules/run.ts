/** Running the rules over one unit of the workspace; a rule that fails is named and skipped, the rest goes on. */
import type { AcceptedEntry, RuleSetting, Severity } from '../model/configuration.ts';
import { detached } from '../model/memo.ts';
import { type Facts, fieldOf } from '../reading/facts.ts';
import { lexiconFor } from '../reading/lexicon.ts';
import { digest } from '../workspace/digest.ts';
import type { Finding } from '../workspace/finding.ts';
import { AS_OF_KEY, type Key, LOADED_KEY, spansKey } from '../workspace/keys.ts';
import { createView, type Noted, type View } from '../workspace/view.ts';
import {
  byPlace,
  isWorkspaceUnit,
  type Reads,
  WORKSPACE_UNIT,
  type Workspace,
  workspaceUnit,
} from '../workspace/workspace.ts';
import { accept, beyondBaseline, type MetSuppression } from './acceptance.ts';
import { isAskedToBeComplete, isControlledHere } from './life.ts';
import { planFor, recordsOf } from './plan.ts';
import type { Draft, FindingsSubject, Rule } from './rule.ts';
import { isOverridden, isSwitchedOn, settingFor, severityIn } from './switches.ts';

/** Told when a rule fails: its id, the unit and what was thrown. */
export type Fault = (rule: string, unit: string, error: unknown) => void;

/** Checks units of one workspace. */
export interface Checker {
  /**
   * Checks one unit and stores the outcome in the workspace.
   * In: a path, one rule's look at the workspace, or `WORKSPACE_UNIT` for all of these. Out: the paths whose findings may have
   * changed.
   */
  check(unit: string): ReadonlySet<string>;
}

/**
 * Makes what checks a workspace.
 * In: the workspace, the rules, and who is told of a failing rule. Out: the checker; all its units look through one view, since
 * the fixes of findings hold on to it.
 */
export function createChecker(workspace: Workspace, rules: readonly Rule[], fault: Fault): Checker {
  const reads = readsByRule();
  const view = createView(workspace, reads);
  let plan = { configuration: workspace.configuration, of: planFor(rules, workspace.configuration) };
  const rulesFor = (facts: Facts | null): readonly Rule[] => {
    const { configuration } = workspace;
    if (plan.configuration !== configuration) plan = { configuration, of: planFor(rules, configuration) };
    return facts === null ? [] : plan.of.ofDocument(facts);
  };
  const byUnit = new Map(rules.flatMap((rule) => (rule.on === 'workspace' ? [[workspaceUnit(rule.id), rule]] : [])));

  const check = (unit: string): ReadonlySet<string> => {
    const whole = isWorkspaceUnit(unit);
    const facts = whole ? null : workspace.facts(unit);
    // Only the rules that read what has changed; where the document itself has, all of them.
    const stale = whole ? null : workspace.stale(unit);
    const own = byUnit.get(unit);
    const asked = !whole
      ? stale === null
        ? rulesFor(facts)
        : rulesFor(facts).filter((rule) => stale.has(rule.id))
      : own === undefined
        ? []
        : [own];
    reads.open();
    const findings =
      facts === null && !whole ? [] : [...findingsOf(facts, view, asked, whole ? '' : unit, fault, null, reads.begin)];
    for (const { rule, path, related } of findings) {
      reads.begin(rule);
      if (path !== unit) reads.add(spansKey(path));
      for (const other of related) if (other.path !== unit) reads.add(spansKey(other.path));
    }
    // What is accepted depends on the day, and nobody may be told that a comment is of no use before everything was read.
    const suppressed = facts !== null && facts.suppressions.length > 0;
    reads.begin(ACCEPTING);
    if (suppressed || workspace.configuration.accepted.length > 0) reads.add(AS_OF_KEY);
    if (suppressed) reads.add(LOADED_KEY);
    const done = stale === null ? null : new Set([...stale, ACCEPTING]);
    const touched = new Set(workspace.remember(unit, done, reads.close(), findings));
    if (whole) for (const path of besideDocuments(workspace)) touched.add(path);
    for (const path of touched) settle(workspace, path, rules, view, fault);
    return touched;
  };

  return {
    check(unit) {
      if (unit !== WORKSPACE_UNIT) return check(unit);
      const touched = new Set<string>();
      for (const each of byUnit.keys()) for (const path of check(each)) touched.add(path);
      return touched;
    },
  };
}

/** Stands among the rules for the settling of what is accepted, which reads keys as they do. */
const ACCEPTING = '';

interface ReadsByRule extends Noted {
  /** From here on, what is read is noted. */
  open(): void;
  /** The rule that reads from here on. */
  begin(rule: string): void;
  /** Out: each key that was read, with the rules that did. From here on nothing is noted: fixes may read at any time. */
  close(): Reads;
}

/** Collects what is read, each key with the rules that read it. */
function readsByRule(): ReadsByRule {
  let all: Map<Key, readonly string[]> | null = null;
  let current = '';
  const lists = new Map<readonly string[] | null, Map<string, readonly string[]>>();
  /** Thousands of units read a key by the same few rules: they share its list. In: the list so far, null for none. */
  const withCurrent = (rules: readonly string[] | null): readonly string[] => {
    const longer = lists.get(rules) ?? new Map<string, readonly string[]>();
    lists.set(rules, longer);
    const list = longer.get(current) ?? [...(rules ?? []), current];
    longer.set(current, list);
    return list;
  };
  return {
    open() {
      all = new Map();
    },
    begin(rule) {
      current = rule;
    },
    add(key) {
      const rules = all?.get(key) ?? null;
      if (rules === null || (rules[rules.length - 1] !== current && !rules.includes(current)))
        all?.set(key, withCurrent(rules));
    },
    close() {
      const noted = all ?? new Map();
      all = null;
      return noted;
    },
  };
}

/** Paths that no document's unit settles: the configuration's, and what was once settled and is no document any more. */
function* besideDocuments(workspace: Workspace): Iterable<string> {
  const { configuration } = workspace;
  if (configuration.path !== null && configuration.accepted.length > 0) yield configuration.path;
  for (const path of [...workspace.settledPaths()]) if (workspace.facts(path) === null) yield path;
}

/** Takes out of the findings at a path what is accepted, and adds what is to be said of the acceptance itself. */
function settle(workspace: Workspace, path: string, rules: readonly Rule[], view: View, fault: Fault): void {
  const { configuration, asOf } = workspace;
  const facts = workspace.facts(path);
  const entries = path === configuration.path ? configuration.accepted : [];
  const plain = (facts?.suppressions.length ?? 0) === 0 && configuration.accepted.length === 0;
  if (plain && configuration.baseline === null) {
    workspace.settle(path, null);
    return;
  }
  const acceptance = accept(path, workspace.found(path), facts, configuration, asOf);
  const own: Finding[] = [];
  if (acceptance.suppressions.length > 0 || entries.length > 0) {
    // What these read was noted when the document was checked: its facts, the configuration, the day, and that all is read.
    const judges = rules.filter((rule) => rule.on === 'findings');
    own.push(...findingsOf(facts, view, judges, path, fault, { ...acceptance, entries, rules }));
  }
  const { open, known } = beyondBaseline([...acceptance.open, ...own].sort(byPlace), configuration);
  workspace.settle(path, { open, accepted: [...acceptance.accepted, ...known] });
}

interface Judged {
  readonly suppressions: readonly MetSuppression[];
  readonly entries: readonly AcceptedEntry[];
  readonly rules: readonly Rule[];
}

function* findingsOf(
  facts: Facts | null,
  view: View,
  rules: readonly Rule[],
  unit: string,
  fault: Fault,
  judged: Judged | null = null,
  begin: (rule: string) => void = () => undefined,
): Iterable<Finding> {
  const { configuration } = view;
  const lexicon = lexiconFor(configuration);
  const complete = facts === null || isAskedToBeComplete(facts);
  for (const rule of rules) {
    begin(rule.id);
    if (!isSwitchedOn(rule, unit, configuration) && !(rule.on === 'workspace' && isOverridden(rule, configuration)))
      continue;
    const severity = severityIn(rule, view.edition);
    if (severity === null) continue;
    if (rule.completeness === true && !complete) continue;
    if (rule.absence === true && !(view.loaded && view.isSms && configuration.readable)) continue;
    try {
      const found =
        rule.on === 'findings'
          ? judged === null
            ? []
            : [...rule.check(findingsSubject(facts, view, unit, complete, judged))]
          : drafts(rule, facts, view, lexicon);
      for (const draft of found) {
        // Where the finding lies decides, not where the rule looked: a file may have a setting of its own.
        const path = draft.path ?? unit;
        if (path !== unit && !isSwitchedOn(rule, path, configuration)) continue;
        yield finish(rule, draft, severity, settingFor(rule.id, path, configuration), facts, view, unit);
      }
    } catch (error) {
      fault(rule.id, unit, error);
    }
  }
}

function findingsSubject(
  facts: Facts | null,
  view: View,
  path: string,
  complete: boolean,
  { suppressions, entries, rules }: Judged,
): FindingsSubject {
  const { configuration, edition } = view;
  return {
    path,
    facts,
    view,
    suppressions,
    entries,
    known: rules.map((rule) => rule.id),
    inForce(id) {
      const rule = rules.find((each) => each.id === id);
      if (rule === undefined || severityIn(rule, edition) === null) return false;
      if (!isSwitchedOn(rule, path, configuration)) return false;
      if (rule.completeness === true && !complete) return false;
      return rule.absence !== true || view.isSms;
    },
  };
}

function drafts(
  rule: Exclude<Rule, { readonly on: 'findings' }>,
  facts: Facts | null,
  view: View,
  lexicon: ReturnType<typeof lexiconFor>,
): readonly Draft[] {
  if (rule.on === 'workspace') return facts === null ? [...rule.check(view)] : [];
  if (facts === null) return [];
  if (rule.on === 'documents') return [...rule.check({ facts, view, lexicon })];
  const found: Draft[] = [];
  for (const kind of rule.kinds)
    for (const record of recordsOf(facts).get(kind) ?? []) found.push(...rule.check({ facts, view, lexicon, record }));
  return found;
}

const NONE: readonly never[] = [];

function finish(
  rule: Rule,
  draft: Draft,
  severity: Severity,
  setting: RuleSetting | null,
  facts: Facts | null,
  view: View,
  unit: string,
): Finding {
  const clauses = (draft.clauses ?? rule.clauses)[view.edition] ?? [];
  const path = draft.path ?? unit;
  const own = draft.severity ?? severity;
  const loose =
    rule.completeness === true &&
    facts !== null &&
    own !== 'information' &&
    !isControlledHere(facts, view, lexiconFor(view.configuration));
  return {
    rule: rule.id,
    severity: setting !== null && setting !== 'off' ? setting : loose ? 'information' : own,
    path,
    span: draft.span,
    message: detached(draft.message),
    clauses,
    related: draft.related ?? NONE,
    fixes: draft.fixes ?? NONE,
    about: detached(draft.about),
    fingerprint: digest(`${rule.id}\u0001${path}\u0001${draft.about}`).toString(36),
  };
}

/** Where a finding about a whole document points: its title, else its first characters. */
export function documentSpan(facts: Facts): { readonly start: number; readonly end: number } {
  return facts.title?.span ?? fieldOf(facts, 'id')?.span ?? { start: 0, end: 0 };
}

/** Checks many units at once; for the command line and tests, where nobody types meanwhile. */
export function checkUnits(workspace: Workspace, units: Iterable<string>, rules: readonly Rule[], fault: Fault): void {
  const checker = createChecker(workspace, rules, fault);
  for (const unit of units) checker.check(unit);
}
