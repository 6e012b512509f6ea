/** An audited workspace: watches what units read of other documents' facts, and names whatever they did not note. */
import type {
  ClauseFact,
  Facts,
  FieldFact,
  LinkFact,
  NameFact,
  RecordFact,
  SectionFact,
} from '../../server/reading/facts.ts';
import { contributions, type Key } from '../../server/workspace/keys.ts';
import type { Workspace } from '../../server/workspace/workspace.ts';

/** What of a document's facts was looked at; each part has the keys whose digests tell of a change in it. */
type Part = keyof Facts;

/** Parts that hold for as long as the document is there. */
const FIXED: ReadonlySet<PropertyKey> = new Set(['path', 'format']);
/** Reading these for somebody is the work of the view itself, which notes the key that it answers by. */
const BY_THE_VIEW = /workspace\/(?:view|keys|workspace|records-by-kind)\.ts/;

const NOWHERE = { start: 0, end: 0 };

const changedSlightly: Partial<Record<Part, (facts: Facts) => Facts>> = {
  title: (facts) => ({ ...facts, title: { text: `${facts.title?.text ?? ''} changed`, span: NOWHERE } }),
  kinds: (facts) => ({ ...facts, kinds: [...facts.kinds, 'changed'] }),
  kindFrom: (facts) => ({ ...facts, kindFrom: facts.kindFrom === 'none' ? 'type' : 'none' }),
  controlled: (facts) => ({ ...facts, controlled: !facts.controlled }),
  metadata: (facts) => ({ ...facts, metadata: [...facts.metadata, FIELD] }),
  sections: (facts) => ({ ...facts, sections: [...facts.sections, SECTION] }),
  records: (facts) => ({ ...facts, records: [...facts.records, RECORD] }),
  clauses: (facts) => ({ ...facts, clauses: [...facts.clauses, CLAUSE] }),
  links: (facts) => ({ ...facts, links: [...facts.links, LINK] }),
  names: (facts) => ({ ...facts, names: [...facts.names, NAME] }),
  anchors: (facts) => ({ ...facts, anchors: [...facts.anchors, 'changed'] }),
  score: (facts) => ({
    ...facts,
    score: {
      ...(facts.score ?? { process: 0, procedure: 0, instruction: 0, features: [], judged: true }),
      verdict: facts.score?.verdict === 'combined' ? 'unknown' : 'combined',
    },
  }),
};

const FIELD: FieldFact = {
  field: 'changed',
  label: 'Changed',
  raw: 'changed',
  state: 'given',
  reason: null,
  value: null,
  span: NOWHERE,
  labelSpan: null,
  shape: 'table',
  links: [],
};
const SECTION: SectionFact = {
  title: 'Changed',
  names: [],
  level: 2,
  headingSpan: NOWHERE,
  span: NOWHERE,
  state: 'given',
  lead: 'changed',
  tabular: false,
  slug: 'changed',
};
const RECORD: RecordFact = {
  kind: 'changed',
  id: null,
  name: 'changed',
  span: NOWHERE,
  headSpan: NOWHERE,
  form: 'row',
  fields: [],
  section: null,
};
const CLAUSE: ClauseFact = {
  standard: 'changed',
  edition: null,
  editionFrom: 'assumed',
  clause: '99',
  raw: '99',
  span: NOWHERE,
  words: null,
  wordsSpan: null,
  place: 'prose',
};
const LINK: LinkFact = {
  target: 'changed.md',
  span: NOWHERE,
  linkSpan: NOWHERE,
  text: 'changed',
  path: 'changed.md',
  anchor: null,
  external: false,
  image: false,
};
const NAME: NameFact = { text: 'Changed', span: NOWHERE, place: 'record', field: 'changed' };

const told = new WeakMap<Facts, Map<Part, ReadonlySet<Key>>>();

