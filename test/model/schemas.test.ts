/** The JSON Schemas of registers: they take the examples as they are, help with keys, and object only to wrong shapes. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse, parseAllDocuments } from 'yaml';
import { fileMatch, registers, schemaOf } from '../../scripts/schemas.ts';
import { globMatcher } from '../../server/model/glob.ts';
import { listKey } from '../../server/model/vocabulary/list-names.ts';
import { documentTemplate } from '../../server/writing/template.ts';
import { checkedFolder } from '../kit/disk.ts';
import { LEXICON } from '../writing/documents.ts';

const root = join(fileURLToPath(import.meta.url), '../../..');
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, allowMatchingProperties: true });
const validators = new Map(registers.map((kind) => [kind.name, ajv.compile(schemaOf(kind))] as const));

function validator(kind: string): ValidateFunction {
  return validators.get(kind) ?? assert.fail(`no schema of ${kind}`);
}
function accepts(kind: string, text: string): void {
  const validate = validator(kind);
  assert.ok(validate(parse(text)), `${kind}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
}
function refuses(kind: string, text: string): void {
  assert.ok(!validator(kind)(parse(text)), text);
}

describe('The schemas of YAML registers', () => {
  it('stand in the package, each with the files that it is for', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const urls = new Set(manifest.contributes.yamlValidation.map((each: { url: string }) => each.url));
    for (const file of readdirSync(join(root, 'schemas'))) assert.ok(urls.has(`./schemas/${file}`), file);
    for (const { name } of registers) assert.ok(urls.has(`./schemas/${name}.schema.json`), name);
  });

  for (const example of ['sound', 'gaps'])
    it(`take every YAML document of examples/${example}`, async () => {
      const { workspace } = await checkedFolder(join(root, 'examples', example));
      let seen = 0;
      for (const path of workspace.paths()) {
        const kind = workspace.facts(path)?.kinds[0];
        if (!path.endsWith('.yaml') || kind === undefined) continue;
        accepts(kind, readFileSync(join(root, 'examples', example, path), 'utf8'));
        seen += 1;
      }
      assert.ok(seen >= 5, `only ${seen} documents`);
    }).timeout(60_000);

  for (const example of ['sound', 'starting'])
    it(`take the configuration of examples/${example}`, () => {
      const schema = JSON.parse(readFileSync(join(root, 'schemas/clausewright.schema.json'), 'utf8'));
      const text = readFileSync(join(root, 'examples', example, 'clausewright.yaml'), 'utf8');
      assert.ok(ajv.compile({ ...schema, $id: example })(parse(text)));
    });

  it('take each document of a stream, and refuse the one that is wrong', () => {
    const stream = (...roots: readonly string[]): readonly unknown[] =>
      parseAllDocuments(roots.map((text) => `---\n${text}`).join('')).map((each) => each.toJS());
    const validate = validator('improvement-register');
    const [head, first, wrong] = stream(
      'type: improvement-register\ntitle: Ideas\n',
      'id: CSI-1\ndescription: Faster\npriority: high\n',
      'improvements: [none]\n',
    );
    assert.deepEqual([validate(head), validate(first), validate(wrong)], [true, true, false]);
  });

  it('refuse a wrong shape in every form of every kind of record', () => {
    for (const kind of registers) {
      const schema = schemaOf(kind) as { $defs?: Record<string, unknown> };
      for (const record of (kind.carries ?? []).filter((name) => schema.$defs?.[`${name}-list`] !== undefined)) {
        const key = listKey(record);
        if (kind.fields.some((field) => field.name === key)) continue;
        refuses(kind.name, `${key}: words\n`);
        refuses(kind.name, `${key}:\n  - words\n`);
        refuses(kind.name, '- words\n');
        accepts(kind.name, `${key}:\n`);
      }
    }
  });

  it('take every new document, in both languages', () => {
    for (const { name } of registers)
      for (const language of ['en', 'de'] as const)
        accepts(name, documentTemplate(name, { title: 'New' }, LEXICON, { notation: 'yaml', language }));
  });

  it('take a register that is a list, or a map by id, and keys by any of their labels', () => {
    accepts('improvement-register', '- id: IMP-1\n  title: Fewer calls\n');
    accepts('improvement-register', 'improvements:\n  IMP-1:\n    title: Fewer calls\n');
    accepts('improvement-register', 'Register Owner: Ada\nimprovements:\n  - ID: IMP-1\n    Raised by: Ada\n');
    accepts('improvement-register', 'improvements:\nour own key: {a: [1]}\n');
  });

  it('refuse what no reader could take for a list of records, or for a date', () => {
    refuses('improvement-register', 'improvements: none yet\n');
    refuses('improvement-register', 'improvements:\n  - just words\n');
    refuses('improvement-register', 'next_review: {year: 2026}\nimprovements: []\n');
    refuses('improvement-register', 'Next Review: [2026, 3]\nimprovements: []\n');
  });

  it('offer canonical keys and values only, with words for each', () => {
    for (const kind of registers) {
      const text = JSON.stringify(schemaOf(kind));
      assert.doesNotMatch(text, /"description":""/);
    }
    const schema = schemaOf(LEXICON.kind('risk-register') ?? assert.fail());
    const risk = (
      schema.$defs as Record<string, { properties: Record<string, { anyOf?: unknown; description: string }> }>
    ).risk;
    assert.ok(risk?.properties.likelihood?.description);
    assert.match(JSON.stringify(risk.properties.status?.anyOf), /"closed"/);
  });

  it('are for files whose name says what they are', () => {
    const matches = (kind: string, path: string): boolean =>
      globMatcher(fileMatch(LEXICON.kind(kind) ?? assert.fail()).map((glob) => `**/${glob}`))(path);
    assert.ok(matches('improvement-register', 'sms/improvement-register.yaml'));
    assert.ok(matches('improvement-register', 'sms/2026-improvement-register.yml'));
    assert.ok(matches('sla', 'sms/desk-sla.yaml'));
    assert.ok(!matches('sla', 'sms/tesla.yaml'));
  });
});
