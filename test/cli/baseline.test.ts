/** The baseline and what is accepted, on the command line: only new gaps count, the others are counted and never lost. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPlace, type Place } from '../kit/terminal.ts';

const GAPS = '# Notes\n\nSee [one](one.md) and [one more](one.md).\n\nSee [two](two.md).\n';

describe('check with a baseline', () => {
  let place: Place;
  beforeEach(() => {
    place = createPlace({ 'notes.md': GAPS });
  });
  afterEach(() => place.remove());
  // A configuration makes a management system of the folder, which lacks many things; here it is about the links.
  const found = async (words: readonly string[] = []): Promise<readonly { rule: string }[]> =>
    (JSON.parse((await place.run(['check', '--format', 'json', ...words])).out).findings as { rule: string }[]).filter(
      ({ rule }) => rule === 'link.broken',
    );

  it('writes down what stands, and from then on says only what is new', async () => {
    const { code, err } = await place.run(['check', '--write-baseline', 'known.json']);
    assert.equal(code, 0);
    assert.match(err, /^3 findings written to known\.json\.$/m);
    const before = await place.run(['check', '--baseline', 'known.json']);
    assert.equal(before.code, 0);
    assert.match(before.out, /0 errors.*, 3 in the baseline\.\n$/);
    place.write({ 'notes.md': `${GAPS}\nSee [three](three.md).\n` });
    const after = await place.run(['check', '--baseline', 'known.json']);
    assert.equal(after.code, 1);
    assert.match(after.out, /three\.md/);
    assert.doesNotMatch(after.out, /two\.md/);
  });

  it('counts gaps that are alike: a third one of two known is new', async () => {
    await place.run(['check', '--write-baseline', 'known.json']);
    place.write({ 'notes.md': GAPS.replace('one more](one.md)', 'one more](one.md) and [again](one.md)') });
    assert.equal((await found(['--baseline', 'known.json'])).length, 1);
    place.write({ 'notes.md': GAPS.replace(' and [one more](one.md)', '') });
    assert.deepEqual(await found(['--baseline', 'known.json']), []);
  });

  it('knows its gaps again when lines move and others are put right', async () => {
    await place.run(['check', '--write-baseline', 'known.json']);
    place.write({ 'notes.md': `${GAPS.replace('See [two](two.md).\n', '')}\n## More\n\n- See [two](two.md).\n` });
    assert.deepEqual(await found(['--baseline', 'known.json']), []);
  });

  it('is named in the configuration, too, and the command line comes first', async () => {
    await place.run(['check', '--write-baseline', 'known.json']);
    place.write({ 'clausewright.yaml': 'baseline: known.json\n' });
    assert.deepEqual(await found(), []);
    place.write({ 'none.json': '{"version": 1, "findings": []}' });
    assert.equal((await found(['--baseline', 'none.json'])).length, 3);
  });

  it('is written from all that stands, whatever the one before knew', async () => {
    place.write({ 'clausewright.yaml': 'baseline: known.json\n', 'known.json': '{"version": 1, "findings": []}' });
    await place.run(['check', '--write-baseline', 'known.json']);
    const first = readFileSync(join(place.root, 'known.json'), 'utf8');
    await place.run(['check', '--write-baseline', 'known.json']);
    assert.equal(readFileSync(join(place.root, 'known.json'), 'utf8'), first);
    assert.equal(JSON.parse(first).findings.filter(({ rule }: { rule: string }) => rule === 'link.broken').length, 2);
  });

  it('says where a baseline is none, or not there', async () => {
    const missing = await place.run(['check', '--baseline', 'known.json']);
    assert.equal(missing.code, 2);
    assert.match(missing.err, /There is no baseline "known\.json".*--write-baseline known\.json/);
    place.write({ 'known.json': '[]', 'clausewright.yaml': 'baseline: known.json\n' });
    assert.match((await place.run(['check', '--baseline', 'known.json'])).err, /"known\.json" is no baseline/);
    const named = await place.run(['check']);
    assert.equal(named.code, 2);
    assert.match(named.out, /^\s+1:11\s+error\s+"known\.json" is no baseline/m);
    const inspected = await place.run(['inspect', '--baseline', 'known.json']);
    assert.equal(inspected.code, 2);
    assert.match(inspected.err, /A baseline is for "clausewright check"/);
  });

  it('counts what is accepted in the summary, and leaves it out of everything else', async () => {
    place.write({
      'notes.md': `<!-- clausewright-ignore-file link.broken: The pages are still to come. -->\n${GAPS}`,
    });
    const { code, out } = await place.run(['check']);
    assert.equal(code, 0);
    assert.match(out, /, 3 accepted\.\n$/);
    assert.deepEqual(await found(), []);
  });
});
