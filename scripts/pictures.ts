/** Makes the pictures of the README and the guide anew, from the real VS Code on the example with gaps. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../test/vscode/install.ts';
import { openWorkbench } from '../test/vscode/workbench.ts';

const images = join(root, 'docs', 'images');
mkdirSync(images, { recursive: true });
const vscode = await openWorkbench(join(root, 'examples', 'gaps'), { vsix: join(root, 'clausewright.vsix') });
const keep = async (name: string): Promise<void> => {
  await vscode.screenshot(name);
  copyFileSync(join(root, 'out', 'screenshots', `${name}.png`), join(images, `${name}.png`));
  console.log(`docs/images/${name}.png`);
};
try {
  await vscode.openFile('audits/audit-plan-2026-04.md');
  await vscode.problem(/audit\.self-audit/);
  await keep('self-audit');
  await vscode.openFile('audits/audit-programme-2026.md');
  await vscode.hover('9.2.2');
  await keep('hover');
} finally {
  await vscode.close();
}
