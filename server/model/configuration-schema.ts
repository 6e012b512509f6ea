/** What `clausewright.yaml` may say: every key described once, for the reader, the JSON Schema, completion, hover and the guide. */
import type { Edition } from './catalogue.ts';
import { CONTROL_FIELDS } from './control.ts';
import { KINDS } from './kinds.generated.ts';
import { DECLARED_INTERVALS, THRESHOLDS } from './thresholds.ts';

/** Words that the house knows: a name out of one of these lists, or, for globs and names, any words at all. */
export type Vocabulary = 'rule' | 'kind' | 'field' | 'glob' | 'name';

/** The shape of a value. A list takes a single value, too: it is a list of one. */
export type ValueShape =
  | {
      readonly type: 'choice';
      readonly choices: Readonly<Record<string, string>>;
      /** Other spellings that are taken for a choice. */
      readonly also?: Readonly<Record<string, string>>;
    }
  | { readonly type: 'text'; readonly of?: Vocabulary }
  | { readonly type: 'number'; readonly unit: string }
  | {
      readonly type: 'day';
      /** True where a month or a year will do, too: its last day counts. */
      readonly periods?: true;
    }
  | { readonly type: 'interval' | 'yes-no' }
  | { readonly type: 'list'; readonly of: ValueShape }
  | { readonly type: 'map'; readonly keys: Vocabulary; readonly of: ValueShape }
  | {
      readonly type: 'group';
      readonly keys: readonly KeyDescription[];
      /** The short form: a value that is no map is the value of this key. */
      readonly short?: string;
      /** Keys of which one has to be there. */
      readonly oneOf?: readonly string[];
    };

export interface KeyDescription {
  readonly name: string;
  /** One plain sentence or two, for hover, completion and the guide. */
  readonly help: string;
  readonly value: ValueShape;
  /** What holds where the key is left out, in words. */
  readonly default: string;
  /** A value as it is written in YAML, without its key. */
  readonly example: string;
  /** True where an entry without it means nothing. */
  readonly required?: boolean;
}

const TEXT: ValueShape = { type: 'text' };
const TEXTS: ValueShape = { type: 'list', of: TEXT };
const GLOBS: ValueShape = { type: 'list', of: { type: 'text', of: 'glob' } };

const SEVERITY: ValueShape = {
  type: 'choice',
  choices: {
    error: 'What is written is wrong, or a duty of the edition is visibly unmet here.',
    warning: 'Unfinished, or the evidence probably stands elsewhere.',
    information: 'Practice or guidance; no squiggle in the preset recommended.',
    off: 'The rule is not run.',
  },
  also: { info: 'information', false: 'off' },
};

const RULES: ValueShape = { type: 'map', keys: 'rule', of: SEVERITY };

const OVERRIDE: readonly KeyDescription[] = [
  {
    name: 'files',
    help: 'The files that it holds for, as globs relative to this file.',
    value: GLOBS,
    default: 'none',
    example: '[legacy/**]',
    required: true,
  },
  { name: 'rules', help: 'Severity by rule id for these files.', value: RULES, default: 'none', example: '{}' },
];

const PERSON: readonly KeyDescription[] = [
  {
    name: 'aliases',
    help: 'Other ways in which the name is written.',
    value: TEXTS,
    default: 'none',
    example: '[J. Doe]',
  },
  {
    name: 'email',
    help: 'The address under which documents name the person.',
    value: TEXT,
    default: 'none',
    example: 'jane.doe@example.org',
  },
  {
    name: 'handle',
    help: 'The handle in CODEOWNERS and in the documents.',
    value: TEXT,
    default: 'none',
    example: '"@jdoe"',
  },
];

const ACCEPTED: readonly KeyDescription[] = [
  {
    name: 'rule',
    help: 'The rule whose finding is accepted.',
    value: { type: 'text', of: 'rule' },
    default: 'none',
    example: 'process.no-measure',
    required: true,
  },
  {
    name: 'files',
    help: 'The files for which it holds, as globs relative to this file; left out, it holds everywhere.',
    value: GLOBS,
    default: 'all files',
    example: '[processes/knowledge.md]',
  },
  {
    name: 'about',
    help: 'Ids or names: it then holds only for findings about these records.',
    value: TEXTS,
    default: 'everything in these files',
    example: '[IMP-0007]',
  },
  {
    name: 'reason',
    help: 'Why the organization lives with the gap. Without a reason nothing is accepted.',
    value: TEXT,
    default: 'none: the gap is not accepted',
    example: 'Measured from the next quarter on, as decided in the management review of June.',
  },
  {
    name: 'owner',
    help: 'The person or role that answers for the decision.',
    value: TEXT,
    default: 'none',
    example: 'Service Manager',
  },
  {
    name: 'until',
    help: 'The last day on which it is accepted; after it the finding is back. Left out, it is accepted without end.',
    value: { type: 'day', periods: true },
    default: 'without end',
    example: '2027-03-31',
  },
];

