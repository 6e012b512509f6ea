/** Steps: long work cut into small pieces, for whoever has others to let in between; and the same work done at once. */

/** Work that pauses after each small piece, and comes to a result. */
export type Steps<T> = Generator<void, T>;

/** The result of some work that nobody else has to wait for. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
