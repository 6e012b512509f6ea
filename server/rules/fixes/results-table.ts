/** The fix that adds rows to the table of results of a KPI catalogue, which is begun where there is none. */
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { addRecord } from '../../writing/add-record.ts';
import { addSectionTable } from '../../writing/add-section-items.ts';
import { editsInTurn, type Write } from '../../writing/in-turn.ts';
import { insertSections } from '../../writing/insert-section.ts';
import { documentFix } from './one-document.ts';

const SECTION = 'results';
const COLUMNS = ['kpi', 'period', 'value'];

/** In: its title, the path of the catalogue, the rows by canonical field name, the lexicon. */
export function addResultsFix(
  title: string,
  path: string,
  rows: readonly Readonly<Record<string, string>>[],
  lexicon: Lexicon,
): Fix {
  const fill = rows.map(
    (values): Write =>
      (now) =>
        addRecord(now, 'kpi-result', values, lexicon),
  );
  const section: Write = (now) => insertSections(now, 'kpi-definition', [SECTION], lexicon);
  const begin: Write = (now) => addSectionTable(now, SECTION, 'kpi-result', COLUMNS, rows, lexicon);
  return documentFix(
    title,
    path,
    (here) => editsInTurn(here, fill, lexicon) ?? begin(here) ?? editsInTurn(here, [section, begin], lexicon),
  );
}
