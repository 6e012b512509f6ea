/** Sentences that say whose a document is: "This SLA is owned by the Operations team and approved by the Board on 2 May 2026." */
import { findDates } from '../model/vocabulary/dates.ts';
import { looksLikePerson, looksLikeRole } from '../model/vocabulary/role-words.ts';
import { type FlatText, flatten } from '../syntax/inline-text.ts';
import type { Block } from '../syntax/tree.ts';
import type { Pair } from './field.ts';
import { linksIn } from './words.ts';

const DOCUMENT =
  '(?:document|policy|process|procedure|plan|sla|ola|agreement|standard|guideline|guide|instruction|work instruction|runbook|playbook|register|catalogue|catalog|programme|program|report|handbook|manual|statement|page|contract|charter|specification)';
const DOKUMENT =
  '(?:dokument|richtlinie|leitlinie|prozess|prozessbeschreibung|verfahren|verfahrensanweisung|arbeitsanweisung|plan|vereinbarung|sla|ola|register|katalog|programm|bericht|handbuch|seite|vertrag)s?';

/** What such a sentence begins with, as far as the verb. */
const THIS = new RegExp(
  `(?:^|[.!?]\\s+)(?:This|The present)\\s+(?:[\\w-]+\\s+){0,3}?${DOCUMENT}\\s+(?:is|was|has been)\\s`,
  'i',
);
const THESE =
  /(?:^|[.!?]\s+)All (?:[\w-]+\s+){0,3}?(?:documents|policies|processes|procedures|plans|standards)\s+are\s/i;
const OWNER_OF = new RegExp(
  `(?:^|[.!?]\\s+)The\\s+(?:[\\w-]+\\s+){0,2}?owner\\s+of\\s+this\\s+(?:[\\w-]+\\s+){0,3}?${DOCUMENT}\\s+is\\s+(?:the\\s+)?([^.,;\\n]+)`,
  'i',
);
const VERANTWORTLICH = new RegExp(
  `(?:^|[.!?]\\s+)(?:Verantwortlich für (?:diese[srn]?|das|die|den) ${DOKUMENT}|(?:Eigentümer(?:in)?|Eigner(?:in)?|Verantwortliche[r]?) (?:dieser|dieses|des|der) ${DOKUMENT}) ist (?:der |die |das )?([^.,;\\n]+)`,
  'iu',
);
const DIESES = new RegExp(`(?:^|[.!?]\\s+)Diese[srn]?\\s+${DOKUMENT}\\s+(?:wird|wurde|ist)\\s`, 'iu');

/** What is said of it behind the verb, each up to the next of its kind. */
const PARTS: readonly { readonly label: string; readonly pattern: RegExp }[] = [
  { label: 'Owner', pattern: /\b(?:owned|maintained|verantwortet)\s+(?:by|von|vom|durch)\s+/i },
  { label: 'Approved by', pattern: /\b(?:approved|authori[sz]ed)\s+by\s+/i },
  { label: 'Freigegeben von', pattern: /\b(?:von|vom|durch)\s+(?=[^.,;\n]*\b(?:freigegeben|genehmigt)\b)/i },
];
const SAID_UP_TO =
  /\s+(?:and|und)\s+(?:is|are|was|reviewed|approved|authori[sz]ed|maintained|wird|wurde|am)\b|\s+(?:on|am|since|seit|freigegeben|genehmigt|verantwortet)\b|[.,;\n]|$/i;

/** Is there any such sentence in a text? Most documents have none, and are not looked at twice. */
export function speaksOfOwnership(text: string): boolean {
  return /\b(?:owned|maintained|approved|authori[sz]ed) by\b|\bowner of this\b|verantwortet|Verantwortlich für (?:diese|das|die|den)|(?:Eigentümer|Eigner|Verantwortliche)\w* (?:dieser|dieses|des|der) /i.test(
    text,
  );
}

/**
 * The pairs that sentences on the document itself give.
 * In: the document's path, its blocks, and the number of their block. Out: owner, approver and approval date; nothing for what is
 * said of other things, or of nobody in particular.
 */
export function sentencePairs(path: string, blocks: readonly Block[], block: number): readonly Pair[] {
  return blocks.flatMap((each) => {
    if (each.type !== 'paragraph') return [];
    const flat = flatten(each.children, 'keep');
    if (!speaksOfOwnership(flat.text)) return [];
    return spoken(flat).map(
      ({ label, from, to }): Pair => ({
        label,
        labelSpan: null,
        raw: flat.text.slice(from, to),
        span: flat.spanOf(from, to),
        links: linksIn(path, each.children),
        shape: 'section',
        block,
      }),
    );
  });
}

interface Said {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

function spoken(flat: FlatText): readonly Said[] {
  const { text } = flat;
  for (const pattern of [OWNER_OF, VERANTWORTLICH]) {
    const found = pattern.exec(text);
    const name = found?.[1] ?? '';
    if (found !== null && isSomebody(name)) {
      const from = found.index + found[0].length - name.length;
      return [{ label: 'Owner', from, to: from + name.trimEnd().length }];
    }
  }
  const begins = THIS.exec(text) ?? THESE.exec(text) ?? DIESES.exec(text);
  if (begins === null) return [];
  const start = begins.index + begins[0].length;
  const stop = /[.!?](?=\s|$)/.exec(text.slice(start));
  const sentence = text.slice(0, stop === null ? text.length : start + stop.index);
  const said = PARTS.flatMap(({ label, pattern }): readonly Said[] => {
    const found = pattern.exec(sentence.slice(start));
    if (found === null) return [];
    const article = /^(?:the|der|die|das|dem|den|our)\s+/i;
    let from = start + found.index + found[0].length;
    from += article.exec(sentence.slice(from))?.[0].length ?? 0;
    const to = from + (SAID_UP_TO.exec(sentence.slice(from))?.index ?? 0);
    return isSomebody(sentence.slice(from, to)) ? [{ label, from, to }] : [];
  });
  const approver = said.find(({ label }) => label !== 'Owner');
  const dates = approver === undefined ? [] : findDates(sentence.slice(approver.to));
  const date = dates.length === 1 ? dates[0] : undefined;
  return approver === undefined || date === undefined
    ? said
    : [...said, { label: 'Approval date', from: approver.to + date.start, to: approver.to + date.end }];
}

/** A name, a role or a group; not "the team that creates it". */
function isSomebody(words: string): boolean {
  const name = words.trim();
  const bare = name.replace(/\s*\([^()]*\)\s*$/, '');
  const described = /^\p{Ll}/u.test(bare) && (bare.split(/\s+/).length > 4 || / it$/.test(bare));
  return (
    name !== '' &&
    !described &&
    name.split(/\s+/).length <= 7 &&
    (looksLikePerson(bare) || looksLikeRole(bare) || /^[\p{Lu}@#]/u.test(bare))
  );
}
