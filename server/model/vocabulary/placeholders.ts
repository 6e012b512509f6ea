/** Tells an answer from a placeholder, an empty field and a "not applicable". */
import type { State, ValueType } from '../value.ts';

/** How a raw value stands; `reason` only beside "not applicable", and null where none is given. */
export interface Standing {
  readonly state: State;
  readonly reason: string | null;
}

const GIVEN: Standing = { state: 'given', reason: null };
const PLACEHOLDER: Standing = { state: 'placeholder', reason: null };
const EMPTY: Standing = { state: 'empty', reason: null };

/** Values longer than this are prose; only `lorem ipsum` is looked for there. */
const PROSE = 200;

// A token stands at the beginning, alone or with a remark set off by punctuation: "TBD", "TBC: Jane to ask", "TBD by CAB".
const TOKEN =
  /^(?:tb[dcan]|t\.\s?b\.\s?[dca]\.?|to[ -]?do|fixme|n\.\s?n\.|n\.\s?n\.\s?b\.)(?=$|\s*[:;,.!?()/–—-]|\s+(?:by|before|until|after|in|with|at|once|when|bis|durch|von)\b)/i;
const UPPER_TOKEN = /^(?:TBD|TBC|TBA|TODO|FIXME)\b/;
const WHOLE_WORD =
  /^(?:NN|placeholder|platzhalter|sample text|example text|beispieltext|mustertext|coming soon)[.!]?$/i;
const QUESTION = /^\?+[.!]?$/;
const CROSSES =
  /^v?(?:x{3,}|x{2,}\s*%|x{1,4}(?:[./:-][xy]{1,4}){1,2}|[12]0[0-9x]x(?:[./-]x{1,2}){0,2}|q[x?]\s*[12]0[0-9x]{2})$/i;
const BLANK_LINE = /^(?:[_\s./-]*_{2,}[_\s./-]*|\.{3,}|…+)$/;
const DATE_MASK =
  /^(?:(?:d{1,2}|t{1,2}|m{2,4}|y{2,4}|j{2,4})(?:[-./ ](?:d{1,2}|t{1,2}|m{1,4}|y{2,4}|j{2,4})){1,2}|yyyy|jjjj|hh:mm(?::ss)?)$/i;
const TO_BE =
  /^(?:(?:is|are|still|yet)\s+)*to be\s+(?:\w+ly\s+)?(?:defined|determined|confirmed|decided|announced|completed|agreed|assigned|named|nominated|appointed|specified|advised|done|added|filled(?: in)?|provided|clarified|supplied|written|finali[sz]ed|drafted|established|set)(?:\s+(?:by|before|in|until|at|with|later|soon|once|when|as|upon|after|here)\b.{0,60})?[.!]?$/i;
const NOT_YET =
  /^not (?:yet )?(?:defined|determined|decided|assigned|known|appointed|specified|named|set|agreed|available yet)(?: yet)?[.!]?$/i;
const NOCH =
  /^(?:ist |sind |wird |werden )?(?:noch )?(?:festzulegen|zu (?:definieren|bestimmen|klären|benennen|ergänzen|vereinbaren|dokumentieren)|auszufüllen|nachzutragen)[.!]?$|^(?:ist |sind )?noch (?:offen|nicht (?:festgelegt|definiert|bekannt|benannt|bestimmt|vorhanden)|unklar|unbekannt)[.!]?$|^(?:wird|werden) (?:noch )?(?:festgelegt|definiert|ergänzt|benannt|bestimmt|geklärt|nachgereicht|nachgetragen|vereinbart)[.!]?$|^folgt(?: noch)?[.!]?$/i;
const INSTRUCTION =
  /^(?:please )?(?:enter|insert|add|type|write|describe|fill in|put|provide|state|list|specify|your)\b[^.]{0,60}\bhere\b[.!]?$|^(?:click|tap|klicken)\b.{0,40}\b(?:enter|add|insert|einzugeben|eingeben)\b.{0,30}$|^(?:please )?fill (?:this |me )?(?:in|out)\b.{0,20}$|^(?:(?:text|name|datum|bitte) )?hier (?:\w+ )?(?:eingeben|eintragen|einfügen|ergänzen|beschreiben)[.!]?$|^bitte (?:\w+ )?(?:ausfüllen|eintragen|ergänzen|angeben)[.!]?$|^your \w+$/i;
const LOREM = /\blorem ipsum\b/i;

