/** YAML registers: records from lists, maps by id and streams of documents, told by their keys. */
import { kindOfList } from '../model/vocabulary/list-names.ts';
import { type Span, span } from '../syntax/span.ts';
import type { YamlMap, YamlNode } from '../syntax/tree.ts';
import type { FieldFact, RecordFact } from './facts.ts';
import { fieldFact } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { yamlPairs, yamlWords } from './pairs.ts';
import { recordOf } from './record.ts';
import { assignFields, matchColumns } from './record-columns.ts';

/**
 * Reads the records of a YAML document.
 * In: its root, the lexicon, and the record kinds that the document's kind leads one to expect. Out: records in order.
 */
export function yamlRecords(
  roots: readonly YamlNode[],
  lexicon: Lexicon,
  expected: ReadonlySet<string>,
): readonly RecordFact[] {
  const found: RecordFact[] = [];
  // A stream of documents is a register too, its first one perhaps the register's own data.
  const [head, ...rest] = roots;
  const others = rest.filter((root): root is YamlMap => root.type === 'map');
  const kind = others.length === 0 ? null : kindOfMaps(others, null, lexicon, expected);
  if (head !== undefined) {
    const alike = kind !== null && head.type === 'map' && kindOfMaps([head], null, lexicon, expected) === kind;
    if (alike && !/^type$/i.test(head.entries[0]?.key.text ?? ''))
      found.push(entryRecord(head, kind, null, lexicon, null));
    else collect(head, null, lexicon, expected, found, 0);
  }
  for (const root of rest) {
    if (root.type === 'map' && kind !== null) found.push(entryRecord(root, kind, null, lexicon, null));
    else collect(root, null, lexicon, expected, found, 0);
  }
  return found;
}

function collect(
  node: YamlNode,
  key: string | null,
  lexicon: Lexicon,
  expected: ReadonlySet<string>,
  found: RecordFact[],
  depth: number,
): void {
  if (depth > 6 || node.type === 'scalar') return;
  if (node.type === 'sequence') {
    const maps = node.items.filter((item): item is YamlMap => item.type === 'map');
    const kind = maps.length === 0 ? null : kindOfMaps(maps, key, lexicon, expected);
    for (const item of node.items) {
      // An item with nothing in it is a form to fill in, as an empty row of a table is.
      if (item.type === 'map' && kind !== null && isBlank(item)) continue;
      if (item.type === 'map' && kind !== null) found.push(entryRecord(item, kind, null, lexicon, key));
      else collect(item, key, lexicon, expected, found, depth + 1);
    }
    return;
  }
  // A map whose values are all maps, keyed by id or name, is a register too.
  const values = node.entries.map((entry) => entry.value);
  const maps = values.filter((value): value is YamlMap => value.type === 'map');
  if (maps.length > 0 && maps.length === values.length) {
    const kind = kindOfMaps(maps, key, lexicon, expected);
    if (kind !== null) {
      for (const entry of node.entries)
        if (entry.value.type === 'map')
          found.push(entryRecord(entry.value, kind, { text: entry.key.text, span: entry.key.span }, lexicon, key));
      return;
    }
  }
  const holders = roleHolders(node, key);
  for (const entry of node.entries) {
    if (holders.includes(entry)) found.push(holderRecord(entry, lexicon, key));
    else collect(entry.value, entry.key.text, lexicon, expected, found, depth + 1);
  }
}

const ROLES = /^(?:roles?|rollen|role[_ -]?holders|rolleninhaber|teams?|groups?|gruppen|committees?|gremien)$/i;

/** The entries that say who holds a role: those of a map called `roles` or `teams`, and those whose keys begin with `role_`. */
function roleHolders(map: YamlMap, key: string | null): readonly YamlMap['entries'][number][] {
  const names = (node: YamlNode): boolean =>
    node.type === 'scalar' || (node.type === 'sequence' && node.items.every((item) => item.type === 'scalar'));
  const prefixed = map.entries.filter((entry) => /^role[_-]/i.test(entry.key.text) && names(entry.value));
  if (prefixed.length >= 2)
    return prefixed.filter((entry) => !/[_-](?:e?mail|phone|tel|telefon|handle|url)$/i.test(entry.key.text));
  return key !== null && ROLES.test(key) && map.entries.length > 0 && map.entries.every((entry) => names(entry.value))
    ? map.entries
    : [];
}

