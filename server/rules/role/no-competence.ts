/** The rule `role.no-competence`: a role of which nobody says what it takes to fill it. */
import { isBody } from '../../model/vocabulary/role-words.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { namesKind } from '../improvement-process.ts';
import { lacksPart } from '../role-records.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'role.no-competence',
  title: 'Role without required competences',
  why: 'Every edition wants it to be settled which competence each role takes. Without that nobody can say whether its holder is able to fill it, nor which training is needed.',
  remedy:
    'List what somebody must know and be able to do, best with a level, in the role description or in the competence matrix under the name of the role. A link to the job description is enough.',
  pitfall: 3,
  clauses: { '2005': ['3.3'], '2011': ['4.4.2'], '2018': ['7.2'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: roles/change-manager.md
# Role description: Change Manager
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [role.no-competence] Change Manager
  💡 Insert the section “Required competences”

**Version:** 1.0

## Responsibilities

- Assesses each change
`,
    good: `--- file: roles/change-manager.md
# Role description: Change Manager

**Version:** 1.0

## Responsibilities

- Assesses each change

--- file: matrix.md
# Competence matrix

| Role | Competence | Required level |
| --- | --- | --- |
| Change Manager | Risk assessment | 3 |
`,
  },
  on: 'records',
  kinds: ['role'],
  *check(subject) {
    const { facts, record, view, lexicon } = subject;
    if (isBody(record.name) || !lacksPart(subject, 'competences')) return;
    if (view.recordsAbout('competence', 'role', { names: [record.name] }).length > 0) return;
    // "Job description (HR system)" holds it.
    const inside = (span: { readonly start: number; readonly end: number }): boolean =>
      record.form === 'document' || (record.span.start <= span.start && span.end <= record.span.end);
    if (
      facts.links.some(
        (link) =>
          inside(link.linkSpan) && !link.image && link.external && namesKind(link.text, 'role-description', lexicon),
      )
    )
      return;
    yield {
      span: record.headSpan,
      message: `Nothing says which competences the role "${record.name}" takes: possible nonconformity. List them, or link the job description.`,
      about: record.name.toLowerCase(),
      fixes: [
        record.form === 'document' && facts.format === 'markdown'
          ? insertSectionsFix(
              'Insert the section “Required competences”',
              facts.path,
              'role-description',
              ['competences'],
              lexicon,
            )
          : toFillIn(facts, record, 'competences', 'the competences', lexicon),
      ],
    };
  },
});
