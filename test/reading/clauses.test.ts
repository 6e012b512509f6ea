/** Clause references: which numbers are clauses, of which standard, and which only look like one. */
import assert from 'node:assert/strict';
import { clausesOf, factsOf } from './facts-of.ts';

const MEETS = 'The system meets ISO/IEC 20000-1:2018.';

describe('clause references', () => {
  it('are read from lists and ranges, tight or loose', () => {
    assert.deepEqual(clausesOf('ISO/IEC 20000-1:2018 clauses 8.5.1, 8.5.2 and 9.2 c).\n'), [
      '2018 8.5.1',
      '2018 8.5.2',
      '2018 9.2',
    ]);
    assert.deepEqual(clausesOf('ISO/IEC 20000-1:2018 clauses 8.5.1,8.5.2; 4.1-4.4.\n'), [
      '2018 8.5.1',
      '2018 8.5.2',
      '2018 4.1',
      '2018 4.4',
    ]);
    assert.deepEqual(clausesOf('ISO/IEC 20000-1:2018, 9.2 and 9.3\n'), ['2018 9.2', '2018 9.3']);
  });

  it('have the edition that stands beside them, else that of the document, else none', () => {
    assert.deepEqual(clausesOf('ISO/IEC 20000-1:2011 clause 4.5.4.2\n'), ['2011 4.5.4.2']);
    assert.deepEqual(clausesOf(`${MEETS}\n\nClause 9.2 asks for audits.\n`), ['2018 9.2']);
    assert.deepEqual(clausesOf('ISO/IEC 20000-1 clause 9.2\n'), ['? 9.2']);
  });

  it('belong to the standard that their own sentence names', () => {
    assert.deepEqual(
      clausesOf(`${MEETS} See ISO/IEC 27001:2022, clause 6.1.3. ISO 9001 asks for more. Clause 9.2 too.\n`),
      ['ISO/IEC 27001 6.1.3', 'unstated 9.2'],
    );
    assert.deepEqual(clausesOf('See clause 8.7 of ISO/IEC 20000-2:2019.\n'), ['ISO/IEC 20000-2 8.7']);
  });

  it('are found in German, abbreviated or not', () => {
    assert.deepEqual(clausesOf('Gemäß Abschnitt 8.2.4 der ISO/IEC 20000-1:2018 und Kap. 8.2.5 gilt das.\n'), [
      '2018 8.2.4',
      '2018 8.2.5',
    ]);
    assert.deepEqual(clausesOf(`${MEETS} Siehe Normkapitel 9.3.\n`), ['2018 9.3']);
  });

  it('are found behind each word for a clause, whether or not a standard is named beside it', () => {
    const words =
      'Clause|clauses|sub-clause|cl.|Klausel|Normkapitel|Norm-Abschnitt|requirement|section|sect.|sec.|para|para.|Abschnitt|Abschn.|Kapitel|Kap.|Ziffer|Ziff.|chapter|§|§§';
    for (const word of words.split('|'))
      for (const between of [' ', '  ', '\n'])
        assert.deepEqual(clausesOf(`${MEETS}\n\nAs in ${word}${between}9.2 it is kept.\n`), ['2018 9.2'], word);
    assert.deepEqual(clausesOf(`${MEETS}\n\nAs in §9.2 it is kept.\n`), ['2018 9.2']);
  });

  it('fill the columns whose heading says so, of the standard that it names', () => {
    const table = (left: string, right: string): string =>
      `# Mapping\n\n| ${left} | ${right} |\n| --- | --- |\n| 6.1.3 | 8.5.1-8.5.3 |\n`;
    assert.deepEqual(clausesOf(table('ISO/IEC 27001 clause', 'ISO/IEC 20000-1:2018')), [
      'ISO/IEC 27001 6.1.3',
      '2018 8.5.1',
      '2018 8.5.3',
    ]);
    assert.deepEqual(clausesOf(`${MEETS}\n\n| Clause | Version |\n| --- | --- |\n| 9.2 | 4.1 |\n`), ['2018 9.2']);
  });

  it('keep the nought of 8.10, which a YAML number would lose', () => {
    assert.deepEqual(
      clausesOf(
        'type: audit-programme\nstandard: ISO/IEC 20000-1:2018\naudits:\n  - {id: A-1, auditor: Ada Quill, clauses: [8.10, 9.2]}\n',
        'a.yaml',
      ),
      ['2018 8.10', '2018 9.2'],
    );
  });

  it('carry the title that stands behind them, within the line', () => {
    const words = (text: string): readonly (string | null)[] => factsOf(text).clauses.map((each) => each.words);
    assert.deepEqual(words(`${MEETS} Clause 9.3 - Management review.\n`), ['Management review']);
    assert.deepEqual(words(`${MEETS} Clause 9.3\nMeetings are held twice.\n`), [null]);
  });
});

describe('numbers that are no clause references', () => {
  const none = (text: string): void => assert.deepEqual(clausesOf(text), [], text);

  it('are the sections of the document itself and of its neighbours', () => {
    none(`# 1 Handbook\n\n${MEETS} See section 8.5 and section 8.5 of this document.\n\n## 8.5 Billing\n\nx\n`);
    none(`${MEETS} See section 12.4 for billing, and Abschnitt 4.5.\n`);
    none('ISO 20000-1 asks for much. Section 4.1 of this document says how.\n');
  });

  it('are versions, percentages, dates, ids and code', () => {
    none(`${MEETS} Version 1.2, 99.5 %, 05.10.2026, PRC-9.2 and \`clause 9.2\`.\n`);
    none('```\nISO/IEC 20000-1:2018 clause 9.2\n```\n');
  });

  it('are sections of contracts and laws where another standard is named too', () => {
    none(`${MEETS} So does ISO/IEC 27001:2022. Contract section 14.2 applies.\n`);
  });
});
