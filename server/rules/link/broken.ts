/** The rule `link.broken`: a link inside the workspace that leads to no file, or to no heading of it. */

import { nearest } from '../../model/nearest.ts';
import { termKey } from '../../model/vocabulary/names.ts';
import { stateOf } from '../../model/vocabulary/placeholders.ts';
import type { Facts, LinkFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import { linkCandidates } from '../../reading/links.ts';
import { isDocumentPath } from '../../syntax/parse.ts';
import type { Fix } from '../../workspace/finding.ts';
import { fileSort } from '../../workspace/keys.ts';
import type { View } from '../../workspace/view.ts';
import { linkTo } from '../../writing/replace.ts';
import { createDocumentFix } from '../fixes/create-document.ts';
import { nearestPaths } from '../fixes/nearest-paths.ts';
import { replaceText } from '../fixes/replace-text.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';

/** Targets that a template or a site generator fills in later, and addresses that were written without their scheme. */
const NOT_A_PATH =
  /\{\{|\$\{|\{%|%7B|[<>]|^www\.|^[^\s/]+@[^\s/]+\.[^\s/]+$|(?:\.{3}|…)$|^(?:url|link|path|href|target)$/i;
/** Anchors that viewers make up themselves: lines, pages, text fragments, footnotes. */
const MADE_UP_ANCHOR = /^(?:|top|L\d+.*|page=.*|:~:.*|fn.*|[\d]+|!.*|\/.*)$/i;

export default rule({
  id: 'link.broken',
  title: 'Link that leads nowhere',
  why: 'Documents answer many requirements by pointing to where the answer stands. An auditor follows the link; where it leads nowhere, the evidence is not there.',
  remedy: 'Point the link to where the document is now, or write the missing document.',
  pitfall: 1,
  clauses: { '2005': ['3.2', '4.2'], '2011': ['4.3.2'], '2018': ['7.5.3'] },
  severity: 'error',
  examples: {
    bad: `--- file: change.md
# Change management process

Carried out by the [change procedure](procedures/chnage.md).
                                      ^^^^^^^^^^^^^^^^^^^^ [link.broken] procedures/chnage.md
                                      💡 Link to procedures/change.md
--- file: procedures/change.md
# Change procedure
`,
    good: `--- file: change.md
# Change management process

Carried out by the [change procedure](procedures/change.md), see also [all procedures](procedures/).
--- file: procedures/change.md
# Change procedure
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view, lexicon }) {
    if (isSetAside(facts)) return;
    const seen = new Set<number>();
    for (const link of facts.links) {
      if (
        link.external ||
        seen.has(link.span.start) ||
        NOT_A_PATH.test(link.target) ||
        stateOf(link.target).state === 'placeholder'
      )
        continue;
      seen.add(link.span.start);
      const path = link.path ?? sitePath(link.target, view);
      if (path === null) continue;
      const found = linkCandidates(path).find((candidate) => view.exists(candidate)) ?? null;
      if (found === null && (path === '' || view.existsFolder(path.replace(/\/+$/, '')))) continue;
      // Pictures are often kept elsewhere and copied in when the site is built: without their folder nothing is said of them.
      if (
        found === null &&
        link.image &&
        path.includes('/') &&
        !view.existsFolder(path.slice(0, path.lastIndexOf('/')))
      )
        continue;
      // Where a folder holds no file of a sort at all (no script, no picture), they are kept elsewhere, such as with the code.
      if (
        found === null &&
        !isDocumentPath(path) &&
        fileSort(path) !== '' &&
        !/\.html?$/i.test(path) &&
        !view.holdsFilesLike(path)
      )
        continue;
      if (found === null) {
        // While files are still being read, nothing may be called absent.
        if (!view.loaded) return;
        yield {
          span: link.span,
          message: `There is no "${path}" here for this link to lead to.`,
          about: link.target,
          ...(link.image ? { severity: 'warning' as const } : {}),
          fixes: [...elsewhere(facts, link, path, view), ...creation(facts, link, path, lexicon)],
        };
        continue;
      }
      const heading = missingAnchor(link, found, view);
      if (heading === null) continue;
      const near = nearest(heading.wanted, heading.anchors);
      yield {
        span: link.span,
        message:
          found === facts.path
            ? `This document has no heading "#${heading.wanted}".`
            : `"${found}" has no heading "#${heading.wanted}".`,
        about: link.target,
        fixes:
          near === null
            ? []
            : [
                replaceText(
                  `Link to #${near}`,
                  facts.path,
                  link.span,
                  link.target,
                  link.target.replace(/#.*$/, `#${near}`),
                ),
              ],
      };
    }
  },
});

/** Where an absolute target leads to: only where the configuration says from which folder the site is built. */
function sitePath(target: string, view: View): string | null {
  const root = view.configuration.siteRoot;
  if (root === null || !target.startsWith('/')) return null;
  const bare = target.replace(/[?#].*$/, '');
  const folder = root.replace(/^\.?\/+|\/+$/g, '').replace(/^\.$/, '');
  try {
    return `${folder}${decodeURIComponent(bare)}`.replace(/^\/+|\/+$/g, '');
  } catch {
    return null;
  }
}

function missingAnchor(
  link: LinkFact,
  found: string,
  view: View,
): { readonly wanted: string; readonly anchors: readonly string[] } | null {
  const wanted = link.anchor;
  if (wanted === null || link.image || MADE_UP_ANCHOR.test(wanted) || NOT_A_PATH.test(wanted)) return null;
  const anchors = /\.(?:md|markdown|mdx)$/i.test(found) ? view.anchors(found) : null;
  if (anchors === null) return null;
  const slug = anchorKey(wanted);
  return anchors.some((anchor) => anchorKey(anchor) === slug) ? null : { wanted, anchors };
}

/** Renderers differ in dashes, case and accents of a slug; where only that differs, the link is taken to work. */
function anchorKey(anchor: string): string {
  return anchor
    .replace(/^user-content-/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function elsewhere(facts: Facts, link: LinkFact, path: string, view: View): readonly Fix[] {
  const tail = /[?#].*$/.exec(link.target)?.[0] ?? '';
  const near = nearestPaths(view, facts.path, path);
  const name = (each: string): string => each.slice(each.lastIndexOf('/') + 1);
  // A file of that very name that stands in one other place only is the one that was meant: it was moved.
  const moved = near.filter((each) => name(each) === name(path));
  return near.map((each) =>
    replaceText(
      `Link to ${each}`,
      facts.path,
      link.span,
      link.target,
      `${linkTo(facts.path, each)}${tail}`,
      moved.length === 1 && moved[0] === each,
    ),
  );
}

/** Writes the missing document: of the kind that the words of the link name, else a heading only. */
function creation(facts: Facts, link: LinkFact, path: string, lexicon: Lexicon): readonly Fix[] {
  // A new document would not have the heading that the link asks for.
  if (link.image || link.anchor !== null || !/\.(?:md|markdown)$/i.test(path)) return [];
  const words = link.text.trim() === '' ? path.replace(/^.*\/|\.[^.]+$/g, '').replace(/[-_]+/g, ' ') : link.text.trim();
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  const key = ` ${termKey(title)} `;
  const kind = lexicon.titlePhrases.find(({ phrase }) => key.includes(` ${phrase} `))?.kind ?? null;
  return path === facts.path ? [] : [createDocumentFix(`Create ${path}`, path, kind, { title }, lexicon)];
}
