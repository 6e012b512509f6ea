/** Records that stand as sections: a heading a record, with key lines or a small table below it. */

import { span } from '../syntax/span.ts';
import type { Block } from '../syntax/tree.ts';
import type { FieldFact, RecordFact } from './facts.ts';
import { fieldFact } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { readLinks } from './links.ts';
import { blockPairs } from './metadata.ts';
import { recordOf } from './record.ts';
import { blockWords, type Section } from './sections.ts';

const HEADING_ID = /\b([A-Z]{2,6}[-_ ]?(?:\d{2,4}[-_/ ])*\d{1,5}|[A-Z]-\d{1,5})\b/;

/**
 * Reads the sections that are one record each.
 * In: path, text, the sections, the matrices of responsibilities, whose letters are no labels, and the record kinds that the
 * document carries. Out: records in order.
 */
export function sectionRecords(
  path: string,
  text: string,
  sections: readonly Section[],
  matrices: ReadonlySet<Block>,
  expected: readonly string[],
  lexicon: Lexicon,
): readonly RecordFact[] {
  if (expected.length === 0) return [];
  const found: RecordFact[] = [];
  for (const section of sections) {
    if (section.heading.depth < 2) continue;
    const pairs = section.own.flatMap((block, i) =>
      matrices.has(block) ? [] : blockPairs(path, text, block, i, lexicon, 2),
    );
    if (pairs.length < 2) continue;
    let best: { kind: string; fields: FieldFact[] } | null = null;
    for (const kind of expected) {
      const fields: FieldFact[] = [];
      for (const pair of pairs) {
        const field = lexicon.field(kind, pair.label);
        if (field !== null && !fields.some((each) => each.field === field.name)) fields.push(fieldFact(field, pair));
      }
      if (fields.length >= 2 && fields.length * 2 >= pairs.length && fields.length > (best?.fields.length ?? 0))
        best = { kind, fields };
    }
    if (best === null) continue;
    const { heading } = section;
    best.fields.push(...subsectionFields(path, section, sections, best, lexicon));
    const id = HEADING_ID.exec(heading.text);
    const idField = lexicon.fieldNamed(best.kind, 'id');
    if (id !== null && idField !== null && !best.fields.some((field) => field.field === 'id')) {
      best.fields.unshift(
        fieldFact(idField, {
          label: idField.title,
          labelSpan: null,
          raw: id[1] ?? '',
          span: heading.textSpan,
          links: [],
          shape: 'heading',
        }),
      );
    }
    const name = heading.text
      .replace(HEADING_ID, '')
      .replace(/^\s*audit\s*(?=[:–—-]\s)/i, '')
      .replace(/^[\s:–—.-]+|[\s:–—.-]+$/g, '');
    const end = section.all[section.all.length - 1]?.span.end ?? heading.span.end;
    const record = recordOf(
      best.kind,
      best.fields,
      span(heading.span.start, Math.max(end, heading.span.end)),
      'section',
      null,
      name === '' ? heading.text : name,
    );
    found.push({ ...record, headSpan: heading.textSpan });
  }
  return found;
}

/** `### Treatment` below a risk's heading says its treatment. */
function subsectionFields(
  path: string,
  section: Section,
  sections: readonly Section[],
  best: { readonly kind: string; readonly fields: readonly FieldFact[] },
  lexicon: Lexicon,
): readonly FieldFact[] {
  return sections.flatMap((each): readonly FieldFact[] => {
    if (each.heading.depth !== section.heading.depth + 1 || !section.all.includes(each.heading)) return [];
    const field = lexicon.field(best.kind, each.heading.text.replace(/^[\d.]+\s+/, ''));
    const [first, last] = [each.own[0], each.own[each.own.length - 1]];
    if (field === null || first === undefined || last === undefined) return [];
    if (best.fields.some((known) => known.field === field.name)) return [];
    const raw = each.own
      .map((block) => blockWords(block))
      .join('\n')
      .trim()
      .slice(0, 2000);
    return [
      fieldFact(field, {
        label: each.heading.text,
        labelSpan: each.heading.textSpan,
        raw,
        span: span(first.span.start, last.span.end),
        links: readLinks(path, each.own).flatMap((link) => link.path ?? []),
        shape: 'section',
      }),
    ];
  });
}
