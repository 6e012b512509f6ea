/** Fixes that add rows to the table of results of a KPI catalogue, which is begun where there is none. */
import type { Facts } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { addRecord } from '../../writing/add-record.ts';
import { addSectionTable } from '../../writing/add-section-items.ts';
import { editsInTurn, type Write } from '../../writing/in-turn.ts';
import { insertSections } from '../../writing/insert-section.ts';
import { documentFix } from './one-document.ts';

const SECTION = 'results';
const COLUMNS = ['kpi', 'period', 'value'];

/**
 * The fix that adds rows for results of one measure, with their period and value to be filled in.
 * In: its title, the catalogue, what the measure goes by, how many rows, the lexicon. Out: none where the document is no
 * catalogue, or has a table with the periods across, which takes columns and no rows.
 */
export function resultRows(title: string, facts: Facts, kpi: string, count: number, lexicon: Lexicon): readonly Fix[] {
  const across = facts.records.some(
    (each) => each.kind === 'kpi-result' && each.fields.some(({ labelSpan }) => labelSpan === null),
  );
  if (facts.kinds[0] !== 'kpi-definition' || facts.format !== 'markdown' || kpi === '' || across) return [];
  const rows = Array.from({ length: count }, () => ({ kpi, period: 'TBD', value: 'TBD' }));
  const fill = rows.map(
    (values): Write =>
      (now) =>
        addRecord(now, 'kpi-result', values, lexicon),
  );
  const section: Write = (now) => insertSections(now, 'kpi-definition', [SECTION], lexicon);
  const begin: Write = (now) => addSectionTable(now, SECTION, 'kpi-result', COLUMNS, rows, lexicon);
  return [
    documentFix(
      title,
      facts.path,
      (here) => editsInTurn(here, fill, lexicon) ?? begin(here) ?? editsInTurn(here, [section, begin], lexicon),
    ),
  ];
}
