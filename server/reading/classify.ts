/** Classification: which kinds a document is of, by the first sign in a fixed order that says it. */
import type { Configuration } from '../model/configuration.ts';
import { globMatcher } from '../model/glob.ts';
import { termKey } from '../model/vocabulary/names.ts';
import type { KindFrom } from './facts.ts';
import type { Lexicon, TitlePhrase } from './lexicon.ts';

export interface Signs {
  readonly path: string;
  readonly declaredType: string | null;
  readonly id: string | null;
  /** What may be its title, the likeliest first; null stands for none. */
  readonly titles: readonly (string | null)[];
  /** Does it carry control data, such as an owner, a version or a status? */
  readonly controlled: boolean;
  /** Titles of all headings below the document's title. */
  readonly headings: readonly string[];
  /** Record kinds that its tables and lists hold, with how many records each. */
  readonly recordKinds: ReadonlyMap<string, number>;
  /** How much of the text those records fill, from 0 to 1. */
  readonly recordShare: number;
  /** How much of the text lists of at least four steps fill, from 0 to 1. */
  readonly stepShare: number;
}

export interface Classified {
  readonly kinds: readonly string[];
  readonly from: KindFrom;
}

const matchers = new WeakMap<
  Configuration,
  readonly { readonly matches: (path: string) => boolean; readonly kind: string }[]
>();

/** Classifies a document; in: its signs, the lexicon and the configuration; out: kinds, the leading one first, or none. */
export function classify(signs: Signs, lexicon: Lexicon, configuration: Configuration): Classified {
  let classified: Classified | null = null;
  let shown: Classified | null = null;
  const byContent = (): Classified => {
    shown ??= classifyByContent(signs, lexicon);
    return shown;
  };
  for (const title of new Set(signs.titles)) {
    const next = classifyUnder(title, signs, byContent, lexicon, configuration);
    if (classified === null || next.kinds.length > 0) classified = next;
    // What its own words say settles it; what merely its headings and columns show does not.
    if (next.kinds.length > 0 && next.from !== 'headings' && next.from !== 'columns') break;
  }
  return classified ?? NOTHING;
}

const NOTHING: Classified = { kinds: [], from: 'none' };

