/** The rule `improvement.process-missing`: no document says how improvements are found, weighed, carried out and measured. */
import { lexiconFor } from '../../reading/lexicon.ts';
import { createDocumentFix } from '../fixes/create-document.ts';
import { newPath } from '../fixes/new-path.ts';
import { isImprovementDescribed } from '../improvement-process.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';
import { workspacePlace } from '../workspace-place.ts';

export default rule({
  id: 'improvement.process-missing',
  title: 'No process for improvement',
  why: 'The 2005 edition wants a process to identify, measure, report and manage improvements continuously; the 2011 edition wants a documented procedure. The 2018 edition leaves the form open, but what nobody has written down nobody follows for long.',
  remedy:
    'Describe how improvements are identified, assessed, decided, carried out, measured and reported: in a process of its own, or in a section “Improvement” of the service management plan. A register entry or link that says where the description is kept is enough.',
  pitfall: 7,
  clauses: { '2005': ['4.4.2'], '2011': ['4.5.5.1', '4.5.5.2'], '2018': ['10.2', '7.5.4'] },
  severity: { '2005': 'error', '2011': 'error', '2018': 'information' },
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2011
--- file: improvements.md
# Improvement register
  ^^^^^^^^^^^^^^^^^^^^ [improvement.process-missing]
  💡 Create the process description “Continual improvement”

| ID | Improvement | Benefit | Priority | Status |
| --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | Less downtime | High | New |
`,
    good: `--- file: clausewright.yaml
edition: 2011
--- file: improvement.md
# Continual improvement process

## Activities

1. The SMS manager records each suggestion.
2. The process owner assesses it and gives it a priority.
3. The head of operations approves or rejects it.
4. The owner measures the result against the target.
5. The SMS manager reports every quarter.
`,
  },
  on: 'workspace',
  *check(view) {
    const lexicon = lexiconFor(view.configuration);
    if (isImprovementDescribed(view, lexicon)) return;
    // Where nothing at all speaks of improvement, process.area-missing of the 2018 edition says so.
    if (view.edition === '2018' && !view.treating('improvement').some((facts) => !isSetAside(facts))) return;
    const place = workspacePlace(view, ['improvement-register', 'service-management-plan']);
    if (place === null) return;
    yield {
      ...place,
      message:
        view.edition === '2018'
          ? 'No document says how improvements are identified, measured, reported and managed.'
          : 'No document says how improvements are identified, measured, reported and managed: possible nonconformity.',
      about: 'improvement process',
      fixes: [
        createDocumentFix(
          'Create the process description “Continual improvement”',
          newPath(view, 'process-description', 'Continual improvement', 'processes'),
          'process-description',
          { title: 'Continual improvement process' },
          lexicon,
        ),
      ],
    };
  },
});
