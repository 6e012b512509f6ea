/** From a raw value to its state and its parsed form, by the type of the field. */
import { DOCUMENT_STATUS, FINDING_GRADE, ITEM_STATUS } from './enumerations.ts';
import type { FieldDescription } from './kind.ts';
import { type Memory, memory, remembered } from './memo.ts';
import type { Parsed, State, ValueType } from './value.ts';
import { parseDate } from './vocabulary/dates.ts';
import { findingGrade } from './vocabulary/grades.ts';
import { parseInterval } from './vocabulary/intervals.ts';
import { labelKey } from './vocabulary/labels.ts';
import { parseNames } from './vocabulary/names.ts';
import { stateOf } from './vocabulary/placeholders.ts';
import { documentStatus, itemStatus } from './vocabulary/statuses.ts';
import { parseTarget } from './vocabulary/targets.ts';
import { parseYesNo } from './vocabulary/yes-no.ts';

type Values = NonNullable<FieldDescription['values']>;

export interface ReadValue {
  readonly state: State;
  readonly reason: string | null;
  readonly value: Parsed | null;
}

/**
 * Reads a raw value as the type of its field.
 * In: the field's description (null: plain text) and the value as written. Out: its state and, where given, its parsed form;
 * a given value that does not parse keeps state `given` with value null, so that nothing is lost.
 */
export function readValue(field: Pick<FieldDescription, 'type' | 'name' | 'values'> | null, raw: string): ReadValue {
  if (isSingular(field?.type ?? 'text', raw)) return workOut(field, raw);
  return remembered(valuesOf(field), raw, (own) => workOut(field, own));
}

/** Does a value hardly come twice, as ids and sentences do, and is it read faster than looked up? */
function isSingular(type: ValueType, raw: string): boolean {
  return type === 'id' || (type === 'text' && raw.length > 40);
}

function workOut(field: Pick<FieldDescription, 'type' | 'name' | 'values'> | null, raw: string): ReadValue {
  const { state, reason } = stateOf(raw, field?.type ?? null);
  if (state !== 'given') return { state, reason, value: null };
  return { state, reason: null, value: parse(field, raw.trim()) };
}

const plain = memory<ReadValue>();
const enumerated = new WeakMap<Values, Memory<ReadValue>>();
const byType = new Map<string, Memory<ReadValue>>();

/** The values that were read for a field: names, dates and status words come again and again, and share what was made of them. */
function valuesOf(field: Pick<FieldDescription, 'type' | 'name' | 'values'> | null): Memory<ReadValue> {
  if (field === null) return plain;
  if (field.type === 'enumeration' && field.values !== undefined) return memoryIn(enumerated, field.values);
  // Only a status without a list of its own is read by the field's name.
  return memoryIn(byType, field.type === 'enumeration' && field.name === 'status' ? 'status' : field.type);
}

function memoryIn<K>(
  memories: { get(key: K): Memory<ReadValue> | undefined; set(key: K, of: Memory<ReadValue>): unknown },
  key: K,
): Memory<ReadValue> {
  const known = memories.get(key);
  if (known !== undefined) return known;
  const made = memory<ReadValue>();
  memories.set(key, made);
  return made;
}

function parse(field: Pick<FieldDescription, 'type' | 'name' | 'values'> | null, raw: string): Parsed | null {
  switch (field?.type) {
    case 'names': {
      const names = parseNames(raw);
      return names.names.length > 0 ? names : null;
    }
    case 'date':
      return parseDate(raw);
    case 'interval':
      return parseInterval(raw);
    case 'target':
      return parseTarget(raw);
    case 'yes-no': {
      const yes = parseYesNo(raw);
      return yes === null ? null : { type: 'yes-no', yes };
    }
    case 'number': {
      const number = Number(raw.replace(',', '.'));
      return Number.isFinite(number) && raw !== '' ? { type: 'number', number } : null;
    }
    case 'list':
    case 'reference':
    case 'clauses': {
      const items = raw
        .split(/\s*(?:[,;\n]|<br\s*\/?>)\s*/i)
        .map((item) => item.trim())
        .filter((item) => item !== '');
      if (field.type === 'list') return { type: 'list', items };
      return field.type === 'reference' ? { type: 'reference', targets: items } : { type: 'clauses', clauses: items };
    }
    case 'enumeration':
      return enumeration(field, raw);
    case 'id':
      return { type: 'id', text: raw.replace(/^`(.*)`$/, '$1') };
    case 'version':
      return { type: 'version', text: raw };
    default:
      return { type: 'text', text: raw };
  }
}

const wordMaps = new WeakMap<Values, ReadonlyMap<string, string>>();

/** The values of a list by every word for them. */
function valuesByWord(values: Values): ReadonlyMap<string, string> {
  const known = wordMaps.get(values);
  if (known !== undefined) return known;
  const map = new Map<string, string>();
  for (const [value, synonyms] of Object.entries(values)) {
    for (const word of [value, ...synonyms]) {
      const key = labelKey(word);
      if (!map.has(key)) map.set(key, value);
    }
  }
  wordMaps.set(values, map);
  return map;
}

function enumeration(field: Pick<FieldDescription, 'name' | 'values'>, raw: string): Parsed {
  if (field.values !== undefined) {
    const value = valuesByWord(field.values).get(labelKey(raw));
    if (value !== undefined) return { type: 'enumeration', value, known: true };
    // "Closed, verified 2026" is no word of the list, but the vocabulary behind the list knows it.
    const known =
      field.values === ITEM_STATUS
        ? itemStatus(raw)
        : field.values === DOCUMENT_STATUS
          ? documentStatus(raw)
          : field.values === FINDING_GRADE
            ? findingGrade(raw)
            : null;
    return { type: 'enumeration', value: known ?? raw, known: known !== null };
  }
  // Records list their own values above; only document control leaves its status to the vocabulary.
  const status = field.name === 'status' ? documentStatus(raw) : null;
  return status === null
    ? { type: 'enumeration', value: raw, known: false }
    : { type: 'enumeration', value: status, known: true };
}
