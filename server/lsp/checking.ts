/** Checking: the document being typed in at once, everything that reads it right after, in slices that let others in between. */
import type { Rule } from '../rules/rule.ts';
import { type Checker, createChecker } from '../rules/run.ts';
import { isWorkspaceUnit } from '../workspace/workspace.ts';
import { publish, sendStatus } from './publishing.ts';
import type { Root, Session } from './session.ts';

/** Milliseconds of checking between two pauses: short enough that a key stroke hardly waits for it. */
const SLICE = 4;
/** Milliseconds without a key stroke before what speaks of the workspace as a whole is looked at: one look takes longer than a slice. */
const REST = 300;

export interface Checking {
  /** Checks one document this very moment and publishes it; the other units follow in slices. */
  now(root: Root, path: string, units: Iterable<string>): void;
  /** Checks units in slices. */
  later(root: Root, units: Iterable<string>): void;
  /** Sees to it that what is known of one document is up to date. */
  settle(root: Root, path: string): void;
}

/** In: the session and the rules; a rule that fails is named in the log, once for each unit and rule. */
export function createChecking(session: Session, rules: readonly Rule[]): Checking {
  const faults = new Set<string>();
  /** When somebody typed last in a document of a root. */
  const typed = new WeakMap<Root, number>();
  /** Ends a root's rest. */
  const naps = new WeakMap<Root, () => void>();
  const fault = (rule: string, unit: string, error: unknown): void => {
    const key = `${rule} ${unit}`;
    if (faults.has(key)) return;
    faults.add(key);
    const where = unit === '' ? 'the workspace' : unit;
    session.connection.console.error(`The rule ${rule} failed on ${where} and was skipped: ${stackOf(error)}`);
  };
  const checkers = new WeakMap<Root, Checker>();
  const check = (root: Root, unit: string): ReadonlySet<string> => {
    root.dirty.delete(unit);
    const checker = checkers.get(root) ?? createChecker(root.folder.workspace, rules, fault);
    checkers.set(root, checker);
    return checker.check(unit);
  };

  /** One slice of what waits; in: whether units of the whole workspace are checked, or those of documents. */
  const slice = (root: Root, whole: boolean): void => {
    const end = performance.now() + SLICE;
    const touched = new Set<string>();
    for (const unit of root.dirty) {
      if (isWorkspaceUnit(unit) !== whole) continue;
      for (const path of check(root, unit)) touched.add(path);
      if (performance.now() >= end) break;
    }
    publish(session, root, touched);
  };

  /** Rests for so many milliseconds, or until there is something new to do. */
  const nap = (root: Root, rest: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, rest);
      naps.set(root, () => {
        clearTimeout(timer);
        resolve();
      });
    });

  const run = async (root: Root): Promise<void> => {
    if (root.checking) return;
    root.checking = true;
    try {
      // The slices pick up where the set stands: what a later key stroke adds or makes anew is simply in it.
      while (root.dirty.size > 0 && !root.closed) {
        await session.host.pause();
        const whole = everyIsOfWorkspace(root.dirty);
        const rest = whole ? (typed.get(root) ?? -REST) + REST - performance.now() : 0;
        if (rest > 0) await nap(root, rest);
        else slice(root, whole);
      }
    } finally {
      root.checking = false;
    }
    sendStatus(session);
  };

  const later = (root: Root, units: Iterable<string>): void => {
    for (const unit of units) root.dirty.add(unit);
    naps.get(root)?.();
    if (root.dirty.size === 0) sendStatus(session);
    else run(root).catch((error: unknown) => session.connection.console.error(`Checking stopped: ${stackOf(error)}`));
  };

  return {
    later,
    now(root, path, units) {
      typed.set(root, performance.now());
      const touched = new Set(check(root, path));
      touched.delete(path);
      publish(session, root, [path], true);
      for (const unit of units) if (unit !== path) root.dirty.add(unit);
      // Findings about other documents, made here: sent after the one that somebody waits for.
      publish(session, root, touched);
      later(root, []);
    },
    settle(root, path) {
      if (root.dirty.has(path)) publish(session, root, check(root, path));
    },
  };
}

function everyIsOfWorkspace(units: Iterable<string>): boolean {
  for (const unit of units) if (!isWorkspaceUnit(unit)) return false;
  return true;
}

/** What was thrown, with the way there, for the log. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
