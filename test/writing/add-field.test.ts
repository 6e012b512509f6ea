/** A metadata field is written where a document keeps its metadata, and as it writes them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CONTROL_FIELDS } from '../../server/model/control.ts';
import { fieldOf } from '../../server/reading/facts.ts';
import { addField, setField } from '../../server/writing/add-field.ts';
import { says } from '../../server/writing/proof.ts';
import { documentText, keepsBytes, LEXICON, NOTATIONS, otherFacts, RUNS, read, VALUES, written } from './documents.ts';

const add = (path: string, text: string, field: string, value: string): string | null => {
  const source = read(path, text);
  return written(source, addField(source, field, value, LEXICON));
};

describe('addField', () => {
  it('adds a key to front matter behind its nearest earlier field, since that is where a reader looks for it', () => {
    const text = '---\nid: PROC-1\ntype: process-description\nversion: 1.0\napprover: Bo\n---\n\n# Change process\n';
    assert.equal(
      add('a.md', text, 'owner', 'Ada Sandelin'),
      text.replace('version: 1.0\n', 'version: 1.0\nowner: Ada Sandelin\n'),
    );
  });

  it('keeps the line ends of the file', () => {
    const text = '---\r\nid: PROC-1\r\nstatus: draft\r\n---\r\n\r\n# Change process\r\n';
    assert.equal(add('a.md', text, 'owner', 'Ada'), text.replace('draft\r\n', 'draft\r\nowner: Ada\r\n'));
  });

  it('spells keys as the neighbours do', () => {
    const camel = '---\ndocumentId: PROC-1\ndocumentType: procedure\n---\n\n# Change procedure\n';
    assert.match(add('a.md', camel, 'next_review', '2027-01-01') ?? '', /^nextReview: 2027-01-01$/m);
    const kebab = '---\ndocument-id: PROC-1\ndocument-type: procedure\n---\n\n# Change procedure\n';
    assert.match(add('a.md', kebab, 'next_review', '2027-01-01') ?? '', /^next-review: 2027-01-01$/m);
    const words = 'Document ID: PROC-1\nDocument Type: procedure\n---\n\n# Change procedure\n';
    assert.match(add('a.md', words, 'next_review', '2027-01-01') ?? '', /^Next Review: 2027-01-01$/m);
  });

  it('labels in German where the others are in German', () => {
    const text =
      '# Änderungsprozess\n\n| Feld | Wert |\n|---|---|\n| Dokumentennummer | PROC-1 |\n| Prozessverantwortlicher | Ada |\n';
    const result = add('a.md', text, 'next_review', '2027-01-01');
    assert.match(result ?? '', /\n\| (?:Nächste|Nächster) [^|]* \| 2027-01-01 \|\n$/);
  });

  it('quotes what YAML would read as something else, and nothing more', () => {
    const text = '---\nid: PROC-1\nstatus: draft\n---\n\n# Change process\n';
    assert.match(add('a.md', text, 'version', '8.10') ?? '', /^version: "8\.10"$/m);
    assert.match(add('a.md', text, 'owner', 'Ada: the owner') ?? '', /^owner: "Ada: the owner"$/m);
    assert.match(add('a.md', text, 'approved', '2026-03-04') ?? '', /^approved: 2026-03-04$/m);
  });

  it('quotes everything where the neighbours quote everything', () => {
    const text = "---\nid: 'PROC-1'\nstatus: 'draft'\n---\n\n# Change process\n";
    assert.match(add('a.md', text, 'owner', "O'Rowe") ?? '', /^owner: 'O''Rowe'$/m);
  });

  it('leaves comments with the entry that they belong to', () => {
    const text =
      '---\nstatus: draft # until the board met\n# who answers\nowner:   # still open\n---\n\n# Change process\n';
    assert.match(add('a.md', text, 'owner', 'Ada') ?? '', /^owner: Ada {3}# still open$/m);
    assert.match(add('a.md', text, 'version', '1') ?? '', /^version: 1\nstatus: draft # until the board met$/m);
  });

  it('adds a key line with the bold marks, colon and hard break of the others', () => {
    const text = '# Change process\n\n**Version**: 1.0\\\n**Status**: draft\n\n## Scope\n\nAll.\n';
    assert.equal(add('a.md', text, 'owner', 'Ada'), text.replace('draft\n', 'draft\\\n**Owner**: Ada\n'));
  });

  it('adds a row to a control table, its label as bold as the others, its columns as wide', () => {
    const text =
      '# Change process\n\n|             |       |\n|-------------|-------|\n| **Version** | 1.0   |\n| **Status**  | draft |\n\n## Scope\n\nAll.\n';
    assert.equal(
      add('a.md', text, 'owner', 'Ada'),
      text.replace('| draft |\n', '| draft |\n| **Owner**   | Ada   |\n'),
    );
  });

  it('adds a row below a table whose header row is itself a pair', () => {
    const text = '# Change process\n\n| Version | 1.0 |\n|---|---|\n| Status | draft |\n';
    assert.equal(
      add('a.md', text, 'id', 'PROC-1'),
      text.replace('|---|---|\n', '|---|---|\n| Document ID | PROC-1 |\n'),
    );
  });

  it('adds a row to a raw HTML table, escaped', () => {
    const text =
      '# Change process\n\n<table>\n  <tr><td><b>Version</b></td><td>1.0</td></tr>\n  <tr><td><b>Status</b></td><td>draft</td></tr>\n</table>\n';
    assert.match(
      add('a.md', text, 'owner', 'Head of R&D') ?? '',
      /\n {2}<tr><td><b>Owner<\/b><\/td><td>Head of R&amp;D<\/td><\/tr>\n<\/table>/,
    );
  });

  it('replaces a placeholder where it stands, and nothing around it', () => {
    const text = '# Change process\n\n| Field | Value |\n|---|---|\n| Version | 1.0 |\n| Owner | [name] |\n';
    assert.equal(add('a.md', text, 'owner', 'Ada'), text.replace('[name]', 'Ada'));
  });

  it('fills an empty cell and an empty key line', () => {
    const table = '# Change process\n\n| Field | Value |\n|---|---|\n| Version | 1.0 |\n| Owner | |\n';
    assert.match(add('a.md', table, 'owner', 'Ada') ?? '', /^\| Owner \| Ada \|$/m);
    const line = '# Change process\n\n**Version:** 1.0  \n**Owner:**\n';
    assert.match(add('a.md', line, 'owner', 'Ada') ?? '', /^\*\*Owner:\*\* Ada$/m);
  });

  it('never overwrites an answer, but setField corrects one', () => {
    const text = '---\nid: PROC-1\nowner: Ada\n---\n\n# Change process\n';
    assert.equal(add('a.md', text, 'owner', 'Bo'), null);
    const source = read('a.md', text);
    assert.equal(written(source, setField(source, 'owner', 'Bo', LEXICON)), text.replace('Ada', 'Bo'));
  });

  it('begins a block of key lines below the title of a document that has no metadata', () => {
    assert.equal(
      add('a.md', '# Change process\n\nWords.\n', 'owner', 'Ada'),
      '# Change process\n\n**Owner:** Ada\n\nWords.\n',
    );
    assert.equal(
      add('a.md', '# Change process\nWords.\n', 'owner', 'Ada'),
      '# Change process\n\n**Owner:** Ada\n\nWords.\n',
    );
  });

  it('begins front matter where there is no heading either', () => {
    assert.equal(add('a.md', 'Words.\n', 'owner', 'Ada'), '---\nowner: Ada\n---\n\nWords.\n');
  });

  it('writes metadata of a register before its records', () => {
    const text =
      '# All ideas\ntype: improvement-register\nimprovements:\n  - id: IMP-1\n    description: Faster answers\n';
    assert.equal(add('a.yaml', text, 'owner', 'Ada'), text.replace('register\n', 'register\nowner: Ada\n'));
  });

  it('replaces a list of placeholders as a whole', () => {
    const text = '---\nid: PROC-1\nowner:\n  - TBD\nstatus: draft\n---\n\n# Change process\n';
    assert.equal(add('a.md', text, 'owner', 'Ada'), text.replace('owner:\n  - TBD', 'owner: Ada'));
  });

  it('fills a section that answers the field and holds nothing', () => {
    const text = '---\ntype: role-description\n---\n\n# Change Manager\n\n## Reports to\n\n## Purpose\n\nChanges.\n';
    assert.equal(
      add('a.md', text, 'reports_to', 'IT Director'),
      text.replace('## Reports to\n', '## Reports to\n\nIT Director\n'),
    );
  });

  it('gives nothing where nothing could be read back, as in a YAML list without a map', () => {
    assert.equal(add('a.yaml', '- one\n- two\n', 'owner', 'Ada'), null);
  });

  it('writes any field into any notation of any kind: it is read back, and nothing else changes', () => {
    const kinds = LEXICON.documentKinds;
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom(...NOTATIONS),
        fc.subarray(['version', 'status', 'owner', 'approver', 'approved', 'next_review', 'classification'], {
          minLength: 3,
        }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('\n', '\r\n'),
        (kind, notation, standing, which, value, lineEnd) => {
          const describe = (name: string) =>
            kind.fields.find((field) => field.name === name) ?? CONTROL_FIELDS.find((field) => field.name === name);
          const pairs = ['type', ...standing].flatMap((name) => {
            const field = describe(name);
            const label =
              field === undefined
                ? undefined
                : [field.title, field.name].find((each) => LEXICON.field(kind.name, each)?.name === name);
            return field === undefined || label === undefined
              ? []
              : [{ name, title: label, value: name === 'type' ? kind.name : (VALUES[field.type][0] ?? '') }];
          });
          const open = [...CONTROL_FIELDS.map((field) => describe(field.name) ?? field), ...kind.fields].filter(
            (field) =>
              !pairs.some((pair) => pair.name === field.name) &&
              !['type', 'id', 'title', 'name'].includes(field.name) &&
              LEXICON.field(kind.name, field.name)?.name === field.name,
          );
          const field = open[which % open.length];
          if (field === undefined) return;
          const words = VALUES[field.type][value % VALUES[field.type].length] ?? '';
          const sections = kind.sections
            .filter((section) => section.name !== field.name)
            .map((section) => section.title);
          const text = documentText(kind, notation, pairs, sections.slice(0, 3), lineEnd);
          const source = read(notation === 'yaml' ? 'a.yaml' : 'a.md', text);
          const old = fieldOf(source.facts, field.name);
          if (old !== null && old.shape !== 'computed') return;
          const edits = addField(source, field.name, words, LEXICON);
          assert.ok(edits !== null, `no way to write ${field.name} into\n${text}`);
          const result = written(source, edits) ?? '';
          const after = read(source.facts.path, result);
          assert.ok(says(fieldOf(after.facts, field.name), words), `${field.name} is not read from\n${result}`);
          assert.deepEqual(otherFacts(after.facts, field.name), otherFacts(source.facts, field.name));
          assert.ok(keepsBytes(text, result, edits));
          if (lineEnd === '\r\n') assert.doesNotMatch(result, /(?<!\r)\n/);
        },
      ),
      RUNS,
    );
  }).timeout(120_000);
});
