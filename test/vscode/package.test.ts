/** What is packed into the extension: all that it needs to run, and no source, test or map. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.ts';

/** The names in a zip file, from its central directory; in: its bytes. */
function namesIn(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const length = zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}

describe('The packaged extension', () => {
  const names = namesIn(readFileSync(join(root, 'clausewright.vsix')));

  it('holds both bundles, the licence and every file that package.json points at', () => {
    const { contributes, main, icon } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const pointedAt: string[] = [
      main,
      icon,
      ...[...contributes.grammars, ...contributes.snippets].map(({ path }) => path),
      ...contributes.viewsContainers.activitybar.map((container: { icon: string }) => container.icon),
      ...contributes.walkthroughs.flatMap((walkthrough: { icon: string; steps: { media: { markdown: string } }[] }) => [
        walkthrough.icon,
        ...walkthrough.steps.map(({ media }) => media.markdown),
      ]),
      'schemas/clausewright.schema.json',
      'docs/guide/views.md',
    ];
    for (const path of [...pointedAt, 'dist/server.cjs']) {
      assert.ok(names.includes(join('extension', path).replaceAll('\\', '/')), path);
    }
    assert.ok(names.some((name) => /^extension\/LICENSE(\.txt)?$/.test(name)));
  });

  it('holds nothing that a user has no use for', () => {
    const allowed = [
      /^(\[Content_Types\]\.xml|extension\.vsixmanifest)$/,
      /^extension\/(package\.json|LICENSE(\.txt)?|readme\.md|changelog\.md)$/i,
      /^extension\/dist\/(client|server)\.cjs$/,
      /^extension\/images\/(icon\.png|view\.svg)$/,
      /^extension\/(syntaxes|snippets|schemas)\/[^/]+\.json$/,
      /^extension\/docs\/rules\/[^/]+\.md$/,
      /^extension\/docs\/guide\/.+\.(md|png|svg)$/,
    ];
    assert.deepEqual(
      names.filter((name) => !allowed.some((pattern) => pattern.test(name))),
      [],
    );
  });

  it('keeps the bundles small, so that VS Code loads them fast', () => {
    for (const [bundle, megabytes] of [
      ['client', 0.5],
      ['server', 1.5],
    ] as const) {
      const bytes = readFileSync(join(root, 'dist', `${bundle}.cjs`)).length;
      assert.ok(bytes <= megabytes * 1024 * 1024, `${bundle}: ${bytes} bytes`);
    }
  });
});
