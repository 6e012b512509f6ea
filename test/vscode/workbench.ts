/** A small vocabulary for what a person does and sees in the VS Code window, so that scenarios read like the domain. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Embedded, startEmbedded, windowAddress } from './embedded.ts';
import { root } from './install.ts';
import { openWindow, type Window } from './window.ts';

/** A place in a document; both numbers 1-based, as the editor shows them. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A VS Code window on a workspace; every wish waits until what it asks for is there, or rejects. */
export interface Workbench {
  readonly page: Page;
  /** The folder that is open: a copy, since scenarios edit. */
  readonly workspace: string;
  /** The address that the window was opened with. */
  readonly address: string;
  openFile(path: string): Promise<void>;
  /** Runs a command by its title, as the command palette lists it. */
  command(title: string): Promise<void>;
  /** Puts the cursor in the active editor. */
  goTo(place: Place): Promise<void>;
  /**
   * Opens a saved document and types over the first line that holds the words, as one would: nothing is saved.
   * Tells where the new words begin. Rejects where the old ones do not stand.
   */
  typeOver(path: string, words: string, by: string): Promise<Place>;
  /** Saves the active editor and waits until nothing is unsaved. */
  save(): Promise<void>;
  /** How many squiggles of a severity are in view in the active editor. */
  squiggles(severity: 'error' | 'warning' | 'info'): Promise<number>;
  /** Opens the Problems panel and tells its rows, files and problems, as one text each. */
  problems(): Promise<string[]>;
  /** Waits until the Problems panel has a row that the pattern matches, or (`gone`) has none. */
  problem(pattern: RegExp, gone?: 'gone'): Promise<void>;
  /** The text of the hover that opens over the first such words in view. */
  hover(words: string): Promise<string>;
  /** Clicks the light bulb that comes up at a place, and tells the titles of its menu. */
  lightBulb(place: Place): Promise<string[]>;
  /** Chooses from the menu that `lightBulb` opened. */
  choose(title: string | RegExp): Promise<void>;
  /** Waits until our item in the status bar says what the pattern asks for, and tells its text. */
  status(pattern: RegExp): Promise<string>;
  /** The lines of the active editor in view. */
  lines(): Promise<string[]>;
  /** Keeps a picture of the window in `out/screenshots/`. */
  screenshot(name: string): Promise<void>;
  /** Ends the window, the editor and the workspace. */
  close(): Promise<void>;
}

/** Where pictures are kept. */
const screenshots = join(root, 'out', 'screenshots');

/**
 * Opens a copy of a folder in a fresh VS Code; in: the folder, and a .vsix to install (without one the extension under
 * development is loaded from the project).
 */
export async function openWorkbench(
  folder: string,
  wishes: { readonly vsix?: string; readonly settings?: Record<string, unknown> } = {},
): Promise<Workbench> {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'clausewright-workspace-')));
  const closing: (() => void | Promise<void>)[] = [() => rmSync(workspace, { recursive: true, force: true })];
  const close = async () => {
    for (const step of closing.reverse().splice(0)) await step();
  };
  try {
    cpSync(folder, workspace, { recursive: true });
    mkdirSync(screenshots, { recursive: true });
    const vscode: Embedded = await startEmbedded({
      settings: wishes.settings ?? {},
      vsix: wishes.vsix === undefined ? [] : [wishes.vsix],
    });
    closing.push(vscode.stop);
    const address = windowAddress(vscode.port, {
      folder: workspace,
      ...(wishes.vsix === undefined ? { extensionDevelopmentPath: root } : {}),
    });
    const window: Window = await openWindow(address);
    closing.push(window.close);
    await window.page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    return { page: window.page, workspace, address, close, ...vocabulary(window.page, workspace) };
  } catch (reason) {
    await close();
    throw reason;
  }
}

