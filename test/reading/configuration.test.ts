/** The configuration: what each key is read as, and that its JSON Schema says what the reader says. */
import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { configurationGuide, configurationJsonSchema } from '../../scripts/configuration-files.ts';
import type { Configuration } from '../../server/model/configuration.ts';
import { CONFIGURATION_SCHEMA, type KeyDescription } from '../../server/model/configuration-schema.ts';
import { readConfiguration } from '../../server/reading/configuration.ts';
import { RULES } from '../../server/rules/rules.generated.ts';

const ruleIds = RULES.map(({ id }) => id);
const read = (text: string): Configuration =>
  readConfiguration('clausewright.yaml', text, { ruleIds: new Set(ruleIds) });
const wrong = (text: string): readonly string[] =>
  read(text).problems.map(({ rule, message }) => `${rule}: ${message}`);
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(configurationJsonSchema(ruleIds));

const written = (key: KeyDescription): string =>
  `${key.name}:${key.example.startsWith('\n') ? '' : ' '}${key.example}\n`;

describe('clausewright.yaml', () => {
  for (const key of CONFIGURATION_SCHEMA) {
    it(`takes its own example of "${key.name}", and so does its JSON Schema`, () => {
      assert.deepEqual(wrong(written(key)), []);
      assert.ok(validate(parse(written(key))), JSON.stringify(validate.errors));
      assert.deepEqual(wrong(`${key.name}:\n`), []);
    });
    for (const inner of key.value.type === 'group' ? key.value.keys : [])
      it(`takes its own example of "${key.name}: ${inner.name}"`, () => {
        assert.deepEqual(wrong(`${key.name}:\n  ${written(inner)}`), []);
      });
  }

  for (const [text, message] of [
    ['edition: 2017\n', 'config.invalid: "edition" cannot be "2017": it is one of 2005, 2011, 2018.'],
    ['edition: [2018]\n', 'config.invalid: "edition" takes one value, not a list.'],
    ['as-of: 03/2026\n', 'config.invalid: "as-of" has to be a day such as 2026-11-01.'],
    [
      'organisation: X\n',
      'config.unknown-key: "organisation" is no key of the configuration; did you mean "organization"?',
    ],
    ['rules:\n  link.brokn: off\n', 'config.unknown-key: There is no rule "link.brokn"; did you mean "link.broken"?'],
    ['rules: [link.broken]\n', 'config.invalid: "rules" is a list of "name: value" lines.'],
    ['thresholds:\n  audit-report: soon\n', 'config.invalid: "audit-report" takes a number of days.'],
    ['thresholds:\n  owned-processes: few\n', 'config.invalid: "owned-processes" takes a number.'],
    [
      'thresholds:\n  audit-repot: 3\n',
      'config.unknown-key: "audit-repot" is none of thresholds; did you mean "audit-report"?',
    ],
    [
      'intervals:\n  management-review: often\n',
      'config.invalid: "management-review" takes an interval such as yearly, quarterly or P6M.',
    ],
    ['complete: perhaps\n', 'config.invalid: "complete" is either yes or no.'],
    ['synonyms:\n  ownr: [Steward]\n', 'config.unknown-key: There is no field "ownr"; did you mean "owner"?'],
    [
      'people:\n  Jane Doe:\n    mail: a@b.example\n',
      'config.unknown-key: "mail" is none of Jane Doe; did you mean "email"?',
    ],
    ['overrides:\n  - rules: {}\n', 'config.invalid: This entry of "overrides" needs "files".'],
    ['accepted:\n  - reason: x\n', 'config.invalid: This entry of "accepted" needs "rule".'],
  ] as const)
    it(`says of ${JSON.stringify(text)} what would be right, and its JSON Schema refuses it`, () => {
      assert.deepEqual(wrong(text), [message]);
      // Days and intervals are words to a schema.
      if (!/^(?:as-of|intervals)/.test(text)) assert.equal(validate(parse(text)), false);
    });

  it('reads people in both forms, and numbers as they are written', () => {
    const { people, edition } = read(
      'edition: "2011"\npeople:\n  Jane Doe: [J. Doe]\n  Max Muster:\n    handle: "@mm"\n',
    );
    assert.equal(edition, '2011');
    assert.deepEqual(people, [
      { name: 'Jane Doe', aliases: ['J. Doe'], email: null, handle: null },
      { name: 'Max Muster', aliases: [], email: null, handle: '@mm' },
    ]);
  });

  it('holds what is right beside what is wrong', () => {
    const { edition, thresholds } = read(
      'edition: 2011\npreset: loud\nthresholds:\n  audit-report: 10\n  nonsense: 3\n',
    );
    assert.equal(edition, '2011');
    assert.deepEqual(thresholds, { 'audit-report': 10 });
  });

  it('takes an entry whose end is no day for no entry, since it would hold for ever', () => {
    const { accepted, problems } = read('accepted:\n  - rule: link.broken\n    reason: x\n    until: soon\n');
    assert.deepEqual(accepted, []);
    assert.equal(problems.length, 1);
  });

  it('takes a placeholder for no reason', () => {
    const { accepted } = read(
      'accepted:\n  - rule: link.broken\n    reason: TBD\n  - rule: link.broken\n    reason: Known\n',
    );
    assert.deepEqual(
      accepted.map(({ reason }) => reason),
      [null, 'Known'],
    );
  });

  it('has a place in the guide for every key', () => {
    const guide = configurationGuide();
    for (const { name } of CONFIGURATION_SCHEMA) assert.ok(guide.includes(`\n## ${name}\n`));
  });
});
