/** The rule `doc.missing-section`: content that the edition, or the organization, asks a document of this kind to have. */

import type { KindDescription } from '../../model/kind.ts';
import { termKey } from '../../model/vocabulary/names.ts';
import { type Facts, fieldOf } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import { type AskedSection, askedSections } from '../asked-for.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

/** Records that answer a section wherever they stand: a table of targets is the targets, whatever its heading. */
const ANSWERING: Readonly<Record<string, readonly string[]>> = {
  targets: ['sla-target'],
  audits: ['audit'],
  measures: ['kpi'],
  services: ['service'],
  objectives: ['objective'],
  risks: ['risk'],
  activities: ['step'],
  procedures: ['step'],
  responsibilities: ['raci-row', 'role'],
  'other-parties': ['supplier'],
};

/** Columns of records that answer a section: rows that say who receives each report have planned the reporting. */
const ANSWERING_FIELDS: Readonly<Record<string, readonly string[]>> = {
  reporting: ['recipients', 'report', 'report_date'],
};

export default rule({
  id: 'doc.missing-section',
  title: 'Required content missing from a document',
  why: 'Some clauses say what a document has to contain, such as the targets and workload limits of an agreement. Auditors hold the document against that list; a link to where the content stands answers as well.',
  remedy:
    'Add the sections, under these or similar headings, or link to where the content stands. What does not apply is said, with the reason.',
  pitfall: 'housekeeping',
  clauses: { '2005': ['3.2'], '2011': ['4.3.1'], '2018': ['7.5.1'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: sla-mail.md
# Service level agreement: Mail
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [doc.missing-section] Workload limits, Exceptions
  💡 Insert the missing sections: Workload limits, Exceptions

## Service level targets

Available at least 99.5 % a month.
`,
    good: `--- file: sla-mail.md
# Service level agreement: Mail

## Service level targets

Available at least 99.5 % a month.

## Expected volumes

Up to 400 mailboxes.

## Exclusions

Not during the maintenance window on the first Sunday of a month.

## Fair use

Up to 50 GB a mailbox.
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view, lexicon }) {
    const kind = lexicon.kind(facts.kinds[0] ?? '');
    // A kind that only a table gave away is too unsure to hold the whole document to its sections.
    if (kind === null || facts.kindFrom === 'columns' || isIndexPage(facts)) return;
    const missing = askedSections(kind, view.configuration, lexicon).filter(
      (section) =>
        // What a rule of its own asks for is said once, by that one.
        (section.by === 'configuration' || section.description?.ownRule !== true) &&
        !isPresent(section, facts, kind, lexicon),
    );
    if (missing.length === 0) return;
    const names = missing.map((section) => section.title).join(', ');
    const byClause = missing.filter((section) => section.by === 'clause');
    const numbers = [...new Set(byClause.flatMap((section) => section.description?.clauses?.[view.edition] ?? []))];
    const insertable = facts.format === 'markdown' ? missing.filter((section) => section.description !== null) : [];
    const all =
      insertable.length > 1
        ? [
            insertSectionsFix(
              `Insert the missing sections: ${insertable.map((section) => section.title).join(', ')}`,
              facts.path,
              kind.name,
              insertable.map((section) => section.name),
              lexicon,
            ),
          ]
        : [];
    yield {
      span: documentSpan(facts),
      message:
        byClause.length > 0
          ? `This ${kind.title.toLowerCase()} does not say, or link to: ${names}. Possible nonconformity with clause ${numbers.join(', ')}.`
          : `This ${kind.title.toLowerCase()} lacks what the configuration asks for: ${names}.`,
      about: missing.map((section) => section.name).join(','),
      severity: byClause.length > 0 ? 'error' : 'warning',
      ...(numbers.length > 0 ? { clauses: { [view.edition]: numbers } } : {}),
      fixes: [
        ...all,
        ...insertable.map((section) =>
          insertSectionsFix(`Insert the section “${section.title}”`, facts.path, kind.name, [section.name], lexicon),
        ),
      ],
    };
  },
});

/** A page without headings below its title, such as a policy of one page, says things in its sentences. */
const LONG_PROSE = 120;

function isSaidInProse(section: AskedSection, facts: Facts): boolean {
  if (facts.format === 'yaml' || facts.sections.length > 1) return false;
  if (facts.words > LONG_PROSE) return true;
  const prose = ` ${termKey(facts.sections.map((each) => each.lead).join(' '))}`;
  const words = termKey(section.title)
    .split(' ')
    .filter((word) => word.length > 3);
  return words.length > 0 && words.every((word) => prose.includes(` ${word.slice(0, 6)}`));
}

/** Is the content there: under its heading or a synonym, as a field, as records, or as a link in its place? */
function isPresent(section: AskedSection, facts: Facts, kind: KindDescription, lexicon: Lexicon): boolean {
  const wanted = termKey(section.title);
  if (facts.sections.some((each) => each.names.includes(section.name) || termKey(each.title) === wanted)) return true;
  const field = fieldOf(facts, section.name);
  if (field !== null && field.state !== 'empty') return true;
  if (isSaidInProse(section, facts)) return true;
  const answering = ANSWERING[section.name] ?? [];
  if (facts.records.some((record) => answering.includes(record.kind) && record.form !== 'document')) return true;
  const columns = ANSWERING_FIELDS[section.name] ?? [];
  if (facts.records.some((record) => columns.some((name) => fieldOf(record, name)?.state === 'given'))) return true;
  if (
    facts.links.some(
      (link) =>
        lexicon.sectionNames(kind.name, link.text).includes(section.name) ||
        ` ${termKey(link.text)} `.includes(` ${wanted} `),
    )
  )
    return true;
  // YAML has no headings: only what the kind knows as a field or a record could ever be found there.
  return facts.format === 'yaml' && !kind.fields.some((each) => each.name === section.name) && answering.length === 0;
}
