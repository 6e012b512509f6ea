/** The rule `role.no-authority`: a role that is described without saying what it may decide. */
import { insertSectionsFix } from '../fixes/sections.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { isAccountableSomewhere, lacksPart } from '../role-records.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'role.no-authority',
  title: 'Role without authorities',
  why: 'Responsibility without authority cannot be carried: whoever has to keep changes safe must be able to stop one. Auditors ask role holders what they may decide alone, and compare the answer with the description.',
  remedy: 'Say what the role may decide alone: in a section “Authorities”, or in the register of roles.',
  pitfall: 5,
  clauses: { '2011': ['4.1.3'], '2018': ['5.3'] },
  severity: { '2011': 'warning', '2018': 'warning' },
  completeness: true,
  examples: {
    bad: `--- file: roles/change-manager.md
# Role description: Change Manager
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [role.no-authority] may decide
  💡 Insert the section “Authorities”

**Version:** 1.0

## Responsibilities

- Assesses each change
`,
    good: `--- file: roles/change-manager.md
# Role description: Change Manager

**Version:** 1.0

## Responsibilities and authorities

- Assesses each change, and approves normal ones
`,
  },
  on: 'records',
  kinds: ['role'],
  *check(subject) {
    const { facts, record, view, lexicon } = subject;
    // Whoever is accountable in a matrix has the last word there.
    if (!lacksPart(subject, 'authorities') || isAccountableSomewhere(record, view)) return;
    yield {
      span: record.headSpan,
      message: `Nothing says what the role "${record.name}" may decide: possible nonconformity. List its authorities.`,
      about: record.name.toLowerCase(),
      fixes: [
        record.form === 'document' && facts.format === 'markdown'
          ? insertSectionsFix(
              'Insert the section “Authorities”',
              facts.path,
              'role-description',
              ['authorities'],
              lexicon,
            )
          : toFillIn(facts, record, 'authorities', 'the authorities', lexicon),
      ],
    };
  },
});
