/** The descriptions of the kinds as a whole: sound, unambiguous, and true to the catalogue. */
import { strict as assert } from 'node:assert';
import { clause, EDITIONS } from '../../server/model/catalogue.ts';
import { CONTROL_FIELDS, CONTROL_SECTIONS } from '../../server/model/control.ts';
import { DOCUMENT_STATUS, FINDING_GRADE, ITEM_STATUS, LEVEL } from '../../server/model/enumerations.ts';
import type { ClausesByEdition, FieldDescription, KindDescription } from '../../server/model/kind.ts';
import { KINDS } from '../../server/model/kinds.generated.ts';
import { GERMAN } from '../../server/model/languages/de.ts';
import { findingGrade } from '../../server/model/vocabulary/grades.ts';
import { labelKey } from '../../server/model/vocabulary/labels.ts';
import { termKey } from '../../server/model/vocabulary/names.ts';
import { parsePriority } from '../../server/model/vocabulary/priorities.ts';
import { documentStatus, itemStatus } from '../../server/model/vocabulary/statuses.ts';

const documents = KINDS.filter((kind) => kind.form === 'document');
const records = KINDS.filter((kind) => kind.form === 'record');
const byName = new Map(KINDS.map((kind) => [kind.name, kind] as const));

/** Labels that two owners claim, as readable lines. */
function claimedTwice(
  claims: Iterable<readonly [owner: string, label: string]>,
  fold: (label: string) => string,
): string[] {
  const owners = new Map<string, string>();
  const clashes: string[] = [];
  for (const [owner, label] of claims) {
    const key = fold(label);
    const other = owners.get(key);
    if (other !== undefined && other !== owner) clashes.push(`"${label}": ${other} and ${owner}`);
    owners.set(key, owner);
  }
  return clashes;
}

function labelsOf(fields: readonly FieldDescription[]): (readonly [string, string])[] {
  return fields.flatMap((field) =>
    [field.name, field.title, ...field.synonyms].map((label) => [field.name, label] as const),
  );
}

function unknownClauses(clauses: ClausesByEdition | undefined): string[] {
  return EDITIONS.flatMap((edition) =>
    (clauses?.[edition] ?? [])
      .filter((number) => clause(edition, number) === null)
      .map((number) => `${edition}:${number}`),
  );
}

/** The kinds whose table signature a header row of these fields' labels covers. */
function kindsOfColumns(labels: readonly string[]): string[] {
  return records
    .filter((kind) => {
      const names = new Set(
        labels.map(
          (label) =>
            kind.fields.find((field) =>
              [field.name, field.title, ...field.synonyms].some((each) => labelKey(each) === labelKey(label)),
            )?.name,
        ),
      );
      return (kind.recognise.columns ?? []).some((set) => set.every((name) => names.has(name)));
    })
    .map((kind) => kind.name);
}

