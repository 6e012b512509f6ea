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
  await vscode.status(/gaps/);
  await vscode.command('Clausewright: Show Traceability Matrix');
  await vscode.webPage().locator('table.matrix').first().waitFor();
  await vscode.command('View: Toggle Primary Side Bar Visibility');
  await keep('matrix');
  await vscode.command('Clausewright: Show Dashboard');
  await vscode.webPage().locator('ul.tiles').waitFor();
  await keep('dashboard');
  await vscode.command('View: Close All Editors');
  await vscode.expand(await vscode.row('Trace', /^4 /));
  await vscode.openFile('processes/change-release-and-deployment.md');
  await vscode.page.locator('.codelens-decoration').first().waitFor();
  await keep('trace');
  await vscode.command('View: Close All Editors');
  await vscode.command('View: Show Explorer');
  await vscode.openFile('audits/audit-plan-2026-04.md');
  await vscode.problem(/audit\.self-audit/);
  await keep('self-audit');
  await vscode.openFile('audits/audit-programme-2026.md');
  await vscode.hover('9.2.2', /9\.2/);
  await keep('hover');
} finally {
  await vscode.close();
}
