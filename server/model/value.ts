/** What a field's value can be: given, placeholder, empty or not applicable, and parsed to its type. */

/** How a value stands: a placeholder is no answer, and "not applicable" is one only with its reason. */
export type State = 'given' | 'placeholder' | 'empty' | 'not-applicable';

/** The types that a field's value is parsed to. */
export type ValueType =
  | 'text'
  | 'names'
  | 'date'
  | 'interval'
  | 'target'
  | 'reference'
  | 'clauses'
  | 'enumeration'
  | 'yes-no'
  | 'number'
  | 'list'
  | 'id'
  | 'version';

/** A calendar day, written `YYYY-MM-DD`. */
export type Day = string;

export interface DateValue {
  readonly type: 'date';
  /** As precise as it was written: `2024-03-12`, `2024-W11`, `2024-03`, `2024-Q1`, `2024-H1` or `2024`. */
  readonly iso: string;
  readonly precision: 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';
  /** First and last day of what was written; overdue checks use the last one. */
  readonly first: Day;
  readonly last: Day;
  /** True for `03/04/2024` and for fiscal years, whose first month nobody tells: nothing may ever be called overdue because of it. */
  readonly ambiguous: boolean;
}

export interface IntervalValue {
  readonly type: 'interval';
  /** ISO 8601 duration such as `P12M`; null for "regularly", "as needed" and the like. */
  readonly iso: string | null;
  readonly atMost: boolean;
}

export interface TargetValue {
  readonly type: 'target';
  readonly comparator: '>=' | '<=' | '>' | '<' | '=' | null;
  readonly number: number;
  /** `%`, `h`, `min`, `days`, `business hours`, `EUR` …; empty where none is written. */
  readonly unit: string;
  /** ISO 8601 duration of "per month" and the like; null where none is written. */
  readonly period: string | null;
}

/** One person, role or group as written, taken apart but not yet resolved to anybody. */
export interface NameValue {
  /** The name itself: `Jane Doe` of `Jane Doe (Change Manager)`. */
  readonly text: string;
  /** Where `text` begins in the raw value, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  readonly email: string | null;
  readonly handle: string | null;
  /** What stood in brackets or before a colon beside the name, such as a role. */
  readonly note: string | null;
}

export interface NamesValue {
  readonly type: 'names';
  readonly names: readonly NameValue[];
}

export type Parsed =
  | DateValue
  | IntervalValue
  | TargetValue
  | NamesValue
  | { readonly type: 'text' | 'id' | 'version'; readonly text: string }
  | { readonly type: 'enumeration'; readonly value: string; readonly known: boolean }
  | { readonly type: 'yes-no'; readonly yes: boolean }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'reference'; readonly targets: readonly string[] }
  | { readonly type: 'clauses'; readonly clauses: readonly string[] };
