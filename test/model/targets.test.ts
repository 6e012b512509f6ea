/** Targets and results: what is promised, which way is better, and whether it was met. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { meets, parseMeasuredResult, parseTarget, parseTargets } from '../../server/model/vocabulary/targets.ts';

const numRuns = Number(process.env.LAW_RUNS ?? 100);

/** Comparator, number, unit and period as one line. */
function shown(raw: string): string | null {
  const target = parseTarget(raw);
  if (target === null) return null;
  const { comparator, number, unit, period } = target;
  return [comparator ?? '?', number, unit, period].filter((part) => part !== '' && part !== null).join(' ');
}

const READ: readonly (readonly [raw: string, target: string])[] = [
  ['≥ 95 %', '>= 95 %'],
  ['>= 99.9%', '>= 99.9 %'],
  ['at least 95 % per month', '>= 95 % P1M'],
  ['mindestens 98 % pro Monat', '>= 98 % P1M'],
  ['95 % or more', '>= 95 %'],
  ['min. 90%', '>= 90 %'],
  ['Availability ≥ 99,95 %', '>= 99.95 %'],
  ['99.9 %/month', '? 99.9 % P1M'],
  ['99,9 %', '? 99.9 %'],
  ['99.950 %', '? 99.95 %'],
  ['within 4 business hours', '<= 4 business hours'],
  ['innerhalb von 2 Arbeitstagen', '<= 2 business days'],
  ['4h', '? 4 h'],
  ['<= 30 min', '<= 30 min'],
  ['1 h 30 min', '? 90 min'],
  ['less than one hour', '< 1 h'],
  ['max. 5', '<= 5'],
  ['höchstens 3', '<= 3'],
  ['up to 3 incidents per month', '<= 3 incidents P1M'],
  ['less than 2 per quarter', '< 2 P3M'],
  ['1,000 tickets', '? 1000 tickets'],
  ['1.000 Tickets', '? 1000 tickets'],
  ['10 000 EUR', '? 10000 EUR'],
  ['€ 5,000', '? 5000 EUR'],
  ['0', '? 0'],
  ['zero', '? 0'],
  ['4.0 out of 5', '? 4'],
  ['95 % within 4 h', '? 95 %'],
  ['at least 95 % within 4 h', '>= 95 %'],
];

describe('targets', () => {
  for (const [raw, target] of READ) it(`"${raw}" is ${target}`, () => assert.equal(shown(raw), target));

  for (const raw of [
    '',
    'yes',
    'P1',
    '2024-03-12',
    '08:00-17:00',
    '24/7',
    '95-98 %',
    '50k',
    'see SLA-12',
    'v1.2',
    '±5',
  ]) {
    it(`"${raw}" is no target`, () => assert.equal(parseTarget(raw), null));
  }

  it('are read one by one with their labels', () => {
    const labels = (raw: string) =>
      parseTargets(raw).map(({ label, target }) => `${label}=${target.number}${target.unit}`);
    assert.deepEqual(labels('P1: 1h / P2: 4h'), ['P1=1h', 'P2=4h']);
    assert.deepEqual(labels('P1 1 h, P2 4 h'), ['P1=1h', 'P2=4h']);
    assert.deepEqual(labels('Response ≤ 15 min; resolution ≤ 4 h'), ['Response=15min', 'resolution=4h']);
    assert.deepEqual(labels('P1: 1h/4h'), ['P1=1h', 'null=4h']);
    assert.deepEqual(labels('≥ 95 %, measured monthly'), ['null=95%']);
    assert.deepEqual(labels('99,9 %'), ['null=99.9%']);
  });
});

describe('results', () => {
  it('are read from the number that leads them', () => {
    assert.deepEqual(parseMeasuredResult('99,92 %'), { number: 99.92, unit: '%' });
    assert.deepEqual(parseMeasuredResult('✅ 4.2 h (target 4 h)'), { number: 4.2, unit: 'h' });
    assert.deepEqual(parseMeasuredResult('**3**'), { number: 3, unit: '' });
    for (const raw of ['about 3', '-', 'met', '']) assert.equal(parseMeasuredResult(raw), null, raw);
  });

  const cases: readonly (readonly [target: string, actual: string, met: boolean | null])[] = [
    ['≥ 95 %', '95 %', true],
    ['≥ 95 %', '94.9 %', false],
    ['> 95 %', '95 %', false],
    ['max. 5', '5', true],
    ['< 5', '5', false],
    ['≥ 95 %', '96', true],
    ['≥ 95 %', '0.96', null],
    ['within 4 h', '230 min', true],
    ['within 4 h', '250 min', false],
    ['within 4 business hours', '3 h', null],
    ['≥ 95 %', '3 h', null],
    ['95 %', '12 %', null],
    ['= 0', '2', false],
    ['= 100 %', '99 %', false],
    ['= 95 %', '97 %', null],
  ];
  for (const [target, actual, met] of cases) {
    it(`${actual} against ${target}: ${met === null ? 'not for us to say' : met ? 'met' : 'missed'}`, () => {
      const [wanted, given] = [parseTarget(target), parseMeasuredResult(actual)];
      assert.ok(wanted !== null && given !== null);
      assert.equal(meets(wanted, given), met);
    });
  }

  it('are read from any text without failing, to finite numbers', () => {
    const pieces = fc.constantFrom(
      '95',
      ' ',
      '%',
      '≥',
      '.',
      ',',
      '/',
      'h',
      'per month',
      'P1',
      ':',
      '-',
      '(',
      ')',
      'min',
      '000',
      '1 h',
      '€',
      ';',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
        ),
        (raw) => {
          for (const { target } of parseTargets(raw)) assert.ok(Number.isFinite(target.number), raw);
          const result = parseMeasuredResult(raw);
          if (result !== null) assert.ok(Number.isFinite(result.number), raw);
        },
      ),
      { numRuns },
    );
  });
});
