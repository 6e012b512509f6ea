/** Hover on a finding: the reason, the clause with its doubt, and both ways out, below what else the place means. */
import assert from 'node:assert/strict';
import { hover } from '../../server/features/hover.ts';
import { EDITIONS } from '../../server/model/catalogue.ts';
import { clauseDoubt } from '../../server/model/clause-doubt.ts';
import { lexiconFor } from '../../server/reading/lexicon.ts';
import { rulePage } from '../../server/rules/page.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { createView } from '../../server/workspace/view.ts';
import { parseFixture } from '../kit/fixture.ts';
import { workspaceOf } from '../kit/workspace.ts';

function said(fixture: string): string {
  const { files, cursor } = parseFixture(fixture);
  assert.ok(cursor !== null);
  const workspace = workspaceOf(files);
  const facts = workspace.facts(cursor.path);
  assert.ok(facts !== null);
  const context = {
    workspace,
    view: createView(workspace, new Set()),
    facts,
    lexicon: lexiconFor(workspace.configuration),
    text: files.get(cursor.path) ?? '',
    offset: cursor.offset,
    address: (path: string) => path,
  };
  return hover(context, RULES)?.markdown ?? '';
}

describe('Hover on a finding', () => {
  it('says why, by which clause, and both ways out', () => {
    const markdown = said('--- file: a.md\nSee [one](on$0e.md).\n');
    assert.match(markdown, /`link\.broken`/);
    assert.match(markdown, /7\.5\.3/);
    assert.match(markdown, /\*\*Put it right:\*\*/);
    assert.match(markdown, /Accept this gap here/);
  });

  it('stands below what the place means otherwise', () => {
    const markdown = said(
      '--- file: a.md\n# Capacity\n\nSee ISO/IEC 20000-1:2018, clause 8$0.7 Capacity management.\n',
    );
    assert.match(markdown, /^\*\*8\.7 [\s\S]*---[\s\S]*`clause\.title-mismatch`/);
  });

  it('says nothing where nothing was found, and nothing of what is accepted', () => {
    assert.equal(said('--- file: a.md\nSee no$0thing.\n'), '');
    assert.equal(
      said('--- file: a.md\n<!-- clausewright-ignore link.broken: Still to come. -->\nSee [one](on$0e.md).\n'),
      '',
    );
  });

  it('knows how sure each clause is, and pages say so', () => {
    assert.equal(clauseDoubt('2018', '9.2.2'), null);
    assert.equal(clauseDoubt('2018', '99'), null);
    assert.match(clauseDoubt('2011', '4.5.4.2') ?? '', /working knowledge|uncertain/);
    const doubtful = RULES.filter((rule) =>
      EDITIONS.some((edition) => (rule.clauses[edition] ?? []).some((number) => clauseDoubt(edition, number) !== null)),
    );
    assert.ok(doubtful.length > 0);
    for (const rule of doubtful) assert.match(rulePage(rule), /How sure our catalogue is/);
  });
});
