/** What counts as an answer: each placeholder stands beside its nearest honest answer, so that neither drowns the other. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isPlaceholder, stateOf } from '../../server/model/vocabulary/placeholders.ts';

const numRuns = Number(process.env.LAW_RUNS ?? 100);

/** A placeholder, and the nearest text that is an answer. */
const PAIRS: readonly (readonly [placeholder: string, answer: string])[] = [
  ['TBD', 'The TBD list is kept by the service desk'],
  ['tbc', 'tbcsoft Ltd'],
  ['TBC: Jane to ask', 'Jane Doe (TBC)'],
  ['TODO', 'To do list owner'],
  ['t.b.d.', 'T. B. Doe'],
  ['N.N.', 'N. Nilsson'],
  ['NN', 'NNE'],
  ['???', 'Who?'],
  ['xxx', 'XXL'],
  ['X.X', '1.x'],
  ['XX.XX.XXXX', '12.03.2024'],
  ['20XX', '2024'],
  ['YYYY-MM-DD', '2024-03-12'],
  ['DD.MM.YYYY', 'D. M. Yates'],
  ['TT.MM.JJJJ', 'T. M. Jensen'],
  ['____', '_Jane Doe_'],
  ['...', 'Jane Doe ...'],
  ['<name>', '<jane@example.com>'],
  ['<owner>, <role>', '<https://example.com/owner>'],
  ['<First name> <Family name>', 'Jane <b>Doe</b>'],
  ['Head of <department>', 'Less than <5> of them'],
  ['\\<name\\>', '< 5 %'],
  ['v<version>', 'vector<string>'],
  ['[name]', '[name](people/jane.md)'],
  ['[TODO]', '[x]'],
  ['[Name, Role]', '[Jane Doe, John Roe]'],
  ['[insert date here]', '[1]'],
  ['Head of [Department]', 'Jane Doe [external]'],
  ['[owner]', '[^1]'],
  ['{{ name }}', '{#name}'],
  ['{{owner}} team', 'The template writes {{owner}} where the owner of the service is to be put in later'],
  ['[[ owner ]]', '[[people/jane]]'],
  ['{owner}', '{ owner: jane }'],
  ['Lorem ipsum dolor sit amet', 'Lorenz Ipsen'],
  ['Enter text here', 'Enter the building here or at the gate. Then sign.'],
  ['Click here to enter text.', 'Click'],
  ['to be defined', 'To be defined is the target for each service, then to be agreed and signed'],
  ['To be confirmed by the board', 'To be reviewed annually'],
  ['not yet assigned', 'not assigned to a supplier'],
  ['noch festzulegen', 'festgelegt'],
  ['wird noch ergänzt', 'wird jährlich ergänzt'],
  ['bitte ausfüllen', 'Bitte um Rückruf'],
  ['**TBD**', '**Tbilisi**'],
  ['(TBD)', '(see TBD list)'],
  ['- TBD', '- Tbilisi'],
  ['TBD / TBD', 'Jane Doe / TBD'],
];

describe('placeholders', () => {
  for (const [placeholder, answer] of PAIRS) {
    it(`"${placeholder}" stands in for an answer, "${answer}" is one`, () => {
      assert.equal(stateOf(placeholder).state, 'placeholder');
      assert.equal(stateOf(answer).state, 'given');
    });
  }

  it('take "open" and "unknown" for no answer where a date or a name is asked for, but for an honest status', () => {
    for (const word of ['open', 'offen', 'pending', 'unknown']) {
      assert.ok(isPlaceholder(word, 'date'), word);
      assert.ok(isPlaceholder(word, 'names'), word);
      assert.ok(!isPlaceholder(word, 'enumeration'), word);
      assert.ok(!isPlaceholder(word), word);
    }
  });
});

describe('empty values', () => {
  for (const raw of ['', '  ', '-', '–', '—', '---', '~', 'null', '&nbsp;', '<br>', '<!-- who owns it? -->']) {
    it(`"${raw}" says nothing`, () => assert.equal(stateOf(raw).state, 'empty'));
  }
  it('but a list item and a negative number say something', () => {
    assert.equal(stateOf('- Jane Doe').state, 'given');
    assert.equal(stateOf('-5').state, 'given');
  });
});

describe('not applicable', () => {
  for (const raw of [
    'N/A',
    'n.a.',
    'n/a',
    'NA',
    'not applicable',
    'none',
    'None.',
    'entfällt',
    'keine',
    'N/A (N/A)',
    'n/a: TBD',
  ]) {
    it(`"${raw}" gives no reason, which a rule may object to`, () => {
      assert.deepEqual(stateOf(raw), { state: 'not-applicable', reason: null });
    });
  }

  const reasons: readonly (readonly [raw: string, reason: string])[] = [
    ['N/A: we have no internal suppliers', 'we have no internal suppliers'],
    ['N/A – all services are our own.', 'all services are our own'],
    ['n/a, we buy nothing', 'we buy nothing'],
    ['none (all in house)', 'all in house'],
    ['Not applicable because nothing is outsourced', 'because nothing is outsourced'],
    ['– no internal suppliers', 'no internal suppliers'],
    ['entfällt, da keine Lieferanten', 'da keine Lieferanten'],
    ['keine (alles intern)', 'alles intern'],
  ];
  for (const [raw, reason] of reasons) {
    it(`"${raw}" counts as answered with its reason`, () => {
      assert.deepEqual(stateOf(raw), { state: 'not-applicable', reason });
    });
  }

  for (const raw of [
    'none of the staff is external',
    'No internal suppliers',
    'keine Abweichungen',
    'Nadia',
    'nil-return form',
    'Nonesuch Ltd',
  ]) {
    it(`"${raw}" is a statement of its own`, () => assert.equal(stateOf(raw).state, 'given'));
  }
});

describe('the state of a value', () => {
  it('is told for any text at all, with a reason beside "not applicable" only', () => {
    const pieces = fc.constantFrom(
      'TBD',
      'n/a',
      '<',
      '>',
      '[',
      ']',
      '{{',
      '}}',
      '(',
      ')',
      '-',
      '–',
      ' ',
      '_',
      '*',
      'x',
      '\\',
      'none',
      'ä',
      '\n',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, (raw) => {
        const { state, reason } = stateOf(raw);
        if (state !== 'not-applicable') assert.equal(reason, null);
        else if (reason !== null) assert.match(reason, /\p{L}{2}/u);
      }),
      { numRuns },
    );
  });

  it('does not hang on long runs of one sign', () => {
    for (const sign of ['<', '[', '_', '.', 'x', '{{', '(', ' ', '-', 'n/a ', '\\[', '*']) stateOf(sign.repeat(5000));
  });
});
