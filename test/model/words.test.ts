/** Small vocabularies: labels of fields, statuses, grades, priorities, yes and no. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { competenceLevel, levelsBelow } from '../../server/model/vocabulary/competence-levels.ts';
import { decisionOf, decisionSaysMore } from '../../server/model/vocabulary/decisions.ts';
import { FINDING_GRADES, findingGrade, needsAction } from '../../server/model/vocabulary/grades.ts';
import { labelKey, labelKeys } from '../../server/model/vocabulary/labels.ts';
import { parsePriority } from '../../server/model/vocabulary/priorities.ts';
import {
  DOCUMENT_STATUSES,
  documentStatus,
  ITEM_STATUSES,
  isLive,
  isOutOfUse,
  itemStatus,
  wantsCompleteness,
} from '../../server/model/vocabulary/statuses.ts';
import { parseYesNo } from '../../server/model/vocabulary/yes-no.ts';

const numRuns = Number(process.env.LAW_RUNS ?? 100);

describe('labels of fields', () => {
  it('are one however they are written', () => {
    for (const label of ['next_review', 'nextReview:', '**Next-Review:**', 'NEXT REVIEW', '`next review`']) {
      assert.equal(labelKey(label), labelKey('Next review'), label);
    }
    assert.equal(labelKey('Nächste Prüfung'), labelKey('Naechste Pruefung'));
    assert.equal(labelKey('Rev.'), labelKey('rev'));
    assert.equal(labelKey('Owner(s)'), labelKey('Owner'));
    assert.equal(labelKey('Doc #'), labelKey('Doc no.'));
    assert.equal(labelKey('R&R'), labelKey('R and R'));
  });

  it('are two where their words differ', () => {
    assert.notEqual(labelKey('Next review'), labelKey('Last review'));
    assert.notEqual(labelKey('Response time (P1)'), labelKey('Response time (P2)'));
  });

  it('are known without a hint in brackets as second choice', () => {
    assert.deepEqual(labelKeys('Due date (YYYY-MM-DD)'), ['duedateyyyymmdd', 'duedate']);
    assert.deepEqual(labelKeys('Due date'), ['duedate']);
    assert.deepEqual(labelKeys('(optional)'), ['optional']);
  });
});

describe('levels of competence', () => {
  const READ: readonly (readonly [raw: string, scale: string, value: number])[] = [
    ['0', 'number', 0],
    ['3', 'number', 3],
    ['3/5', 'number', 3],
    ['2.5', 'number', 2.5],
    ['3 - works alone', 'number', 3],
    ['3 (works alone)', 'number', 3],
    ['Level 2', 'number', 2],
    ['L3', 'number', 3],
    ['SFIA 4', 'number', 4],
    ['SFIA level 5', 'number', 5],
    ['80 %', 'percent', 80],
    ['Beginner', 'word', 2],
    ['**Competent**', 'word', 4],
    ['Expert (certified)', 'word', 6],
    ['Grundkenntnisse', 'word', 2],
    ['✓', 'tick', 1],
    ['x', 'tick', 1],
    ['✗', 'tick', 0],
    ['yes', 'tick', 1],
    ['nein', 'tick', 0],
  ];
  for (const [raw, scale, value] of READ)
    it(`reads "${raw}"`, () => assert.deepEqual(competenceLevel(raw), { scale, value }));

  it('are left alone where the scale is not known', () => {
    for (const raw of ['◑', '●', '2-3', '2026-03-12', 'see HR', '12 years', 'B2', ''])
      assert.equal(competenceLevel(raw), null, raw);
  });

  it('are compared within one scale only', () => {
    assert.equal(levelsBelow('3', '2'), 1);
    assert.equal(levelsBelow('L2', '3'), -1);
    assert.equal(levelsBelow('✓', '✗'), 1);
    assert.ok((levelsBelow('Expert', 'Competent') ?? 0) > 0);
    assert.equal(levelsBelow('advanced', 'proficient'), 0);
    assert.equal(levelsBelow('3', 'Expert'), null);
    assert.equal(levelsBelow('✓', '3'), null);
    assert.equal(levelsBelow('●', '◑'), null);
  });
});

describe('decisions on suggestions', () => {
  const READ: readonly (readonly [raw: string, decision: string | null])[] = [
    ['Approved', 'approved'],
    ['Approved by the board, 2026-03-12', 'approved'],
    ['go', 'approved'],
    ['angenommen', 'approved'],
    ['not approved', 'rejected'],
    ['Rejected: too costly', 'rejected'],
    ['no go', 'rejected'],
    ['nicht freigegeben', 'rejected'],
    ['not yet approved', 'deferred'],
    ['Deferred to 2027', 'deferred'],
    ['zurückgestellt', 'deferred'],
    ['2026-03-12', null],
    ['see minutes', null],
    ['', null],
  ];
  for (const [raw, decision] of READ)
    it(`reads "${raw}" as ${decision ?? 'no decision'}`, () => assert.equal(decisionOf(raw), decision));

  it('say more than themselves where a reason or a body stands beside them', () => {
    for (const raw of ['Rejected, too costly', 'abgelehnt: zu teuer', 'Approved by the board'])
      assert.ok(decisionSaysMore(raw), raw);
    for (const raw of ['Rejected', 'Approved, 2026-03-12', 'nicht genehmigt', 'no'])
      assert.ok(!decisionSaysMore(raw), raw);
  });
});

describe('statuses of documents', () => {
  const READ: readonly (readonly [raw: string, status: string | null])[] = [
    ['Approved', 'approved'],
    ['Approved by the board, 2024-03-12', 'approved'],
    ['not approved', 'draft'],
    ['Pending approval', 'in-review'],
    ['Final', 'approved'],
    ['Final draft', 'in-review'],
    ['Draft v0.2', 'draft'],
    ['Entwurf', 'draft'],
    ['in Prüfung', 'in-review'],
    ['freigegeben', 'approved'],
    ['Superseded by POL-2', 'superseded'],
    ['außer Kraft', 'obsolete'],
    ['valid', 'approved'],
    ['no longer valid', 'obsolete'],
    ['Vorlage', 'template'],
    ['Draft, In Review, Approved, Obsolete', null],
    ['Draft, for review by CAB', 'draft'],
    ['violet', null],
    ['', null],
  ];
  for (const [raw, status] of READ) it(`"${raw}" is ${status}`, () => assert.equal(documentStatus(raw), status));

  it('know themselves', () => {
    for (const status of DOCUMENT_STATUSES) assert.equal(documentStatus(status), status);
    for (const status of ITEM_STATUSES) assert.equal(itemStatus(status), status);
  });

  it('tell what is in use and what may be asked to be complete', () => {
    assert.ok(isLive('approved') && isLive(null) && !isLive('draft') && !isLive('obsolete'));
    assert.ok(isOutOfUse('superseded') && !isOutOfUse('template') && !isOutOfUse(null));
    assert.ok(wantsCompleteness('in-review') && !wantsCompleteness('draft') && !wantsCompleteness('template'));
  });
});

describe('statuses of items', () => {
  const READ: readonly (readonly [raw: string, status: string | null])[] = [
    ['Open (waiting for parts)', 'open'],
    ['not done', 'open'],
    ['done', 'done'],
    ['✅', 'done'],
    ['[ ]', 'open'],
    ['WIP', 'in-progress'],
    ['in Bearbeitung', 'in-progress'],
    ['erledigt am 3.4.', 'done'],
    ['verified', 'closed'],
    ['not closed', 'open'],
    ["Won't do", 'rejected'],
    ['zurückgestellt', 'on-hold'],
    ['geplant', 'planned'],
    ['durchgeführt', 'held'],
    ['not yet held', 'planned'],
    ['Open / In progress / Closed', null],
    ['Open, see minutes', 'open'],
    ['☑ Implemented', 'done'],
    ['doneness', null],
  ];
  for (const [raw, status] of READ) it(`"${raw}" is ${status}`, () => assert.equal(itemStatus(raw), status));
});

describe('grades of findings', () => {
  it('are read from the words of auditors', () => {
    for (const raw of ['Major', 'major NC', 'NC - major', 'Hauptabweichung', 'Major (systemic)'])
      assert.equal(findingGrade(raw), 'major', raw);
    for (const raw of ['minor', 'Minor nonconformity', 'NC', 'Nebenabweichung', 'Non-conformity (minor)'])
      assert.equal(findingGrade(raw), 'minor', raw);
    for (const raw of ['OFI', 'OFI-3', 'Opportunity for improvement', 'Empfehlung'])
      assert.equal(findingGrade(raw), 'ofi', raw);
    assert.equal(findingGrade('Observation'), 'observation');
    assert.equal(findingGrade('Positive observation'), 'positive');
    assert.equal(findingGrade('purple'), null);
    for (const grade of FINDING_GRADES) assert.equal(findingGrade(grade), grade);
  });

  it('want an action where grave or unknown, but not for an observation or nothing', () => {
    assert.ok(needsAction('minor') && needsAction('purple'));
    assert.ok(!needsAction('observation') && !needsAction('OFI') && !needsAction(''));
  });
});

describe('priorities', () => {
  it('are read on one scale', () => {
    for (const raw of ['P1', '1', '1 - Critical', 'Must', 'kritisch']) assert.equal(parsePriority(raw)?.level, 1, raw);
    for (const raw of ['High', 'hoch', '🔴 High', 'P2 (urgent)']) assert.equal(parsePriority(raw)?.level, 2, raw);
    for (const raw of ['Low', 'niedrig', 'P4']) assert.equal(parsePriority(raw)?.level, 4, raw);
  });

  it('may be a score instead, and nothing at all', () => {
    assert.deepEqual(parsePriority('13,5'), { level: null, score: 13.5 });
    assert.equal(parsePriority('soon'), null);
    assert.equal(parsePriority(''), null);
  });
});

describe('yes and no', () => {
  it('are read with marks and remarks', () => {
    for (const raw of ['Yes', 'ja', '✓', '✔️', '[x]', 'yes (since March)', 'Yes, by CAB', '**Yes**'])
      assert.equal(parseYesNo(raw), true, raw);
    for (const raw of ['No', 'nein', '☐', '[ ]', 'no – planned', 'No, in house'])
      assert.equal(parseYesNo(raw), false, raw);
    for (const raw of ['No internal suppliers', 'Yesterday', 'n/a', '-', '']) assert.equal(parseYesNo(raw), null, raw);
  });
});

describe('small vocabularies', () => {
  it('take any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
        for (const read of [labelKey, labelKeys, documentStatus, itemStatus, findingGrade, parsePriority, parseYesNo])
          read(raw);
        assert.equal(labelKey(labelKey(raw)), labelKey(raw));
      }),
      // A raised æ is one only once it was taken apart.
      { numRuns, examples: [['\u{10783}']] },
    );
  });
});
