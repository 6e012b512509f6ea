/** The command line's words to a request; every mistake is one sentence that says what would have been right. */
import { parseArgs } from 'node:util';
import { EDITIONS, type Edition } from '../model/catalogue.ts';
import type { Severity } from '../model/configuration.ts';
import { nearest } from '../model/nearest.ts';
import type { Day } from '../model/value.ts';
import { parseDate } from '../model/vocabulary/dates.ts';

const COMMANDS = ['check', 'inspect', 'trace', 'report', 'fix', 'init', 'new', 'explain', 'lsp'] as const;
export type Command = (typeof COMMANDS)[number];

/** How a command may print, by command; the first one is the default. */
const FORMATS = {
  check: ['text', 'json'],
  inspect: ['text', 'json'],
  trace: ['text', 'json', 'csv', 'html'],
  report: ['text', 'json', 'markdown', 'html'],
  fix: ['text'],
  init: ['text'],
  new: ['text'],
  explain: ['text'],
  lsp: ['text'],
} as const satisfies Readonly<Record<Command, readonly string[]>>;
export type Format = (typeof FORMATS)[Command][number];

export interface Request {
  readonly command: Command | 'help' | 'version';
  /** The command that help is wanted for. */
  readonly about: Command | null;
  readonly paths: readonly string[];
  readonly format: Format;
  readonly edition: Edition | null;
  readonly preset: 'recommended' | 'strict' | null;
  readonly asOf: Day | null;
  readonly config: string | null;
  readonly baseline: string | null;
  readonly writeBaseline: string | null;
  readonly failOn: Severity;
  /** The title of a new document; null leaves it to the file's name. */
  readonly title: string | null;
  readonly language: 'en' | 'de';
  /** Only shows what would be changed. */
  readonly dryRun: boolean;
  /** May what earlier runs printed be printed again? */
  readonly cache: boolean;
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  format: { type: 'string' },
  edition: { type: 'string' },
  preset: { type: 'string' },
  'as-of': { type: 'string' },
  config: { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  'fail-on': { type: 'string' },
  title: { type: 'string' },
  language: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  stdio: { type: 'boolean' },
  'node-ipc': { type: 'boolean' },
  clientProcessId: { type: 'string' },
} as const;

/** In: the words behind the program's name. Out: a request, or what is wrong with them. */
export function parseArguments(words: readonly string[]): Request | { readonly problem: string } {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const name = /'(--?[\w-]+)/.exec((error as Error).message)?.[1] ?? '';
    const near = nearest(name.replace(/^-+/, ''), Object.keys(OPTIONS));
    return {
      problem: `${(error as Error).message.split('. ')[0]}.${near === null || Object.hasOwn(OPTIONS, name.replace(/^-+/, '')) ? '' : ` Did you mean --${near}?`}`,
    };
  }
  const { values, positionals } = parsed;
  const [first, ...rest] = positionals;
  const command = COMMANDS.find((each) => each === first) ?? null;
  if (values.version === true) return request({ command: 'version' });
  if (values.help === true || first === 'help' || first === undefined) {
    return request({ command: 'help', about: command ?? COMMANDS.find((each) => each === rest[0]) ?? null });
  }
  if (command === null) {
    const near = nearest(first, COMMANDS);
    return {
      problem: `There is no command "${first}"${near === null ? '' : `; did you mean "${near}"?`} The commands are ${COMMANDS.join(', ')}.`,
    };
  }
  const formats: readonly Format[] = FORMATS[command];
  const format = formats.find((each) => each === (values.format ?? formats[0]));
  if (format === undefined) return { problem: `--format cannot be "${values.format}": it is ${oneOf(formats)}.` };
  const edition = values.edition ?? null;
  if (edition !== null && !EDITIONS.includes(edition as Edition))
    return { problem: `--edition cannot be "${edition}": it is ${EDITIONS.join(', ')}.` };
  const preset = values.preset ?? null;
  if (preset !== null && preset !== 'recommended' && preset !== 'strict')
    return { problem: `--preset cannot be "${preset}": it is recommended or strict.` };
  const failOn = values['fail-on'] ?? 'error';
  if (failOn !== 'error' && failOn !== 'warning' && failOn !== 'information')
    return { problem: `--fail-on cannot be "${failOn}": it is error, warning or information.` };
  if (command !== 'check' && (values.baseline ?? values['write-baseline']) !== undefined)
    return { problem: `A baseline is for "clausewright check", not for "${command}".` };
  const language = values.language ?? 'en';
  if (language !== 'en' && language !== 'de') return { problem: `--language cannot be "${language}": it is en or de.` };
  const day = values['as-of'] === undefined ? null : parseDate(values['as-of']);
  if (values['as-of'] !== undefined && (day === null || day.precision !== 'day' || day.ambiguous))
    return { problem: `--as-of cannot be "${values['as-of']}": it is a day such as 2026-11-01.` };
  return request({
    command,
    paths: rest,
    format,
    edition: edition as Edition | null,
    preset,
    asOf: day?.iso ?? null,
    config: values.config ?? null,
    baseline: values.baseline ?? null,
    writeBaseline: values['write-baseline'] ?? null,
    failOn,
    title: values.title ?? null,
    language,
    dryRun: values['dry-run'] === true,
    cache: values['no-cache'] !== true,
  });
}

