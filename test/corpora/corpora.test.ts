/** Real documents: all of them are read and checked without a fault, and labelled ones are understood. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { runCommandLine } from '../../server/cli/run.ts';
import { DEFAULT_CONFIGURATION } from '../../server/model/configuration.ts';
import type { Facts } from '../../server/reading/facts.ts';
import { readTree } from '../../server/reading/read.ts';
import { parseTree } from '../../server/syntax/parse.ts';
import type { Span } from '../../server/syntax/span.ts';
import { CORPORA, corpusPaths, corpusText, LABELLED, labels, NO_CORPORA } from '../kit/corpora.ts';
import { score, share } from '../kit/score.ts';
import { FIXTURE_DAY } from '../kit/workspace.ts';

/** Every place that facts name. */
function* spansOf(facts: Facts): Generator<Span> {
  const fields = [...facts.metadata, ...facts.records.flatMap((record) => record.fields)];
  for (const field of fields) {
    yield field.span;
    if (field.labelSpan !== null) yield field.labelSpan;
  }
  for (const record of facts.records) yield* [record.span, record.headSpan];
  for (const section of facts.sections) yield* [section.span, section.headingSpan];
  for (const clause of facts.clauses) yield clause.span;
  for (const link of facts.links) yield* [link.span, link.linkSpan];
  for (const name of facts.names) yield name.span;
  for (const problem of facts.problems) yield problem.span;
  if (facts.title !== null) yield facts.title.span;
}

describe('real documents', function () {
  this.timeout(300_000);
  before(function () {
    if (CORPORA !== null) return;
    console.log(`    ${NO_CORPORA}`);
    this.skip();
  });

  it('are read without a fault, and every place stands inside its text', () => {
    assert.ok(corpusPaths().length > 400);
    for (const path of corpusPaths()) {
      const text = corpusText(path) ?? '';
      const facts = readTree(path, parseTree(path, text), DEFAULT_CONFIGURATION);
      for (const span of spansOf(facts))
        assert.ok(
          0 <= span.start && span.start <= span.end && span.end <= text.length,
          `${path} ${span.start}-${span.end}`,
        );
    }
  });

  it('are checked without a fault', async () => {
    for (const collection of new Set(corpusPaths().map((path) => path.replace(/\/.*$/, '')))) {
      let [out, err] = ['', ''];
      const code = await runCommandLine(['check', '--format', 'json'], {
        here: join(CORPORA ?? '', collection),
        today: FIXTURE_DAY,
        version: '1.2.3',
        out: (text) => (out += text),
        err: (text) => (err += text),
        progress: null,
      });
      assert.ok(code === 0 || code === 1, `${collection}: ${err}`);
      assert.ok(JSON.parse(out).documents > 0, collection);
      assert.doesNotMatch(err, /failed|was skipped|internal/i, collection);
    }
  });

  it('are understood as a reader understands them', () => {
    const result = score(labels());
    assert.deepEqual(result.missing, []);
    assert.ok(share(result.kindRight, result.documents) >= 0.9, result.differences.join('\n'));
    for (const name of LABELLED) {
      const { right, said, labelled } = result.fields[name];
      assert.ok(share(right, said) >= 0.97, `precision of ${name}\n${result.differences.join('\n')}`);
      assert.ok(share(right, labelled) >= 0.9, `recall of ${name}\n${result.differences.join('\n')}`);
    }
  });
});
