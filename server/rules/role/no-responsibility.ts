/** The rule `role.no-responsibility`: a role that is described without saying what it has to do. */
import { insertSectionsFix } from '../fixes/sections.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { hasDutiesInMatrix, lacksPart } from '../role-records.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'role.no-responsibility',
  title: 'Role without responsibilities',
  why: 'Every edition wants the responsibilities for service management defined and known. A role of which nobody can say what it has to do is a name on an organization chart.',
  remedy: 'Say what the role has to do: in a section “Responsibilities”, or in the register of roles.',
  pitfall: 5,
  clauses: { '2005': ['3.3'], '2011': ['4.1.3', '4.4.2'], '2018': ['5.3', '7.2'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: roles/change-manager.md
# Role description: Change Manager
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [role.no-responsibility] Change Manager
  💡 Insert the section “Responsibilities”

**Version:** 1.0

## Authorities

- Approves normal changes
`,
    good: `--- file: roles/change-manager.md
# Role description: Change Manager

**Version:** 1.0

## Duties

- Assesses each change

## Authorities

- Approves normal changes
`,
  },
  on: 'records',
  kinds: ['role'],
  *check(subject) {
    const { facts, record, view, lexicon } = subject;
    // What a matrix gives a role to do is a responsibility too.
    if (!lacksPart(subject, 'responsibilities') || hasDutiesInMatrix(record, view)) return;
    yield {
      span: record.headSpan,
      message: `Nothing says what the role "${record.name}" has to do: possible nonconformity. List its responsibilities.`,
      about: record.name.toLowerCase(),
      fixes: [
        record.form === 'document' && facts.format === 'markdown'
          ? insertSectionsFix(
              'Insert the section “Responsibilities”',
              facts.path,
              'role-description',
              ['responsibilities'],
              lexicon,
            )
          : toFillIn(facts, record, 'responsibilities', 'the responsibilities', lexicon),
      ],
    };
  },
});
