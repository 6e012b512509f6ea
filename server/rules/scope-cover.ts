/** The scope of the system: what its statement takes in and leaves out, and which services of the catalogue that covers. */
import {
  coversAsGroup,
  headOf,
  isServiceName,
  isSupportingCategory,
  meansEveryService,
  namesService,
  serviceKey,
} from '../model/vocabulary/service-names.ts';
import { type Facts, fieldOf, givenField, type RecordFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { Span } from '../syntax/span.ts';
import { kindKey } from '../workspace/keys.ts';
import type { Located, View } from '../workspace/view.ts';
import { isAskedToBeComplete, isSetAside } from './life.ts';

/** One service, or group of services, that a scope statement names. */
export interface ScopeItem {
  readonly words: string;
  readonly id: string | null;
  readonly span: Span;
  readonly record: RecordFact | null;
}

export interface Scope {
  readonly facts: Facts;
  readonly included: readonly ScopeItem[];
  readonly excluded: readonly ScopeItem[];
  /** Sentences that may name services: the statement itself, and what stands under the headings. */
  readonly sentences: readonly string[];
  /** The keys of what it takes in, so that most services are found at once. */
  readonly keys: ReadonlySet<string>;
  /** Does it take in all services, or leave them to the catalogue? */
  readonly takesAll: boolean;
}

/** The scope statements in use, in path order. */
export function scopesOf(view: View): readonly Scope[] {
  return view.documents('scope-statement').flatMap(({ path }) => {
    const facts = view.facts(path);
    return facts === null || isSetAside(facts) || !isAskedToBeComplete(facts) ? [] : [scopeOf(facts, view)];
  });
}

/** What one scope statement says; in: the document and the view. */
export function scopeOf(facts: Facts, view: View): Scope {
  const records = facts.records.filter((record) => record.kind === 'scope-item');
  const isOut = (record: RecordFact): boolean => {
    const included = fieldOf(record, 'included');
    if (included?.value?.type === 'yes-no') return !included.value.yes;
    return sectionsAround(facts, record.span).some((names) => names.includes('exclusions'));
  };
  const included = records.filter((record) => !isOut(record)).flatMap(itemOf);
  const excluded = records.filter(isOut).flatMap(itemOf);
  const lists = [
    { field: givenField(facts, 'services'), into: included },
    { field: givenField(facts, 'exclusions'), into: excluded },
  ];
  const sentences = facts.sections
    .filter(
      (section) => section.level === 1 || section.names.some((name) => name === 'statement' || name === 'services'),
    )
    .map((section) => section.lead);
  for (const { field, into } of lists) {
    if (field === null || field.shape === 'section') continue;
    const targets = field.value?.type === 'reference' ? field.value.targets : [field.raw];
    for (const words of targets) into.push({ words, id: null, span: field.span, record: null });
  }
  // A heading a service, below "Services in scope".
  for (const section of facts.sections)
    for (const outer of facts.sections)
      if (
        outer !== section &&
        outer.level < section.level &&
        outer.level > 1 &&
        outer.span.start <= section.span.start &&
        section.span.end <= outer.span.end &&
        (outer.names.includes('services') || outer.names.includes('exclusions'))
      )
        (outer.names.includes('exclusions') ? excluded : included).push({
          words: section.title,
          id: null,
          span: section.headingSpan,
          record: null,
        });
  const services = fieldOf(facts, 'services');
  const linksCatalogue = services?.links.some((path) => view.facts(path)?.kinds.includes('service-catalogue')) === true;
  return {
    facts,
    included,
    excluded,
    sentences,
    keys: new Set(included.map((item) => serviceKey(item.words))),
    takesAll: linksCatalogue || included.some((item) => meansEveryService(headOf(item.words))),
  };
}

function itemOf(record: RecordFact): readonly ScopeItem[] {
  const name = givenField(record, 'name');
  return name === null ? [] : [{ words: name.raw, id: record.id, span: record.headSpan, record }];
}

function sectionsAround(facts: Facts, span: Span): readonly (readonly string[])[] {
  return facts.sections
    .filter((section) => section.level > 1 && section.span.start <= span.start && span.end <= section.span.end)
    .map((section) => section.names);
}

/** How a scope speaks of a service: by name or id, as one of a group, or not at all. */
export function coverOf(scope: Scope, service: RecordFact): 'named' | 'group' | 'excluded' | null {
  const { name, id } = service;
  const category = givenField(service, 'category')?.raw ?? null;
  const named = (item: ScopeItem): boolean =>
    (id !== null && item.id !== null && item.id.toLowerCase() === id.toLowerCase()) ||
    namesService(item.words, name, id);
  if (scope.keys.has(serviceKey(name)) || scope.included.some(named)) return 'named';
  if (scope.excluded.some(named) || scope.excluded.some((item) => coversAsGroup(item.words, name, category)))
    return 'excluded';
  if (scope.included.some((item) => coversAsGroup(item.words, name, category))) return 'group';
  if (scope.sentences.some((words) => namesService(words, name, id))) return 'named';
  return scope.takesAll ? 'group' : null;
}

/** Does an item of the scope mean a service of the catalogue, whatever its status? */
export function means(item: ScopeItem, service: RecordFact): boolean {
  return (
    (item.id !== null && service.id !== null && item.id.toLowerCase() === service.id.toLowerCase()) ||
    namesService(item.words, service.name, service.id) ||
    coversAsGroup(item.words, service.name, givenField(service, 'category')?.raw ?? null)
  );
}

/** Is an item the name of one service, rather than of all, or a sentence? */
export function isOneService(item: ScopeItem): boolean {
  return isServiceName(item.words) && !meansEveryService(headOf(item.words));
}

/** The services of all catalogues in use. */
export function catalogueOf(view: View): readonly Located[] {
  // Which documents are catalogues, and in use, stands under their own key.
  view.note(kindKey('service-catalogue'));
  return view
    .records('service')
    .filter(
      ({ facts, record }) => facts.kinds.includes('service-catalogue') && !isSetAside(facts) && record.name !== '',
    );
}

/** Is a service live and meant for customers? Those in the pipeline, retired and supporting ones are no matter of scope. */
export function isLiveForCustomers(facts: Facts, service: RecordFact, lexicon: Lexicon): boolean {
  const value = (name: string): string | null => {
    const field = givenField(service, name);
    return field?.value?.type === 'enumeration' ? field.value.value : null;
  };
  const status = value('status');
  if (status !== null && status !== 'live') return false;
  if (value('facing') === 'supporting') return false;
  const headings = [
    ...(service.section === null ? [] : lexicon.sectionNames('service-catalogue', service.section)),
    ...sectionsAround(facts, service.span).flat(),
  ];
  if (headings.includes('supporting') || headings.includes('pipeline')) return false;
  const category = givenField(service, 'category');
  return category === null || !isSupportingCategory(category.raw);
}
