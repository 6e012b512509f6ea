/** `npm run test:vscode`: packages the extension and runs it in a real VS Code: in the extension host, and through a browser. */
import { setUp } from './set-up.mjs';
import { commands, conclude, runSteps } from './steps.mjs';

setUp();
conclude(
  await runSteps([
    { name: 'Package', args: ['--import', 'tsx', 'scripts/package.ts'] },
    { name: 'In the extension host', args: ['--import', 'tsx', 'test/vscode/run-in-host.ts'] },
    {
      name: 'Through the browser',
      args: [commands.mocha, '--import=tsx', '--timeout=180000', '--reporter=spec', 'test/vscode/*.test.ts'],
    },
  ]),
);
