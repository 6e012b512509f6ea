/** Steps: what a procedure has done one after the other, as items of lists, headings, lettered or bold paragraphs. */
import { flatten, plainText, wordsOf } from '../syntax/inline-text.ts';
import { type Span, span } from '../syntax/span.ts';
import type { Block, Inline, List, Paragraph } from '../syntax/tree.ts';
import type { FieldFact, RecordFact } from './facts.ts';
import { fieldFact } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { inlineLines, keyLinePairs } from './pairs.ts';
import { recordOf } from './record.ts';
import { blockWords, type Section } from './sections.ts';

const LABELLED_ACTOR = /^\s*([\p{Lu}][\p{L}&/ -]{2,40}?)\s*:\s+\S/u;
/** "The Change Manager approves …": the run of capitalised words behind the article. */
const SUBJECT = /^\s*(?:The|Der|Die|Das)\s+((?:\p{Lu}[\p{L}-]*)(?:\s+(?:\p{Lu}[\p{L}-]*|of|and|for))*)\s+\p{Ll}/u;
/** `Step 3: Approve`, `Schritt 3 - Freigeben`, `3. Step: Approve`. */
const STEP =
  /^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?:[Ss]tep|STEP|[Ss]chritt)(?:\s*(?=\d)|\s+)(\d{1,3}[a-z]?|[A-Z])(?![\p{L}\d])\s*[.:)–—-]*\s*/u;
/** `a.`, `b)` or `iv.` before a paragraph. */
const LETTER = /^\s*\(?([a-z]|[ivx]{1,5})[.)]\s+(?=\S)/;
/** `4.1` before a paragraph, as in standards. */
const NUMBERED = /^\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\p{Lu})/u;

/**
 * Reads the steps of a document.
 * In: sections, the blocks before the first of them, and the kinds of the document. Out: steps in order; none in documents that
 * only tell of steps.
 */
export function readSteps(
  path: string,
  text: string,
  sections: readonly Section[],
  lead: readonly Block[],
  kinds: readonly string[],
  lexicon: Lexicon,
): readonly RecordFact[] {
  const found: RecordFact[] = [];
  if (kinds.length === 0) return found;
  const procedural = kinds.includes('procedure') || kinds.includes('work-instruction');
  const take = (blocks: readonly Block[], section: string | null): void => {
    for (const block of blocks)
      if (block.type === 'list' && isStepList(block)) found.push(...listSteps(block, section, lexicon));
    found.push(...paragraphSteps(blocks, section, lexicon));
  };
  if (procedural) take(lead, null);
  for (const section of sections) {
    const headed = STEP.exec(section.heading.text);
    if (headed !== null) {
      const lists = section.own.filter((block): block is List => block.type === 'list' && isStepList(block));
      // A heading over a list of its own steps is their title, and no step beside them.
      if (lists.length > 0) for (const list of lists) found.push(...listSteps(list, section.heading.text, lexicon));
      else found.push(headingStep(path, text, section, headed, lexicon));
      continue;
    }
    const names = kinds.flatMap((kind) => lexicon.sectionNames(kind, section.heading.text));
    const stepwise = names.some((name) => name === 'steps' || name === 'activities');
    if (
      stepwise ||
      (procedural && section.own.some((block) => block.type === 'list' && isStepList(block) && block.items.length >= 3))
    )
      take(section.own, section.heading.text);
  }
  return found;
}

/** Numbered items and boxes to tick are steps; bullets are remarks. */
export function isStepList(list: List): boolean {
  return list.ordered || list.items.some((item) => item.checked !== null);
}

function listSteps(list: List, section: string | null, lexicon: Lexicon): readonly RecordFact[] {
  return list.items.flatMap((item) => {
    const first = item.children[0];
    if (first === undefined) return [];
    const step = wordsStep(first.type === 'paragraph' ? first.children : null, first, item.span, section, lexicon);
    return step === null ? [] : [step];
  });
}

/** The step that a stretch of words tells of. */
function wordsStep(
  children: readonly Inline[] | null,
  block: Block,
  whole: Span,
  section: string | null,
  lexicon: Lexicon,
  skip = 0,
): RecordFact | null {
  const flat = children === null ? null : flatten(children, 'keep');
  const all = flat?.text ?? blockWords(block);
  const words = all.slice(skip).trim();
  if (words === '') return null;
  const fields: FieldFact[] = [];
  const add = (name: string, raw: string, at: Span): void => {
    const field = lexicon.fieldNamed('step', name);
    if (field !== null)
      fields.push(fieldFact(field, { label: field.title, labelSpan: null, raw, span: at, links: [], shape: 'row' }));
  };
  const placeOf = (part: string): Span => {
    const at = flat === null ? -1 : flat.text.indexOf(part, skip);
    return flat === null || at < 0 ? block.span : flat.spanOf(at, at + part.length);
  };
  const ends = children?.[children.length - 1]?.span.end ?? block.span.end;
  add(
    'action',
    words,
    skip === 0 && block.type === 'paragraph' && block.children === children
      ? block.span
      : span(placeOf(words.slice(0, 1)).start, ends),
  );
  const actor = actorOf(children ?? [], words, skip > 0);
  if (actor !== null) add('actor', actor, placeOf(actor));
  return recordOf('step', fields, whole, 'item', section, words.slice(0, 80));
}

