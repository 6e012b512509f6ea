/** Measures what an editor asks while somebody types, through the protocol: `npm run bench:requests -- 10000`. */
import { lineIndex } from '../server/syntax/lines.ts';
import { startEditor } from '../test/kit/editor.ts';
import { corpus, longProcess } from './corpus.ts';
import { percentiles } from './strokes.ts';

const PATH = 'processes/process-0.md';
const AUDIT = 'audits/audit-4.md';
const ROUNDS = 40;
const SLOW_ROUNDS = 3;
/** What hover, completion and definition may take, in milliseconds. */
const MOST = 10;

const documents = Number(process.argv[2] ?? 10_000);
const files = new Map(corpus(documents));
files.set(PATH, longProcess(documents));
const editor = await startEditor(files);
while (editor.statuses.at(-1)?.state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 20));

let told = 0;
let wake: () => void = () => undefined;
editor.connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; version?: number }) => {
  if (params.version === undefined || !params.uri.endsWith(PATH)) return;
  told = params.version;
  wake();
});

/** One letter more; resolves once its findings are there. */
async function stroke(): Promise<void> {
  const before = '\n\n## Outputs';
  const wanted = editor.version(PATH) + 1;
  const seen = new Promise<void>((resolve) => {
    wake = () => told >= wanted && resolve();
  });
  await editor.type(PATH, before, `a${before}`);
  await seen;
}

/** Resolves once nothing is left to be checked, so that what is measured then is the question's own. */
async function quiet(): Promise<void> {
  for (let still = 0, seen = -1; still < 5; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    still = seen === editor.published.length && editor.statuses.at(-1)?.state === 'ready' ? still + 1 : 0;
    seen = editor.published.length;
  }
}

await editor.open(PATH);
await editor.open(AUDIT);
await stroke();

const at = (path: string, words: string, inside = 0) => ({
  textDocument: { uri: editor.uri(path) },
  position: lineIndex(editor.text(path)).positionAt(editor.text(path).indexOf(words) + inside),
});
const role = /Process owner \| ([^|]+) \|/.exec(editor.text(PATH))?.[1] ?? '';

/** A question: its method, and what is asked. */
type Question = readonly [what: string, method: string, params: () => unknown];
const quick: readonly Question[] = [
  ['hover: clause', 'textDocument/hover', () => at(PATH, 'clause 8.', 8)],
  ['hover: owner', 'textDocument/hover', () => at(PATH, `| ${role}`, 4)],
  ['hover: auditor', 'textDocument/hover', () => at(AUDIT, '| Auditor | ', 14)],
  ['hover: id', 'textDocument/hover', () => at(PATH, '| PROC-0', 3)],
  ['hover: label', 'textDocument/hover', () => at(PATH, '| Next review', 4)],
  ['definition: clause', 'textDocument/definition', () => at(PATH, 'clause 8.', 8)],
  ['definition: owner', 'textDocument/definition', () => at(PATH, `| ${role}`, 4)],
  ['definition: auditor', 'textDocument/definition', () => at(AUDIT, '| Auditor | ', 14)],
  ['definition: link', 'textDocument/definition', () => at(AUDIT, '](../processes/', 6)],
  ['definition: words', 'textDocument/definition', () => at(AUDIT, 'All cases of the quarter', 5)],
  ['completion: owner', 'textDocument/completion', () => at(PATH, `| ${role}`, 4)],
  ['completion: auditor', 'textDocument/completion', () => at(AUDIT, '| Auditor | ', 12)],
  ['completion: process', 'textDocument/completion', () => at(AUDIT, '| Process | ', 12)],
  ['completion: status', 'textDocument/completion', () => at(PATH, '| approved', 2)],
  ['completion: clause', 'textDocument/completion', () => at(PATH, 'clause 8.', 9)],
];
const whole: readonly Question[] = [
  [
    'references: role',
    'textDocument/references',
    () => ({ ...at(PATH, `| ${role}`, 4), context: { includeDeclaration: true } }),
  ],
  [
    'references: document',
    'textDocument/references',
    () => ({ ...at(PATH, '# ', 3), context: { includeDeclaration: true } }),
  ],
  ['workspace symbols', 'workspace/symbol', () => ({ query: 'warehouse change' })],
  ['tree: trace', 'clausewright/tree', () => ({ view: 'trace', by: 'clause', filter: '', partialResultToken: 1 })],
  ['tree: gaps', 'clausewright/tree', () => ({ view: 'gaps', by: 'owner', filter: '', partialResultToken: 1 })],
  ['tree: dates', 'clausewright/tree', () => ({ view: 'dates', by: 'day', filter: '', partialResultToken: 1 })],
];