const INDEPENDENCE: readonly KeyDescription[] = [
  {
    name: 'person',
    help: 'The person, or the role, that it is arranged for.',
    value: TEXT,
    default: 'none',
    example: 'Jane Doe',
  },
  {
    name: 'role',
    help: 'The role that it is arranged for, where no person is named.',
    value: TEXT,
    default: 'none',
    example: 'Change Manager',
  },
  {
    name: 'process',
    help: 'The process that may be audited in spite of a part in it.',
    value: TEXT,
    default: 'none',
    example: 'Change management',
    required: true,
  },
  {
    name: 'measure',
    help: 'What keeps the audit impartial, and why that is enough. Without it the entry does not count.',
    value: TEXT,
    default: 'none: the entry does not count',
    example: 'A second auditor from the parent company reads the working papers.',
  },
  {
    name: 'until',
    help: 'The last day for which it holds.',
    value: { type: 'day', periods: true },
    default: 'it holds on',
    example: '2027-06-30',
  },
];

/** Every key of the file, in the order in which it is documented. */
export const CONFIGURATION_SCHEMA: readonly KeyDescription[] = [
  {
    name: 'edition',
    help: 'Edition of ISO/IEC 20000-1 to check against: 2005, 2011 or 2018.',
    value: {
      type: 'choice',
      choices: {
        '2005': 'ISO/IEC 20000-1:2005.',
        '2011': 'ISO/IEC 20000-1:2011.',
        '2018': 'ISO/IEC 20000-1:2018 with Amendment 1:2024.',
      } satisfies Record<Edition, string>,
    },
    default: '2018, or what the editor or the command line says',
    example: '2018',
  },
  {
    name: 'preset',
    help: 'recommended (quiet) or strict (every rule, information as squiggles too).',
    value: {
      type: 'choice',
      choices: {
        recommended: 'Errors and warnings; information stays in reports and in JSON.',
        strict: 'Every rule, and information is shown, too. Nothing is raised above the severity of its rule.',
      },
    },
    default: 'recommended',
    example: 'strict',
  },
  {
    name: 'as-of',
    help: 'The day that date checks are made for, YYYY-MM-DD; without it, today.',
    value: { type: 'day' },
    default: 'today',
    example: '2026-11-01',
  },
  {
    name: 'organization',
    help: 'The name of the service provider.',
    value: TEXT,
    default: 'none',
    example: 'Example Hosting',
  },
  {
    name: 'ignore',
    help: 'Files to leave out, as patterns like those of .gitignore.',
    value: TEXTS,
    default: 'only what git ignores',
    example: '[archive/**]',
  },
  {
    name: 'kinds',
    help: 'Globs and the kind that their files are: "audits/**": audit-report.',
    value: { type: 'map', keys: 'glob', of: { type: 'text', of: 'kind' } },
    default: 'each document says itself what it is',
    example: '\n  audits/**: audit-report',
  },
  {
    name: 'defaults',
    help: 'What files leave out, by glob: "policies/**": {owner: Ada Quill}. A document that says it itself is believed.',
    value: { type: 'map', keys: 'glob', of: { type: 'map', keys: 'field', of: TEXT } },
    default: 'each document says everything itself; its owner may stand in CODEOWNERS',
    example: '\n  policies/**:\n    owner: Compliance Manager',
  },
  {
    name: 'synonyms',
    help: 'More labels for a field: owner: [Steward].',
    value: { type: 'map', keys: 'field', of: TEXTS },
    default: 'the labels that each kind knows',
    example: '\n  owner: [Steward]',
  },
  {
    name: 'required-sections',
    help: 'Sections that this organization asks for, by kind.',
    value: { type: 'map', keys: 'kind', of: TEXTS },
    default: 'what the edition asks for',
    example: '\n  process-description: [Interfaces]',
  },
  {
    name: 'people',
    help: 'People with their aliases, e-mail and handle.',
    value: { type: 'map', keys: 'name', of: { type: 'group', keys: PERSON, short: 'aliases' } },
    default: 'people are known from the documents',
    example: '\n  Jane Doe:\n    aliases: [J. Doe]',
  },
  {
    name: 'top-management',
    help: 'Titles that count as top management here.',
    value: TEXTS,
    default: 'the usual titles',
    example: '[Managing Director]',
  },
  {
    name: 'independence',
    help: 'Who may audit a process in spite of a part in it, and what keeps the audit impartial: person (or role), process, measure, until.',
    value: { type: 'list', of: { type: 'group', keys: INDEPENDENCE, oneOf: ['person', 'role'] } },
    default: 'nobody audits own work',
    example:
      '\n  - person: Jane Doe\n    process: Change management\n    measure: A second auditor from the parent company reads the working papers.\n    until: 2027-06-30',
  },
  {
    name: 'rules',
    help: 'Severity by rule id: error, warning, information or off.',
    value: RULES,
    default: 'the severity that each rule has in the edition',
    example: '\n  link.broken: warning',
  },
  {
    name: 'overrides',
    help: 'Other severities for some files: files and rules. Where several hold, the last one wins.',
    value: { type: 'list', of: { type: 'group', keys: OVERRIDE } },
    default: 'none',
    example: '\n  - files: [legacy/**]\n    rules:\n      link.broken: off',
  },
  {
    name: 'accepted',
    help: 'Gaps that the organization knows and lives with: rule, files, about, reason, owner and until.',
    value: { type: 'list', of: { type: 'group', keys: ACCEPTED } },
    default: 'none',
    example:
      '\n  - rule: process.no-measure\n    files: [processes/knowledge.md]\n    reason: Measured from the next quarter on.\n    owner: Service Manager\n    until: 2027-03-31',
  },
  {
    name: 'baseline',
    help: 'A JSON file of findings that were there before, as written by "clausewright check --write-baseline": only new gaps are shown.',
    value: TEXT,
    default: 'none: every gap counts',
    example: 'clausewright-baseline.json',
  },
  {
    name: 'thresholds',
    help: 'Numbers that rules go by, such as audit-report: 30 (days).',
    value: {
      type: 'group',
      keys: Object.entries(THRESHOLDS).map(([name, { unit, help, default: number }]) => ({
        name,
        help,
        value: { type: 'number', unit },
        default: `${number} ${unit}`,
        example: String(number),
      })),
    },
    default: 'the number of each threshold',
    example: '\n  audit-report: 30',
  },
  {
    name: 'intervals',
    help: 'How often something is to take place, by name: management-review: yearly.',
    value: {
      type: 'group',
      keys: Object.entries(DECLARED_INTERVALS).map(([name, help]) => ({
        name,
        help,
        value: { type: 'interval' },
        default: 'what the documents declare',
        example: 'yearly',
      })),
    },
    default: 'what the documents declare',
    example: '\n  management-review: yearly',
  },
  {
    name: 'complete',
    help: 'yes, where all documents of the management system are here: what is not here is missing.',
    value: { type: 'yes-no' },
    default: 'no',
    example: 'yes',
  },
  {
    name: 'limits',
    help: 'Limits of reading, such as bytes.',
    value: {
      type: 'group',
      keys: [
        {
          name: 'bytes',
          help: 'How much of a file is read at most; what is left out is said in a finding.',
          value: { type: 'number', unit: 'bytes' },
          default: '2000000 bytes',
          example: '4000000',
        },
      ],
    },
    default: '2000000 bytes',
    example: '\n  bytes: 4000000',
  },
  {
    name: 'site-root',
    help: 'Folder that absolute links like /docs/x.md start from.',
    value: TEXT,
    default: 'none: such links are not tested',
    example: 'content',
  },
];

/** The names that a vocabulary holds; null where any words will do. Rules are handed in, since this room knows none. */
export function wordsOf(vocabulary: Vocabulary, ruleIds: Iterable<string>): readonly string[] | null {
  switch (vocabulary) {
    case 'rule':
      return [...ruleIds];
    case 'kind':
      return KINDS.map((kind) => kind.name);
    case 'field':
      return FIELD_NAMES;
    default:
      return null;
  }
}

const FIELD_NAMES: readonly string[] = [
  ...new Set([...CONTROL_FIELDS, ...KINDS.flatMap((kind) => kind.fields)].map((field) => field.name)),
].sort();
