/** `npm run score`: precision and recall of what is read from labelled documents of public collections. */
import { CORPORA, LABELLED, labels, NO_CORPORA } from '../test/kit/corpora.ts';
import { type Score, score, share } from '../test/kit/score.ts';

function table(title: string, tallies: Score['fields']): string {
  const percent = (right: number, of: number): string => share(right, of).toFixed(3).padStart(9);
  const lines = LABELLED.map((name) => {
    const { right, said, labelled } = tallies[name];
    return `  ${name.padEnd(14)}${percent(right, said)}${percent(right, labelled)}${String(labelled).padStart(9)}`;
  });
  return [title, '  field         precision   recall labelled', ...lines, ''].join('\n');
}

if (CORPORA === null) console.log(NO_CORPORA);
else {
  const result = score(labels());
  console.log(`${result.documents} documents, kind right ${share(result.kindRight, result.documents).toFixed(3)}\n`);
  console.log(table('With their state, placeholders included', result.fields));
  console.log(table('Given values only', result.given));
  for (const path of result.missing) console.log(`not there: ${path}`);
  for (const line of result.differences) console.log(line);
}
