/** A place in a fixture, ready to be asked about: the workspace, the document under the cursor and what stands there. */
import assert from 'node:assert/strict';
import type { Facts } from '../../server/reading/facts.ts';
import { type Lexicon, lexiconFor } from '../../server/reading/lexicon.ts';
import type { Tree } from '../../server/syntax/tree.ts';
import { createView, type View } from '../../server/workspace/view.ts';
import type { Workspace } from '../../server/workspace/workspace.ts';
import { parseFixture } from './fixture.ts';
import { workspaceOf } from './workspace.ts';

export interface MarkedPlace {
  readonly workspace: Workspace;
  readonly view: View;
  readonly facts: Facts;
  readonly lexicon: Lexicon;
  readonly text: string;
  readonly offset: number;
  readonly path: string;
  readonly tree: Tree | null;
}

/** Reads a fixture with a `$0` in it; no rule is run. */
export function placeIn(fixture: string): MarkedPlace {
  const { files, cursor } = parseFixture(fixture);
  assert.ok(cursor !== null, 'the fixture has no $0');
  const workspace = workspaceOf(files, { rules: [] });
  const facts = workspace.facts(cursor.path);
  assert.ok(facts !== null, `${cursor.path} was not read`);
  return {
    workspace,
    view: createView(workspace, new Set()),
    facts,
    lexicon: lexiconFor(workspace.configuration),
    text: files.get(cursor.path) ?? '',
    offset: cursor.offset,
    path: cursor.path,
    tree: workspace.tree(cursor.path),
  };
}
