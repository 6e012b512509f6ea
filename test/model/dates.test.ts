/** Dates in the ways people write them, and no date where there is none. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addDays,
  addInterval,
  compareDays,
  dayOf,
  daysBetween,
  daysInMonth,
  findDates,
  isDay,
  parseDate,
} from '../../server/model/vocabulary/dates.ts';
import { dayFromNumber, dayNumber } from '../../server/model/vocabulary/days.ts';

const numRuns = Number(process.env.LAW_RUNS ?? 100);

const READ: readonly (readonly [raw: string, iso: string])[] = [
  ['2024-03-12', '2024-03-12'],
  ['2024-3-5', '2024-03-05'],
  ['2024-03-12T10:00:00Z', '2024-03-12'],
  ['2024-03-12 10:00', '2024-03-12'],
  ['2024/03/12', '2024-03-12'],
  ['20240312', '2024-03-12'],
  ['12.03.2024', '2024-03-12'],
  ['1. 2. 2024', '2024-02-01'],
  ['12.03.24', '2024-03-12'],
  ['12. März 2024', '2024-03-12'],
  ['12 March 2024', '2024-03-12'],
  ['12th of Mar 2024', '2024-03-12'],
  ['March 12, 2024', '2024-03-12'],
  ['Mar. 3rd 2024', '2024-03-03'],
  ['12-Mar-2024', '2024-03-12'],
  ['12-Mar-24', '2024-03-12'],
  ['25/12/2024', '2024-12-25'],
  ['12/25/2024', '2024-12-25'],
  ['03/03/2024', '2024-03-03'],
  ['**by 12 March 2024**', '2024-03-12'],
  ['Fr., 12.03.2024', '2024-03-12'],
  ['2024-03-12 (planned)', '2024-03-12'],
  ['Q3 2024', '2024-Q3'],
  ['2024-Q3', '2024-Q3'],
  ['3. Quartal 2024', '2024-Q3'],
  ['first quarter of 2024', '2024-Q1'],
  ['March 2024', '2024-03'],
  ['Dez. 2024', '2024-12'],
  ['2024-03', '2024-03'],
  ['03/2024', '2024-03'],
  ['2024', '2024'],
  ['10-2024', '2024-10'],
  ["Mar '24", '2024-03'],
  ['12-14 March 2024', '2024-03-12'],
  ['12.–14.03.2024', '2024-03-12'],
  ['12./13. März 2024', '2024-03-12'],
  ['H1 2024', '2024-H1'],
  ['2024-H2', '2024-H2'],
  ['2H 2024', '2024-H2'],
  ['1. Halbjahr 2024', '2024-H1'],
  ['second half of 2024', '2024-H2'],
  ['KW 12 2024', '2024-W12'],
  ['KW12/24', '2024-W12'],
  ['12. KW 2024', '2024-W12'],
  ['calendar week 12, 2024', '2024-W12'],
  ['1Q 2024', '2024-Q1'],
  ['Quarter 2, 2024', '2024-Q2'],
  ['Quartal 2/2024', '2024-Q2'],
  ['II. Quartal 2024', '2024-Q2'],
  ['IV/2024', '2024-Q4'],
  ['bis Ende Q2/2024', '2024-Q2'],
];

/** Each says neither the month in which its year begins nor, where one year names it, in which year that month lies. */
const FISCAL: readonly (readonly [raw: string, first: string, last: string])[] = [
  ['FY2024', '2023-01-01', '2025-12-31'],
  ['FY 24', '2023-01-01', '2025-12-31'],
  ['fiscal year 2024', '2023-01-01', '2025-12-31'],
  ['Geschäftsjahr 2024', '2023-01-01', '2025-12-31'],
  ['FY2024/25', '2024-01-01', '2025-12-31'],
  ['GJ 2024/2025', '2024-01-01', '2025-12-31'],
  ['2024/25', '2024-01-01', '2025-12-31'],
  ['Q2 FY2024', '2023-01-01', '2025-12-31'],
  ['FY24 Q2', '2023-01-01', '2025-12-31'],
];

const NOT_READ: readonly string[] = [
  '30 February 2024',
  '2024-02-30',
  '31.04.2024',
  '2024-13-01',
  '2023-02-29',
  '2021-W53',
  'Release 2024',
  'RFC-2024-03-12',
  '8.5.1',
  '192.168.20.2024',
  'v2024.1',
  'March',
  '12 March',
  'may',
  '2024-01-01 to 2024-02-01',
  '14-12 March 2024',
  'H3 2024',
  'KW 54 2024',
  'FY2024/30',
  'half',
  'annually',
  '',
];

