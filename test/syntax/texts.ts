/** Texts for the laws of the syntax room: generated Markdown with nasty pieces, any text, and the real corpora. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';

/** How often a law is tried; the environment asks for more runs than a quick one does. */
export const LAW: { readonly numRuns: number } = { numRuns: Number(process.env.LAW_RUNS ?? 100) };

/** Milliseconds that a law may take: its runs, on a machine that may be busy. */
export const LAW_TIME = 60_000 + LAW.numRuns * 100;

/** Pieces that have each broken some Markdown reader, line by line. */
const LINES: readonly string[] = [
  '# Purpose',
  '## Scope {#scope}',
  '### Roles ###',
  '#',
  '# ',
  '#hash',
  '####### seven',
  ' # indented',
  '- # in a list',
  '> # in a quote',
  '#\tTab',
  'Plain words about a change.',
  'Words with *emphasis*, **strong** and `code`.',
  'Line with two blanks  ',
  'Backslash break\\',
  '**Owner:** Jo Doe',
  '**Version**: 1.0 &amp; more',
  'a &lt; b \\* c &#x1F600; &notanentity; &',
  'emoji 😀 and ü and 中文',
  '*unclosed',
  '**a *b** c*',
  '~~gone~~ ~one~',
  '[link](a.md#b "t")',
  '[empty]()',
  '[angle](<a b.md>)',
  '[ref]',
  '[Ref][]',
  '[x][ref]',
  '![image](i.png)',
  '![alt *a*][ref]',
  '[^1]',
  '[unknown]',
  '[a [ref] b](x(y)z)',
  '[line',
  '[ref]: target.md "Title"',
  '[REF]: other.md',
  '[two words]: <x y>',
  '[two\nwords]',
  '> [ref]: quoted.md',
  '[^1]: A footnote',
  '[^2]: Another\n\n    with more',
  '- [^3]: in a list',
  '[^3] [two words]',
  'https://example.org/a?b=c.',
  'www.example.org',
  'jo@example.org',
  '<https://example.org>',
  '<br>',
  'a<br/>b',
  '```',
  '```yaml',
  '````',
  '~~~',
  '``` not `a fence',
  '    indented',
  '\ttab',
  '- ```',
  '  ```',
  '> ```',
  '<!--',
  '-->',
  '<!-- one line -->',
  '<div>',
  '</div>',
  '<pre>',
  '</pre>',
  '<?php',
  '?>',
  '<![CDATA[',
  '<script>',
  '<a name="x"></a>',
  '- item',
  '* item',
  '+ item',
  '1. one',
  '2) two',
  '10. ten',
  '  - nested',
  '    - deeper',
  '- [ ] open',
  '- [x] done',
  '-',
  '- ',
  '1.',
  '| a | b |',
  '|---|:-:|',
  '| 1 | `x\\|y` |',
  '|  | |',
  '| a \\| b',
  'a | b',
  '-|-',
  '| # |',
  '|',
  '> quote',
  '> > nested',
  '>',
  'lazy',
  '---',
  '***',
  '===',
  '- - -',
  'Setext\n---',
  'Setext\n===',
  '\u2028# not a heading',
  '\u0000',
  '\ufeff',
  '',
];

const line = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...LINES) },
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constantFrom('# Heading', '## Heading', '### [ref] heading', '# `#`') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...'#*_`~[]()<>!|\\&;:-+.0 1\t\na '), { maxLength: 24 }).map((c) => c.join('')),
  },
);

/** Markdown lines in any order, with any line ends. */
export const anyMarkdown: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom('', '', '', '', ' ', '  ', '    ', '> ', '- '), line), { maxLength: 30 }),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
    fc.boolean(),
  )
  .map(([lines, end, last]) => lines.map(([lead, words]) => lead + words).join(end) + (last ? end : ''));

/** Inline pieces that a fast reader could take for plain, joined without or with blanks. */
const WORDS: readonly string[] = [
  'word',
  'Change',
  'a',
  '1',
  '8.1',
  'ü',
  '中',
  '😀',
  '—',
  '“',
  '.',
  ',',
  ':',
  '(',
  ')',
  '"',
  '!',
  '?',
  '-',
  '+',
  '=',
  '/',
  '#',
  '|',
  '\u00a0',
  '\t',
  '*',
  '**',
  '***',
  '_',
  '__',
  '~',
  '~~',
  '`',
  '``',
  '`code`',
  '`a|b`',
  '` x `',
  '**bold**',
  '*em*',
  '_em_',
  '__strong__',
  '**{{x}}**',
  'snake_case',
  '*a*b',
  '**a**b',
  '"_blank"',
  '[',
  ']',
  '![',
  '](',
  '[x](y)',
  '[x](y "t")',
  '[*x*](y_z)',
  '[x_y](a?b=1&c=2)',
  '[](z)',
  '[x] (y)',
  '[x](<y>)',
  '[x](y(z))',
  '![i](j.png)',
  '[TODO]',
  '[ ]',
  '[x]',
  '[a [b](c)](d)',
  '[`]`](x)',
  '[a](b)[c](d)',
  '<',
  '>',
  '<br>',
  '<br/>',
  '<a href="x">',
  '</a>',
  '<b',
  '<!-- c -->',
  '<https://e.org>',
  '<x@y.z>',
  '&',
  '&amp;',
  '&nbsp',
  '&#38;',
  'R&D;',
  '\\',
  '\\*',
  '\\|',
  '\\[',
  '\\\\',
  'http://e.org',
  'www.e.org',
  'x@y.org',
  '@team',
  ' @ ',
  '  ',
  '{#id}',
  '{:target="_blank"}',
];

