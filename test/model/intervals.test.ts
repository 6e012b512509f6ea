/** Intervals in words and numbers, and words that only sound like one. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { daysOf, parseInterval } from '../../server/model/vocabulary/intervals.ts';

const numRuns = Number(process.env.LAW_RUNS ?? 100);

const READ: Readonly<Record<string, readonly string[]>> = {
  PT1H: ['hourly', 'stündlich'],
  P1D: ['daily', 'täglich', 'every day', 'every working day'],
  P7D: ['weekly', 'P1W', 'wöchentlich', 'every Monday', 'once a week', 'jeden Montag'],
  P14D: ['biweekly', 'fortnightly', 'every two weeks', 'alle 2 Wochen', 'vierzehntägig'],
  P1M: ['monthly', 'per month', 'monatlich', 'every month', 'einmal im Monat'],
  P2M: ['bimonthly', 'every 2nd month', 'every other month', 'alle zwei Monate'],
  P3M: [
    'quarterly',
    'vierteljährlich',
    'quartalsweise',
    'every quarter',
    '4 times a year',
    'Quarterly (January, April)',
  ],
  P6M: [
    'half-yearly',
    'semi-annual',
    'biannual',
    'twice a year',
    'halbjährlich',
    'every 6 months',
    'alle 6 Monate',
    '2x per year',
    '6-monthly',
  ],
  P12M: [
    'annually',
    'yearly',
    'P1Y',
    'P12M',
    'once a year',
    '12 months',
    'jährlich',
    'einmal pro Jahr',
    'p.a.',
    '1x/Jahr',
    'annually or as needed',
    'every January',
    'jedes Frühjahr',
  ],
  P18M: ['P1Y6M', 'every 18 months'],
  P24M: ['biennial', 'every two years', 'every other year', 'alle zwei Jahre', 'zweijährlich'],
  P90D: ['every 90 days', '90 Tage'],
};

describe('intervals', () => {
  for (const [iso, ways] of Object.entries(READ)) {
    for (const raw of ways) it(`"${raw}" is ${iso}`, () => assert.equal(parseInterval(raw)?.iso, iso));
  }

  for (const raw of [
    'regularly',
    'periodically',
    'as needed',
    'ad hoc',
    'at planned intervals',
    'regelmäßig',
    'bei Bedarf',
  ]) {
    it(`"${raw}" speaks of an interval and names none`, () =>
      assert.deepEqual(parseInterval(raw), { type: 'interval', iso: null, atMost: false }));
  }

  for (const raw of ['', '12', 'after each release', 'P', 'PT', 'P0D', 'Jane Doe', '2024-03-12']) {
    it(`"${raw}" is no interval`, () => assert.equal(parseInterval(raw), null));
  }

  it('tell a longest interval from a fixed one', () => {
    for (const raw of [
      'at least annually',
      'mindestens einmal jährlich',
      'no later than every 12 months',
      '≤ P12M',
      'at planned intervals, at least every 12 months',
    ]) {
      assert.deepEqual(parseInterval(raw), { type: 'interval', iso: 'P12M', atMost: true }, raw);
    }
    assert.equal(parseInterval('annually')?.atMost, false);
  });

  it('have a length in days', () => {
    assert.equal(daysOf('P7D'), 7);
    assert.ok(Math.abs((daysOf('P12M') ?? 0) - 365.25) < 0.01);
    assert.equal(daysOf('P1W'), 7);
    assert.equal(daysOf('yearly'), null);
  });

  it('are read from any text to a duration that has a length, and from their own notation to themselves', () => {
    const words = fc.constantFrom(
      'every',
      '6',
      'months',
      'twice',
      'a',
      'year',
      'P',
      '1',
      'Y',
      'alle',
      'at least',
      '-',
      'x',
      '/',
      'P12M',
      '0',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.constantFrom('', ' '), (list, gap) => {
        const iso = parseInterval(list.join(gap))?.iso ?? null;
        if (iso !== null) {
          assert.ok((daysOf(iso) ?? 0) > 0, iso);
          assert.equal(parseInterval(iso)?.iso, iso);
        }
      }),
      { numRuns },
    );
  });
});
