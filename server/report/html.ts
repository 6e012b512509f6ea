/** Pages as HTML: one self-contained file without scripts, in the editor's colours where it has some, readable by keyboard and ear. */
import type { Place } from '../workspace/finding.ts';

/** How a page reaches places, and what it may carry. */
export interface PageContext {
  /** The address of a place; null where the reader cannot go there. */
  href(place: Place): string | null;
  /** The address of a clause's page; null where there are none. */
  clauseHref(edition: string, number: string): string | null;
  /** The nonce that the editor lets styles in by; null in a file of its own. */
  readonly nonce: string | null;
}

/** Text for HTML, whatever characters it holds. */
export function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A link to a place, or only its words where it cannot be reached. */
export function anchor(text: string, place: Place | null, context: PageContext): string {
  const href = place === null ? null : context.href(place);
  return href === null ? html(text) : `<a href="${html(href)}">${html(text)}</a>`;
}

/** A link to a clause's page. */
export function clauseAnchor(text: string, edition: string, number: string, context: PageContext): string {
  const href = context.clauseHref(edition, number);
  return href === null ? html(text) : `<a href="${html(href)}">${html(text)}</a>`;
}

/** The whole page; in: its title, what stands below it in one line, its body as HTML. Same input, same bytes. */
export function htmlPage(title: string, subtitle: string, body: string, { nonce }: PageContext): string {
  const styles = nonce === null ? "'unsafe-inline'" : `'nonce-${html(nonce)}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${styles}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style${nonce === null ? '' : ` nonce="${html(nonce)}"`}>${STYLE}</style>
</head>
<body>
<header>
<h1>${html(title)}</h1>
<p class="subtitle">${html(subtitle)}</p>
</header>
<main>
${body}
</main>
<footer><p>Clause numbers and titles are cited as facts; all other words on the standard are our own. Whether an answer is good enough is for the auditor to say.</p></footer>
</body>
</html>
`;
}

/** Colours are the theme's where there is one; elsewhere plain ones for light and dark. State is never told by colour alone. */
const STYLE = `
:root { color-scheme: light dark; --fg: var(--vscode-foreground, CanvasText); --bg: var(--vscode-editor-background, Canvas); --line: var(--vscode-editorWidget-border, var(--vscode-contrastBorder, color-mix(in srgb, currentColor 25%, transparent))); --soft: var(--vscode-editorWidget-background, color-mix(in srgb, currentColor 6%, transparent)); --link: var(--vscode-textLink-foreground, LinkText); --muted: var(--vscode-descriptionForeground, color-mix(in srgb, currentColor 70%, transparent)); --good: var(--vscode-charts-green, #2e7d32); --broken: var(--vscode-charts-yellow, #b26a00); --draft: var(--vscode-charts-blue, #1565c0); --gap: var(--vscode-charts-red, #c62828); --accepted: var(--vscode-charts-purple, #6a1b9a); --unknown: var(--muted); }
* { box-sizing: border-box; }
body { font: var(--vscode-font-size, 13px)/1.5 var(--vscode-font-family, system-ui, sans-serif); color: var(--fg); background: var(--bg); margin: 0; padding: 1.25rem 1.5rem 3rem; }
h1 { font-size: 1.6em; margin: 0; font-weight: 600; } h2 { font-size: 1.2em; margin: 2rem 0 .5rem; } .subtitle, footer { color: var(--muted); } .subtitle { margin: .25rem 0 1.25rem; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; } a:focus-visible, summary:focus-visible { outline: 2px solid var(--vscode-focusBorder, Highlight); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: var(--muted); padding: .25rem 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); } thead th { position: sticky; top: 0; background: var(--bg); border-bottom: 2px solid var(--line); } tbody th { font-weight: normal; } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; } .scroll:focus-visible { outline: 2px solid var(--vscode-focusBorder, Highlight); } table.short { width: auto; min-width: 22rem; }
.window { max-height: 80vh; overflow: auto; } .matrix { font-size: .95em; } .matrix td { min-width: 8rem; } .matrix td:nth-of-type(2), .matrix td:nth-of-type(9) { min-width: 14rem; } .matrix th:first-child { min-width: 17rem; position: sticky; left: 0; background: var(--bg); } .matrix thead th:first-child { z-index: 1; }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 0 0 1rem; list-style: none; } .tiles li { border: 1px solid var(--line); background: var(--soft); border-radius: 4px; padding: .6rem .9rem; min-width: 9rem; } .tiles strong { display: block; font-size: 1.6em; line-height: 1.2; font-variant-numeric: tabular-nums; }
.state { white-space: nowrap; } .state::before { content: ""; box-sizing: border-box; display: inline-block; width: .7em; height: .7em; margin-right: .45em; border-radius: 50%; background: currentColor; vertical-align: baseline; } .deep { color: var(--good); } .shallow { color: var(--broken); } .draft { color: var(--draft); } .gap, .error { color: var(--gap); } .warning { color: var(--broken); } .accepted { color: var(--accepted); } .not-checkable, .information { color: var(--unknown); } .shallow::before { border-radius: 0 50% 50% 50%; } .gap::before { border-radius: 0; } .not-checkable::before { background: none; border: 2px solid currentColor; }
.bar { width: 100%; height: 1.1rem; display: block; margin: .25rem 0 1rem; } .bar .deep { fill: var(--good); } .bar .shallow { fill: var(--broken); } .bar .draft { fill: var(--draft); } .bar .gap { fill: var(--gap); } .bar .accepted { fill: var(--accepted); } .bar .not-checkable { fill: var(--unknown); opacity: .5; }
details { border: 1px solid var(--line); border-radius: 4px; margin: .5rem 0; } summary { cursor: pointer; padding: .5rem .75rem; background: var(--soft); font-weight: 600; } details > .scroll { padding: 0 .75rem .5rem; } details > .window { padding: 0; } .window caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } .missing { color: var(--broken); } .none { color: var(--muted); } .empty { padding: 1rem; border: 1px dashed var(--line); border-radius: 4px; }
@media (forced-colors: active) { .state::before { forced-color-adjust: none; } }
@media (max-width: 40rem) { .matrix th:first-child { position: static; } }
@media print { .window { max-height: none; } thead th, .matrix th:first-child { position: static; } }
`;
