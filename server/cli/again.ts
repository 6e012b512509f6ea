/** A run again: where nothing has changed since an earlier one, what that printed is printed once more. */
import { createHash } from 'node:crypto';
import type { Request } from './arguments.ts';
import { openRequested, type Terminal } from './load.ts';

interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Whoever looks for the reason of a fault wants to see it happen. */
const FAULT = 3;

/**
 * Runs a command, or prints what it printed before. The same files, day, options and version give the same bytes: what was kept
 * under a print of all these is what would be worked out now.
 * In: the request, the terminal, and the command, which writes nowhere but to the terminal. Out: its exit code.
 */
export async function again(
  request: Request,
  terminal: Terminal,
  run: (request: Request, terminal: Terminal) => Promise<number>,
): Promise<number> {
  if (!request.cache || terminal.kept === undefined || request.writeBaseline !== null) return run(request, terminal);
  // What is to be said about the folder is said when it is read.
  const opened = await openRequested(request, { ...terminal, err: () => undefined, progress: null });
  if ('problem' in opened) return run(request, terminal);
  const kept = terminal.kept(opened.folder.files.root);
  const asked = JSON.stringify([request, terminal.here, terminal.version, await opened.folder.print()]);
  const print = createHash('sha256').update(asked).digest('hex');
  const before = read(await kept.find(print));
  if (before !== null) {
    terminal.err(before.err);
    terminal.out(before.out);
    return before.code;
  }
  const said = { out: '', err: '' };
  const code = await run(request, {
    ...terminal,
    out(text) {
      said.out += text;
      terminal.out(text);
    },
    err(text) {
      said.err += text;
      terminal.err(text);
    },
  });
  if (code !== FAULT) await kept.keep(print, JSON.stringify({ code, ...said } satisfies Printed));
  return code;
}

/** What was kept; null where there is nothing, or where it is not whole. */
function read(text: string | null): Printed | null {
  if (text === null) return null;
  try {
    const { code, out, err } = JSON.parse(text) as Partial<Printed>;
    return typeof code === 'number' && typeof out === 'string' && typeof err === 'string' ? { code, out, err } : null;
  } catch {
    return null;
  }
}