const phrase = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('word', 'some words', 'Jo Doe') },
        { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
      ),
      fc.constantFrom('', ' ', ' '),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((parts) => parts.map(([word, gap]) => word + gap).join(''));

const row = fc.array(phrase, { minLength: 1, maxLength: 3 }).map((cells) => `| ${cells.join(' | ')} |`);

const proseBlock = fc.oneof(
  { weight: 4, arbitrary: fc.array(phrase, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('# ', '## ', '###  ', '#\t'), phrase, fc.constantFrom('', '', ' #', ' {#id}', '#'))
      .map((parts) => parts.join('')),
  },
  {
    weight: 4,
    arbitrary: fc
      .array(
        fc.tuple(
          fc.constantFrom('', '', '', ' ', '  ', '   ', '    ', '      '),
          fc.constantFrom(
            '- ',
            '- ',
            '* ',
            '1. ',
            '2. ',
            '3) ',
            '-   ',
            '-      ',
            '- [ ] ',
            '- [x] ',
            '- - ',
            '',
            '',
            '  ',
            '    ',
            '> ',
          ),
          phrase,
          fc.constantFrom('\n', '\n', '\n', '\n\n', '  \n', '\n   \n'),
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((lines) => lines.map((parts) => parts.join('')).join('')),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        row,
        fc.constantFrom('|---|', '|---|:-:|', '|-|-|-|', '| :-- | --: |', '---|---', '|-+-|'),
        fc.array(row, { maxLength: 3 }),
      )
      .map(([head, rule, rows]) => [head, rule, ...rows].join('\n')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('```', '~~~', '````', '``` a b', '```yaml', ' ```'),
        phrase,
        fc.constantFrom('```', '~~~', '````', '```  ', '``', ' ```', '    ```'),
      )
      .map((lines) => lines.join('\n')),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom('> ', '> ', '> ', '>', '>  ', '> - ', '>   ', '> > ', ''), phrase), {
        minLength: 1,
        maxLength: 4,
      })
      .map((lines) => lines.map((parts) => parts.join('')).join('\n')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '---',
      '***',
      '* * *',
      '- - -',
      '___',
      '===',
      '<!-- a\nb -->',
      '<!-- a --> b',
      '<!--> x -->',
      '<!-- a',
      '<div>',
      '+---+\n| a |\n+---+',
      '    code',
      '\tcode',
      '-',
      '1.',
      '- \n  a',
    ),
  },
);

/** Prose as people write it, with something odd here and there: what a fast reader would like to be sure of. */
export const anyProse: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(proseBlock, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n  \n')), { maxLength: 5 }),
    fc.constantFrom(false, false, false, true),
  )
  .map(([blocks, windows]) => {
    const text = blocks.map((parts) => parts.join('')).join('');
    return windows ? text.replace(/\r?\n/g, '\r\n') : text;
  });

/** Any text at all, rich in line ends, surrogates and byte order marks. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀', '\ufeff', 'ü', '\ud83d', '#', ' '), { maxLength: 60 })
    .map((c) => c.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  anyMarkdown,
);

const YAML_LINES: readonly string[] = [
  'id: CHG-1',
  'name: "y"cron: "z"',
  'version: 8.10',
  'on: Yes',
  'date: 2024-03-01',
  'code: 0123',
  'owner:',
  'tags: [a, b',
  'tags: [a, {b: c}]',
  'text: |',
  '  folded line',
  'text: >-',
  '- item',
  '- id: x',
  '  name: y',
  '    deep: z',
  '# comment',
  'a: b # comment',
  'x: &a {q: 1}',
  'y: *a',
  '<<: *a',
  'z: *missing',
  '"quoted key": v',
  "'k': 'it''s'",
  'open: "never',
  '? complex',
  ': value',
  '{a: 1}: b',
  '---',
  '...',
  '%YAML 1.2',
  '\ttab: x',
  'a: b: c',
  'a: - b',
  '@at: x',
  'k: `tick`',
  '!tag v',
  'n: !!int x',
  'emoji: 😀',
  '&a',
  '*',
  '- - - x',
  '"a\\qb"',
  'id: CHG-1',
];

/** YAML lines in any order. */
export const anyYaml: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.constantFrom('', '', '', '  ', '    ', '- '),
        fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(...YAML_LINES) },
          { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
        ),
      ),
      { maxLength: 20 },
    ),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([lines, end]) => lines.map(([lead, words]) => lead + words).join(end));

export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

/** The real documents that lie beside the project on some machines; nothing where they do not. */
export function corpus(): readonly CorpusFile[] {
  const root = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));
  if (!existsSync(root)) return [];
  return filesBelow(root).map((path) => ({ path, text: readFileSync(path, 'utf8').replace(/^\ufeff/, '') }));
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.(?:md|erb|ya?ml)$/.test(name) ? [path] : [];
  });
}
