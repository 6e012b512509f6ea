/** The pages that can be handed to an auditor: self-contained, without scripts, and the same bytes from the same documents. */
import assert from 'node:assert/strict';
import { createPlace, type Place } from '../kit/terminal.ts';

const FILES = {
  'clausewright.yaml': 'edition: 2018\nas-of: 2026-11-01\n',
  'audits/programme.md':
    '# Audit programme 2026\n\n**Owner:** SMS Manager\n\n| Audit | Process | Date |\n| --- | --- | --- |\n| AUD-1 | Change | 2026-12-01 |\n',
};

describe('the pages', () => {
  let place: Place;
  beforeEach(() => {
    place = createPlace(FILES);
  });
  afterEach(() => place.remove());

  for (const [command, words] of [
    ['report', 'Service management system'],
    ['trace', 'Traceability matrix'],
  ] as const)
    it(`${command}: one file with links to lines, no script, nothing from elsewhere`, async () => {
      const { code, out, err } = await place.run([command, '--format', 'html']);
      assert.equal(code, 0, err);
      assert.match(out, new RegExp(`<h1>${words}</h1>`));
      assert.match(out, /default-src 'none'/);
      assert.doesNotMatch(out, /<script|src=|url\(|https?:\/\//);
      assert.match(out, /href="audits\/programme\.md#L\d+"/);
      const again = await place.run([command, '--format', 'html']);
      assert.equal(again.out, out);
    });

  it('says what trace can be printed as', async () => {
    const { code, err } = await place.run(['trace', '--format', 'sarif']);
    assert.equal(code, 2);
    assert.match(err, /text, json, csv or html/);
  });

  it('gives the matrix to a spreadsheet, with nothing that it would run', async () => {
    place.write({
      'audits/programme.md': '# =HYPERLINK("x")\n\nISO/IEC 20000-1:2018, clause 9.2.2, type: audit programme\n',
    });
    const { out } = await place.run(['trace', '--format', 'csv']);
    assert.match(out, /^requirement,clause,title,text,state,why,document,basis,procedure,owner/);
    assert.doesNotMatch(out, /(?:^|,)"?=/m);
  });
});
