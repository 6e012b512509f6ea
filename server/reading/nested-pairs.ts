/** Metadata of a YAML map with what is nested in it: `document: {owner: …}`, `review: {last: …, next: …}`, `approval: {by: …}`. */
import type { YamlMap, YamlNode } from '../syntax/tree.ts';
import type { Shape } from './facts.ts';
import type { Pair } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { yamlPairs } from './pairs.ts';

/** Keys whose map holds the document's own data. */
const HOLDER =
  /^(?:metadata|meta|document|doc|document[_ -]?control|control|header|dokument|dokumentenlenkung|process|policy|procedure|plan)$/i;
/** Keys below another that say who: `approval: {by: …}`. */
const WHO = /^(?:by|name|person|who|durch|von)$/i;

/**
 * The pairs of a map's entries and of the maps in it.
 * In: the map, its shape and block; `records` leaves out entries that hold lists of maps or maps of maps, which are registers.
 * Out: pairs in order; a nested entry has the label that its two keys make together, where anybody knows it.
 */
export function nestedPairs(
  map: YamlMap,
  shape: Shape,
  block: number,
  lexicon: Lexicon,
  records: boolean,
): readonly Pair[] {
  const entries = records
    ? map.entries.filter((entry) => HOLDER.test(entry.key.text) || !holdsMaps(entry.value))
    : map.entries;
  return entries.flatMap((entry): readonly Pair[] => {
    const { key, value } = entry;
    const own = yamlPairs({ ...map, entries: [entry] }, shape, block);
    if (value.type !== 'map') return own;
    if (HOLDER.test(key.text)) return nestedPairs(value, shape, block, lexicon, records);
    const inner = value.entries.flatMap((each): readonly Pair[] => {
      const label = combined(key.text, each.key.text, lexicon);
      return label === null
        ? []
        : yamlPairs({ ...value, entries: [each] }, shape, block).map((pair) => ({ ...pair, label }));
    });
    // `owner: {name: …, role: …}` is one value; `review: {last: …, next: …}` is several.
    return inner.some((pair) => lexicon.controlField(pair.label)?.name !== lexicon.controlField(key.text)?.name)
      ? inner
      : own;
  });
}

/** The label that a key and the one above it make together: "last review" of `review: {last: …}`. */
function combined(outer: string, inner: string, lexicon: Lexicon): string | null {
  if (WHO.test(inner)) return lexicon.controlField(outer) === null ? null : outer;
  return [`${outer} ${inner}`, `${inner} ${outer}`].find((label) => lexicon.controlField(label) !== null) ?? null;
}

function holdsMaps(node: YamlNode): boolean {
  return node.type === 'sequence'
    ? node.items.some((item) => item.type === 'map')
    : node.type === 'map' && node.entries.some((entry) => entry.value.type === 'map');
}
