/** One value of the configuration is set where it stands, below its group, or at the end; all else stays as it was. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/syntax/edit.ts';
import { parseTree } from '../../server/syntax/parse.ts';
import { setConfigurationValue } from '../../server/writing/set-configuration.ts';
import { checkFix } from '../kit/check.ts';

function set(text: string): string | null {
  const edits = setConfigurationValue(parseTree('clausewright.yaml', text), 'limits', 'bytes', '9');
  return edits === null ? null : applyEdits(text, edits);
}

describe('a value of the configuration', () => {
  const cases: readonly (readonly [why: string, before: string, after: string | null])[] = [
    ['is begun in an empty file', '', 'limits:\n  bytes: 9\n'],
    ['stands at the end where its group is new', 'edition: 2018\n', 'edition: 2018\nlimits:\n  bytes: 9\n'],
    ['and behind a last line without an end', 'edition: 2018', 'edition: 2018\nlimits:\n  bytes: 9\n'],
    [
      'replaces the one that is there, and keeps the remark beside it',
      'limits:\n  bytes: 5 # enough\nedition: 2018\n',
      'limits:\n  bytes: 9 # enough\nedition: 2018\n',
    ],
    [
      'joins its group in the indentation of the others',
      'limits:\n    lines: 5 # many\nedition: 2018\n',
      'limits:\n    lines: 5 # many\n    bytes: 9\nedition: 2018\n',
    ],
    ['keeps the line ends of the file', 'edition: 2018\r\n', 'edition: 2018\r\nlimits:\r\n  bytes: 9\r\n'],
    ['replaces within braces, too', 'limits: { bytes: 5 }\n', 'limits: { bytes: 9 }\n'],
    ['is not forced into braces', 'limits: { lines: 5 }\n', null],
    ['nor into a group that is something else', 'limits: many\n', null],
    ['nor into a file that cannot be read', 'limits: [\n', null],
  ];
  for (const [why, before, after] of cases) it(why, () => assert.equal(set(before), after));
});

describe('a file beyond the limit', () => {
  const LONG = `# Notes\n\n${'All of it is read. '.repeat(20)}\n`;

  it('offers to raise the limit, in whole steps', () =>
    checkFix(
      `--- file: clausewright.yaml\nlimits:\n  bytes: 200\n--- file: notes.md\n${LONG}`,
      'file.limit',
      'Read files of up to 1 MB whole',
      '--- file: clausewright.yaml\nlimits:\n  bytes: 1000000',
    ));
});