/** The keys that say something else once a part of a document's facts does. */
function tellingOf(facts: Facts, part: Part): ReadonlySet<Key> {
  const known = told.get(facts) ?? new Map<Part, ReadonlySet<Key>>();
  told.set(facts, known);
  const before = known.get(part);
  if (before !== undefined) return before;
  const now = contributions(facts);
  const change = changedSlightly[part];
  const then = change === undefined ? now : contributions(change(facts));
  const telling = new Set([...now].filter(([key, digest]) => then.get(key) !== digest).map(([key]) => key));
  known.set(part, telling);
  return telling;
}

/** The first line of the way here that stands outside this file. */
function readerOf(): string {
  const lines = (new Error().stack ?? '').split('\n').slice(1);
  return lines.find((line) => !line.includes('kit/audited.ts') && !line.includes('<anonymous>')) ?? '';
}

/**
 * Wraps a workspace. In: the workspace, and who is told of a read that was not noted: the unit, the document and the part that
 * was read, and the line that did. Out: the same workspace to whoever checks it; values are worked out anew for each unit.
 */
export function audited(
  workspace: Workspace,
  tell: (unit: string, path: string, part: string, at: string) => void,
): Workspace & { begin(unit: string): void } {
  let unit = '';
  /** Where a value is being worked out: the key that it is kept under, and nothing else may be read. */
  let deriving: Key | null = null;
  let seen = new Map<string, Map<Part, string>>();
  let proxies = new Map<string, Facts>();
  const note = (path: string, part: Part): void => {
    const at = readerOf();
    if (BY_THE_VIEW.test(at)) return;
    if (deriving !== null) {
      const facts = workspace.facts(path);
      if (facts !== null && !tellingOf(facts, part).has(deriving))
        tell(`kept under ${deriving}`, path, part, at.trim());
      return;
    }
    const parts = seen.get(path) ?? new Map<Part, string>();
    seen.set(path, parts);
    if (!parts.has(part)) parts.set(part, at.trim());
  };
  const watched = (path: string): Facts | null => {
    const facts = workspace.facts(path);
    if (facts === null || (path === unit && deriving === null)) return facts;
    const name = `${deriving ?? ''} ${path}`;
    const known = proxies.get(name);
    if (known !== undefined) return known;
    const proxy = new Proxy(facts, {
      get(target, property) {
        if (!FIXED.has(property)) note(path, property as Part);
        return Reflect.get(target, property);
      },
    });
    proxies.set(name, proxy);
    return proxy;
  };
  const inside = (key: Key): void => {
    if (deriving !== null && key !== deriving) tell(`kept under ${deriving}`, key, 'key', readerOf().trim());
  };
  return new Proxy({} as Workspace & { begin(unit: string): void }, {
    get(_, property) {
      switch (property) {
        case 'begin':
          return (next: string) => {
            unit = next;
            seen = new Map();
            proxies = new Map();
          };
        case 'facts':
          return watched;
        case 'contributors':
          return (key: Key) => {
            inside(key);
            return workspace.contributors(key);
          };
        case 'asOf':
        case 'loaded':
        case 'isSms':
          inside(property);
          return workspace[property];
        case 'derive':
          return <T>(key: Key, _name: string, compute: () => T): T => {
            inside(key);
            const before = deriving;
            deriving = key;
            try {
              return compute();
            } finally {
              deriving = before;
            }
          };
        case 'remember':
          return (...[who, asked, reads, findings]: Parameters<Workspace['remember']>) => {
            for (const [path, parts] of seen) {
              const facts = workspace.facts(path);
              // Its own document wakes a unit whatever changes in it; it may have been reached through a list that is kept.
              if (facts === null || path === who) continue;
              for (const [part, at] of parts)
                if (![...tellingOf(facts, part)].some((key) => reads.has(key))) tell(who, path, part, at);
            }
            return workspace.remember(who, asked, reads, findings);
          };
        default:
          return Reflect.get(workspace, property);
      }
    },
  });
}
