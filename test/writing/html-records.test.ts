/** Fields of records in raw HTML tables: a cell is filled, a column is added, and all else stays as it was. */
import { checkFix } from '../kit/check.ts';

const register = (head: string, row: string): string => `# Improvement register

<table>
  <tr><th>ID</th><th>Improvement</th><th>Owner</th>${head}<th>Status</th></tr>
  <tr><td>IMP-1</td><td>Shorter forms &amp; fewer of them</td><td>Ada Quill</td>${row}<td>open</td></tr>
  <tr><td>IMP-2</td><td>Better texts</td><td>Bo Ferrin</td>${row === '' ? '' : '<td>high</td>'}<td>open</td></tr>
</table>
`;

describe('records in raw HTML tables', () => {
  it('have an empty cell filled where it stands', () =>
    checkFix(
      `--- file: register.md\n${register('<th>Priority</th>', '<td></td>')}`,
      'improvement.no-priority',
      'Add the priority, to be filled in',
      `--- file: register.md\n${register('<th>Priority</th>', '<td>TBD</td>')}`,
    ));

  it('have a column added where the table lacks it', () =>
    checkFix(
      `--- file: register.md\n${register('', '')}`,
      'improvement.no-priority',
      'Add the priority, to be filled in',
      `--- file: register.md\n${register('', '')
        .replace('<th>Status</th></tr>', '<th>Status</th><th>Priority</th></tr>')
        .replace('<td>open</td></tr>', '<td>open</td><td>TBD</td></tr>')
        .replace('<td>open</td></tr>', '<td>open</td><td></td></tr>')}`,
    ));
});
