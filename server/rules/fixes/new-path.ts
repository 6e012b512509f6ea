/** Where a new document goes: beside those of its kind, under a name that nobody has taken. */
import { foldWords } from '../../model/vocabulary/folding.ts';
import type { View } from '../../workspace/view.ts';
import { isSetAside } from '../life.ts';

/**
 * The path of a new document; in: the view, its kind, what it is called, and the folder where none of the kind is there yet.
 * Out: the folder that holds most of the kind, a name made of its title, and a number where that name is taken.
 */
export function newPath(view: View, kind: string, title: string, folder: string): string {
  const counts = new Map<string, number>();
  for (const facts of view.documents(kind)) {
    if (isSetAside(facts)) continue;
    const home = facts.path.slice(0, facts.path.lastIndexOf('/') + 1);
    counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  let home = folder === '' ? '' : `${folder}/`;
  let most = 0;
  for (const [each, count] of counts) if (count > most) [home, most] = [each, count];
  const name = foldWords(title).join('-') || kind;
  for (let number = 1; ; number++) {
    const path = `${home}${name}${number === 1 ? '' : `-${number}`}.md`;
    if (!view.exists(path)) return path;
  }
}
