/** "Adopt My Documents": shows what was understood, asks about what is unclear, and writes a configuration; it changes no document. */
import {
  commands,
  type Disposable,
  ProgressLocation,
  type QuickPickItem,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  type AdoptAnswer,
  type AdoptParams,
  adoptRequest,
  type EditionName,
  type UnderstoodAnswer,
  understoodRequest,
} from '../server/lsp/protocol.ts';
import type { Server } from './server.ts';

const TITLE = 'Adopt My Documents';

/** Registers the command; in: the server, once it is there. */
export function registerAdopt(server: Promise<Server>): Disposable {
  return commands.registerCommand('clausewright.adopt', async () => {
    const answer = await window.withProgress(
      { location: ProgressLocation.Window, title: 'Looking through the documents' },
      async () => (await server).ask<UnderstoodAnswer>(understoodRequest, {}),
    );
    if (answer === null) {
      void window.showInformationMessage('Open a folder with Markdown or YAML documents first.');
      return;
    }
    if (answer.configured) {
      void window.showInformationMessage('This folder has a clausewright.yaml already; it is yours to change.');
      return;
    }
    const decisions = await decide(answer);
    const files = decisions === null ? null : await (await server).ask<AdoptAnswer>(adoptRequest, decisions);
    if (files !== null) await write(files);
  });
}

/** The guided questions; null where somebody leaves them. */
async function decide(answer: UnderstoodAnswer): Promise<AdoptParams | null> {
  const steps = 3 + answer.unclear.length;
  if (
    (await pick(
      'What was understood',
      `1/${steps}`,
      summaryOf(answer),
      'Enter goes on, Escape leaves everything as it is',
    )) === null
  )
    return null;
  const kinds: { glob: string; kind: string }[] = [];
  for (const [order, unclear] of answer.unclear.entries()) {
    const likely = new Set(unclear.likely);
    const choices = [...answer.choices].sort((a, b) => Number(likely.has(b.kind)) - Number(likely.has(a.kind)));
    const items = [
      { label: 'Leave them unknown', description: 'only links and placeholders are checked', kind: '' },
      ...choices.map(({ kind, title }) => ({
        label: title,
        description: likely.has(kind) ? `${kind}, like others here` : kind,
        kind,
      })),
    ];
    const what = unclear.count === 1 ? 'What is this document?' : `What are these ${unclear.count} documents?`;
    const chosen = await pick(
      what,
      `${order + 2}/${steps}`,
      named(items),
      `${unclear.glob}: ${unclear.titles.join('; ')}`,
    );
    if (chosen === null) return null;
    if (chosen.value !== '') kinds.push({ glob: unclear.glob, kind: chosen.value });
  }
  const editions: readonly { label: string; description: string; kind: EditionName }[] = [
    { label: 'ISO/IEC 20000-1:2018', description: 'with Amendment 1:2024, the current one', kind: '2018' },
    { label: 'ISO/IEC 20000-1:2011', description: 'withdrawn', kind: '2011' },
    { label: 'ISO/IEC 20000-1:2005', description: 'withdrawn', kind: '2005' },
  ];
  const edition = await pick(
    'Which edition?',
    `${steps - 1}/${steps}`,
    named(editions),
    'The edition that the documents are held against',
  );
  if (edition === null) return null;
  const gaps = answer.gaps === 1 ? 'one gap' : `${answer.gaps} gaps`;
  const kept = await pick(
    `There ${answer.gaps === 1 ? 'is' : 'are'} ${gaps} today`,
    `${steps}/${steps}`,
    named([
      { label: 'Keep them as a baseline', description: 'only new gaps are shown from now on', kind: 'yes' },
      { label: 'Show them all', description: 'nothing is set aside', kind: 'no' },
    ]),
    'A baseline is a file beside the configuration; delete it to see everything again',
  );
  if (kept === null) return null;
  return { edition: edition.value as EditionName, kinds, aliases: answer.aliases, baseline: kept.value === 'yes' };
}

type Choice = QuickPickItem & { readonly value: string };

function named(
  items: readonly { readonly label: string; readonly description: string; readonly kind: string }[],
): readonly Choice[] {
  return items.map(({ label, description, kind }) => ({ label, description, value: kind }));
}

function summaryOf({ documents, kinds, owned, roles, people, aliases }: UnderstoodAnswer): readonly Choice[] {
  const known = kinds.reduce((sum, { count }) => sum + count, 0);
  const line = (label: string, description = ''): Choice => ({ label, description, value: '' });
  return [
    line(`$(file) ${known} of ${documents} documents recognised`),
    line(`$(person) ${owned} name an owner; ${roles} roles, ${people} people`),
    ...(aliases.length === 0
      ? []
      : [
          line(
            `$(symbol-string) ${aliases.length} names written in other ways`,
            aliases
              .slice(0, 3)
              .map(({ alias, name }) => `${alias} = ${name}`)
              .join(', '),
          ),
        ]),
    ...kinds.map(({ title, count }) => line(`$(check) ${title}`, String(count))),
  ];
}

async function pick(
  title: string,
  step: string,
  items: readonly Choice[],
  placeHolder: string,
): Promise<Choice | null> {
  const chosen = await window.showQuickPick([...items], {
    title: `${TITLE} (${step}): ${title}`,
    placeHolder,
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return chosen ?? null;
}

/** Writes the files, none of which may exist, and shows the configuration. */
async function write({ files }: AdoptAnswer): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { uri, text } of files)
    edit.createFile(Uri.parse(uri), { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) {
    void window.showWarningMessage('The configuration was not written: a file of that name is there already.');
    return;
  }
  const [first] = files;
  if (first !== undefined) await window.showTextDocument(Uri.parse(first.uri));
}
