/** The identifier of a new entry: the one that follows those that are there. */

/**
 * The next identifier of a series; in: the identifiers there are, in order of place. Out: the last one's form with the number
 * after the highest of that form, `IMP-2026-10` behind `IMP-2026-09`; null where the last one ends in no number.
 */
export function nextId(ids: readonly string[]): string | null {
  const last = /^(.*?)(\d+)$/.exec(ids.at(-1)?.trim() ?? '');
  const [, form, digits] = last ?? [];
  if (form === undefined || digits === undefined) return null;
  const highest = ids.reduce((most, id) => {
    const number = id.trim().startsWith(form) ? Number(id.trim().slice(form.length)) : Number.NaN;
    return Number.isInteger(number) && number > most ? number : most;
  }, 0);
  return `${form}${String(highest + 1).padStart(digits.length, '0')}`;
}
