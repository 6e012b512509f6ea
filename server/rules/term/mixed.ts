/** The rule `term.mixed`: one thing that a document calls a process here and a procedure there. */
import { FORM_OF_KIND, isHouseName } from '../../model/document-forms.ts';
import { type FormName, formNameIn, type NamedForm } from '../../model/vocabulary/form-names.ts';
import type { Facts, FieldFact } from '../../reading/facts.ts';
import type { Span } from '../../syntax/span.ts';
import type { Fix } from '../../workspace/finding.ts';
import type { View } from '../../workspace/view.ts';
import { documentFix } from '../fixes/one-document.ts';
import { isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';

/** A name with one of the two words, at its place, and what tells which thing is meant. */
interface Mention extends FormName {
  readonly text: string;
  readonly span: Span;
  readonly thing: string;
  /** The document that it leads to; null where it is no link into the workspace. */
  readonly target: string | null;
}

const ITSELF = 'this document';

export default rule({
  id: 'term.mixed',
  title: 'Called a process here and a procedure there',
  why: 'A process says what is achieved, a procedure who does what in which order. Where one thing goes by both words, readers look for two documents, and cannot tell which of them is meant. No clause fixes the words; this is advice.',
  remedy:
    'Settle on one of the two words for this thing. Where there really are two things, link each to its own place.',
  pitfall: 3,
  clauses: { '2005': ['3.2'], '2011': ['4.3.1'], '2018': ['7.5.4'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: plan.md
# Service management plan

Files come back by the [restore process](restore.md).

Who is on call follows the [restore procedure](restore.md).
                            ^^^^^^^^^^^^^^^^^ [term.mixed] process and procedure
                            💡 Say “process” throughout
                            💡 Say “procedure” throughout
--- file: restore.md
# Restore
`,
    good: `--- file: plan.md
# Service management plan

Files come back by the [restore process](restore.md).

Who is on call follows the [restore process](restore.md).
--- file: restore.md
# Restore
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view }) {
    if (facts.kinds.length === 0 || isIndexPage(facts) || isCombined(facts)) return;
    const things = new Map<string, Mention[]>();
    for (const mention of mentionsIn(facts)) {
      const called = things.get(mention.thing);
      if (called === undefined) things.set(mention.thing, [mention]);
      else called.push(mention);
    }
    for (const called of things.values()) {
      const [first] = called;
      const other = called.find(({ form }) => form !== first?.form);
      if (first === undefined || other === undefined || areTwoThings(facts, called, view)) continue;
      yield {
        span: other.span,
        message: `“${first.text}” and “${other.text}” seem to be one thing, called process and procedure in turn. Readers may look for two; one word for it is enough.`,
        about: other.core,
        related: [{ path: facts.path, span: first.span, message: `Here it is called “${first.text}”.` }],
        fixes: (['process', 'procedure'] as const).map((form) => sayThroughout(facts.path, form, called)),
      };
    }
  },
});

/** A document that is both, or goes by a word of the house, may speak of itself as either. */
function isCombined(facts: Facts): boolean {
  return (
    facts.kinds.filter((kind) => kind in FORM_OF_KIND).length > 1 ||
    facts.score?.verdict === 'combined' ||
    isHouseName(facts.title?.text ?? '')
  );
}

function mentionsIn(facts: Facts): readonly Mention[] {
  const found: Mention[] = [];
  const add = (
    text: string,
    span: Span,
    thing: (name: FormName) => string | null,
    target: string | null = null,
  ): void => {
    const name = formNameIn(text);
    const meant = name === null ? null : thing(name);
    if (name !== null && meant !== null) found.push({ ...name, text, span, thing: meant, target });
  };
  const own = facts.title === null ? null : formNameIn(facts.title.text);
  const itself = (name: FormName): string | null => (name.core === own?.core ? ITSELF : null);
  if (facts.title !== null) add(facts.title.text, facts.title.span, itself);
  for (const field of facts.metadata)
    if (field.state === 'given' && NAMING.has(field.field)) add(field.raw, field.span, itself);
  // A section that is headed by the other word alone holds what it names: the procedure within the process.
  for (const section of facts.sections)
    add(section.title, section.headingSpan, (name) => (name.behind ? itself(name) : null));
  for (const link of facts.links) {
    if (link.image) continue;
    // The text stands behind the opening bracket; where it is written otherwise, the fix sees it and gives way.
    const start = link.linkSpan.start + 1;
    add(
      link.text,
      { start, end: start + link.text.length },
      ({ core }) => `to ${link.path ?? link.target}#${link.anchor ?? ''} ${core}`,
      link.path,
    );
  }
  for (const record of facts.records)
    for (const field of record.fields)
      if (isPlainReference(field)) add(field.raw, field.span, ({ core }) => `${record.kind} ${field.field} ${core}`);
  return found.toSorted((a, b) => a.span.start - b.span.start);
}

/** The fields in which a document gives its own name. */
const NAMING = new Set(['title', 'name']);

/** A value that refers to something by its name alone; where it links, the link has been read already. */
function isPlainReference(field: FieldFact): boolean {
  return field.state === 'given' && field.value?.type === 'reference' && field.links.length === 0;
}

/** Do both exist: is there a document of the other form, or does this one refer to it? */
function areTwoThings(facts: Facts, called: readonly Mention[], view: View): boolean {
  const isOne = (text: string, form: NamedForm): boolean => {
    const name = formNameIn(text);
    return name !== null && name.core === called[0]?.core && name.form === form;
  };
  const is = (text: string): boolean => (['process', 'procedure'] as const).some((form) => isOne(text, form));
  const target = called[0]?.target ?? null;
  if (target !== null) {
    const there = view.facts(target);
    return there !== null && isCombined(there);
  }
  if (called[0]?.thing === ITSELF) {
    const referred = [...facts.metadata, ...facts.records.flatMap((record) => record.fields)].filter(
      (field) => field.value?.type === 'reference',
    );
    if (facts.links.some((link) => is(link.text)) || referred.some((field) => is(field.raw))) return true;
    return documentsOfForms(view).some((each) => each.path !== facts.path && is(each.title?.text ?? ''));
  }
  const titles = documentsOfForms(view).map((each) => each.title?.text ?? '');
  return titles.some((title) => isOne(title, 'process')) && titles.some((title) => isOne(title, 'procedure'));
}

const documentsOfForms = (view: View): readonly Facts[] =>
  Object.keys(FORM_OF_KIND).flatMap((kind) => view.documents(kind));

const SAID: Readonly<Record<NamedForm, { readonly en: string; readonly de: string }>> = {
  process: { en: 'process', de: 'prozess' },
  procedure: { en: 'procedure', de: 'verfahren' },
};

/** One of the two words at all places of the thing. */
function sayThroughout(path: string, form: NamedForm, called: readonly Mention[]): Fix {
  const wrong = called.filter((mention) => mention.form !== form);
  const edits = wrong.map(({ span, offset, word }) => {
    const start = span.start + offset;
    const said = /^(?:prozess|verfahren)$/i.test(word) ? SAID[form].de : SAID[form].en;
    return {
      span: { start, end: start + word.length },
      text: /^\p{Lu}/u.test(word) ? said.charAt(0).toUpperCase() + said.slice(1) : said,
    };
  });
  return documentFix(`Say “${form}” throughout`, path, ({ tree }) =>
    edits.every(({ span }, i) => tree.text.slice(span.start, span.end) === wrong[i]?.word) ? edits : null,
  );
}