/** Paragraphs and lines that begin with letters (`a.`, `b)`), with numbers of sections (`4.1`) or with a bold "Step 1:". */
function paragraphSteps(blocks: readonly Block[], section: string | null, lexicon: Lexicon): readonly RecordFact[] {
  const lines = blocks.flatMap((block) =>
    block.type !== 'paragraph' ? [] : paragraphLines(block).map((children) => ({ block, children })),
  );
  for (const begins of [STEP, LETTER, NUMBERED]) {
    const found = lines.flatMap(({ block, children }) => {
      const lead = begins.exec(wordsOf(children))?.[0].length ?? 0;
      return lead === 0 ? [] : [{ block, children, lead }];
    });
    // One letter alone is an initial or an abbreviation.
    if (found.length < 2) continue;
    return found.flatMap(({ block, children, lead }) => {
      const whole = span(
        children[0]?.span.start ?? block.span.start,
        children[children.length - 1]?.span.end ?? block.span.end,
      );
      return wordsStep(children, block, whole, section, lexicon, lead) ?? [];
    });
  }
  return [];
}

/** A paragraph whose every line begins with a letter is so many steps; any other is one. */
function paragraphLines(block: Paragraph): readonly (readonly Inline[])[] {
  const lines = inlineLines(block.children).map((line) => line.children);
  const begins = (children: readonly Inline[]): boolean => {
    const text = wordsOf(children);
    return LETTER.test(text) || STEP.test(text) || NUMBERED.test(text);
  };
  return lines.length > 1 && lines.every(begins) ? lines : [block.children];
}

/** `## Step 2 - Run`, with what stands below it: who acts, in a key line or in its first sentence. */
function headingStep(
  path: string,
  text: string,
  section: Section,
  headed: RegExpExecArray,
  lexicon: Lexicon,
): RecordFact {
  const { heading } = section;
  const fields: FieldFact[] = [];
  const add = (name: string, raw: string, at: Span, label: string | null = null): void => {
    const field = lexicon.fieldNamed('step', name);
    if (field !== null && !fields.some((each) => each.field === name))
      fields.push(
        fieldFact(field, { label: label ?? field.title, labelSpan: null, raw, span: at, links: [], shape: 'heading' }),
      );
  };
  add('number', headed[1] ?? '', heading.textSpan);
  const title = heading.text.slice(headed[0].length).trim();
  const body = section.own.find((block): block is Paragraph => block.type === 'paragraph');
  for (const block of section.own) {
    if (block.type !== 'paragraph') continue;
    for (const pair of keyLinePairs(path, text, block, 0, (label) => lexicon.field('step', label) !== null)) {
      const field = lexicon.field('step', pair.label);
      if (field !== null && !fields.some((each) => each.field === field.name)) fields.push(fieldFact(field, pair));
    }
  }
  if (title !== '') add('action', title, heading.textSpan);
  else if (body !== undefined) add('action', plainText(body.children).trim(), body.span);
  if (body !== undefined && !fields.some((field) => field.field === 'actor')) {
    const flat = flatten(body.children, 'keep');
    const actor = SUBJECT.exec(flat.text)?.[1] ?? null;
    const at = actor === null ? -1 : flat.text.indexOf(actor);
    if (actor !== null && at >= 0) add('actor', actor, flat.spanOf(at, at + actor.length));
  }
  const end = section.own[section.own.length - 1]?.span.end ?? heading.span.end;
  const record = recordOf(
    'step',
    fields,
    span(heading.span.start, Math.max(end, heading.span.end)),
    'section',
    null,
    title === '' ? heading.text : title,
  );
  return { ...record, headSpan: heading.textSpan };
}

function actorOf(children: readonly Inline[], words: string, behind: boolean): string | null {
  if (!behind && children[0]?.type === 'strong') {
    const strong = plainText([children[0]]).trim();
    if (/:$/.test(strong) || /^\s*(?::|[–—-]\s)/.test(words.slice(strong.length))) return strong.replace(/\s*:$/, '');
  }
  const labelled = LABELLED_ACTOR.exec(words);
  if (labelled !== null && (labelled[1] ?? '').split(/\s+/).length <= 4) return labelled[1] ?? null;
  return SUBJECT.exec(words)?.[1] ?? null;
}
