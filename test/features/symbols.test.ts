/** The outline: sections with the records in them, document control, and registers by id and name. */
import assert from 'node:assert/strict';
import { type Entry, outline } from '../../server/features/symbols.ts';
import { contains } from '../../server/syntax/span.ts';
import { placeIn } from '../kit/place.ts';

function lines(entries: readonly Entry[], depth = 0): readonly string[] {
  return entries.flatMap((entry) => [`${'  '.repeat(depth)}${entry.name}`, ...lines(entry.children, depth + 1)]);
}
function outlineOf(fixture: string, headings = true): readonly Entry[] {
  const { facts, lexicon } = placeIn(fixture);
  return outline(facts, lexicon, headings);
}

const PROGRAMME = `--- file: programme.md
# Audit programme 2026

**Owner:** SMS Manager

## Audits$0

| Audit ID | Process | Auditor |
| --- | --- | --- |
| AUD-1 | Change management | Ada Quill |
| AUD-2 | Incident management | Bruno Vale |

## Approval
`;

describe('The outline', () => {
  it('puts records below the section that holds them, and document control first', () => {
    assert.deepEqual(lines(outlineOf(PROGRAMME)), [
      'Audit programme 2026',
      '  Document control',
      '    Owner',
      '  Audits',
      '    AUD-1 Change management',
      '    AUD-2 Incident management',
      '  Approval',
    ]);
  });

  it('leaves headings to the editor where they are not wanted', () => {
    assert.deepEqual(lines(outlineOf(PROGRAMME, false)), [
      'Document control',
      '  Owner',
      'AUD-1 Change management',
      'AUD-2 Incident management',
    ]);
  });

  it('lists the items of a YAML register by id and name', () => {
    const found = lines(
      outlineOf(
        '--- file: improvements.yaml\nimprovements:\n  - id: IMP-1$0\n    title: Fewer calls\n  - id: IMP-2\n    title: Faster fixes\n',
      ),
    );
    assert.deepEqual(found, ['IMP-1 Fewer calls', 'IMP-2 Faster fixes']);
  });

  it('never gives an entry a blank name or a head outside of it, which editors refuse', () => {
    const check = (entries: readonly Entry[]): void => {
      for (const { name, span, head, children } of entries) {
        assert.notEqual(name.trim(), '');
        assert.ok(contains(span, head));
        check(children);
      }
    };
    check(
      outlineOf('--- file: a.md\n# \n\n## \n\n| Audit ID | Process | Auditor |\n| --- | --- | --- |\n|  | $0 |  |\n'),
    );
    check(outlineOf(PROGRAMME));
  });
});
