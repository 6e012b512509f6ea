/** One measurement of typing: from a key stroke in a 20 KB document to its findings, through the real protocol. */
import { startEditor } from '../test/kit/editor.ts';
import { corpus, longProcess } from './corpus.ts';

const PATH = 'processes/process-0.md';
const STROKES = 300;
/** Where the cursor stands while typing, with the share of the strokes: mostly prose, some in tables and headings. */
const PLACES: readonly { readonly before: string; readonly share: number }[] = [
  { before: '\n\n## Outputs', share: 0.7 },
  { before: ' | monthly | service desk |', share: 0.15 },
  { before: '\n\n## Scope', share: 0.15 },
];

/** Times in milliseconds as p50, p95 and p99. */
export function percentiles(times: readonly number[]): readonly number[] {
  const sorted = [...times].sort((a, b) => a - b);
  return [0.5, 0.95, 0.99].map((share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function row(what: string, times: readonly number[]): string {
  return `  ${what.padEnd(34)}${percentiles(times)
    .map((time) => `${time.toFixed(1)} ms`.padStart(10))
    .join('')}\n`;
}

export interface Measured {
  /** Milliseconds from a key stroke to its findings: the middle one and the slow ones. */
  readonly p50: number;
  readonly p95: number;
  /** Seconds until everything is read and checked. */
  readonly loaded: number;
}

/** One size of workspace; prints its rows and gives back what was measured. */
export async function measure(documents: number): Promise<Measured> {
  const files = new Map(corpus(documents));
  files.set(PATH, longProcess(documents));
  const started = performance.now();
  const editor = await startEditor(files);
  while (editor.statuses.at(-1)?.state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 20));
  const loaded = (performance.now() - started) / 1000;
  await editor.open(PATH);
  await editor.until('the document was to be published', () => editor.published.at(-1)?.version === 1);

  const strokes: number[] = [];
  const worked: number[] = [];
  const asked: number[] = [];
  let told = 0;
  let wake: () => void = () => undefined;
  editor.connection.onNotification('textDocument/publishDiagnostics', ({ version }: { version?: number }) => {
    if (version === undefined) return;
    told = version;
    wake();
  });
  for (const { before, share } of PLACES) {
    for (let stroke = 0; stroke < STROKES * share; stroke++) {
      const letter = 'abcde fghij '[stroke % 12] ?? ' ';
      const wanted = editor.version(PATH) + 1;
      const used = process.cpuUsage();
      const began = performance.now();
      const seen = new Promise<void>((resolve) => {
        wake = () => told >= wanted && resolve();
      });
      await editor.type(PATH, before, letter + before);
      await seen;
      strokes.push(performance.now() - began);
      const { user, system } = process.cpuUsage(used);
      worked.push((user + system) / 1000);
      // A moment between strokes, as there is between a person's: what follows a stroke may still be under way.
      await new Promise((resolve) => setTimeout(resolve, 8));
      if (stroke % 10 !== 0) continue;
      const question = performance.now();
      await editor.hover(PATH, editor.text(PATH).indexOf('clause 8.') + 8);
      asked.push(performance.now() - question);
    }
  }
  const text = editor.text(PATH);
  process.stdout.write(
    `${documents} documents, ${(text.length / 1024).toFixed(0)} KB typed in, read and checked in ${loaded.toFixed(1)} s\n`,
  );
  process.stdout.write(row('key stroke → findings', strokes));
  // On a busy machine the time of the processor tells more than the clock; it counts the editor's half and the collector, too.
  process.stdout.write(row('  of it at work', worked));
  process.stdout.write(row('hover on a clause', asked));
  await editor.end();
  const [p50 = 0, p95 = 0] = percentiles(strokes);
  return { p50, p95, loaded };
}
