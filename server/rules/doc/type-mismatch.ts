/** The rule `doc.type-mismatch`: a document that calls itself a process and reads like a procedure, or the reverse. */
import {
  type DocumentForm,
  FORM_FEATURES,
  FORM_OF_KIND,
  type FormScore,
  isHouseName,
  speaksAgainst,
} from '../../model/document-forms.ts';
import { type Facts, givenField } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { replaceText } from '../fixes/replace-text.ts';
import { sayInstead } from '../fixes/same-value.ts';
import { isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'doc.type-mismatch',
  title: 'Called a process, reads like a procedure (or the reverse)',
  why: 'A process says what is achieved and why, with an owner, inputs, outputs and measures; a procedure says who does what, in which order. Where the two are mixed up, people look for steps in one document and find them in none, and measures are set for a list of clicks. No clause fixes the words; this is advice.',
  remedy:
    'Give the document the name that fits its content, or move the steps to a procedure of their own and add what makes a process: owner, inputs, outputs, measures.',
  pitfall: 3,
  clauses: { '2005': ['3.2'], '2011': ['4.3.1'], '2018': ['7.5.4'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: restore.md
# Restore process
  ^^^^^^^^^^^^^^^ [doc.type-mismatch] reads like a procedure
  💡 Retitle it “Restore procedure”

**Version:** 1.0

This page is for everybody who has to bring back a file that a customer has lost, in the daytime or at night, on a working day or not. Read it to the end before you begin, and keep the ticket open beside it while you work, so that each time is written down as it happens and nobody has to remember it in the morning.

## Steps

1. The Service Desk Agent opens the ticket and writes down which file is missing and since when.
2. The Service Desk Agent asks the customer how old the file may be, and notes the answer.
3. The System Engineer finds the right backup in the vault and writes its number into the ticket.
4. The System Engineer restores the file to a folder of its own and compares its size with the list.
5. The System Engineer checks the file with the customer on the phone.
6. The Service Desk Agent closes the ticket once the customer has said that all is well.
`,
    good: `--- file: restore.md
# Restore procedure

**Version:** 1.0

This page is for everybody who has to bring back a file that a customer has lost, in the daytime or at night, on a working day or not. Read it to the end before you begin, and keep the ticket open beside it while you work, so that each time is written down as it happens and nobody has to remember it in the morning.

## Steps

1. The Service Desk Agent opens the ticket and writes down which file is missing and since when.
2. The Service Desk Agent asks the customer how old the file may be, and notes the answer.
3. The System Engineer finds the right backup in the vault and writes its number into the ticket.
4. The System Engineer restores the file to a folder of its own and compares its size with the list.
5. The System Engineer checks the file with the customer on the phone.
6. The Service Desk Agent closes the ticket once the customer has said that all is well.
`,
  },
  on: 'documents',
  kinds: Object.keys(FORM_OF_KIND),
  *check({ facts, lexicon }) {
    const { score } = facts;
    const kind = facts.kinds[0] ?? '';
    const form = FORM_OF_KIND[kind];
    // Two kinds at once say themselves that they are combined; headings and columns alone declare nothing.
    if (score === undefined || form === undefined || facts.kinds.length > 1 || isIndexPage(facts)) return;
    if (facts.kindFrom === 'headings' || facts.kindFrom === 'columns' || !speaksAgainst(form, score)) return;
    if (facts.kindFrom === 'title' && isHouseName(facts.title?.text ?? '')) return;
    const reads =
      form === 'process' ? (score.instruction > score.procedure ? 'work-instruction' : 'procedure') : 'process';
    yield {
      span: givenField(facts, 'type')?.span ?? documentSpan(facts),
      message: messageOf(form, reads, score),
      about: reads,
      fixes: rename(facts, form, reads, lexicon),
    };
  },
});

const NAMES: Readonly<Record<DocumentForm, string>> = {
  process: 'a process',
  procedure: 'a procedure',
  'work-instruction': 'a work instruction',
};

/** What it has of the other form, and what it lacks of its own, in the words of the features. */
function messageOf(form: DocumentForm, reads: DocumentForm, score: FormScore): string {
  const points = (name: keyof typeof FORM_FEATURES, of: DocumentForm): number =>
    FORM_FEATURES[name][of === 'work-instruction' ? 'instruction' : of];
  const has = score.features.flatMap((name) => {
    const { called } = FORM_FEATURES[name];
    return called !== null && points(name, reads) > points(name, form) ? [called] : [];
  });
  const lacks =
    form === 'process'
      ? (['process-owner', 'inputs-and-outputs', 'measures'] as const).filter((name) => !score.features.includes(name))
      : (['steps'] as const).filter((name) => !score.features.includes(name));
  const missing = lacks.map((name) => FORM_FEATURES[name].called).join(', ');
  return `This calls itself ${NAMES[form]}, and reads like ${NAMES[reads]}: it has ${has.join(', ')}${missing === '' ? '' : `, and no ${missing.replace(/^an? /, '')}`}. Give it the name that fits, or add what is missing.`;
}

const WORDS: Readonly<Record<DocumentForm, { readonly en: string; readonly de: string; readonly kind: string }>> = {
  process: { en: 'process', de: 'prozess', kind: 'process-description' },
  procedure: { en: 'procedure', de: 'verfahren', kind: 'procedure' },
  'work-instruction': { en: 'work instruction', de: 'arbeitsanweisung', kind: 'work-instruction' },
};
const WORD = /work instruction|instructions?|process|procedure|arbeitsanweisung|prozess|verfahren/i;

/** The document under its right name: in its declared type where it declares one, else in its title. */
function rename(facts: Facts, form: DocumentForm, reads: DocumentForm, lexicon: Lexicon): readonly Fix[] {
  const other = WORDS[reads];
  if (facts.kindFrom === 'type')
    return [sayInstead(`Change the type to ${other.kind}`, facts.path, null, 'type', other.kind, lexicon)];
  const { title } = facts;
  const word = title === null ? null : WORD.exec(title.text);
  if (facts.kindFrom !== 'title' || title === null || word === null) return [];
  const own = word[0];
  const said = own.toLowerCase() === WORDS[form].de ? other.de : other.en;
  const after =
    title.text.slice(0, word.index) +
    (/^\p{Lu}/u.test(own) ? said.charAt(0).toUpperCase() + said.slice(1) : said) +
    title.text.slice(word.index + own.length);
  return [replaceText(`Retitle it “${after}”`, facts.path, title.span, title.text, after)];
}