describe('kinds', () => {
  it('have names of their own, since facts refer to them by name', () => {
    assert.deepEqual(
      KINDS.map((kind) => kind.name),
      [...byName.keys()],
    );
    assert.deepEqual(
      claimedTwice(
        KINDS.map((kind) => [kind.name, kind.title] as const),
        labelKey,
      ),
      [],
    );
  });

  it('carry and yield only record kinds that exist', () => {
    for (const kind of documents) {
      for (const name of [...(kind.carries ?? []), ...(kind.yields === undefined ? [] : [kind.yields])]) {
        assert.equal(byName.get(name)?.form, 'record', `${kind.name} → ${name}`);
      }
    }
  });

  it('yield a record whose fields they can hold, be it from document control', () => {
    const control = new Set(CONTROL_FIELDS.map((field) => field.name));
    for (const kind of documents) {
      const own = new Set(kind.fields.map((field) => field.name));
      const wanted = kind.yields === undefined ? [] : (byName.get(kind.yields)?.fields ?? []);
      assert.deepEqual(
        wanted.filter((field) => !own.has(field.name) && !control.has(field.name)).map((field) => field.name),
        kind.yields === 'role' ? ['name'].filter((name) => !own.has(name)) : [],
        kind.name,
      );
    }
  });

  it('do not repeat document control where they are documents: it is shared', () => {
    const control = new Set(CONTROL_FIELDS.map((field) => field.name));
    const shared = new Set(['scope', 'purpose']);
    for (const kind of documents) {
      const yielded = new Set(
        (kind.yields === undefined ? undefined : byName.get(kind.yields))?.fields.map((field) => field.name) ?? [],
      );
      assert.deepEqual(
        kind.fields
          .filter((field) => control.has(field.name) && !shared.has(field.name) && !yielded.has(field.name))
          .map((field) => field.name),
        [],
        kind.name,
      );
    }
  });

  it('cite only clauses that the edition has', () => {
    const cited = [
      ...CONTROL_FIELDS.map((field) => [`control ${field.name}`, field.clauses] as const),
      ...KINDS.flatMap((kind) => [
        [kind.name, kind.clauses] as const,
        ...kind.fields.map((field) => [`${kind.name} ${field.name}`, field.clauses] as const),
        ...kind.sections.map((section) => [`${kind.name} § ${section.name}`, section.clauses] as const),
      ]),
    ];
    assert.deepEqual(
      cited.flatMap(([place, clauses]) => unknownClauses(clauses).map((each) => `${place}: ${each}`)),
      [],
    );
  });

  it('give no label to two fields, so that a reader never has to guess', () => {
    for (const kind of KINDS) assert.deepEqual(claimedTwice(labelsOf(kind.fields), labelKey), [], kind.name);
    assert.deepEqual(claimedTwice(labelsOf(CONTROL_FIELDS), labelKey), []);
  });

  it('give no heading to two sections, but where one text answers both', () => {
    // What a change policy applies to is what stands under change control.
    const onPurpose = new Map([['change-management-policy', new Set(['scope', 'applicability', 'purpose and scope'])]]);
    for (const kind of KINDS) {
      const claims = kind.sections.flatMap((section) =>
        [section.name, section.title, ...section.synonyms]
          .filter((label) => section.name === 'scope' || onPurpose.get(kind.name)?.has(label) !== true)
          .map((label) => [section.name, label] as const),
      );
      assert.deepEqual(claimedTwice(claims, termKey), [], kind.name);
    }
  });

  it('explain themselves in sentences, since hovers and templates show them', () => {
    for (const kind of [
      ...KINDS,
      { name: 'control', help: 'Shared.', fields: CONTROL_FIELDS, sections: CONTROL_SECTIONS },
    ]) {
      assert.match(kind.help, /^\p{Lu}.*\.$/u, kind.name);
      for (const field of kind.fields) assert.match(field.help, /^\p{Lu}.*\.$/u, `${kind.name} ${field.name}`);
      for (const section of kind.sections) {
        assert.match(section.help, /^\p{Lu}.*\.$/u, `${kind.name} § ${section.name}`);
        assert.match(section.prompt, /^\p{Lu}.*[.?…]$/u, `${kind.name} § ${section.name}`);
      }
    }
  });

  it('share no title phrase, declared type or id prefix, in either language', () => {
    const phrases = documents.flatMap((kind) =>
      [...kind.recognise.titles, ...(GERMAN.kinds[kind.name] ?? [])].map((title) => [kind.name, title] as const),
    );
    assert.deepEqual(claimedTwice(phrases, termKey), []);
    const types = documents.flatMap((kind) =>
      [kind.name, kind.title, ...kind.recognise.types].map((type) => [kind.name, type] as const),
    );
    assert.deepEqual(claimedTwice(types, termKey), []);
    const prefixes = documents.flatMap((kind) =>
      (kind.recognise.idPrefixes ?? []).map((prefix) => [kind.name, prefix] as const),
    );
    assert.deepEqual(
      claimedTwice(prefixes, (prefix) => prefix),
      [],
    );
    for (const [kind, prefix] of prefixes) assert.match(prefix, /^[A-Z]{2,}$/, kind);
  });

  it('recognise by sections and fields that they have', () => {
    for (const kind of KINDS) {
      const sections = new Set(kind.sections.map((section) => section.name));
      const fields = new Set(kind.fields.map((field) => field.name));
      const signature = kind.recognise.headings;
      if (signature !== undefined) {
        assert.deepEqual(
          signature.names.filter((name) => !sections.has(name)),
          [],
          kind.name,
        );
        assert.ok(signature.atLeast >= 2 && signature.atLeast <= signature.names.length, kind.name);
      }
      for (const set of kind.recognise.columns ?? [])
        assert.deepEqual(
          set.filter((name) => !fields.has(name)),
          [],
          kind.name,
        );
    }
  });

  it('name the same record kind first in one register only, for that is how a table alone tells the document', () => {
    const first = (record: string): KindDescription | undefined =>
      documents.find((kind) => kind.carries?.[0] === record && kind.yields === undefined);
    assert.equal(first('audit')?.name, 'audit-programme');
    assert.equal(first('improvement')?.name, 'improvement-register');
    assert.equal(first('raci-row')?.name, 'raci');
    assert.equal(first('step')?.name, 'procedure');
    assert.equal(first('kpi')?.name, 'kpi-definition');
    assert.equal(first('service')?.name, 'service-catalogue');
    assert.equal(first('risk')?.name, 'risk-register');
    // A table of actions, or of times and targets, stands in documents of every kind and tells none of them.
    assert.equal(first('action'), undefined);
    assert.equal(first('sla-target'), undefined);
  });
});

