/** Slices: long work for one request, with pauses in which key strokes get their turn; it stops when its ground has moved or nobody waits. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Steps } from '../workspace/steps.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Session } from './session.ts';

/** Milliseconds of work between two pauses. */
const SLICE = 4;

/** The turn of one request: how long it has had the floor, and whether its answer is still wanted and still true. */
export interface Turn {
  /** Fails where the answer is no longer wanted or no longer true; for whoever has waited for something else. */
  check(): void;
  /** Lets others in at once. */
  pause(): Promise<void>;
  /** Is it time to let others in? In: the milliseconds that the next piece of work may take. */
  isOver(next?: number): boolean;
  /** Does some work in slices and gives its result. */
  do<T>(steps: Steps<T>): Promise<T>;
}

/**
 * Takes a turn.
 * In: the session, the workspaces that the answer is drawn from, and the token of the request. The turn fails with
 * `ContentModified` once one of them moves on, and with `RequestCancelled` once nobody waits.
 */
export function takeTurn(session: Session, workspaces: readonly Workspace[], token: CancellationToken): Turn {
  const begun = workspaces.map(({ revision }) => revision);
  let end = performance.now() + SLICE;
  const isOver = (next = 0): boolean => performance.now() + next >= end;
  const check = (): void => {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (workspaces.some(({ revision }, order) => revision !== begun[order]))
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The workspace has changed meanwhile.');
  };
  const pause = async (): Promise<void> => {
    await session.host.pause();
    check();
    end = performance.now() + SLICE;
  };
  return {
    check,
    pause,
    isOver,
    async do(steps) {
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        if (isOver()) await pause();
      }
    },
  };
}
