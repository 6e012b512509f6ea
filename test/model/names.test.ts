/** Names as people write them into owner fields and attendance lists. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  initialsOf,
  isInitialsOf,
  nameKey,
  parseNames,
  sameName,
  termKey,
} from '../../server/model/vocabulary/names.ts';

const numRuns = Number(process.env.LAW_RUNS ?? 100);
const texts = (raw: string) => parseNames(raw).names.map(({ text }) => text);

const LISTS: readonly (readonly [raw: string, names: readonly string[]])[] = [
  ['Jane Doe', ['Jane Doe']],
  ['Doe, Jane', ['Doe, Jane']],
  ['van der Berg, Jan', ['van der Berg, Jan']],
  ['Jane Doe, John Roe', ['Jane Doe', 'John Roe']],
  ['Doe, Jane; Roe, John', ['Doe, Jane', 'Roe, John']],
  ['Doe, Jane and Roe, John', ['Doe, Jane', 'Roe, John']],
  ['Jane, John and Bob', ['Jane', 'John', 'Bob']],
  ['J. Doe, K. Roe', ['J. Doe', 'K. Roe']],
  ['Jane Doe & John Roe', ['Jane Doe', 'John Roe']],
  ['Jane Doe/John Roe', ['Jane Doe', 'John Roe']],
  ['Anna Müller und Björn Åström', ['Anna Müller', 'Björn Åström']],
  ['Jane Doe<br>John Roe', ['Jane Doe', 'John Roe']],
  ['1. Jane Doe\n2. John Roe', ['Jane Doe', 'John Roe']],
  ['Jane Doe (IT), John Roe (HR; Finance)', ['Jane Doe', 'John Roe']],
  ['Change Manager, Release Manager', ['Change Manager', 'Release Manager']],
  ['Change Manager and Release Manager', ['Change Manager', 'Release Manager']],
  ['Fachbereichsleiter, Systemverantwortliche', ['Fachbereichsleiter', 'Systemverantwortliche']],
  ['Change and Release Manager', ['Change and Release Manager']],
  ['Change & Release Manager', ['Change & Release Manager']],
  ['Customer & Supplier Manager', ['Customer & Supplier Manager']],
  ['Incident/Problem Manager', ['Incident/Problem Manager']],
  ['Incident Manager / Problem Manager', ['Incident Manager', 'Problem Manager']],
  ['Head of Research and Development', ['Head of Research and Development']],
  ['Head of IT and Head of Finance', ['Head of IT', 'Head of Finance']],
  ['R&D Manager', ['R&D Manager']],
  ['CEO, CIO', ['CEO', 'CIO']],
  ['@jdoe, @org/team-a', ['@jdoe', '@org/team-a']],
  ['[Jane Doe](people/jane.md), [John Roe](people/john.md)', ['Jane Doe', 'John Roe']],
  ['**Jane Doe**', ['Jane Doe']],
  ['Jane Doe, PhD', ['Jane Doe']],
  ['Jane Doe; TBD', ['Jane Doe']],
  ['vacant', []],
  ['unbesetzt', []],
  ['currently vacant', []],
  ['TBD', []],
  ['N/A', []],
  ['–', []],
];

describe('lists of names', () => {
  for (const [raw, names] of LISTS) {
    it(`${JSON.stringify(raw)} names ${names.length === 0 ? 'nobody' : names.join(' | ')}`, () =>
      assert.deepEqual(texts(raw), names));
  }

  const NOTES: readonly (readonly [raw: string, name: string, note: string])[] = [
    ['Jane Doe (Change Manager)', 'Jane Doe', 'Change Manager'],
    ['Jane Doe, Change Manager', 'Jane Doe', 'Change Manager'],
    ['Jane Doe – Change Manager', 'Jane Doe', 'Change Manager'],
    ['Change Manager: Jane Doe', 'Jane Doe', 'Change Manager'],
    ['Change Manager (Jane Doe)', 'Jane Doe', 'Change Manager'],
    ['Owner: Doe, Jane', 'Doe, Jane', 'Owner'],
    ['Jane Doe (Change Manager), acting', 'Jane Doe', 'acting'],
    ['Change Manager (acting)', 'Change Manager', 'acting'],
  ];
  for (const [raw, text, note] of NOTES) {
    it(`"${raw}" is ${text}, with "${note}" beside`, () => {
      const [name, ...others] = parseNames(raw).names;
      assert.deepEqual([name?.text, name?.note, others.length], [text, note, 0]);
    });
  }

  it('keep addresses and handles beside the name', () => {
    const [named, bare, handled] = parseNames('Jane Doe <jane@example.com>; john@example.com; Ann Poe (@apoe)').names;
    assert.deepEqual([named?.text, named?.email], ['Jane Doe', 'jane@example.com']);
    assert.deepEqual([bare?.text, bare?.email], ['john@example.com', 'john@example.com']);
    assert.deepEqual([handled?.text, handled?.handle, handled?.email], ['Ann Poe', 'apoe', null]);
  });

  it('point at the text that they were read from, whatever it is', () => {
    const pieces = fc.constantFrom(
      'Jane',
      'Doe',
      ' ',
      ', ',
      '; ',
      ' and ',
      '/',
      '(',
      ')',
      '[',
      ']',
      '<',
      '>',
      '@',
      ': ',
      ' - ',
      '.',
      'Manager',
      'TBD',
      '&',
      '*',
      '\n',
      'x@y.zz',
      '<br>',
      'Müller',
      '](a.md)',
    );
    const raws = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 25 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(raws, (raw) => {
        let last = 0;
        for (const { text, offset, length } of parseNames(raw).names) {
          assert.equal(raw.slice(offset, offset + length), text, raw);
          assert.ok(text.trim() === text && text !== '', raw);
          assert.ok(offset >= last, raw);
          last = offset + length;
        }
      }),
      { numRuns },
    );
  });
});

describe('comparing names', () => {
  it('does not mind case, accents, titles and order', () => {
    for (const other of ['jane doe', 'Doe, Jane', 'Dr. Jane Doe', 'JANE  DOE', 'Jane Doe, PhD', 'Jane Doe (CIO)']) {
      assert.ok(sameName('Jane Doe', other), other);
    }
    assert.ok(sameName('Jürgen Müller', 'Mueller, Juergen'));
    assert.ok(sameName('Seán O’Neil', "Sean O'Neil"));
  });

  it('keeps other people apart, and nobody equals nobody', () => {
    for (const other of ['Jane Roe', 'Doe Jane', 'J. Doe', 'Jane']) assert.ok(!sameName('Jane Doe', other), other);
    assert.ok(!sameName('', '—'));
    assert.notEqual(nameKey('@jdoe'), nameKey('jdoe@example.com'));
  });

  it('knows initials from names', () => {
    assert.equal(initialsOf('Dr. Jane Doe'), 'JD');
    for (const short of ['J. Doe', 'Jane D.', 'J.D.', 'JD', 'Doe, J.'])
      assert.ok(isInitialsOf(short, 'Jane Doe'), short);
    for (const short of ['Jane Doe', 'J. Roe', 'Jane', 'DJ', 'J', ''])
      assert.ok(!isInitialsOf(short, 'Jane Doe'), short);
    assert.ok(isInitialsOf('J. Doe', 'Jane Ann Doe'));
  });
});

describe('keys of terms', () => {
  const SAME: readonly (readonly string[])[] = [
    [
      'Service Level Manager',
      '3.2 Service-Level Managers',
      'serviceLevelManager',
      'the service level manager',
      'service_level_manager',
      'Service Level Manager(s)',
    ],
    [
      'Roles and responsibilities',
      'Roles & Responsibility',
      '4. Roles and Responsibilities {#roles}',
      'IV. roles and responsibilities',
    ],
    ['Service desk', 'Servicedesk', 'service-desk'],
    ['Process', 'Processes', '§ 4 Process'],
    ['Coordinator', 'Co-ordinators'],
    ['KPI', 'KPIs'],
    ['Prüfung', 'Pruefung'],
  ];
  for (const [first = '', ...others] of SAME) {
    for (const other of others) it(`"${other}" is "${first}"`, () => assert.equal(termKey(other), termKey(first)));
  }

  it('keep apart what differs in more than its writing', () => {
    assert.notEqual(termKey('Change manager'), termKey('Change management'));
    assert.notEqual(termKey('2nd level support'), termKey('1st level support'));
    assert.notEqual(termKey('2024 audit programme'), termKey('2025 audit programme'));
    assert.equal(termKey('Analysis'), 'analysis');
    assert.equal(termKey('—'), '');
  });

  it('are stable: the key of a key is itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Roles', 'Audits', 'the', 'Äpfel', 'SLA', '&', 'Co-op', 'processes', 'x'), {
          minLength: 1,
          maxLength: 5,
        }),
        (words) => {
          const key = termKey(words.join(' '));
          if (!/^the /.test(key)) assert.equal(termKey(key), key);
        },
      ),
      { numRuns },
    );
  });
});
