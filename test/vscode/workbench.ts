/** A small vocabulary for what a person does and sees in the VS Code window, so that scenarios read like the domain. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
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
  /** Runs a command that asks something, and waits for its question. */
  ask(title: string): Promise<void>;
  /** Answers a question with the first offer that holds the words, or with the words themselves where nothing is offered. */
  answer(words: string): Promise<void>;
  /** Waits until the question that is open says what the pattern asks for, offers included, and tells it as one text each. */
  question(pattern: RegExp): Promise<string[]>;
  /** Whether a question is open. */
  asks(): Promise<boolean>;
  /** Answers the open question with its first offer, and waits for the next question or the end. */
  takeFirst(): Promise<void>;
  /** The row of a tree that the pattern matches, once it is there; in: the title of its view, which is opened. */
  row(view: string, pattern: RegExp): Promise<Locator>;
  /** Shows what is under a row of a tree. */
  expand(row: Locator): Promise<void>;
  /** The page of the active editor, where that is a web page. */
  webPage(): FrameLocator;
  /** Waits until the tab of this title is the active one. */
  tab(title: string | RegExp): Promise<void>;
  /** Waits until a file of the workspace is on disk as the question wants it. */
  file(path: string, wanted: (text: string) => boolean): Promise<void>;
  /** Puts the cursor on the first such words of a document. */
  pointAt(path: string, words: string): Promise<Place>;
  /** Puts the cursor in the active editor. */
  goTo(place: Place): Promise<void>;
  /**
   * Opens a saved document and types over the first line that holds the words, as one would: nothing is saved.
   * Tells where the new words begin. Rejects where the old ones do not stand.
   */
  typeOver(path: string, words: string, by: string): Promise<Place>;
  /** Saves the active editor and waits until nothing is unsaved. */
  save(): Promise<void>;
  /** Waits until squiggles of a severity are in view in the active editor, and tells how many. */
  squiggles(severity: 'error' | 'warning' | 'info'): Promise<number>;
  /** Waits until the Problems panel has a row that the pattern matches, or (`gone`) has none. */
  problem(pattern: RegExp, gone?: 'gone'): Promise<void>;
  /** Waits until the Problems panel has a row that the pattern matches in a file whose row matches the other. */
  problemIn(file: RegExp, pattern: RegExp): Promise<void>;
  /** Waits until the hover over the first such words in view says what the pattern asks for, and tells its text. */
  hover(words: string, pattern: RegExp): Promise<string>;
  /** Clicks the light bulb that comes up at a place, waits until its menu has such a title, and tells all of them. */
  lightBulb(place: Place, pattern: RegExp): Promise<string[]>;
  /** Chooses from the menu that `lightBulb` opened. */
  choose(title: string | RegExp): Promise<void>;
  /** Waits until our item in the status bar says what the pattern asks for, and tells its text. */
  status(pattern: RegExp): Promise<string>;
  /** Waits until a line in view in the active editor holds the words. */
  line(words: string): Promise<void>;
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
  wishes: {
    readonly vsix?: string;
    readonly settings?: Record<string, unknown>;
    /** Files of the folder that the copy does without. */
    readonly without?: readonly string[];
  } = {},
): Promise<Workbench> {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'clausewright-workspace-')));
  const closing: (() => void | Promise<void>)[] = [() => rmSync(workspace, { recursive: true, force: true })];
  const close = async () => {
    for (const step of closing.reverse().splice(0)) await step();
  };
  try {
    cpSync(folder, workspace, { recursive: true });
    for (const path of wishes.without ?? []) rmSync(join(workspace, path));
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
  // One that closes stays in view for a moment.
  const quickInput = page.locator('.quick-input-widget:not(.quick-input-widget-closing):visible');
  const editor = page.locator('.editor-instance .monaco-editor').last();
  const rows = page.locator('.markers-panel .monaco-list-row');
  const menuRows = page.locator('.action-widget .monaco-list-row.action');

  /** Opens the quick input; a page that is still loading takes the focus and swallows the key, then once more. */
  const openQuickInput = (key: string): Promise<true> =>
    until(async () => {
      await page.keyboard.press(key);
      return quickInput.waitFor({ timeout: 4000 }).then(
        () => true as const,
        () => undefined,
      );
    }, `quick input for ${key}`);

  /** Types into the quick input that a key opened, and takes its first answer. */
  async function quick(key: string, text: string): Promise<void> {
    await openQuickInput(key);
    await quickInput.locator('input').first().fill(text);
    await quickInput.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
    await quickInput.waitFor({ state: 'hidden' });
  }

  async function until<T>(ask: () => Promise<T | undefined>, wanted: string): Promise<T> {
    const end = performance.now() + 45_000;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      if (performance.now() > end) throw new Error(`In the window there is no ${wanted}.`);
      await page.waitForTimeout(30);
    }
  }

  const focusEditor = () => command('View: Focus Active Editor Group');

  async function choosePaletteRow(title: string): Promise<void> {
    await until(async () => {
      await openQuickInput('F1');
      try {
        await quickInput.locator('input').first().fill(`>${title}`, { timeout: 4000 });
        // The list is filled as one types; only the row with the very title is the right one.
        await quickInput.getByText(title, { exact: true }).first().waitFor({ timeout: 8000 });
      } catch {
        // What takes the focus closes the palette; and one that was opened too early lacks our commands until it is opened anew.
        await page.keyboard.press('Escape');
        return undefined;
      }
      await page.keyboard.press('Enter');
      return true;
    }, `command "${title}"`);
  }

  async function command(title: string): Promise<void> {
    await choosePaletteRow(title);
    await quickInput.waitFor({ state: 'hidden' });
  }

  const asked = quickInput.locator('input[type=text], input:not([type])').first();

  async function goTo({ line, column }: Place): Promise<void> {
    await focusEditor();
    await quick('Control+g', `:${line}:${column}`);
  }

  async function openFile(path: string): Promise<void> {
    const tab = page.locator('.tab.active', { hasText: basename(path) });
    await until(async () => {
      await openQuickInput('Control+p');
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

  /** The place of the first such words of a document as it is on disk. */
  function placeIn(path: string, words: string): Place {
    const lines = readFileSync(join(workspace, path), 'utf8').split('\n');
    const at = lines.findIndex((text) => text.includes(words));
    if (at === -1) throw new Error(`"${words}" is not in ${path}`);
    return { line: at + 1, column: (lines[at]?.indexOf(words) ?? 0) + 1 };
  }

  return {
    command,
    async ask(title) {
      await choosePaletteRow(title);
      await until(async () => {
        // The palette itself is no question; it may still be closing.
        if ((await quickInput.count()) === 0) return undefined;
        const text = await asked.inputValue({ timeout: 500 }).catch(() => '>');
        return text.startsWith('>') ? undefined : true;
      }, `question of "${title}"`);
    },
    async answer(words) {
      const before = await quickInput.textContent();
      await asked.fill(words);
      const offers = quickInput.locator('.quick-input-list .monaco-list-row');
      if (await quickInput.locator('.quick-input-list').isVisible())
        await offers.filter({ hasText: words }).first().waitFor();
      await page.keyboard.press('Enter');
      await until(async () => {
        if ((await quickInput.count()) === 0) return true;
        const now = await quickInput.textContent({ timeout: 500 }).catch(() => before);
        return (await asked.inputValue({ timeout: 500 }).catch(() => words)) === words || now === before
          ? undefined
          : true;
      }, `answer "${words}"`);
    },
    async question(pattern) {
      return until(async () => {
        const title = await quickInput
          .locator('.quick-input-title')
          .textContent({ timeout: 500 })
          .catch(() => '');
        const placeholder = await asked.getAttribute('placeholder', { timeout: 500 }).catch(() => '');
        const offers = await quickInput.locator('.quick-input-list .monaco-list-row').allInnerTexts();
        const said = [title ?? '', placeholder ?? '', ...offers].map((text) => text.replace(/\s+/g, ' ').trim());
        return pattern.test(said.join('\n')) ? said : undefined;
      }, `question with ${pattern}`);
    },
    asks: async () => (await quickInput.count()) > 0,
    async takeFirst() {
      const title = quickInput.locator('.quick-input-title');
      const before = await title.textContent();
      await quickInput.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await page.keyboard.press('Enter');
      await until(async () => {
        if ((await quickInput.count()) > 0)
          return (await title.textContent({ timeout: 500 }).catch(() => before)) === before ? undefined : true;
        // Between two questions there is a moment without any.
        return quickInput.waitFor({ timeout: 1500 }).then(
          () => undefined,
          () => true,
        );
      }, `answer to "${before}"`);
    },
    async row(view, pattern) {
      const tree = page.getByRole('tree', { name: view });
      if (!(await tree.isVisible())) await command(`Clausewright: Focus on ${view} View`);
      const found = tree.getByRole('treeitem', { name: pattern }).first();
      await found.waitFor({ timeout: 60_000 });
      return found;
    },
    async expand(row) {
      // The arrow in front only opens the row; a click on its words would open its place, too, and take the focus there.
      await until(async () => {
        if ((await row.getAttribute('aria-expanded')) === 'true') return true;
        await row.locator('.monaco-tl-twistie').click();
        const opened = row.and(page.locator('[aria-expanded=true]'));
        return opened.waitFor({ timeout: 5000 }).then(
          () => true,
          () => undefined,
        );
      }, 'open row');
    },
    webPage: () => page.locator('iframe.webview.ready:visible').last().contentFrame().frameLocator('#active-frame'),
    tab: (title) => page.locator('.tab.active', { hasText: title }).first().waitFor({ timeout: 60_000 }),
    async file(path, wanted) {
      await until(
        async () =>
          existsSync(join(workspace, path)) && wanted(readFileSync(join(workspace, path), 'utf8')) ? true : undefined,
        `such content of ${path}`,
      );
    },
    async pointAt(path, words) {
      const place = placeIn(path, words);
      await openFile(path);
      await goTo(place);
      return place;
    },
    goTo,
    openFile,
    async typeOver(path, words, by) {
      const place = placeIn(path, words);
      await openFile(path);
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
    async squiggles(severity) {
      // The editor draws them in its own time, after the Problems panel has its row.
      return until(
        async () => (await editor.locator(`.squiggly-${severity}`).count()) || undefined,
        `squiggle of an ${severity}`,
      );
    },
    async problem(pattern, gone) {
      await until(
        async () => {
          const found = (await problems()).some((row) => pattern.test(row));
          return found === (gone === undefined) ? true : undefined;
        },
        `Problems row ${gone === undefined ? 'with' : 'free of'} ${pattern}`,
      );
    },
    async problemIn(file, pattern) {
      // The panel draws its rows anew while findings come in: between two looks a row may stand elsewhere.
      await until(async () => {
        const found = await problems();
        const above = (at: number) => found.slice(0, at).findLast((row) => !/\[Ln \d/.test(row)) ?? '';
        return found.some((row, at) => pattern.test(row) && file.test(above(at))) ? true : undefined;
      }, `Problems row with ${pattern} under ${file}`);
    },
    async hover(words, pattern) {
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
          // Each provider adds its part when it has one.
          if (pattern.test(text)) return text;
        }
        return undefined;
      }, `hover over "${words}" with ${pattern}`);
    },
    async lightBulb(place, pattern) {
      await goTo(place);
      const bulb = editor.locator('.lightBulbWidget:visible').first();
      await bulb.waitFor();
      await bulb.click();
      await menuRows.filter({ hasText: pattern }).first().waitFor();
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
    async line(words) {
      // The editor writes hard spaces; Playwright's comparison takes them for ordinary ones.
      await editor.locator('.view-line', { hasText: words }).first().waitFor();
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
