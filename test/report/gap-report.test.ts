/** The gap summary: every clause and process says how it stands, every figure has its places, and nothing is called a gap that no document can show. */
import assert from 'node:assert/strict';
import { clauses } from '../../server/model/catalogue.ts';
import { type GapReport, gapReport } from '../../server/report/gap-report.ts';
import { gapMarkdown, gapText } from '../../server/report/gap-text.ts';
import { createView } from '../../server/workspace/view.ts';
import { parseFixture } from '../kit/fixture.ts';
import { createPlace } from '../kit/terminal.ts';
import { workspaceOf } from '../kit/workspace.ts';

const SMS = `--- file: clausewright.yaml
edition: 2018
accepted:
  - rule: process.no-measure
    files: [incident.md]
    reason: Measured from the next quarter on.
    owner: Service Manager
    until: 2027-03-31
--- file: incident.md
---
type: process-description
status: approved
---
# Incident management process

Restores services, see ISO/IEC 20000-1:2018, clause 8.6.1.
--- file: notes.md
Visits are told of in the [calendar](calendar.md).
`;

function reported(fixture: string): GapReport {
  const workspace = workspaceOf(parseFixture(fixture).files);
  return gapReport(workspace, createView(workspace, new Set()));
}

describe('The gap summary', () => {
  const made = reported(SMS);
  const clause = (number: string) => made.clauses.find((each) => each.number === number);

  it('holds every clause that asks for something, once', () => {
    const asking = clauses('2018').filter(({ asks, items }) => asks || items.length > 0);
    const numbers = made.clauses.map(({ number }) => number);
    assert.deepEqual(
      asking.filter(({ number }) => !numbers.includes(number)),
      [],
    );
    assert.equal(new Set(numbers).size, numbers.length);
  });

  it('says of what no document can show that it is not checkable, never that it is a gap', () => {
    assert.equal(clause('8.2.1')?.state, 'not-checkable');
    assert.equal(clause('5.1')?.state, 'not-checkable');
  });

  it('says of a clause with a finding that it has a gap, with the place', () => {
    const found = clause('5.3');
    assert.equal(found?.state, 'gap');
    assert.deepEqual(
      found?.gaps.filter(({ rule }) => rule === 'process.no-owner').map(({ path }) => path),
      ['incident.md'],
    );
  });

  it('says of a clause that a document answers, and of which nothing was found, that it is answered', () => {
    assert.equal(clause('8.6.1')?.answers.includes('incident.md'), true);
  });

  it('gathers what concerns a process, and counts what is accepted beside it', () => {
    const [process] = made.processes;
    assert.equal(process?.name, 'Incident management process');
    assert.equal(process?.state, 'gap');
    assert.ok(process?.gaps.every(({ rule }) => rule !== 'process.no-measure'));
    assert.equal(process?.accepted, 1);
    assert.ok(process?.gaps.every(({ path }) => path !== 'notes.md'));
  });

  it('lists what is accepted with reason, owner and end', () => {
    assert.deepEqual(
      made.accepted.map(({ rule, by, reason, owner, until }) => [rule, by, reason, owner, until]),
      [['process.no-measure', 'configuration', 'Measured from the next quarter on.', 'Service Manager', '2027-03-31']],
    );
    for (const text of [gapText(made, () => 1), gapMarkdown(made, () => 1)])
      assert.match(text, /Measured from the next quarter on/);
  });

  it('counts what it lists', () => {
    const { counts } = made;
    const states = made.clauses.map(({ state }) => state);
    assert.equal(counts.clauses.gap, states.filter((state) => state === 'gap').length);
    assert.equal(counts.clauses['not-checkable'], states.filter((state) => state === 'not-checkable').length);
    assert.equal(counts.accepted, made.accepted.length);
  });

  it('has a summary for every edition', () => {
    for (const edition of ['2005', '2011'])
      assert.ok(reported(SMS.replace('edition: 2018', `edition: ${edition}`)).clauses.length > 10);
  });

  it('is printed by the command line in all its forms, and keeps what the baseline knows among the gaps', async () => {
    const place = createPlace({
      'notes.md': 'See [one](one.md).\n',
      'clausewright.yaml': 'baseline: known.json\n',
      'known.json': '{"version":1,"findings":[]}',
    });
    try {
      await place.run(['check', '--write-baseline', 'known.json']);
      const json = JSON.parse((await place.run(['report', '--format', 'json'])).out);
      assert.equal(json.version, 1);
      const gaps = json.clauses.flatMap((each: { gaps: readonly { rule: string; range: unknown }[] }) => each.gaps);
      const broken = gaps.find(({ rule }: { rule: string }) => rule === 'link.broken');
      assert.deepEqual(broken?.range, { start: { line: 0, character: 10 }, end: { line: 0, character: 16 } });
      assert.match((await place.run(['report'])).out, /notes\.md:1 {2}error {2}link\.broken/);
      assert.match((await place.run(['report', '--format', 'markdown'])).out, /\[notes\.md:1\]\(notes\.md#L1\)/);
    } finally {
      place.remove();
    }
  });
});
