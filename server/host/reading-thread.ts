/** Reading in threads of their own: the side that asks, and the side that reads. */
import { availableParallelism } from 'node:os';
import { type MessagePort, Worker } from 'node:worker_threads';
import { type Configuration, DEFAULT_CONFIGURATION } from '../model/configuration.ts';
import { readTree } from '../reading/read.ts';
import { lineTable } from '../syntax/lines.ts';
import { parseTree } from '../syntax/parse.ts';
import type { Problem } from '../syntax/tree.ts';
import { contributions } from '../workspace/keys.ts';
import { nodeFiles } from './node-files.ts';
import { printOf } from './print.ts';
import type { Readers, ReadThere, Unread } from './readers.ts';

/** What a thread is given at its start, so that it knows what it is for. */
export const READING_THREAD = 'reading';

/** More threads than these would wait for the one that takes their facts in. */
const MOST = 3;

interface Asked {
  readonly root: string;
  readonly configuration: string;
  readonly documents: readonly Unread[];
  readonly compared: boolean;
}

/** Answers one thread's questions for as long as it lives; in: the port to whoever asks. */
export function serveReading(port: MessagePort): void {
  let known: { readonly from: string; readonly configuration: Configuration } | null = null;
  port.on('message', async ({ root, configuration: from, documents, compared }: Asked) => {
    if (known?.from !== from)
      known = { from, configuration: { ...DEFAULT_CONFIGURATION, ...(JSON.parse(from) as Partial<Configuration>) } };
    const { configuration } = known;
    const files = nodeFiles(root, true);
    const found = await Promise.all(documents.map(({ path }) => files.read(path, configuration.limits.bytes)));
    const read = documents.map((document, order): ReadThere | null => {
      const { text = null, problem = null } = found[order] ?? {};
      return text === null ? null : readText(document, text, problem, { from, configuration, compared });
    });
    // Facts are plain data, and as one string they pass from thread to thread in the shortest time.
    port.postMessage(JSON.stringify(read));
  });
}

/** Reads one text, unless it is what it was; in: the configuration as it was given, what it says, and whether prints are of use. */
function readText(
  { path, known }: Unread,
  text: string,
  problem: Problem | null,
  { from, configuration, compared }: { from: string; configuration: Configuration; compared: boolean },
): ReadThere {
  const print = compared ? printOf(from, text, problem) : 0;
  if (print === known) return { print, problem, fresh: null };
  const { starts, ...lines } = lineTable(text);
  const facts = readTree(path, parseTree(path, text, undefined, configuration.limits.bytes), configuration);
  return {
    print,
    problem,
    fresh: {
      lines: { ...lines, starts: Array.from(starts) },
      read: { facts, says: [...contributions(facts, compared)] },
    },
  };
}

/**
 * Starts threads that read. In: the program that they run, which calls `serveReading`, and the folder. Out: null on a machine with one
 * processor, where they would only stand in the way.
 */
export function startReaders(program: string, root: string): Readers | null {
  const count = Math.min(MOST, availableParallelism() - 1);
  if (count < 1) return null;
  const idle = Array.from({ length: count }, () => startReader(program));
  const waiting: ((reader: Reader) => void)[] = [];
  const take = (): Promise<Reader> => {
    const reader = idle.pop();
    return reader === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(reader);
  };
  const all = [...idle];
  return {
    count,
    async read(documents, configuration, compared) {
      const reader = await take();
      const answer = await reader.ask({ root, configuration, documents, compared });
      const next = waiting.shift();
      if (next === undefined) idle.push(reader);
      else next(reader);
      return answer === null ? null : (JSON.parse(answer) as (ReadThere | null)[]);
    },
    end() {
      for (const reader of all) reader.end();
    },
  };
}

interface Reader {
  /** Out: the facts as JSON; null once the thread is gone. */
  ask(asked: Asked): Promise<string | null>;
  end(): void;
}

function startReader(program: string): Reader {
  let answer: (facts: string | null) => void = () => undefined;
  let gone = false;
  const leave = (): void => {
    gone = true;
    answer(null);
  };
  const worker = new Worker(program, { workerData: READING_THREAD });
  worker.on('message', (facts: string) => {
    worker.unref();
    answer(facts);
  });
  // A thread that fails is done without: its documents are read by whoever asked.
  worker.on('error', leave);
  worker.on('exit', leave);
  worker.unref();
  return {
    ask: (asked) =>
      new Promise((resolve) => {
        if (gone) {
          resolve(null);
          return;
        }
        answer = resolve;
        // Whoever waits for facts must not come to an end meanwhile; an idle thread keeps nobody.
        worker.ref();
        worker.postMessage(asked);
      }),
    end() {
      void worker.terminate();
    },
  };
}
