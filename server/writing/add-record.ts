/** A new record in the list that a document keeps: a table row, a YAML item, or a section like the last one. */
import { kindOfList } from '../model/vocabulary/list-names.ts';
import type { RecordFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { matchColumns } from '../reading/record-columns.ts';
import { isBlank } from '../reading/yaml-records.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import { plainText } from '../syntax/inline-text.ts';
import { contains, span, touches } from '../syntax/span.ts';
import type { Table, YamlMap, YamlNode, YamlSequence } from '../syntax/tree.ts';
import { labelFor, recordLabelling } from './field-labels.ts';
import { tablesOf } from './field-value.ts';
import { keepsMetadata, parts, recordWords, reread, says } from './proof.ts';
import { lineEndOf, lineStart, lineStop, oneLine, type WritingSource } from './source.ts';
import { addRow } from './table-edits.ts';
import { layoutOf } from './table-rows.ts';
import { keyText, ownEntries, replaceEntry } from './yaml-entries.ts';
import { quotingOf, scalarText } from './yaml-scalar.ts';

type Values = Readonly<Record<string, string>>;

/**
 * Adds a record to the document's list of such records.
 * In: the document, the record kind, values by canonical field name, the lexicon. Out: the edits, behind the last record of
 * the kind; values for which a table has no column are left out. Null where the document holds no such list, or the record
 * would not be read back.
 */
export function addRecord(
  source: WritingSource,
  kind: string,
  values: Values,
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const wanted = Object.entries(values).filter(
    ([name, value]) => oneLine(value) !== '' && lexicon.fieldNamed(kind, name) !== null,
  );
  if (wanted.length === 0) return null;
  const given = Object.fromEntries(wanted);
  for (const edits of ways(source, kind, given, lexicon)) if (proved(source, edits, kind, given, lexicon)) return edits;
  return null;
}

function* ways(source: WritingSource, kind: string, values: Values, lexicon: Lexicon): Generator<readonly TextEdit[]> {
  const records = source.facts.records.filter((record) => record.kind === kind && record.form !== 'document');
  const last = records.at(-1);
  if (source.tree.format === 'yaml') {
    const filled = last === undefined ? inBlankItem(source, source.tree.stream.roots, kind, values, lexicon) : null;
    if (filled !== null) yield filled;
    const edit = inYaml(source, source.tree.stream.roots, kind, last, values, lexicon);
    if (edit !== null) yield [edit];
    return;
  }
  const tables = tablesOf(source);
  const home =
    last?.form === 'row'
      ? tables.find((table) => contains(table.span, last.span))
      : tables.find((table) => columnsOf(table, kind, lexicon) !== null);
  const row = home === undefined ? null : inTable(source, home, kind, values, lexicon);
  if (row !== null) yield [row];
  if (last?.form === 'section') {
    const edit = likeSection(source, last, values);
    if (edit !== null) yield [edit];
  }
}

/** The field of each column where a table's columns are those of the kind; null where they are not. */
function columnsOf(table: Table, kind: string, lexicon: Lexicon): readonly (string | null)[] | null {
  const labels = (table.rows[0]?.cells ?? []).map((cell) => plainText(cell.children).trim());
  const columns = matchColumns(labels, lexicon, new Set([kind]));
  return columns?.kind.name === kind ? columns.fields.map((field) => field?.name ?? null) : null;
}

function inTable(source: WritingSource, table: Table, kind: string, values: Values, lexicon: Lexicon): TextEdit | null {
  const columns = columnsOf(table, kind, lexicon);
  const layout = layoutOf(source.tree.text, table);
  if (columns === null || layout === null) return null;
  const cells = columns.map((name) => (name === null ? '' : (values[name] ?? '')));
  const blank = table.rows.length === 2 && table.rows[1]?.cells.every((cell) => cell.children.length === 0) === true;
  // A table that waits for its first record has an empty row, which the record takes.
  if (!blank) return addRow(source.tree.text, layout, table.rows.length - 1, cells);
  const row = addRow(source.tree.text, layout, 1, cells);
  const old = layout.rows[1]?.span;
  return old === undefined
    ? null
    : {
        span: span(lineStop(source.tree.text, layout.delimiter.span.end), lineStop(source.tree.text, old.end)),
        text: row.text,
      };
}

/** The item that a new register waits with for its first record: its empty values are filled, what it lacks goes behind them. */
function inBlankItem(
  source: WritingSource,
  roots: readonly YamlNode[],
  kind: string,
  values: Values,
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const text = source.tree.text;
  const list = sequences(roots).find(({ key }) => key !== null && kindOfList(key) === kind);
  const [item, ...others] = list?.list.items ?? [];
  if (item?.type !== 'map' || others.length > 0 || item.flow || !isBlank(item)) return null;
  const labelling = recordLabelling(kind, lexicon);
  const edits: TextEdit[] = [];
  const missing = new Set(Object.keys(values));
  for (const entry of ownEntries(item)) {
    const name = labelling.resolve(entry.key.text);
    if (name === null || !missing.delete(name)) continue;
    const edit = replaceEntry(text, entry, scalarText(values[name] ?? '', quotingOf(item)));
    if (edit !== null) edits.push(edit);
  }
  const last = ownEntries(item).at(-1);
  const added = labelling.order
    .filter((name) => missing.has(name))
    .flatMap((name) => {
      const field = lexicon.fieldNamed(kind, name);
      const label = field === null ? null : labelFor(field, [], labelling, 'key');
      return label === null ? [] : [{ label, value: scalarText(values[name] ?? '', quotingOf(item)) }];
    });
  if (last !== undefined && added.length > 0) {
    const indent = ' '.repeat(last.key.span.start - lineStart(text, last.key.span.start));
    const at = lineStop(text, last.key.span.end);
    const lines = added.map(({ label, value }) => `${lineEndOf(text)}${indent}${keyText(label)}: ${value}`);
    edits.push({ span: span(at, at), text: lines.join('') });
  }
  return edits.length === 0 ? null : edits;
}

function inYaml(
  source: WritingSource,
  roots: readonly YamlNode[],
  kind: string,
  last: RecordFact | undefined,
  values: Values,
  lexicon: Lexicon,
): TextEdit | null {
  const text = source.tree.text;
  const list = sequences(roots).find(({ key, list: each }) =>
    last === undefined
      ? each.items.length === 0 && key !== null && kindOfList(key) === kind
      : each.items.some((item) => item.type === 'map' && item.span.start === last.span.start),
  );
  if (list === undefined) return null;
  const maps = list.list.items.filter((item): item is YamlMap => item.type === 'map');
  const model = maps.at(-1) ?? null;
  const labelling = recordLabelling(kind, lexicon);
  const written = last?.fields ?? [];
  const names = [...new Set([...written.map((fact) => fact.field), ...labelling.order])].filter(
    (name) => values[name] !== undefined,
  );
  const pairs = names.flatMap((name) => {
    const field = lexicon.fieldNamed(kind, name);
    const label =
      written.find((fact) => fact.field === name && fact.labelSpan !== null)?.label ??
      (field === null ? null : labelFor(field, written, labelling, 'key'));
    return label === null || label === undefined ? [] : [{ key: keyText(label), value: values[name] ?? '' }];
  });
  const lineEnd = lineEndOf(text);
  if (model === null) return firstItem(text, list.list, pairs, lineEnd);
  if (list.list.flow) {
    const body = pairs.map(({ key, value }) => `${key}: ${scalarText(value, quotingOf(model), true)}`).join(', ');
    return { span: span(model.span.end, model.span.end), text: `, {${body}}` };
  }
  const start = lineStart(text, model.span.start);
  const lead = text.slice(start, model.span.start);
  const dash = /^(\s*)-(\s+)$/.exec(lead);
  if (dash === null) return null;
  const at = itemStop(text, model);
  const previous = maps.at(-2);
  const apart =
    previous !== undefined && /\n[ \t]*\r?\n[^\n]*$/.test(text.slice(previous.span.start, model.span.start))
      ? lineEnd
      : '';
  const gap = at > 0 && text.charAt(at - 1) === '\n' ? '' : lineEnd;
  if (model.flow) {
    const body = pairs.map(({ key, value }) => `${key}: ${scalarText(value, quotingOf(model), true)}`).join(', ');
    return { span: span(at, at), text: `${gap}${apart}${lead}{${body}}${gap === '' ? lineEnd : ''}` };
  }
  const under = lead.replace('-', ' ');
  const lines = pairs.map(
    ({ key, value }, i) => `${i === 0 ? lead : under}${key}: ${scalarText(value, quotingOf(model))}`,
  );
  return { span: span(at, at), text: `${gap}${apart}${lines.join(lineEnd)}${gap === '' ? lineEnd : ''}` };
}

/** Where the lines of an item end: behind the comment on its last line. */
function itemStop(text: string, item: YamlMap): number {
  const end = Math.max(item.span.end, ...ownEntries(item).map((entry) => entry.span.end));
  if (text.charAt(end - 1) === '\n') return end;
  return end + text.slice(end, lineStop(text, end)).trimEnd().length;
}

/** Into `key: []`, which becomes a block list. */
function firstItem(
  text: string,
  list: YamlSequence,
  pairs: readonly { readonly key: string; readonly value: string }[],
  lineEnd: string,
): TextEdit | null {
  const lead = text.slice(lineStart(text, list.span.start), list.span.start);
  if (!list.flow || !/^\s*\S.*:\s*$/.test(lead)) return null;
  const indent = `${/^\s*/.exec(lead)?.[0] ?? ''}  `;
  const lines = pairs.map(
    ({ key, value }, i) =>
      `${indent}${i === 0 ? '- ' : '  '}${key}: ${scalarText(value, { always: false, mark: 'double' })}`,
  );
  return {
    span: span(list.span.start - (lead.length - lead.trimEnd().length), list.span.end),
    text: lineEnd + lines.join(lineEnd),
  };
}

function sequences(
  nodes: readonly YamlNode[],
  key: string | null = null,
): readonly { readonly key: string | null; readonly list: YamlSequence }[] {
  return nodes.flatMap((node) => {
    if (node.type === 'scalar') return [];
    if (node.type === 'map') return node.entries.flatMap((entry) => sequences([entry.value], entry.key.text));
    return [{ key, list: node }, ...sequences(node.items)];
  });
}

/** A copy of the last record's section with other values; only where everything in it is a field, so that nothing false is copied. */
function likeSection(source: WritingSource, last: RecordFact, values: Values): TextEdit | null {
  const { tree } = source;
  if (tree.format !== 'markdown') return null;
  const text = tree.text;
  const heading = tree.blocks.findIndex((block) => block.type === 'heading' && block.span.start === last.span.start);
  const head = tree.blocks[heading];
  const body = tree.blocks[heading + 1];
  const fields = last.fields.filter((fact) => fact.labelSpan !== null);
  if (
    head?.type !== 'heading' ||
    body === undefined ||
    (body.type !== 'paragraph' && body.type !== 'list' && body.type !== 'table') ||
    fields.length === 0
  )
    return null;
  if (!fields.every((fact) => contains(body.span, fact.span))) return null;
  const lines = text
    .slice(body.span.start, body.span.end)
    .split('\n')
    .filter((line) => /[\p{L}\p{N}]/u.test(line)).length;
  if (lines > fields.length + (body.type === 'table' ? 1 : 0)) return null;
  const title = [values.id, values.title ?? values.name].filter((part) => part !== undefined).join(': ');
  if (title === '') return null;
  const edits: TextEdit[] = [
    { span: head.textSpan, text: oneLine(title) },
    ...fields.map((fact) => ({
      span: fact.span,
      text:
        fact.span.start === fact.span.end
          ? ` ${values[fact.field] ?? ''}`.trimEnd()
          : oneLine(values[fact.field] ?? ''),
    })),
  ];
  const from = head.span.start;
  const copy = applyEdits(
    text.slice(from, body.span.end),
    edits.map((edit) => ({ ...edit, span: span(edit.span.start - from, edit.span.end - from) })),
  );
  const at = lineStop(text, last.span.end);
  const lineEnd = lineEndOf(text);
  return copy === null
    ? null
    : {
        span: span(at, at),
        text: `${lineEnd}${lineEnd}${copy.replace(/[ \t]+(?=\r?\n|$)/g, (all) => (all === '  ' ? all : ''))}`,
      };
}

function proved(
  source: WritingSource,
  edits: readonly TextEdit[],
  kind: string,
  values: Values,
  lexicon: Lexicon,
): boolean {
  const after = reread(source, edits, lexicon);
  // A field that a section answers says more once the section's list is longer.
  const longer = source.facts.metadata.filter(
    (fact) => fact.shape === 'section' && edits.some((edit) => touches(fact.span, edit.span.start)),
  );
  if (after === null || !keepsMetadata(source.facts, after, new Set(longer.map((fact) => fact.field)))) return false;
  const old = parts(source.facts).map(recordWords);
  const fresh = parts(after);
  const at = fresh.findIndex((record, i) => recordWords(record) !== old[i]);
  const added = fresh[at];
  if (added === undefined || added.kind !== kind || fresh.length !== old.length + 1) return false;
  if (!fresh.toSpliced(at, 1).every((record, i) => recordWords(record) === old[i])) return false;
  const written = added.fields.filter((fact) => values[fact.field] !== undefined);
  return written.length > 0 && written.every((fact) => says(fact, values[fact.field] ?? ''));
}
