/** What answers a clause: citations by their weight, documents and records of the expected kinds, and the process of its title. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { answeringKinds } from '../../server/model/answering-kinds.ts';
import { clauses } from '../../server/model/catalogue.ts';
import { DOCUMENT_KINDS } from '../../server/model/catalogue-data.ts';
import { KINDS } from '../../server/model/kinds.generated.ts';
import { type Answer, answersTo, isAnswered } from '../../server/workspace/answers.ts';
import { createView } from '../../server/workspace/view.ts';
import { checkedFolder } from '../kit/disk.ts';
import { parseFixture } from '../kit/fixture.ts';
import { workspaceOf } from '../kit/workspace.ts';

const SYSTEM = `--- file: clausewright.yaml
edition: "2018"
--- file: change.md
# Change management process

Follows ISO/IEC 20000-1:2018, clause 8.5.1.3.
--- file: manual.md
# Manual

| Clause of ISO/IEC 20000-1:2018 | Answered by |
| --- | --- |
| 8.5.1 | Change management |
--- file: minutes.md
# Notes

We spoke of ISO/IEC 20000-1:2018 clause 8.5.
--- file: old.md
# Change management policy

**Status:** Superseded
--- file: plan.md
# Service management plan

| Risk | Likelihood | Impact | Treatment |
| --- | --- | --- | --- |
| Disk full | high | high | Monitor |
`;

function said(answers: readonly Answer[]): readonly string[] {
  return answers.map(
    ({ facts, cited, kind, topic }) =>
      `${facts.path}: ${[cited === null ? '' : `${cited.place} ${cited.clause}`, kind ?? '', topic ? 'topic' : ''].filter((word) => word !== '').join(', ')}`,
  );
}

function checkAnswers(clause: string, wanted: readonly string[]): void {
  const view = createView(workspaceOf(parseFixture(SYSTEM).files, { rules: [] }), new Set());
  assert.deepEqual(said(answersTo(view, '2018', clause)), wanted);
}

describe('what answers a clause', () => {
  it('is what cites it, or in a table the one above it, and the process that it is a part of', () =>
    checkAnswers('8.5.1.3', ['change.md: prose 8.5.1.3, topic', 'manual.md: table 8.5.1']));

  it('is what cites one below it, and the process of its title', () =>
    checkAnswers('8.5.1', ['change.md: prose 8.5.1.3, topic', 'manual.md: table 8.5.1']));

  it('is what holds records of the kind that it expects', () => checkAnswers('6.1.2', ['plan.md: risk-register']));

  it('is nothing that is out of use, and nothing for a number that the edition lacks', () => {
    checkAnswers('8.5.1.1', ['manual.md: table 8.5.1']);
    checkAnswers('8.5.9', []);
  });
});

describe('what answers a clause, of very many', () => {
  it('comes in path order, each document once, and nothing that is out of use', () => {
    const files = Array.from({ length: 620 }, (_, n): [string, string] => [
      `${n % 2 === 0 ? 'z' : 'a'}/${n}.md`,
      `# Change management policy ${n}\n\n**Status:** ${n % 10 === 0 ? 'Superseded' : 'Approved'}\n\nSee ISO/IEC 20000-1:2018, clause 8.5.1.1.\n`,
    ]);
    const view = createView(workspaceOf(new Map(files), { rules: [] }), new Set());
    const paths = answersTo(view, '2018', '8.5.1.1').map(({ facts }) => facts.path);
    const used = files.filter(([, text]) => text.includes('Approved')).map(([path]) => path);
    assert.deepEqual(paths, used.sort());
  });
});

describe('whether anything answers a clause', () => {
  const examples = join(import.meta.dirname, '..', '..', 'examples');
  for (const name of ['sound', 'gaps', 'starting'])
    it(`is told without a list of it, in ${name}`, async () => {
      const { workspace } = await checkedFolder(join(examples, name));
      const view = createView(workspace, new Set());
      for (const edition of ['2005', '2011', '2018'] as const)
        for (const { number } of clauses(edition))
          assert.equal(isAnswered(view, edition, number), answersTo(view, edition, number).length > 0, number);
    });
});

describe('the kinds that answer those of the catalogue', () => {
  const names = new Set(KINDS.map((kind) => kind.name));

  it('are kinds of ours, for each kind that the catalogue speaks of', () => {
    for (const kind of DOCUMENT_KINDS.keys()) {
      const { documents, records } = answeringKinds(kind);
      for (const each of [...documents, ...records]) assert.ok(names.has(each), `${kind}: ${each}`);
    }
  });
});