interface Taken {
  readonly clock: number;
  readonly work: number;
}

/** Asks something, with the milliseconds by the clock and those of the processor, which a busy machine leaves alone. */
async function taken(ask: () => Promise<unknown>): Promise<Taken> {
  const used = process.cpuUsage();
  const began = performance.now();
  await ask();
  const clock = performance.now() - began;
  const { user, system } = process.cpuUsage(used);
  return { clock, work: (user + system) / 1000 };
}

/** The same, with the longest stretch in which nothing else had a turn: what a key stroke may have to wait for. */
async function held(ask: () => Promise<unknown>): Promise<Taken & { readonly longest: number }> {
  let longest = 0;
  let asking = true;
  let last = performance.now();
  let used = process.cpuUsage();
  const look = (): void => {
    const { user, system } = process.cpuUsage(used);
    // On a busy machine a stretch may be long because others had the processor.
    longest = Math.max(longest, Math.min(performance.now() - last, (user + system) / 1000));
    last = performance.now();
    used = process.cpuUsage();
    if (asking) setImmediate(look);
  };
  setImmediate(look);
  const found = await taken(ask);
  asking = false;
  look();
  return { ...found, longest };
}

function row(what: string, times: readonly Taken[], most: number | null): boolean {
  const [p50 = 0, p95 = 0] = percentiles(times.map(({ clock }) => clock));
  const [work50 = 0, work95 = 0] = percentiles(times.map(({ work }) => work));
  const over = most !== null && Math.min(p95, work95) > most;
  process.stdout.write(
    `  ${what.padEnd(30)}${[p50, p95, work50, work95].map((time) => `${time.toFixed(1)} ms`.padStart(11)).join('')}${over ? `   over ${most} ms` : ''}\n`,
  );
  return over;
}

process.stdout.write(
  `${documents} documents${' '.repeat(18)}${['p50', 'p95', 'work p50', 'work p95'].map((name) => name.padStart(11)).join('')}\n`,
);
const times = new Map<string, Taken[]>();
for (let round = 0; round < ROUNDS; round++) {
  // Each round begins with a key stroke, so that nothing is answered from what was kept for the same text.
  await stroke();
  await new Promise((resolve) => setTimeout(resolve, 8));
  for (const [what, method, params] of quick) {
    const asked = params();
    const found = await taken(() => editor.connection.sendRequest(method, asked));
    times.set(what, [...(times.get(what) ?? []), found]);
  }
}
let slow = 0;
for (const [what] of quick) slow += Number(row(what, times.get(what) ?? [], MOST));

const alone: Taken[] = [];
for (let round = 0; round < 20; round++) alone.push(await taken(stroke));
process.stdout.write('key strokes, one right after the other\n');
row('key strokes', alone, null);

process.stdout.write('what goes through the whole workspace, and key strokes meanwhile\n');
for (const [what, method, params] of whole) {
  const answers: Taken[] = [];
  const strokes: Taken[] = [];
  const longest: number[] = [];
  for (let round = 0; round < SLOW_ROUNDS; round++) {
    await quiet();
    const found = await held(() => editor.connection.sendRequest(method, params()));
    answers.push(found);
    longest.push(found.longest);
    let answered = false;
    const asked = editor.connection
      .sendRequest(method, params())
      // A view gives up when the workspace moves on; the editor asks again.
      .catch(() => undefined)
      .finally(() => {
        answered = true;
      });
    do strokes.push(await taken(stroke));
    while (!answered);
    await asked;
  }
  row(what, answers, null);
  process.stdout.write(
    `    longest in one piece        ${longest.map((time) => `${time.toFixed(1)} ms`.padStart(11)).join('')}\n`,
  );
  row('  key strokes meanwhile', strokes, null);
}
await editor.end();
process.exitCode = slow === 0 ? 0 : 1;