/** Words that only a template puts into brackets beside other words: "Head of [Department]", "[Company] service desk". */
const TEMPLATE_WORDS =
  /^(?:your|insert|enter|add|choose|select|name of|date of|company|company name|organi[sz]ation|organi[sz]ation name|department|customer name|service name|process name|role name|todo|tbd|tbc|tba|yyyy[\w.-]*|dd[./-]mm[\w./-]*|firma|abteilung)\b/i;

const HTML_TAG =
  /^\/?(?:a|abbr|b|big|blockquote|br|caption|center|code|col|colgroup|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|input|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|wbr)(?:\s[^<>]*)?\/?$/i;
const KEYS = /^(?:enter|return|esc|escape|tab|ctrl|strg|alt|shift|space|del|delete|f\d{1,2}|up|down|left|right)$/i;

/** Not applicable, followed by the end, by a separator or bracket and a reason, or after these words by the reason itself. */
const NOT_APPLICABLE =
  /^(?:n\s?\/\s?a|n\.\s?a\.?|not applicable|not relevant|entfällt|nicht (?:zutreffend|anwendbar|relevant|erforderlich|notwendig)|trifft nicht zu)(?![\p{L}\p{N}])(.*)$/isu;
const NONE =
  /^(?:none|nil|na|not required|not needed|keine[rsn]?)(\s*(?:[:;,.(–—]|\s-\s|because\b|since\b|as\b|due\b|weil\b|da\b).*)?$/is;
const DASHED = /^[-–—]\s+(\S.*)$/s;
const NEGATION =
  /^(?:no|not|none|never|nothing|nobody|n\/a|kein\p{L}*|nicht|entfällt|only|all|we|wir|alles?|handled|covered|siehe|see)\b/iu;

/** Words that answer nothing where a date, a name or a number is asked for, though "open" is an honest status. */
const OPEN_WORDS =
  /^(?:noch )?(?:open|offen|pending|unknown|unbekannt|unclear|unklar|undefined|undecided|ausstehend|x{1,3})[.!]?$/i;
const STRICT_TYPES: ReadonlySet<ValueType> = new Set([
  'date',
  'names',
  'interval',
  'target',
  'number',
  'version',
  'id',
]);

/**
 * A first look that nearly every answer fails, and every other value passes: a bracket of a template anywhere, or the
 * beginning of one of the words and signs below. It is here for speed only, since this is asked of every table cell; in two
 * parts, so that the longer one is tried at the beginning alone.
 */
const MARKED = /[<[{]|&(?:lt|nbsp|#160);/i;
const SUSPECT =
  /^\s*(?:$|[-–—_.…?*~`\\"'“„‘/&(•]|tb[dcan]|t\.|to[ -]?do|to be|fixme|n[/.\s]|na(?:\b|$)|nn|nil|null|none|not\b|noch|keine?|entf|nicht|trifft|wird|ist|sind|werden|is |are |still |yet |zu |folgt|fest|ausz|nachz|v?x|[12]0[0-9x]x|q[x?]|[dmyjt]{1,4}[-./ ]|yyyy|jjjj|hh:|placeholder|platzhalter|sample|example|beispiel|mustert|coming|please|enter|insert|add|type|write|describe|fill|put|provide|state|list|specify|your|click|tap|klicken|text|name|datum|bitte|hier|open|offen|pending|unknown|unbekannt|unclear|unklar|undefined|undecided|ausstehend)/i;

function bare(raw: string): string {
  return raw
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<\/?(?:br|wbr|hr)\s*\/?>|&nbsp;|&#160;/gi, ' ')
    .replace(/<a\s+(?:id|name)=[^<>]*>\s*(?:<\/a>)?/gi, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/\\([<>[\]{}_*?.])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Takes off emphasis, code and quotes around a whole value. */
function unwrapped(text: string): string {
  const inner = /^(?:\*{1,3}|_{1,3}|~~|`+|["'“„‘(]|[-–—•]\s+(?=tb|to|n\.|\?))(.+?)(?:\*{1,3}|_{1,3}|~~|`+|["'”“’)]|)$/is
    .exec(text)?.[1]
    ?.trim();
  return inner !== undefined && /[^\s_.*-]/.test(inner) ? unwrapped(inner) : text;
}

/** A list of nouns that a template would ask for: `[Name, Role]`, but not `[Jane Doe, John Roe]`. */
const TEMPLATE_LIST =
  /^(?:(?:first |last |full |family |given )?name|role|title|date|owner|e-?mail|phone|version|department|author|approver|position|funktion|rolle|datum)(?:\s*[,;]\s*(?:(?:first |last |full |family |given )?name|role|title|date|owner|e-?mail|phone|version|department|author|approver|position|funktion|rolle|datum))*$/i;

/** Tells whether a short text holds a bracket that only a template has. */
function hasMarker(text: string): boolean {
  const words = text.replace(/<[^<>]*>|\[[^[\]]*\]|\{\{.*?\}\}/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const short = words <= 6;
  let found = false;
  const mark = () => {
    found = true;
    return ' ';
  };
  text
    .replace(/\{\{[^{}]*\}\}|\$\{[^{}]*\}/g, (all) => (short ? mark() : all))
    .replace(/\[\[\s[^[\]]*\s\]\]|\[\[(?:tb[dca]|todo|[A-Z_]{2,})\]\]/g, (all) => (short ? mark() : all))
    .replace(/(^|[\s(,;/|v.])<([^<>]+)>/g, (all, before: string, inner: string) => {
      const word = inner.trim();
      const noMarker =
        !short || !/^[\p{L}\d.?…_ -]/u.test(word) || !/[\p{L}?…]/u.test(word) || /:\/\/|@|^mailto:|^tel:|=/.test(word);
      return noMarker || HTML_TAG.test(word) || KEYS.test(word) ? all : before + mark();
    })
    .replace(/(?<![!\]\w[])\[([^[\]]+)\](?![([:\]])/g, (all, inner: string) => {
      const word = inner.trim();
      if (!short || !/[\p{L}?_…]/u.test(word) || /^(?:x|\^.*|\d.*)$/i.test(word)) return all;
      if (words > 0) return TEMPLATE_WORDS.test(word) ? mark() : all;
      const list = /[,;]/.test(word) && !TEMPLATE_WORDS.test(word) && !TEMPLATE_LIST.test(word);
      return list ? all : mark();
    })
    .replace(/^\{([\p{L}][\p{L}\d _-]*)\}$/u, mark);
  return found;
}

function reasonOf(text: string): string | null {
  const reason = text
    .replace(/^[\s:;,.–—-]+/, '')
    .replace(/^\((.*)\)[.!]?$/s, '$1')
    .replace(/^[\s:;,.–—-]+|[\s.;,]+$/g, '')
    .trim();
  if (!/\p{L}{2}/u.test(reason) || /^(?:n\/?a|none)$/i.test(reason)) return null;
  return isPlaceholder(reason) ? null : reason;
}

function isToken(text: string): boolean {
  return (
    TOKEN.test(text) ||
    UPPER_TOKEN.test(text) ||
    WHOLE_WORD.test(text) ||
    QUESTION.test(text) ||
    CROSSES.test(text) ||
    BLANK_LINE.test(text) ||
    DATE_MASK.test(text) ||
    TO_BE.test(text) ||
    NOT_YET.test(text) ||
    NOCH.test(text) ||
    INSTRUCTION.test(text)
  );
}

/**
 * Tells how a raw value stands: given, placeholder, empty, or not applicable with its reason.
 * In: the value as written, Markdown included; the type of its field, if known, since "open" answers a status but no
 * date. Out: "not applicable" with a null reason where none is given, which a rule may object to.
 */
export function stateOf(raw: string, type: ValueType | null = null): Standing {
  if (LOREM.test(raw)) return PLACEHOLDER;
  if (!SUSPECT.test(raw) && !MARKED.test(raw)) return GIVEN;
  const whole = bare(raw);
  if (whole.length > PROSE) return GIVEN;
  const text = unwrapped(whole);
  if (/^[-–—\s]*$/.test(text) || text === '~' || text === 'null') return EMPTY;
  if (isToken(text)) return PLACEHOLDER;
  const parts = text.split(/\s*[,;/|&]\s*/);
  if (parts.length > 1 && parts.every((part) => part === '' || isToken(part))) return PLACEHOLDER;
  if (/[<[{]/.test(text) && hasMarker(text)) return PLACEHOLDER;
  if (type !== null && STRICT_TYPES.has(type) && OPEN_WORDS.test(text)) return PLACEHOLDER;

  const none = NOT_APPLICABLE.exec(text) ?? NONE.exec(text);
  if (none !== null) return { state: 'not-applicable', reason: reasonOf(none[1] ?? '') };
  const dashed = DASHED.exec(text)?.[1];
  if (dashed !== undefined && NEGATION.test(dashed)) return { state: 'not-applicable', reason: reasonOf(dashed) };
  return GIVEN;
}

/** Tells whether a raw value only stands in for an answer, such as `TBD`, `<name>` or `YYYY-MM-DD`. */
export function isPlaceholder(raw: string, type: ValueType | null = null): boolean {
  return stateOf(raw, type).state === 'placeholder';
}