describe('dates', () => {
  for (const [raw, iso] of READ) it(`"${raw}" is ${iso}`, () => assert.equal(parseDate(raw)?.iso, iso));
  for (const raw of NOT_READ) it(`"${raw}" is no date`, () => assert.equal(parseDate(raw), null));

  it('keep the precision that they were written in, and end with its last day', () => {
    assert.deepEqual(parseDate('February 2024'), {
      type: 'date',
      iso: '2024-02',
      precision: 'month',
      first: '2024-02-01',
      last: '2024-02-29',
      ambiguous: false,
    });
    assert.equal(parseDate('Q3 2024')?.last, '2024-09-30');
    assert.equal(parseDate('2024')?.last, '2024-12-31');
  });

  it('are ambiguous only where both readings give another day', () => {
    assert.equal(parseDate('03/04/2024')?.ambiguous, true);
    assert.equal(parseDate('03/04/2024')?.last, '2024-04-03');
    for (const raw of ['25/12/2024', '03/03/2024', '03.04.2024']) assert.equal(parseDate(raw)?.ambiguous, false, raw);
  });

  for (const [raw, first, last] of FISCAL)
    it(`"${raw}" is some day of a fiscal year, and nobody can tell which`, () => {
      const date = parseDate(raw);
      assert.deepEqual([date?.first, date?.last, date?.ambiguous], [first, last, true]);
    });

  it('are fiscal only where two years stand side by side: 2024/03 is a month', () => {
    assert.equal(parseDate('2024/03')?.precision, 'month');
    assert.equal(parseDate('2024/03')?.ambiguous, false);
  });

  it('take days in a row as the first and the last of them', () => {
    for (const raw of ['12-14 March 2024', '12.–14.03.2024', '12th to 14th March 2024', '12. bis 14. März 2024'])
      assert.deepEqual([parseDate(raw)?.first, parseDate(raw)?.last], ['2024-03-12', '2024-03-14'], raw);
  });

  it('are as precise as each notation, whatever the year', () => {
    const halves = (year: number, n: number): readonly string[] => [
      `H${n} ${year}`,
      `${year}-H${n}`,
      `${n}. Halbjahr ${year}`,
    ];
    const quarters = (year: number, n: number): readonly string[] => [
      `Q${n} ${year}`,
      `Q${n}/${year}`,
      `${year} Q${n}`,
      `${n}. Quartal ${year}`,
      `${n}Q ${year}`,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 52 }), (year, n) => {
        const half = ((n - 1) % 2) + 1;
        const quarter = ((n - 1) % 4) + 1;
        const month = String(((n - 1) % 12) + 1).padStart(2, '0');
        const week = String(n).padStart(2, '0');
        const told: readonly (readonly [string, string, readonly string[]])[] = [
          ['year', `${year}`, [`${year}`]],
          ['half-year', `${year}-H${half}`, halves(year, half)],
          ['quarter', `${year}-Q${quarter}`, quarters(year, quarter)],
          ['month', `${year}-${month}`, [`${month}/${year}`, `${year}-${month}`]],
          [
            'week',
            `${year}-W${week}`,
            [`KW ${n}/${year}`, `${year}-W${week}`, `${n}. KW ${year}`, `week ${n}, ${year}`],
          ],
        ];
        for (const [precision, iso, forms] of told) {
          const read = forms.map((raw) => parseDate(raw));
          for (const [i, date] of read.entries()) {
            assert.deepEqual([date?.precision, date?.iso], [precision, iso], forms[i]);
            assert.deepEqual(date, read[0], forms[i]);
            assert.equal(date?.ambiguous, false);
            assert.ok((date?.first ?? '') < (date?.last ?? ''), forms[i]);
          }
        }
      }),
      { numRuns },
    );
  });

  it('are ambiguous with slashes or hyphens exactly where day and month may be swapped', () => {
    const part = fc.integer({ min: 1, max: 31 });
    fc.assert(
      fc.property(part, part, fc.constantFrom('/', '-'), (a, b, sign) => {
        const [dayFirst, monthFirst] = [dayOf(2024, b, a), dayOf(2024, a, b)];
        const date = parseDate(`${a}${sign}${b}${sign}2024`);
        assert.equal(date !== null, dayFirst !== null || monthFirst !== null);
        assert.equal(date?.ambiguous ?? false, dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst);
      }),
      { numRuns },
    );
  });

  it('take a week as its Monday to Sunday', () => {
    for (const raw of ['2024-W05', 'KW 5/2024', 'week 5, 2024']) {
      assert.deepEqual([parseDate(raw)?.first, parseDate(raw)?.last], ['2024-01-29', '2024-02-04'], raw);
    }
    assert.equal(parseDate('2020-W53')?.last, '2021-01-03');
    assert.equal(parseDate('2026-W01')?.first, '2025-12-29');
  });

  it('come back the same from every notation', () => {
    const day = fc
      .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
      .filter(([year, month, dayOfMonth]) => dayOfMonth <= daysInMonth(year, month));
    const months = [
      'Jan',
      'Februar',
      'March',
      'April',
      'Mai',
      'June',
      'Juli',
      'Aug',
      'Sept',
      'Oktober',
      'Nov',
      'December',
    ];
    fc.assert(
      fc.property(day, ([year, month, dayOfMonth]) => {
        const iso = dayOf(year, month, dayOfMonth) ?? '';
        const name = months[month - 1] ?? '';
        for (const raw of [
          iso,
          `${dayOfMonth}.${month}.${year}`,
          `${dayOfMonth} ${name} ${year}`,
          `${dayOfMonth}. ${name} ${year}`,
          `${name} ${dayOfMonth}, ${year}`,
          `${iso}T12:00:00+02:00`,
        ]) {
          assert.equal(parseDate(raw)?.iso, iso, raw);
          assert.equal(findDates(`Held on ${raw}, as planned`)[0]?.value.iso, iso, raw);
        }
      }),
      { numRuns },
    );
  });
});