/** `Change Manager: Ada Quill` as a role with its holder. */
function holderRecord(entry: YamlMap['entries'][number], lexicon: Lexicon, section: string | null): RecordFact {
  const base = { labelSpan: entry.key.span, links: [], shape: 'yaml' as const };
  const empty = entry.value.type === 'scalar' && entry.value.text === '';
  const fields = [
    { name: 'name', raw: entry.key.text, at: entry.key.span },
    {
      name: 'holder',
      raw: yamlWords(entry.value),
      at: empty ? span(entry.span.end, entry.span.end) : entry.value.span,
    },
  ].flatMap(({ name, raw, at }) => {
    const field = lexicon.fieldNamed('role', name);
    return field === null ? [] : [fieldFact(field, { ...base, label: field.title, raw, span: at })];
  });
  return recordOf('role', fields, entry.span, 'item', section);
}

/** Does a map hold keys only, without any value? */
export function isBlank(map: YamlMap): boolean {
  return map.entries.every(({ value }) => value.type === 'scalar' && value.text.trim() === '');
}

/** The record kind that a list of maps is of: by the keys that any of them uses, or by the name of the list. */
function kindOfMaps(
  maps: readonly YamlMap[],
  key: string | null,
  lexicon: Lexicon,
  expected: ReadonlySet<string>,
): string | null {
  const some = maps.slice(0, 50);
  const labels = [...new Set(some.flatMap((map) => map.entries.map((entry) => entry.key.text)))];
  const single = key === null ? null : kindOfList(key);
  // In a document that carries such records, the name of their list says more than keys that several kinds share.
  if (single !== null && expected.has(single) && labels.some((label) => lexicon.field(single, label) !== null))
    return single;
  const carried = lexicon.recordKindOfIds(some.map(prefixOf));
  const columns = matchColumns(labels, lexicon, carried === null ? expected : new Set([...expected, carried]));
  if (columns !== null) return columns.kind.name;
  // A workflow's `steps:` share nothing with a procedure's but the name.
  return single !== null &&
    lexicon.recordKinds.some((kind) => kind.name === single) &&
    labels.some((label) => lexicon.field(single, label) !== null)
    ? single
    : null;
}

/** The letters of a map's id: `CSI` of `id: CSI-4`. */
function prefixOf(map: YamlMap): string | null {
  const id = map.entries.find((entry) => /^(?:id|nr|no|number)$/i.test(entry.key.text))?.value;
  return id?.type === 'scalar' ? (/^([A-Z]{2,6})[-_ ]?[\w/-]*\d/.exec(id.text.trim())?.[1] ?? null) : null;
}

/** One YAML map as a record of a kind; its own key stands for a missing id or name. */
export function entryRecord(
  map: YamlMap,
  kind: string,
  own: { text: string; span: Span } | null,
  lexicon: Lexicon,
  section: string | null,
): RecordFact {
  const fields: FieldFact[] = [];
  const seen = new Set<string>();
  if (own !== null) {
    // The key of an entry that gives its own name is a handle or an id: `ada.quill: {name: Ada Quill}`.
    const named = map.entries.some((entry) => /^(?:name|title)$/.test(lexicon.field(kind, entry.key.text)?.name ?? ''));
    const candidates = named ? ['handle', 'id'] : /\d/.test(own.text) ? ['id'] : ['name', 'title', 'id'];
    const said = new Set(map.entries.map((entry) => lexicon.field(kind, entry.key.text)?.name));
    const field =
      candidates.map((each) => lexicon.field(kind, each)).find((each) => each !== null && !said.has(each.name)) ?? null;
    if (field !== null) {
      fields.push(
        fieldFact(field, {
          label: field.title,
          labelSpan: null,
          raw: own.text,
          span: own.span,
          links: [],
          shape: 'yaml',
        }),
      );
      seen.add(field.name);
    }
  }
  const pairs = yamlPairs(map, 'yaml', 0);
  assignFields(
    pairs.map((pair) => pair.label),
    kind,
    lexicon,
  ).forEach((field, i) => {
    const pair = pairs[i];
    if (field === null || pair === undefined || seen.has(field.name)) return;
    fields.push(fieldFact(field, pair));
  });
  const start = own?.span.start ?? map.span.start;
  const record = recordOf(kind, fields, span(start, map.span.end), 'item', section);
  return record.headSpan.end - record.headSpan.start > 120
    ? { ...record, headSpan: map.entries[0]?.key.span ?? record.headSpan }
    : record;
}
