/** `npm run package`: builds for release and packs `clausewright.vsix`, which holds what `.vscodeignore` names and nothing else. */
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { root } from '../test/vscode/install.ts';
import { buildAll } from './build.ts';

await buildAll(true);
await createVSIX({
  cwd: root,
  packagePath: join(root, 'clausewright.vsix'),
  // The bundles carry all that they need.
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