describe('dates in running text', () => {
  it('are found with their places, without ids, paths, versions and bare years', () => {
    const text = 'Held 12 March 2024 (see AUD-2024-03-12, v2024.1, reports/2024-05/x.md), next in Q2 2025. Since 2019.';
    assert.deepEqual(
      findDates(text).map(({ start, end }) => text.slice(start, end)),
      ['12 March 2024', 'Q2 2025'],
    );
  });

  it('are found at both ends of a range, each whole', () => {
    assert.deepEqual(
      findDates('1 May 2024–3 May 2024 and 2024-06-01 to 2024-06-03').map(({ value }) => value.iso),
      ['2024-05-01', '2024-05-03', '2024-06-01', '2024-06-03'],
    );
  });

  it('are not cut out of a day that does not exist', () => {
    assert.deepEqual(findDates('30 February 2024'), []);
  });

  it('lie inside their text, in order, without overlap, whatever the text', () => {
    const pieces = fc.constantFrom(
      '2024',
      '-',
      '03',
      '/',
      '.',
      ' ',
      'Q1',
      'March',
      '12',
      'W05',
      'T10:00',
      ',',
      'x',
      '1',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
        const text = list.join('');
        parseDate(text);
        let last = 0;
        for (const { start, end, value } of findDates(text)) {
          assert.ok(last <= start && start < end && end <= text.length);
          assert.ok(isDay(value.first) && isDay(value.last) && value.first <= value.last);
          last = end;
        }
      }),
      { numRuns },
    );
  });
});

describe('arithmetic on days', () => {
  it('keeps to the end of a shorter month', () => {
    assert.equal(addInterval('2024-01-31', 'P1M'), '2024-02-29');
    assert.equal(addInterval('2024-02-29', 'P12M'), '2025-02-28');
    assert.equal(addInterval('2024-03-31', '-P1M'), '2024-02-29');
    assert.equal(addInterval('2024-12-31', 'P1D'), '2025-01-01');
    assert.equal(addInterval('2024-02-28', 'P1W'), '2024-03-06');
  });

  it('leaves the day alone where the interval or the day cannot be read', () => {
    assert.equal(addInterval('2024-01-31', 'monthly'), '2024-01-31');
    assert.equal(addInterval('soon', 'P1M'), 'soon');
    assert.equal(addInterval('9999-12-31', 'P1D'), '9999-12-31');
  });

  it('counts leap days', () => {
    assert.equal(daysBetween('2024-01-01', '2025-01-01'), 366);
    assert.equal(daysBetween('1900-01-01', '1901-01-01'), 365);
    assert.equal(daysBetween('2025-01-01', '2024-12-31'), -1);
    assert.ok(Number.isNaN(daysBetween('2024-02-30', '2024-03-01')));
  });

  it('turns days to numbers and back, in the order of time', () => {
    const number = fc.integer({ min: dayNumber('0001-03-01'), max: dayNumber('9999-12-31') - 1 });
    fc.assert(
      fc.property(number, (n) => {
        const day = dayFromNumber(n) ?? '';
        const next = addDays(day, 1);
        assert.equal(dayNumber(day), n);
        assert.equal(daysBetween(day, next), 1);
        assert.ok(compareDays(day, next) < 0);
      }),
      { numRuns },
    );
  });
});
