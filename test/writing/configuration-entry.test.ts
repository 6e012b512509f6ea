/** A new entry of a list in the configuration: at its end, in its indentation, and nothing else touched. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/syntax/edit.ts';
import { parseTree } from '../../server/syntax/parse.ts';
import { addConfigurationEntry } from '../../server/writing/configuration-entry.ts';

const ENTRY = { person: 'Ada Quill', process: 'Change: the process', measure: 'TBD' };

function added(text: string): string | null {
  const edits = addConfigurationEntry(parseTree('clausewright.yaml', text), 'independence', ENTRY);
  return edits === null ? null : applyEdits(text, edits);
}

describe('an entry of a list in the configuration', () => {
  it('begins the list at the end of the file, and quotes what YAML would misread', () => {
    assert.equal(
      added('# Ours\nedition: 2018 # for now\n'),
      '# Ours\nedition: 2018 # for now\nindependence:\n  - person: Ada Quill\n    process: "Change: the process"\n    measure: TBD\n',
    );
  });

  it('goes behind the last entry, as far in as that stands', () => {
    assert.equal(
      added('independence:\n- person: Bruno Vale\n  process: Problem management # for a year\n\nedition: 2018\n'),
      'independence:\n- person: Bruno Vale\n  process: Problem management # for a year\n- person: Ada Quill\n  process: "Change: the process"\n  measure: TBD\n\nedition: 2018\n',
    );
  });

  it('keeps the line ends of the file', () => {
    assert.equal(
      added('independence:\r\nedition: 2018\r\n'),
      'independence:\r\n  - person: Ada Quill\r\n    process: "Change: the process"\r\n    measure: TBD\r\nedition: 2018\r\n',
    );
  });

  it('refuses a list on one line, and a file that cannot be read', () => {
    assert.equal(added('independence: [{person: Bruno Vale, process: Change}]\n'), null);
    assert.equal(added('independence: [\n'), null);
  });
});
