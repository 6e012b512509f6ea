/** A collection that mostly has one member: held as that member itself until a second comes, since a set for each takes more room. */

/** Nothing, one member, or a set of several; members are texts. */
export type Some = null | string | Set<string>;

const NONE: readonly string[] = [];

/** The members. */
export function membersOf(some: Some): Iterable<string> {
  return some === null ? NONE : typeof some === 'string' ? [some] : some;
}

/** With a member more; a set that is there already is changed in place. */
export function withMember(some: Some, member: string): Some {
  if (some === null || some === member) return member;
  return typeof some === 'string' ? new Set([some, member]) : some.add(member);
}

/** With a member less; null once nobody is left. */
export function withoutMember(some: Some, member: string): Some {
  if (some === null || typeof some === 'string') return some === member ? null : some;
  some.delete(member);
  return some.size === 0 ? null : some;
}