/** The kinds of a document under a title that it may have; in: what its content shows, for where no words say what it is. */
function classifyUnder(
  title: string | null,
  signs: Signs,
  byContent: () => Classified,
  lexicon: Lexicon,
  configuration: Configuration,
): Classified {
  const declared = signs.declaredType === null ? null : lexicon.declaredKind(signs.declaredType);
  if (declared !== null) return settle([declared], 'type', signs);

  const globs = matchers.get(configuration) ?? compile(configuration);
  const configured = globs.filter((glob) => glob.matches(signs.path)).map((glob) => glob.kind);
  if (configured.length > 0) return settle([...new Set(configured)], 'configuration', signs);

  // What stands in a README is about the folder beside it, unless it has control data of its own.
  if (/^readme\./i.test(signs.path.replace(/^.*\//, '')) && !signs.controlled) return NOTHING;

  const prefix = signs.id === null ? null : /^([A-Za-z]{2,})[-_ ]?/.exec(signs.id.trim());
  const byId = prefix === null ? null : lexicon.kindByIdPrefix(prefix[1] ?? '');
  const byTitle =
    title === null
      ? []
      : kindsInTitle(title, lexicon, signs.controlled || signs.recordKinds.size > 0 || isRegister(signs, lexicon));
  // A prefix such as POL or SOP says no more than "some policy": a title that names a particular one knows better.
  const particular = byTitle.some((kind) => lexicon.kind(kind)?.handbook !== true);
  if (byId !== null && !(particular && lexicon.kind(byId)?.handbook === true)) return settle([byId], 'id', signs);

  if (byTitle.length > 0) return settle(byTitle, 'title', signs);

  // An index page repeats the words of what it lists, and folders such as .github hold the settings of tools.
  if (/(?:^|\/)\./.test(signs.path) || /^_?(?:readme|index)\./i.test(signs.path.replace(/^.*\//, ''))) return NOTHING;
  return byContent();
}

/** The kinds that the headings, steps and records of a document show. */
function classifyByContent(signs: Signs, lexicon: Lexicon): Classified {
  const byHeadings = kindByHeadings(signs.headings, lexicon);
  if (byHeadings !== null) return settle([byHeadings], 'headings', signs);

  // Under control, and mostly numbered or ticked steps: somebody is to carry them out.
  if (signs.controlled && signs.stepShare >= STEP_SHARE) return settle(['procedure'], 'columns', signs);

  // A page of prose with a table in it is no register.
  const byColumns = signs.recordShare < REGISTER_SHARE ? null : kindByRecords(signs.recordKinds, lexicon);
  return byColumns === null ? NOTHING : settle([byColumns], 'columns', signs);
}

/** A procedure that is known by nothing else is steps for the better part. */
const STEP_SHARE = 0.5;

/** Registers are mostly table; a quarter of the text leaves room for an introduction. */
const REGISTER_SHARE = 0.25;

/** An "audit plan" with two or more dated audits is a programme, whatever it is called. */
function settle(kinds: readonly string[], from: KindFrom, signs: Signs): Classified {
  const programme = from !== 'type' && kinds[0] === 'audit-plan' && (signs.recordKinds.get('audit') ?? 0) >= 2;
  return { kinds: programme ? ['audit-programme', ...kinds.slice(1)] : kinds, from };
}

/** Are there at least two headings that begin with ids of one kind of record: "NC-001: No owner", "NC-002"? */
function isRegister({ headings }: Signs, lexicon: Lexicon): boolean {
  const ids = headings.flatMap((heading) => /^([A-Z]{2,6})-\d/.exec(heading)?.[1] ?? []);
  return ids.length >= 2 && lexicon.recordKindOfIds(ids) !== null;
}

function compile(
  configuration: Configuration,
): readonly { readonly matches: (path: string) => boolean; readonly kind: string }[] {
  const list = configuration.kinds.map(({ glob, kind }) => ({ matches: globMatcher([glob]), kind }));
  matchers.set(configuration, list);
  return list;
}

/** "Service report October 2026", "Bericht Mai 2026": behind the year, the month is cut off too; so is for whom: "Communication plan internal". */
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember';
const TAIL = new RegExp(
  `(?:\\s+(?:${MONTH})|\\s*\\((?:template|vorlage|draft|entwurf|example|beispiel)\\)|\\s+(?:template|vorlage)|\\s+(?:and\\s+|und\\s+|&\\s*)?(?:internal|external|intern|extern)|\\s+v?\\d+(?:\\.\\d+)*|\\s+(?:19|20)\\d{2}(?:\\s*[-/]\\s*\\d{2,4})?|\\s+Q[1-4](?:\\s+\\d{4})?|\\s+[A-Z]{2,6}-[\\w-]*\\d[\\w-]*|\\s*[([][^)\\]]*[)\\]])\\s*$`,
  'i',
);
const HEAD_CUT = /\s+(?:for|of|on|to|in|at|with|from|by|about|für|von|zu|zum|zur|der|des|über)\s+.*$/i;

/**
 * The kinds that a title names as its head noun: "Incident management process", "Procedure for changes", "Process: Incidents";
 * never from a word in passing ("Improving our process culture").
 */
export function kindsInTitle(title: string, lexicon: Lexicon, topics: boolean): readonly string[] {
  if (TALK.test(title)) return [];
  for (const segment of title.split(/\s*(?:[:|–—]|\s-\s)\s*/)) {
    const found = segment
      .split(/\s+\/\s+/)
      .map((part) => kindsInSegment(part, lexicon, topics))
      .filter((kinds) => kinds.length > 0);
    // "Leitlinie / Informationssicherheits-Policy" says twice what it is, once more closely.
    const closer = found.find((kinds) => kinds.every((kind) => lexicon.kind(kind)?.handbook !== true));
    if (found[0] !== undefined) return closer ?? found[0];
  }
  return [];
}

/** Titles that speak to the reader are pages about a thing: "Make decisions with service level objectives". */
const TALK =
  /^\s*(?:how|why|what|when|where|who|which|make|making|use|using|write|writing|choose|choosing|get|getting|understand|understanding|improve|improving|avoid|introducing|let|do|don[’']t|wie|warum|was|wann|wo|wer)\s/i;
/** Behind these stands what a title is about, and not what the document is; behind "of" it may be either. */
const ABOUT = /\s(?:with|about|on|in|at|by|from|to|for|mit|über|für)\s/i;

function kindsInSegment(segment: string, lexicon: Lexicon, topics: boolean): readonly string[] {
  let words = segment.trim();
  for (let before = ''; before !== words; ) {
    before = words;
    words = words.replace(TAIL, '');
  }
  const head = words.replace(HEAD_CUT, '');
  for (const candidate of ABOUT.test(words) ? [head] : [words, head]) {
    const key = termKey(candidate);
    const last = endingPhrase(key, lexicon, topics);
    if (last === null) continue;
    const kinds = [last.kind];
    const before = / (?:and|und)$/.exec(key.slice(0, key.length - last.phrase.length).trimEnd());
    if (before !== null) {
      const other = endingPhrase(
        key
          .slice(0, key.length - last.phrase.length)
          .trimEnd()
          .slice(0, -before[0].length),
        lexicon,
        false,
      );
      if (other !== null && other.kind !== last.kind) kinds.unshift(other.kind);
    }
    return kinds;
  }
  const first = beginningPhrase(words, lexicon);
  return first === null ? [] : [first];
}

/** German titles put the form first: "Prozessbeschreibung Änderungsmanagement", "Rollenbeschreibung Change Manager". */
const FORM_FIRST =
  /(?:beschreibung|anweisung|anleitung|richtlinie|leitlinie|bericht|protokoll|vereinbarung|profil| description| instruction)$|^(?:prozess|verfahren|rolle|sla|ola|service level agreement|operational level agreement)$/;

function beginningPhrase(words: string, lexicon: Lexicon): string | null {
  const key = termKey(words);
  const found = titlesOf(lexicon).first.find(({ begin }) => key.startsWith(begin));
  // What follows is a name, so that "Prozess verbessern" is none.
  return found !== undefined && /^\S+(?: (?:description|instruction))?\s+[\p{Lu}\d]/u.test(words) ? found.kind : null;
}

/** Words for a form of document; a phrase without one ("Changes", "Customers") is a topic, and many pages have that. */
const FORM =
  /(?:^| )(?:register|list|log|index|inventory|plan|program(?:me)?|schedule|calendar|report|record|procedure|process|policy|role|rolle|matrix|raci|agreement|sla|ola|statement|minute|review|analysis|description|catalogue|catalog|contract|instruction|objective|definition|form|survey|profile|manual|handbook|portfolio|guide|guideline|standard|rfc|cmdb|capa|qbr|(?:service|customer|interim) meeting|meeting note|meeting protocol|verfahren|prozess|richtlinie|leitlinie|plan|protokoll|bericht|verzeichnis|liste|matrix|anweisung|beschreibung|programm|ziele|katalog|vertrag|vereinbarung|konzept|register)s?$|(?:prozess|verfahren|richtlinie|leitlinie|plan|protokoll|bericht|verzeichnis|liste|matrix|anweisung|beschreibung|programm|katalog|vertrag|vereinbarung|konzept|register|handbuch)$/;

/** The longest phrase at the end of a title; a topic has to be the whole of it, and stand over a document that shows more. */
function endingPhrase(key: string, lexicon: Lexicon, topics: boolean): TitlePhrase | null {
  // Collections call many documents alike; and what a phrase is like was worked out when the lexicon was.
  return lexicon.remembered(`ending\u0001${topics}\u0001${key}`, () => {
    const found = titlesOf(lexicon).phrases.find(({ phrase, end, form, compound }) =>
      form ? key === phrase || key.endsWith(end) || (compound && endsCompound(key, phrase)) : topics && key === phrase,
    );
    return found ?? null;
  });
}

/** A phrase with what is asked of it for every title. */
interface Prepared extends TitlePhrase {
  readonly begin: string;
  readonly end: string;
  readonly form: boolean;
  readonly compound: boolean;
}

interface Titles {
  readonly phrases: readonly Prepared[];
  /** Those by which a title may begin. */
  readonly first: readonly Prepared[];
}

const titles = new WeakMap<Lexicon, Titles>();

function titlesOf(lexicon: Lexicon): Titles {
  const known = titles.get(lexicon);
  if (known !== undefined) return known;
  const phrases = lexicon.titlePhrases.map(({ phrase, kind }) => ({
    phrase,
    kind,
    begin: `${phrase} `,
    end: ` ${phrase}`,
    form: FORM.test(phrase),
    compound: COMPOUND.test(phrase),
  }));
  const made = { phrases, first: phrases.filter(({ phrase }) => FORM_FIRST.test(phrase)) };
  titles.set(lexicon, made);
  return made;
}

/** German forms end compounds: Sicherungsrichtlinie, Krisenmanagementplan. */
const COMPOUND = /^(?:prozess|richtlinie|leitlinie|politik|verfahrensanweisung|arbeitsanweisung|plan|leitfaden)$/;

function endsCompound(key: string, phrase: string): boolean {
  const last = key.slice(key.lastIndexOf(' ') + 1);
  return last.endsWith(phrase) && last.length >= phrase.length + 4;
}

function kindByHeadings(headings: readonly string[], lexicon: Lexicon): string | null {
  let best: { kind: string; share: number } | null = null;
  for (const [kind, found] of lexicon.signatures(headings)) {
    const signature = lexicon.kind(kind)?.recognise.headings;
    if (signature === undefined || found < signature.atLeast) continue;
    const share = found / signature.names.length;
    if (best === null || share > best.share || (share === best.share && kind < best.kind)) best = { kind, share };
  }
  return best?.kind ?? null;
}

function kindByRecords(records: ReadonlyMap<string, number>, lexicon: Lexicon): string | null {
  let best: { kind: string; count: number } | null = null;
  for (const [record, count] of records) {
    const carrier = lexicon.documentKinds.find((kind) => kind.carries?.[0] === record && kind.yields === undefined);
    if (carrier !== undefined && count > (best?.count ?? 0)) best = { kind: carrier.name, count };
  }
  return best?.kind ?? null;
}
