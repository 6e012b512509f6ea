/** Responsibility matrices: RACI and its variants, with letters under roles or ticks under letters. */
import { lettersOf } from '../model/vocabulary/responsibility-letters.ts';
import { plainText } from '../syntax/inline-text.ts';
import { type Span, span } from '../syntax/span.ts';
import type { FieldFact, NameFact, RecordFact } from './facts.ts';
import { fieldFact } from './field.ts';
import { recordOf } from './record.ts';
import type { TableContext, TableReading, Worded } from './tables.ts';

/** Reads a responsibility matrix; in: the table, where it stands; out: null where it is none. */
export function readResponsibilities(worded: Worded, context: TableContext): TableReading | null {
  return readLetters(worded, context) ?? readTicks(worded, context);
}

const LETTERS = /^[*_(]*\s*[A-Z](?:\s*[/,+&|]?\s*[A-Z]){0,3}\s*[*_)]*\d*$/;

const HOLDING: ReadonlySet<string> = new Set([
  'responsible',
  'accountable',
  'consulted',
  'informed',
  'supports',
  'verifies',
  'signs',
]);

/** Activities down the side, roles across, letters in the cells. */
function readLetters({ table, words: [labels = [], ...words] }: Worded, context: TableContext): TableReading | null {
  // Columns of nothing but letters, each with the letters that it has.
  const lettered = labels.map((_, i) => (i === 0 ? '' : lettersDown(words, i)));
  const used = lettered.filter((letters) => letters !== '');
  if (used.length < 2) return null;
  const [header, ...body] = table.rows;
  if (header === undefined) return null;
  const meanings = lettersOf(used, context.legend, `${context.section ?? ''} · ${context.title ?? ''}`);
  if (meanings === null) return null;
  const isRole = (column: number): boolean =>
    lettered[column] !== undefined &&
    lettered[column] !== '' &&
    [...lettered[column]].every((letter) => letter in meanings);
  const roles = header.cells.flatMap((cell, i) =>
    isRole(i) ? [{ column: i, text: plainText(cell.children).trim(), span: cell.span }] : [],
  );
  const said = roles.flatMap(({ column }) => [...(lettered[column] ?? '')]);
  const letters = roles.flatMap(({ column }) => words.filter((row) => LETTERS.test(row[column] ?? '')));
  const answers = said.some((letter) => meanings[letter] === 'responsible' || meanings[letter] === 'accountable');
  if (roles.length < 2 || letters.length < 2 || !answers) return null;
  // In RACI-VS the one verifies and the other signs; in RASCI the S supports.
  const signs = said.includes('V') && context.legend === null;
  const leading = header.cells.flatMap((cell, i) =>
    roles.some((role) => role.column === i)
      ? []
      : [{ column: i, field: context.lexicon.field('raci-row', plainText(cell.children)) }],
  );
  const activityColumn =
    leading.find((each) => each.field?.name === 'activity')?.column ??
    leading.find((each) => each.field === null)?.column ??
    0;
  const processColumn = leading.find((each) => each.field?.name === 'process')?.column ?? null;

  const records: RecordFact[] = [];
  let group: { text: string; span: Span } | null = null;
  body.forEach((row, i) => {
    const cells = words[i] ?? [];
    const activity = cells[activityColumn] ?? '';
    if (roles.every((role) => (cells[role.column] ?? '') === '')) {
      const title = row.cells.find((_, column) => (cells[column] ?? '') !== '');
      if (title !== undefined) group = { text: plainText(title.children).trim(), span: title.span };
      return;
    }
    const fields: FieldFact[] = [];
    const add = (name: string, raw: string, at: Span, letter: string | null = null): void => {
      const field = context.lexicon.fieldNamed('raci-row', name);
      if (field !== null)
        fields.push(
          fieldFact(field, { label: letter ?? field.title, labelSpan: null, raw, span: at, links: [], shape: 'row' }),
        );
    };
    const activityCell = row.cells[activityColumn];
    if (activityCell !== undefined) add('activity', activity, activityCell.span);
    const processCell =
      processColumn === null || processColumn === activityColumn ? undefined : row.cells[processColumn];
    if (processCell !== undefined && (cells[processColumn ?? 0] ?? '') !== '')
      add('process', cells[processColumn ?? 0] ?? '', processCell.span);
    else if (group !== null) add('process', group.text, group.span);
    const holders = new Map<string, { names: string[]; span: Span; letter: string }>();
    for (const role of roles) {
      for (const letter of new Set((cells[role.column] ?? '').replace(/[^A-Z]/g, ''))) {
        const name = letter === 'S' && signs ? 'signs' : (meanings[letter] ?? null);
        const cell = row.cells[role.column];
        if (name === null || cell === undefined || role.text === '') continue;
        const entry = holders.get(name) ?? { names: [], span: cell.span, letter };
        entry.names.push(role.text);
        holders.set(name, entry);
      }
    }
    for (const [name, entry] of holders) add(name, entry.names.join('; '), entry.span, entry.letter);
    records.push(recordOf('raci-row', fields, row.span, 'row', context.section, activity));
  });
  const names: NameFact[] = roles
    .filter((role) => role.text !== '')
    .map((role) => ({ text: role.text, span: role.span, place: 'raci', field: 'role' }));
  return { type: 'records', records, names };
}