describe('column signatures', () => {
  it('know an audit by its auditor beside what is audited', () => {
    assert.ok(kindsOfColumns(['Process', 'Auditor', 'Date']).includes('audit'));
    assert.ok(!kindsOfColumns(['Process', 'Owner', 'Date']).includes('audit'));
    assert.ok(!kindsOfColumns(['Test', 'Performed by', 'Date']).includes('audit'));
  });

  it('know an improvement, also in the sample form of a CSI register', () => {
    assert.ok(
      kindsOfColumns([
        'Opportunity number',
        'Date raised',
        'Size',
        'Timescale',
        'Description',
        'Priority',
        'KPI metric',
        'Justification',
        'Raised by',
      ]).includes('improvement'),
    );
    assert.ok(
      kindsOfColumns([
        'ID',
        'Improvement',
        'Benefit',
        'Effort',
        'Priority',
        'Approved by',
        'Owner',
        'Due',
        'Status',
        'Result',
      ]).includes('improvement'),
    );
  });

  it('never take a risk register, a task list or a table of measures for improvements or audits', () => {
    for (const labels of [
      ['ID', 'Risk', 'Category', 'Likelihood', 'Impact', 'Score', 'Treatment', 'Owner', 'Due', 'Status'],
      ['ID', 'Description', 'Likelihood', 'Impact', 'Priority', 'Owner', 'Status'],
      ['No.', 'Task', 'Owner', 'Due', 'Priority', 'Status'],
      ['Title', 'Description', 'Assigned to', 'Priority', 'Status'],
      ['KPI', 'Baseline', 'Target', 'Owner', 'Frequency', 'Result'],
      ['ID', 'Name', 'Target', 'Baseline', 'Status'],
      ['RFC', 'Title', 'Category', 'Risk', 'Impact', 'Approved by', 'Scheduled', 'Result'],
      ['ID', 'Date', 'Source', 'Description', 'Correction', 'Cause', 'Owner', 'Status'],
    ]) {
      const kinds = kindsOfColumns(labels);
      assert.ok(
        !kinds.includes('improvement') && !kinds.includes('audit'),
        `${labels.join(' | ')} → ${kinds.join(', ')}`,
      );
    }
  });

  it('do not see records in a glossary or a version history', () => {
    assert.deepEqual(kindsOfColumns(['Term', 'Definition']), []);
    assert.deepEqual(kindsOfColumns(['Version', 'Date', 'Author', 'Change']), []);
  });
});

describe('value lists', () => {
  it('agree with the vocabularies, word for word, so that a status is read alike everywhere', () => {
    const words = (list: Readonly<Record<string, readonly string[]>>): [string, string][] =>
      Object.entries(list).flatMap(([value, synonyms]) =>
        [value, ...synonyms].map((word): [string, string] => [value, word]),
      );
    for (const [value, word] of words(ITEM_STATUS)) assert.equal(itemStatus(word), value, word);
    for (const [value, word] of words(DOCUMENT_STATUS)) assert.equal(documentStatus(word), value, word);
    for (const [value, word] of words(FINDING_GRADE)) assert.equal(findingGrade(word), value, word);
    const levels = ['critical', 'high', 'medium', 'low'];
    for (const [value, word] of words(LEVEL)) assert.equal(parsePriority(word)?.level, levels.indexOf(value) + 1, word);
  });

  it('fold no word to two values', () => {
    for (const field of KINDS.flatMap((kind) => kind.fields)) {
      const claims = Object.entries(field.values ?? {}).flatMap(([value, synonyms]) =>
        [value, ...synonyms].map((word) => [value, word] as const),
      );
      assert.deepEqual(claimedTwice(claims, labelKey), [], field.name);
    }
  });
});

describe('German', () => {
  it('speaks only of fields, sections and kinds that exist', () => {
    const fields = new Set([...CONTROL_FIELDS, ...KINDS.flatMap((kind) => kind.fields)].map((field) => field.name));
    const sections = new Set(
      [...CONTROL_SECTIONS, ...KINDS.flatMap((kind) => kind.sections)].map((section) => section.name),
    );
    assert.deepEqual(
      Object.keys(GERMAN.fields).filter((name) => !fields.has(name)),
      [],
    );
    assert.deepEqual(
      Object.keys(GERMAN.sections).filter((name) => !sections.has(name)),
      [],
    );
    assert.deepEqual(
      Object.keys(GERMAN.kinds).filter((name) => byName.get(name)?.form !== 'document'),
      [],
    );
  });

  it('has a name for every kind of document, and a label for every shared field and section', () => {
    assert.deepEqual(
      documents.filter((kind) => GERMAN.kinds[kind.name] === undefined).map((kind) => kind.name),
      ['raci'].filter((name) => GERMAN.kinds[name] === undefined),
    );
    assert.deepEqual(
      CONTROL_FIELDS.filter((field) => GERMAN.fields[field.name] === undefined).map((field) => field.name),
      [],
    );
    assert.deepEqual(
      CONTROL_SECTIONS.filter((section) => GERMAN.sections[section.name] === undefined).map((section) => section.name),
      [],
    );
  });

  it('never contradicts an English label of the shared fields', () => {
    const english = new Map(labelsOf(CONTROL_FIELDS).map(([name, label]) => [labelKey(label), name] as const));
    for (const { name } of CONTROL_FIELDS) {
      for (const label of GERMAN.fields[name] ?? [])
        assert.ok((english.get(labelKey(label)) ?? name) === name, `${label}: ${name}`);
    }
    assert.deepEqual(
      claimedTwice(
        CONTROL_FIELDS.flatMap(({ name }) => (GERMAN.fields[name] ?? []).map((label) => [name, label] as const)),
        labelKey,
      ),
      [],
    );
  });
});
