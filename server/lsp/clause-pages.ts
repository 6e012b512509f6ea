/** Pages of clauses: read-only documents of our own, made when they are opened, for going to the definition of a clause. */

import { clausePage } from '../features/clause-page.ts';
import { demandsPage } from '../features/edition-change.ts';
import { clause, isEdition } from '../model/catalogue.ts';
import { createView } from '../workspace/view.ts';
import { lineNumber } from './convert.ts';
import { demandedIn } from './edition-changes.ts';
import { clausePageScheme } from './protocol.ts';
import { uriOf } from './roots.ts';
import { everyRoot, linesOf, openAt, type Session } from './session.ts';

/** The address of a clause's page: `clausewright-clause:/2018/9.2.2.md`. */
export function clausePageUri(edition: string, number: string): string {
  return `${clausePageScheme}:/${edition}/${number}.md`;
}

/** The text of a page in Markdown; null for an address that means no clause. */
export function answerClausePage(session: Session, { uri }: { readonly uri: string }): string | null {
  const demanded = demandedIn(uri);
  const [first] = everyRoot(session);
  if (demanded !== null && first !== undefined)
    return demandsPage(createView(first.folder.workspace, new Set()), demanded);
  const [, year = '', number = ''] = /^[\w-]+:\/(\d{4})\/([\d.]+)\.md$/.exec(uri) ?? [];
  const found = isEdition(year) ? clause(year, number) : null;
  const [root] = everyRoot(session);
  if (found === null || root === undefined) return null;
  return clausePage(found, createView(root.folder.workspace, new Set()), (path, offset) => {
    const open = openAt(session, root, path);
    const lines = open === null ? root.folder.lines(path) : linesOf(open);
    return `${uriOf(session, root, path)}${lines === null ? '' : `#L${lineNumber(lines, offset)}`}`;
  });
}
