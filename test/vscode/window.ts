/** Opens a window of the embedded VS Code in Debian's Chromium (or any other), cut off from every network but this machine. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { format } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';

/** A browser window; `close` ends the browser with all its processes. */
export interface Window {
  readonly page: Page;
  /** Resolves with the exit code when tests in the extension host are through. */
  readonly exit: Promise<number>;
  close(): Promise<void>;
}

/** Opens the address; in: where lines go that tests in the extension host print. Rejects when there is no browser. */
export async function openWindow(address: string, print: (line: string) => void = () => {}): Promise<Window> {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.route(
      (url) => !['127.0.0.1', 'localhost'].includes(url.hostname) && url.protocol.startsWith('http'),
      (route) => route.abort(),
    );
    const exit = new Promise<number>((left) => {
      void page.exposeFunction('codeAutomationExit', (code: number) => left(code));
    });
    await page.exposeFunction('codeAutomationLog', (_level: string, args: unknown[]) => print(format(...args)));
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return { page, exit, close: () => browser.close() };
  } catch (reason) {
    await browser.close();
    throw reason;
  }
}

/** Where a Chromium stands: the environment's `CHROMIUM`, or the first on the path; undefined when there is none. */
export function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    process.env.CHROMIUM ?? '',
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return candidates.find((path) => path !== '' && existsSync(path));
}

function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('No Chromium found; on Debian: apt-get install chromium, or name one in the variable CHROMIUM.');
  }
  return chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
    ],
    // Our own handlers close it; playwright's would end the process before they ran.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
