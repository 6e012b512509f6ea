/** Waiting for what the editor does in its own time. */

/** Asks until there is an answer; in: the question (undefined: not yet) and what is waited for. Rejects after 45 s. */
export async function eventually<T>(ask: () => T | undefined | PromiseLike<T | undefined>, wanted: string): Promise<T> {
  const end = performance.now() + 45_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`There is still no ${wanted}`);
    await new Promise((go) => setTimeout(go, 25));
  }
}
