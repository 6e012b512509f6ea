/** Links that VS Code does not make itself: ids and names of documents and records in fields, and paths in YAML values. */
import type { Facts } from '../reading/facts.ts';
import { resolveLink } from '../reading/links.ts';
import type { Span } from '../syntax/span.ts';
import type { Place } from '../workspace/finding.ts';
import { definitionsOf, fieldsOf, subjectReferred, targetsIn } from '../workspace/subjects.ts';
import type { View } from '../workspace/view.ts';

/** A stretch that leads somewhere. */
export interface FoundLink {
  readonly span: Span;
  readonly target: Place;
  readonly tooltip: string;
}

/** All such links of a document, in order of place; in: its facts and the view. */
export function documentLinks(facts: Facts, view: View): readonly FoundLink[] {
  const found = new Map<number, FoundLink>();
  const inside = (span: Span): boolean =>
    facts.links.some(({ linkSpan }) => linkSpan.start < span.end && span.start < linkSpan.end);
  for (const field of fieldsOf(facts)) {
    if (field.value?.type !== 'reference') continue;
    for (const { text, span } of targetsIn(field)) {
      if (inside(span) || found.has(span.start)) continue;
      const target = placeOf(text, facts, view);
      if (target === null || (target.path === facts.path && target.span.start === span.start)) continue;
      found.set(span.start, { span, target, tooltip: view.facts(target.path)?.title?.text ?? target.path });
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

function placeOf(text: string, facts: Facts, view: View): Place | null {
  if (/\.(?:md|markdown|ya?ml)(?:#.*)?$/i.test(text)) {
    const { path } = resolveLink(facts.path, text);
    for (const each of [path, text.replace(/^\.?\//, '').replace(/#.*$/, '')])
      if (each !== null && view.exists(each)) return { path: each, span: { start: 0, end: 0 } };
  }
  const subject = subjectReferred(text, view);
  return subject === null ? null : (definitionsOf(subject, view)[0] ?? null);
}