const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

function request(given: Partial<Request> & Pick<Request, 'command'>): Request {
  return {
    about: null,
    paths: [],
    format: 'text',
    edition: null,
    preset: null,
    asOf: null,
    config: null,
    baseline: null,
    writeBaseline: null,
    failOn: 'error',
    title: null,
    language: 'en',
    dryRun: false,
    cache: true,
    ...given,
  };
}

const COMMON = `  --edition 2005|2011|2018   edition of ISO/IEC 20000-1 (default: clausewright.yaml, else 2018)
  --config FILE              another configuration than the folder's clausewright.yaml
  --format text|json         how to print (default text)
  --no-cache                 work everything out anew, and keep nothing for the next run`;

const HELP: Readonly<Record<Command, string>> = {
  check: `clausewright check [PATH…]

Checks Markdown and YAML documents for possible nonconformities. PATH is a folder or files in it (default: this folder).

${COMMON}
  --as-of YYYY-MM-DD         the day that date checks are made for (default: clausewright.yaml, else today)
  --preset recommended|strict
  --fail-on error|warning|information   exit with 1 at or above this severity (default error)
  --baseline FILE            findings that were there before: only new ones count (default: clausewright.yaml)
  --write-baseline FILE      write down the findings that stand now, for --baseline

Exit code: 0 clean, 1 findings at or above the threshold, 2 wrong usage or configuration, 3 internal fault.`,
  inspect: `clausewright inspect [PATH…]

Shows what was understood of documents: kind, metadata, sections, records, clause references and links.

${COMMON}`,
  trace: `clausewright trace [PATH…]

Follows each requirement to the documents that answer it, their procedures, owners, roles, people, measures and records.

  --edition 2005|2011|2018   edition of ISO/IEC 20000-1 (default: clausewright.yaml, else 2018)
  --config FILE              another configuration than the folder's clausewright.yaml
  --format text|json|csv|html   how to print (default text); csv and html are the traceability matrix
  --as-of YYYY-MM-DD         the day that date checks are made for (default: clausewright.yaml, else today)
  --no-cache                 work everything out anew, and keep nothing for the next run`,
  report: `clausewright report [PATH…]

Sums up the gaps of a folder by clause and by process: gap, answered, or not checkable from documents.

  --edition 2005|2011|2018   edition of ISO/IEC 20000-1 (default: clausewright.yaml, else 2018)
  --config FILE              another configuration than the folder's clausewright.yaml
  --format text|json|markdown|html   how to print (default text); html is the dashboard
  --as-of YYYY-MM-DD         the day that date checks are made for (default: clausewright.yaml, else today)
  --no-cache                 work everything out anew, and keep nothing for the next run`,
  fix: `clausewright fix [PATH…]

Takes the fixes that are safe: those that nobody has to decide about, such as a link to a document that was moved. They write in
the style of each file and change nothing else in it.

  --dry-run                  show the changes, write nothing
  --edition 2005|2011|2018   edition of ISO/IEC 20000-1 (default: clausewright.yaml, else 2018)
  --config FILE              another configuration than the folder's clausewright.yaml
  --as-of YYYY-MM-DD         the day that date checks are made for (default: clausewright.yaml, else today)`,
  init: `clausewright init [FOLDER]

Starts a management system in a folder (default: this one): writes a commented clausewright.yaml. A file that is there stays as it is.

  --edition 2005|2011|2018   edition of ISO/IEC 20000-1 to check against (default 2018)`,
  new: `clausewright new KIND [PATH]

Writes a new document with the questions that it has to answer, and nothing that nobody said. KIND is a kind of document, such as
audit-plan; without one, the kinds are listed. PATH is a folder or a file that is not there yet, .md or .yaml (default: this folder).

  --title TITLE              its title (default: from the name of the file)
  --language en|de           language of its labels and headings (default en)`,
  explain: `clausewright explain RULE

Explains a rule: what it looks for, why an auditor cares, the clauses, and how to put it right.`,
  lsp: `clausewright lsp --stdio

Runs the language server for any editor that speaks the Language Server Protocol.`,
};

/** The help text of a command, or of the program. */
export function helpText(about: Command | null): string {
  if (about !== null) return HELP[about];
  return `clausewright: service-management documents that stand up to an audit

  clausewright check [PATH…]      find possible nonconformities
  clausewright inspect [PATH…]    show what was understood
  clausewright trace [PATH…]      follow each requirement to what answers it
  clausewright report [PATH…]     sum up the gaps by clause and by process
  clausewright fix [PATH…]        take the fixes that are safe
  clausewright init [FOLDER]      start a management system
  clausewright new KIND [PATH]    write a new document with its questions
  clausewright explain RULE       explain a rule
  clausewright lsp --stdio        language server

clausewright COMMAND --help tells the options. Only fix, init, new and what an option names write files in a folder, and nothing
leaves this machine. check, inspect, trace and report keep what they printed in the user's cache folder (CLAUSEWRIGHT_CACHE names
another), to print it again in no time where nothing has changed; --no-cache works it out anew and keeps nothing.`;
}
