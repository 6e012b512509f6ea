/** The language that a path says its document is in. */

/** In: a path such as `docs/de/change.md` or `change.de.md`. Out: two letters; empty where the path says none. */
export function languageOf(path: string): string {
  return (
    /(?:^|[/._-])(en|de|fr|es|it|nl|pt|pl|sv|da|fi|no|cs|ja|zh|ko|ru|tr)(?=\/|\.[a-z]+$)/i
      .exec(path)?.[1]
      ?.toLowerCase() ?? ''
  );
}
