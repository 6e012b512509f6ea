/** The fix that begins an audit programme: a row for each process that is described here, with nobody and no day filled in. */
import type { Facts } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { processName } from '../../workspace/keys.ts';
import type { View } from '../../workspace/view.ts';
import { isAskedToBeComplete, isIndexPage } from '../life.ts';
import { createRegisterFix } from './create-document.ts';
import { newPath } from './new-path.ts';

/** The descriptions of processes at work here; what is a draft, out of use or only an index of others is left out. */
export function processesAtWork(view: View): readonly Facts[] {
  return view.documents('process-description').filter((facts) => isAskedToBeComplete(facts) && !isIndexPage(facts));
}

/** What a row of a programme begins with: the process, and room for the rest. */
export function openRow(process: Facts): Readonly<Record<string, string>> {
  return { process: processName(process) ?? process.path, date: 'TBD', auditor: 'TBD', criteria: 'TBD', scope: 'TBD' };
}

/** In: the fix's title, the programme that it follows (null: none), the view and lexicon. The year is that of the as-of date. */
export function newProgrammeFix(title: string, before: Facts | null, view: View, lexicon: Lexicon): Fix {
  const year = view.asOf.slice(0, 4);
  const called = `Audit programme ${year}`;
  return createRegisterFix(
    title,
    newPath(view, 'audit-programme', called, 'audits'),
    'audit-programme',
    {
      title: called,
      period: `${year}-01-01 to ${year}-12-31`,
      ...(before === null ? {} : { previous: nameOf(before) }),
    },
    { kind: 'audit', values: processesAtWork(view).map(openRow) },
    lexicon,
  );
}

const nameOf = (programme: Facts): string => programme.title?.text ?? programme.path;
