/** The rule `audit.programme-expired`: the period of the latest audit programme is over, and none follows. */
import { fieldOf } from '../../reading/facts.ts';
import { lexiconFor } from '../../reading/lexicon.ts';
import { isOver, type Programme, programmesOf } from '../audit-programmes.ts';
import { newProgrammeFix } from '../fixes/new-programme.ts';
import { isAskedToBeComplete } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'audit.programme-expired',
  title: 'Audit programme whose period is over',
  why: 'Audits have to go on at planned intervals. A programme that ended, with no other behind it, shows that nothing is planned any more.',
  remedy:
    'Set up the programme for the present period, or say in the period of this one that it is rolling. Mark the old one as superseded.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.1', '9.2.2'] },
  severity: 'error',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
as-of: 2026-11-01
--- file: audit-programme-2025.md
# Audit programme 2025

**Period:** 2025
            ^^^^ [audit.programme-expired]
            💡 Create the programme for 2026
`,
    good: `--- file: clausewright.yaml
edition: 2018
as-of: 2026-11-01
--- file: audit-programme-2025.md
# Audit programme 2025

**Period:** 2025

--- file: audit-programme-2026.md
# Audit programme 2026

**Period:** 2026
`,
  },
  on: 'workspace',
  *check(view) {
    const programmes = programmesOf(view);
    if (programmes.length === 0 || programmes.some((programme) => !isOver(programme, view.asOf))) return;
    const last = programmes.reduce((latest, each) => (endOf(each) > endOf(latest) ? each : latest));
    if (!isAskedToBeComplete(last.facts)) return;
    const lexicon = lexiconFor(view.configuration);
    const period = fieldOf(last.facts, 'period');
    yield {
      path: last.facts.path,
      span: period?.state === 'given' && period.shape !== 'section' ? period.span : documentSpan(last.facts),
      message: `This audit programme ended on ${endOf(last)}, and none follows it: possible nonconformity. Plan the audits of the present period.`,
      about: 'period',
      fixes: [newProgrammeFix(`Create the programme for ${view.asOf.slice(0, 4)}`, last.facts, view, lexicon)],
    };
  },
});

const endOf = (programme: Programme): string => programme.to ?? '';
