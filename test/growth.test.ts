/** Growth: in a copy of the project, a new kind and a new language are one file each, and all else follows. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const KIND = `/** The kind \`lease-contract\`: what is rented, from whom, until when. */
import type { KindDescription } from '../kind.ts';

export default {
  name: 'lease-contract',
  title: 'Lease contract',
  help: 'Says what is rented.',
  form: 'document',
  clauses: {},
  fields: [
    { name: 'lessor', title: 'Lessor', type: 'names', synonyms: ['landlord'], help: 'Who rents it out.' },
    { name: 'ends', title: 'Ends on', type: 'date', synonyms: [], help: 'When it ends.' },
  ],
  sections: [
    { name: 'rent', title: 'Rent', synonyms: [], help: 'What is paid.', prompt: 'What is paid?' },
  ],
  recognise: { types: ['lease'], titles: ['lease contract'] },
} as const satisfies KindDescription;
`;

const LANGUAGE = `/** French: enough of it to be told from nothing. */
import type { LanguagePack } from './pack.ts';

export default {
  language: 'fr',
  fields: { owner: ['Responsable du document'], lessor: ['Bailleur'] },
  sections: { rent: ['Loyer'] },
  kinds: { 'lease-contract': ['Contrat de location'] },
} as const satisfies LanguagePack;
`;

const QUESTION = `
import { DEFAULT_CONFIGURATION } from './server/model/configuration.ts';
import { lexiconFor } from './server/reading/lexicon.ts';
import { readTree } from './server/reading/read.ts';
import { parseTree } from './server/syntax/parse.ts';
import { documentTemplate } from './server/writing/template.ts';
import { completions } from './server/features/completion.ts';
import { placeIn } from './test/kit/place.ts';
const read = (text: string) => {
  const facts = readTree('a.md', parseTree('a.md', text), DEFAULT_CONFIGURATION);
  return { kinds: facts.kinds, fields: facts.metadata.map(({ field, raw }) => [field, raw]), sections: facts.sections.flatMap(({ names }) => names) };
};
console.log(JSON.stringify({
  english: read('# Lease contract\\n\\n**Landlord:** Ada Quill\\n**Ends on:** 2027-01-01\\n\\n## Rent\\n\\nx\\n'),
  french: read('# Contrat de location\\n\\n**Bailleur:** Ada Quill\\n**Responsable du document:** Ben Stone\\n\\n## Loyer\\n\\nx\\n'),
  template: documentTemplate("lease-contract", { title: "House" }, lexiconFor(DEFAULT_CONFIGURATION), { notation: "front-matter", language: "en" }),
  offers: completions(placeIn('--- file: a.md\\n---\\ntype: lease-contract\\n$0\\n---\\n# House\\n')).map(({ text }) => text),
}));
`;

describe('a copy of the project', function () {
  this.timeout(300_000);
  let copy = '';
  let said: Record<string, unknown> = {};
  const run = (script: string): string => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', script], {
      cwd: copy,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return stdout;
  };
  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'clausewright-copy-'));
    for (const part of ['server', 'scripts', 'catalogue', 'test/kit', 'package.json', 'tsconfig.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
    writeFileSync(join(copy, 'server/model/kinds/lease-contract.ts'), KIND);
    writeFileSync(join(copy, 'server/model/languages/fr.ts'), LANGUAGE);
    writeFileSync(join(copy, 'question.ts'), QUESTION);
    run('scripts/generate.ts');
    said = JSON.parse(run('question.ts'));
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  it('reads documents of a kind that is one new file', () => {
    assert.deepEqual(said['english'], {
      kinds: ['lease-contract'],
      fields: [
        ['lessor', 'Ada Quill'],
        ['ends', '2027-01-01'],
      ],
      sections: ['rent'],
    });
  });

  it('has a template for it, and offers its keys', () => {
    assert.match(String(said['template']), /^type: lease-contract$/m);
    assert.match(String(said['template']), /^## Rent$/m);
    assert.ok(
      (said['offers'] as string[]).some((text) => text.startsWith('lessor')),
      JSON.stringify(said['offers']),
    );
  });

  it('reads them in a language that is another', () => {
    assert.deepEqual(said['french'], {
      kinds: ['lease-contract'],
      fields: [
        ['lessor', 'Ada Quill'],
        ['owner', 'Ben Stone'],
      ],
      sections: ['rent'],
    });
  });
});
