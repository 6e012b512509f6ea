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

/** Things dealt with one by one, with a pause after every so many; in: how many are a small piece of work. */
export function* inSteps<T>(things: Iterable<T>, deal: (thing: T) => void, piece = 200): Steps<void> {
  let dealt = 0;
  for (const thing of things) {
    deal(thing);
    dealt += 1;
    if (dealt % piece === 0) yield;
  }
}
