/** Law ⑦: the command line and the language server say the same, finding for finding, whatever the documents hold. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { runCommandLine } from '../../server/cli/run.ts';
import { startEditor } from '../kit/editor.ts';
import { SMALL_SYSTEM } from '../kit/small-system.ts';
import { FIXTURE_DAY } from '../kit/workspace.ts';

const RUNS = Number(process.env['LAW_RUNS'] ?? 100);
const DOCUMENTS = [...SMALL_SYSTEM.keys()].filter((path) => path !== 'clausewright.yaml');
const SEVERITIES = ['', 'error', 'warning', 'information'];
const PIECE = fc.constantFrom(
  'Ada Quill',
  'TBD',
  '',
  '😀',
  '\r\n',
  '[x](nowhere.md)',
  'clause 9.9.9',
  '```\n',
  '---\n',
  '| ',
  '**Owner:** ',
  'é',
  '\n## Scope\n',
  'IMP-1',
  '"',
);

/** One finding as both faces have to show it. */
interface Said {
  readonly path: string;
  readonly rule: string;
  readonly severity: string;
  readonly range: unknown;
  readonly message: string;
  readonly related: readonly unknown[];
}

const inOrder = (said: readonly Said[]): readonly string[] => said.map((each) => JSON.stringify(each)).sort();

async function onTheCommandLine(files: ReadonlyMap<string, string>): Promise<readonly Said[]> {
  const root = mkdtempSync(join(tmpdir(), 'clausewright-law-'));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    let out = '';
    await runCommandLine(['check', root, '--format', 'json'], {
      here: root,
      today: FIXTURE_DAY,
      version: '0',
      out: (text) => (out += text),
      err: () => undefined,
      progress: null,
    });
    const report = JSON.parse(out) as {
      findings: readonly (Said & { readonly related: readonly { path: string; range: unknown; message: string }[] })[];
    };
    return report.findings.map(({ path, rule, severity, range, message, related }) => ({
      path,
      rule,
      severity,
      range,
      message,
      related,
    }));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What the editor shows once it has settled: as soon as it is what is expected, else after the patience of the fake editor. */
async function inTheEditor(
  files: ReadonlyMap<string, string>,
  edited: string,
  expected: readonly string[],
): Promise<readonly string[]> {
  const disk = new Map(files);
  // The disk still holds what stood there before; the editor's text is what counts.
  disk.set(edited, SMALL_SYSTEM.get(edited) ?? '');
  const editor = await startEditor(disk);
  try {
    await editor.open(edited, files.get(edited) ?? '');
    const prefix = editor.uri('');
    const shown = (): readonly string[] =>
      inOrder(
        [...files.keys()].flatMap((path) =>
          editor.diagnostics(path).map((diagnostic) => ({
            path,
            rule: String(diagnostic.code),
            severity: SEVERITIES[diagnostic.severity ?? 0] ?? '',
            range: diagnostic.range,
            message: String(diagnostic.message),
            related: (diagnostic.relatedInformation ?? []).map((related) => ({
              path: decodeURIComponent(related.location.uri.slice(prefix.length)),
              range: related.location.range,
              message: related.message,
            })),
          })),
        ),
      );
    const wanted = JSON.stringify(expected);
    await editor
      .until('the findings are those of the command line', () => JSON.stringify(shown()) === wanted)
      .catch(() => undefined);
    return shown();
  } finally {
    await editor.end();
  }
}

describe('law ⑦: command line = language server', () => {
  it('holds for any documents', function () {
    this.timeout(0);
    return fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(DOCUMENTS.length - 1), fc.nat(900), fc.nat(30), PIECE), { maxLength: 5 }),
        fc.nat(DOCUMENTS.length - 1),
        async (splices, edited) => {
          const files = new Map(SMALL_SYSTEM);
          files.set('clausewright.yaml', `${files.get('clausewright.yaml') ?? ''}preset: strict\n`);
          for (const [file, at, cut, piece] of splices) {
            const path = DOCUMENTS[file] ?? '';
            const text = files.get(path) ?? '';
            files.set(path, text.slice(0, at) + piece + text.slice(at + cut));
          }
          const expected = inOrder(await onTheCommandLine(files));
          assert.deepEqual(await inTheEditor(files, DOCUMENTS[edited] ?? '', expected), expected);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
