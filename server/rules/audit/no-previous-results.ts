/** The rule `audit.no-previous-results`: an audit programme that says nothing of what earlier audits found. */
import { dayIn, type Facts, fieldOf, isTouched } from '../../reading/facts.ts';
import { isOver, programmeOf } from '../audit-programmes.ts';
import { isBefore } from '../due.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { setMetadata } from '../fixes/to-fill-in.ts';
import { isIndexPage, isSetAside } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'audit.no-previous-results',
  title: 'Audit programme without the results of earlier audits',
  why: 'A programme has to take the results of earlier audits into account. Where it does not mention them, the same finding comes back and nobody has looked for it.',
  remedy:
    'Add a section “Results of earlier audits” with links to the reports and what is still open, or a column “Previous result”.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: audit-report-2025.md
# Audit report IA-2025-01

**Process:** Change management  
**Held on:** 2025-06-12  
**Auditor:** Bruno Vale

--- file: audit-programme.md
# Audit programme 2026
  ^^^^^^^^^^^^^^^^^^^^ [audit.no-previous-results] IA-2025-01
  💡 Insert the section “Results of earlier audits”

**Period:** 2026

| Audit no. | Process | Date | Auditor |
| --- | --- | --- | --- |
| IA-2026-01 | Change management | 2026-12-01 | Bruno Vale |
`,
    good: `--- file: audit-report-2025.md
# Audit report IA-2025-01

**Process:** Change management  
**Held on:** 2025-06-12  
**Auditor:** Bruno Vale

--- file: audit-programme.md
# Audit programme 2026

**Period:** 2026

| Audit no. | Process | Date | Auditor | Previous result |
| --- | --- | --- | --- | --- |
| IA-2026-01 | Change management | 2026-12-01 | Bruno Vale | 2025: one minor, closed |
`,
  },
  on: 'documents',
  kinds: ['audit-programme'],
  *check({ facts, view, lexicon }) {
    const programme = programmeOf(facts);
    const { from } = programme;
    if (from === null || isOver(programme, view.asOf) || isIndexPage(facts)) return;
    if (isTouched(fieldOf(facts, 'previous'))) return;
    if (facts.sections.some((section) => section.names.includes('previous'))) return;
    if (programme.audits.some((audit) => isTouched(fieldOf(audit, 'previous')))) return;
    const earlier = view
      .documents('audit-report')
      .map(view.whole)
      .filter((report) => {
        const day = heldOn(report);
        return !isSetAside(report) && day !== null && isBefore(day, from);
      });
    const linked = new Set(facts.links.map((link) => link.path));
    const said = facts.sections.map((section) => section.lead).join('\n');
    // The first cycle has nothing to look back on; a link or the report's id anywhere in the programme is a look back.
    if (earlier.length === 0 || earlier.some((report) => linked.has(report.path) || said.includes(nameOf(report))))
      return;
    const latest = earlier.reduce((last, each) => ((heldOn(each) ?? '') > (heldOn(last) ?? '') ? each : last));
    yield {
      span: documentSpan(facts),
      message: `This audit programme does not refer to the results of earlier audits, such as ${nameOf(latest)}. Say what they mean for its choice.`,
      about: 'previous',
      related: earlier.map((report) => ({
        path: report.path,
        span: documentSpan(report),
        message: 'An earlier audit.',
      })),
      fixes: [
        ...(facts.format === 'markdown'
          ? [
              insertSectionsFix(
                'Insert the section “Results of earlier audits”',
                facts.path,
                'audit-programme',
                ['previous'],
                lexicon,
              ),
            ]
          : []),
        setMetadata(
          'Name the earlier audits as those that were considered',
          facts.path,
          'previous',
          earlier.map(nameOf).join('; '),
          lexicon,
        ),
      ],
    };
  },
});

function heldOn(report: Facts): string | null {
  const audit = report.records.find((record) => record.kind === 'audit' && record.form === 'document');
  for (const name of ['held', 'date', 'report_date']) {
    const day =
      dayIn(audit === undefined ? null : fieldOf(audit, name), 'last') ?? dayIn(fieldOf(report, name), 'last');
    if (day !== null) return day;
  }
  return null;
}

function nameOf(report: Facts): string {
  const audit = report.records.find((record) => record.kind === 'audit' && record.form === 'document');
  return audit?.id ?? report.title?.text ?? report.path;
}
