/** The form of a document's content: points, margins, and when both or none may be said. */
import assert from 'node:assert/strict';
import { scoreOf, speaksAgainst } from '../../server/model/document-forms.ts';
import { beginsWithVerb } from '../../server/model/vocabulary/step-verbs.ts';

describe('the score of a form', () => {
  const process = ['process-owner', 'inputs-and-outputs', 'measures'] as const;
  const procedure = ['steps', 'actors', 'imperative'] as const;

  it('needs enough points, and enough more than the next', () => {
    assert.equal(scoreOf(process, true).verdict, 'process');
    assert.equal(scoreOf(['objective', 'trigger'], true).verdict, 'unknown');
    assert.equal(scoreOf(procedure, true).verdict, 'procedure');
    assert.equal(scoreOf(['steps', 'imperative', 'commands'], true).verdict, 'work-instruction');
  });

  it('is combined where both are plain, and unknown where the text is too short to judge', () => {
    assert.equal(scoreOf([...process, ...procedure], true).verdict, 'combined');
    assert.equal(scoreOf(process, false).verdict, 'unknown');
  });

  it('speaks against a process by steps of either kind, and between procedure and instruction of nothing', () => {
    const steps = scoreOf(['steps', 'imperative'], true);
    assert.equal(steps.verdict, 'unknown');
    assert.ok(speaksAgainst('process', steps));
    assert.ok(!speaksAgainst('procedure', scoreOf(['steps', 'imperative', 'commands'], true)));
    assert.ok(!speaksAgainst('process', scoreOf([...process, ...procedure], true)));
    assert.ok(!speaksAgainst('process', scoreOf(procedure, false)));
  });
});

describe('the first word of a step', () => {
  it('tells what to do, or does not', () => {
    for (const words of ['Open the ticket', 'Then check the size', 'Prüfen Sie die Größe'])
      assert.ok(beginsWithVerb(words));
    for (const words of ['The agent opens the ticket', 'Ticket', '']) assert.ok(!beginsWithVerb(words));
  });
});