/** The letters of a column; none where it holds anything else. */
function lettersDown(words: readonly (readonly string[])[], column: number): string {
  let all = '';
  for (const row of words) {
    const word = row[column] ?? '';
    if (word === '' || /^[-–—]$/.test(word)) continue;
    if (!LETTERS.test(word)) return '';
    all += word;
  }
  return [...new Set(all.replace(/[^A-Z]/g, ''))].join('');
}

const TICK = /^(?:[xX✓✔✅☑●•]|\[x\]|yes|ja)\uFE0F?$/i;
const BLANK = /^(?:[-–—☐✗]|\[ \]|no|nein)?$/i;

/** Activities and roles down the side, R, A, C and I across, ticks in the cells. */
function readTicks({ table, words: [labels = [], ...words] }: Worded, context: TableContext): TableReading | null {
  const { lexicon } = context;
  const ticked = labels.map((_, column) => isTicked(words, column));
  if (ticked.filter(Boolean).length < 2) return null;
  const body = table.rows.slice(1).map((row, i) => ({ row, words: words[i] ?? [] }));
  const single = labels.filter((label) => /^[A-Z]$/.test(label));
  const meanings = lettersOf(single, context.legend, `${context.section ?? ''} · ${context.title ?? ''}`) ?? {};
  const letters = labels.flatMap((label, column) => {
    if (ticked[column] !== true) return [];
    const named = (/^[A-Z]$/.test(label) ? meanings[label] : lexicon.field('raci-row', label)?.name) ?? undefined;
    return named !== undefined && HOLDING.has(named) ? [{ column, name: named }] : [];
  });
  if (letters.length < 2) return null;
  const rest = labels.map((_, i) => i).filter((i) => !letters.some((letter) => letter.column === i));
  const role = rest.find((i) => /^(?:role|roles|rolle|who|wer|person|name|function|funktion)$/i.test(labels[i] ?? ''));
  if (role === undefined) return null;
  const activity = rest.find((i) => i !== role) ?? null;
  const groups: { activity: string; at: Span; rows: typeof body }[] = [];
  for (const each of body) {
    const named = activity === null ? (context.section ?? '') : (each.words[activity] ?? '');
    const last = groups[groups.length - 1];
    // A blank activity, or the same again, goes on with the one above.
    if (last !== undefined && (named === '' || named === last.activity)) last.rows.push(each);
    else if (named !== '')
      groups.push({
        activity: named,
        at: (activity === null ? undefined : each.row.cells[activity]?.span) ?? each.row.span,
        rows: [each],
      });
  }
  const records: RecordFact[] = [];
  const names: NameFact[] = [];
  for (const group of groups) {
    const fields: FieldFact[] = [];
    const add = (name: string, raw: string, at: Span): void => {
      const field = lexicon.fieldNamed('raci-row', name);
      if (field !== null)
        fields.push(fieldFact(field, { label: field.title, labelSpan: null, raw, span: at, links: [], shape: 'row' }));
    };
    add('activity', group.activity, group.at);
    for (const { column, name } of letters) {
      const holders = group.rows.filter(({ words }) => TICK.test(words[column] ?? ''));
      const first = holders[0]?.row.cells[role]?.span;
      if (first !== undefined) add(name, holders.map(({ words }) => words[role] ?? '').join('; '), first);
    }
    const ends = group.rows.map(({ row }) => row.span);
    const whole = span(ends[0]?.start ?? group.at.start, ends[ends.length - 1]?.end ?? group.at.end);
    records.push(recordOf('raci-row', fields, whole, 'row', context.section, group.activity));
    for (const { row, words } of group.rows)
      if (row.cells[role] !== undefined && (words[role] ?? '') !== '')
        names.push({ text: words[role] ?? '', span: row.cells[role].span, place: 'raci', field: 'role' });
  }
  return { type: 'records', records, names };
}

/** Has a column ticks, and nothing else? */
function isTicked(words: readonly (readonly string[])[], column: number): boolean {
  let ticks = 0;
  for (const row of words) {
    const word = row[column] ?? '';
    if (TICK.test(word)) ticks += 1;
    else if (!BLANK.test(word)) return false;
  }
  return ticks > 0;
}
