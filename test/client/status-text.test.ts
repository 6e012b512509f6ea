/** The words of the status item: how many gaps, in which edition, as of which day, or why there is no number yet. */
import assert from 'node:assert/strict';
import { statusText } from '../../client/status-text.ts';
import type { StatusParams } from '../../server/lsp/protocol.ts';

const ready: StatusParams = {
  state: 'ready',
  done: 40,
  total: 40,
  edition: '2018',
  asOf: '2026-11-01',
  gaps: { error: 1, warning: 2, information: 0 },
  documents: 40,
};

describe('The status item', () => {
  it('tells the number of gaps and the edition they hold for', () => {
    assert.equal(statusText(ready).text, '$(checklist) Clausewright: 3 gaps · 2018');
  });

  it('breaks the number down and names the day, since overdue gaps come with time alone', () => {
    const { tooltip } = statusText(ready);
    for (const part of ['1 error', '2 warnings', '0 information', '40 documents', '20000-1:2018', 'as of 2026-11-01']) {
      assert.ok(tooltip.includes(part), part);
    }
  });

  it('speaks of one gap in the singular', () => {
    const one = { ...ready, gaps: { error: 0, warning: 1, information: 0 } };
    assert.equal(statusText(one).text, '$(checklist) Clausewright: 1 gap · 2018');
  });

  it('says that nothing was found, rather than nothing at all', () => {
    const none = { ...ready, gaps: { error: 0, warning: 0, information: 0 } };
    assert.equal(statusText(none).text, '$(pass) Clausewright: no gaps · 2018');
  });

  it('gives no number of gaps while documents are still being read, since it would be wrong', () => {
    const { text } = statusText({ ...ready, state: 'indexing', done: 10 });
    assert.equal(text, '$(sync~spin) Clausewright: reading 10/40');
  });

  it('draws attention only where the server is gone', () => {
    assert.equal(statusText('stopped').attention, true);
    for (const calm of ['starting', ready, { ...ready, state: 'off' }] as const) {
      assert.equal(statusText(calm).attention, false);
    }
  });
});
