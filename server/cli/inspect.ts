/** `clausewright inspect`: what was understood of each document, for people and for programs. */
import type { Parsed } from '../model/value.ts';
import { type Facts, type FieldFact, fieldOf } from '../reading/facts.ts';
import { linkCandidates } from '../reading/links.ts';
import { type LineIndex, NO_LINES, rangeOf } from '../syntax/lines.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Request } from './arguments.ts';
import { loadFolder, type Terminal } from './load.ts';

/** Runs the inspection; out: the exit code. */
export async function inspect(request: Request, terminal: Terminal): Promise<number> {
  const loaded = await loadFolder(request, terminal);
  if ('problem' in loaded) {
    terminal.err(`${loaded.problem}\n`);
    return 2;
  }
  const { folder, wanted } = loaded;
  const documents = [...folder.workspace.paths()].filter(wanted).sort();
  const facts = documents.flatMap((path) => folder.workspace.facts(path) ?? []);
  if (request.format === 'json') {
    terminal.out(
      `${JSON.stringify({ version: 1, documents: facts.map((each) => describe(each, folder.lines(each.path) ?? NO_LINES, folder.workspace)) }, null, 2)}\n`,
    );
  } else terminal.out(facts.map((each) => `${sketch(each)}\n`).join(''));
  return 0;
}

/** A parsed value as plain JSON: a date as ISO, one name as a word, several as a list. */
function plainValue(value: Parsed | null): unknown {
  if (value === null) return null;
  switch (value.type) {
    case 'date':
    case 'interval':
      return value.iso;
    case 'names':
      return value.names.length === 1 ? (value.names[0]?.text ?? null) : value.names.map((name) => name.text);
    case 'target':
      return { comparator: value.comparator, number: value.number, unit: value.unit, period: value.period };
    case 'enumeration':
      return value.value;
    case 'yes-no':
      return value.yes;
    case 'number':
      return value.number;
    case 'list':
      return value.items;
    case 'reference':
      return value.targets;
    case 'clauses':
      return value.clauses;
    default:
      return value.text;
  }
}

function describe(facts: Facts, lines: LineIndex, workspace: Workspace): unknown {
  const field = (each: FieldFact): Record<string, unknown> => ({
    raw: each.raw,
    state: each.state,
    value: plainValue(each.value),
    range: rangeOf(lines, each.span),
  });
  return {
    path: facts.path,
    kind: facts.kinds[0] ?? 'unknown',
    kinds: facts.kinds,
    kindFrom: facts.kindFrom,
    title: facts.title?.text ?? null,
    metadata: Object.fromEntries(facts.metadata.map((each) => [each.field, { ...field(each), shape: each.shape }])),
    sections: facts.sections.map((section) => ({
      title: section.title,
      name: section.names[0] ?? null,
      level: section.level,
      range: rangeOf(lines, section.span),
    })),
    records: facts.records.map((record) => ({
      kind: record.kind,
      id: record.id,
      range: rangeOf(lines, record.span),
      fields: byName(record.fields, field),
    })),
    clauses: facts.clauses.map((clause) => ({
      standard: clause.standard,
      edition: clause.edition,
      clause: clause.clause,
      raw: clause.raw,
      range: rangeOf(lines, clause.span),
    })),
    links: facts.links.map((link) => ({
      target: link.target,
      range: rangeOf(lines, link.span),
      resolved: link.path === null ? null : (linkCandidates(link.path).find((path) => workspace.exists(path)) ?? null),
    })),
  };
}

/** A few lines for a person: kind, where that comes from, metadata, what it holds. */
function sketch(facts: Facts): string {
  const lines = [
    facts.path,
    `  ${facts.kinds.length === 0 ? 'unknown kind' : `${facts.kinds.join(' and ')} (from ${facts.kindFrom})`}${facts.title === null ? '' : `: ${facts.title.text}`}`,
  ];
  for (const each of facts.metadata)
    if (each.shape !== 'section')
      lines.push(
        `  ${each.field}: ${each.state === 'given' ? each.raw.replace(/\s+/g, ' ').slice(0, 100) : `(${each.state})`}  [${each.shape}]`,
      );
  const kinds = new Map<string, number>();
  for (const record of facts.records) kinds.set(record.kind, (kinds.get(record.kind) ?? 0) + 1);
  if (kinds.size > 0) lines.push(`  records: ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}`);
  if (facts.clauses.length > 0)
    lines.push(
      `  clauses: ${[...new Set(facts.clauses.map((clause) => `${clause.clause}${clause.standard === 'ISO/IEC 20000-1' ? '' : ` (${clause.standard})`}`))].join(', ')}`,
    );
  const owner = fieldOf(facts, 'owner');
  if (owner === null && facts.kinds.length > 0) lines.push('  no owner named');
  return lines.join('\n');
}

/** Fields by their name; a field that stands twice, as lead auditor and auditor do, gives its values as one list. */
function byName(
  fields: readonly FieldFact[],
  describe: (field: FieldFact) => Record<string, unknown>,
): Record<string, unknown> {
  const named: Record<string, Record<string, unknown>> = {};
  for (const each of fields) {
    const own = describe(each);
    const first = named[each.field];
    if (first === undefined || first.state !== 'given') named[each.field] = own;
    else if (own.state === 'given')
      named[each.field] = { ...first, raw: `${first.raw}; ${own.raw}`, value: [first.value, own.value].flat() };
  }
  return named;
}