function vocabulary(page: Page, workspace: string): Omit<Workbench, 'page' | 'workspace' | 'address' | 'close'> {
  const quickInput = page.locator('.quick-input-widget:visible');
  const editor = page.locator('.editor-instance .monaco-editor').last();
  const rows = page.locator('.markers-panel .monaco-list-row');
  const menuRows = page.locator('.action-widget .monaco-list-row.action');

  /** Types into the quick input that a key opened, and takes its first answer. */
  async function quick(key: string, text: string): Promise<void> {
    await page.keyboard.press(key);
    await quickInput.waitFor();
    await quickInput.locator('input').first().fill(text);
    await quickInput.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
    await quickInput.waitFor({ state: 'hidden' });
  }

  async function until<T>(ask: () => Promise<T | undefined>, wanted: string): Promise<T> {
    const end = performance.now() + 20_000;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      if (performance.now() > end) throw new Error(`In the window there is no ${wanted}.`);
      await page.waitForTimeout(30);
    }
  }

  const focusEditor = () => command('View: Focus Active Editor Group');

  async function command(title: string): Promise<void> {
    await page.keyboard.press('F1');
    await quickInput.waitFor();
    await quickInput.locator('input').first().fill(`>${title}`);
    // The list is filled as one types; only the row with the very title is the right one.
    await quickInput.getByText(title, { exact: true }).first().waitFor();
    await page.keyboard.press('Enter');
    await quickInput.waitFor({ state: 'hidden' });
  }

  async function goTo({ line, column }: Place): Promise<void> {
    await focusEditor();
    await quick('Control+g', `:${line}:${column}`);
  }

  async function openFile(path: string): Promise<void> {
    const tab = page.locator('.tab.active', { hasText: basename(path) });
    await until(async () => {
      await page.keyboard.press('Control+p');
      await quickInput.waitFor();
      // With the whole path no file opened before can come first.
      await quickInput.locator('input').first().fill(join(workspace, path));
      await until(async () => {
        const [first] = await quickInput.locator('.quick-input-list .monaco-list-row').allInnerTexts();
        return first?.trim().startsWith(basename(path)) ? true : undefined;
      }, `file ${path}`);
      await page.keyboard.press('Enter');
      // A preview that is still loading takes the focus away, and the key with it; then once more.
      return tab.waitFor({ timeout: 3000 }).then(
        () => true,
        () => undefined,
      );
    }, `editor of ${path}`);
    await editor.locator('.view-line').first().waitFor();
  }

  async function problems(): Promise<string[]> {
    if ((await page.locator('.markers-panel:visible').count()) === 0) {
      await command('Problems: Focus on Problems View');
      await page.locator('.markers-panel:visible').waitFor();
    }
    return rows.allInnerTexts().then((texts) => texts.map((text) => text.replace(/\s+/g, ' ').trim()));
  }

  return {
    command,
    goTo,
    problems,
    openFile,
    async typeOver(path, words, by) {
      const lines = readFileSync(join(workspace, path), 'utf8').split('\n');
      const at = lines.findIndex((text) => text.includes(words));
      if (at === -1) throw new Error(`"${words}" is not in ${path}`);
      await openFile(path);
      const place = { line: at + 1, column: (lines[at]?.indexOf(words) ?? 0) + 1 };
      await goTo(place);
      // Only the words are taken: with a whole line goes its end, and the editor would indent the next one anew.
      for (let i = 0; i < words.length; i++) await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.insertText(by);
      return place;
    },
    async save() {
      await page.keyboard.press('Control+s');
      await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    },
    squiggles: (severity) => editor.locator(`.squiggly-${severity}`).count(),
    async problem(pattern, gone) {
      await until(
        async () => {
          const found = (await problems()).some((row) => pattern.test(row));
          return found === (gone === undefined) ? true : undefined;
        },
        `Problems row ${gone === undefined ? 'with' : 'free of'} ${pattern}`,
      );
    },
    async hover(words) {
      return until(async () => {
        // The text may move while it is coloured in, and the hover with it goes: then the mouse is brought there again.
        const place = await placeOf(page, words);
        if (place === undefined) return undefined;
        await page.mouse.move(0, 0);
        await page.mouse.move(place.x, place.y, { steps: 4 });
        for (let look = 0; look < 12; look++) {
          await page.waitForTimeout(250);
          const texts = await page.locator('.monaco-hover:not(.hidden) .hover-row').allInnerTexts();
          const text = texts.join('\n').trim();
          if (text !== '' && text !== 'Loading...') return text;
        }
        return undefined;
      }, `hover over "${words}"`);
    },
    async lightBulb(place) {
      await goTo(place);
      const bulb = editor.locator('.lightBulbWidget:visible').first();
      await bulb.waitFor();
      await bulb.click();
      await menuRows.first().waitFor();
      return (await menuRows.allInnerTexts()).map((text) => text.trim());
    },
    async choose(title) {
      await menuRows.filter({ hasText: title }).first().click();
      await menuRows.first().waitFor({ state: 'detached' });
    },
    async status(pattern) {
      const item = page.locator('.statusbar-item', { hasText: 'Clausewright' });
      return until(async () => {
        const [text] = await item.allInnerTexts();
        return text !== undefined && pattern.test(text) ? text.trim() : undefined;
      }, `status ${pattern}`);
    },
    async lines() {
      // The editor draws lines in any order of the document tree and with hard spaces.
      return editor.locator('.view-line').evaluateAll((found) =>
        found
          .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
          .sort((one, other) => one.top - other.top)
          .map(({ text }) => text.replace(/\u00a0/g, ' ')),
      );
    },
    async screenshot(name) {
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
    },
  };
}

/** The middle of the first such words in the active editor, in pixels; undefined while they are not in view. */
async function placeOf(page: Page, words: string): Promise<{ x: number; y: number } | undefined> {
  const line = page.locator('.editor-instance .monaco-editor .view-line', { hasText: words }).first();
  if ((await line.count()) === 0) return undefined;
  // Runs in the page: words may be drawn as several pieces, so the letter in their middle is looked for.
  return line.evaluate((element, wanted) => {
    const text: string = (element.textContent ?? '').replace(/\u00a0/g, ' ');
    let rest = text.indexOf(wanted) + Math.floor(wanted.length / 2);
    const pieces = element.ownerDocument.createTreeWalker(element, 4);
    for (let piece = pieces.nextNode(); piece !== null; piece = pieces.nextNode()) {
      const length: number = piece.textContent?.length ?? 0;
      if (rest < length) {
        const letter = element.ownerDocument.createRange();
        letter.setStart(piece, rest);
        letter.setEnd(piece, rest + 1);
        const box = letter.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      rest -= length;
    }
    return undefined;
  }, words);
}
