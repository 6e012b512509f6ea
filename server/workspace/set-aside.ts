/** What is set aside: templates, archived documents and those taken out of use, told by place, name or status. */
import { type DocumentStatus, documentStatus, isOutOfUse } from '../model/vocabulary/statuses.ts';
import { type Facts, givenField } from '../reading/facts.ts';

const SET_ASIDE =
  /(?:^|\/)(?:archived?|archiv|obsolete|superseded|examples?)\/|(?:^|[/_. -])(?:templates?|vorlagen?)\//i;
const TEMPLATE_NAME = /(?:^|[/_. -])(?:template|vorlage)(?:[_. -]|$)/i;

/** Is the file a template, or in the archive, by its folder or its name? */
export function isPutAway(path: string): boolean {
  return SET_ASIDE.test(path) || TEMPLATE_NAME.test(path.replace(/^.*\//, ''));
}

/** Templates, and what is archived or taken out of use: nobody puts references right in them. */
export function isSetAside(facts: Facts): boolean {
  if (isPutAway(facts.path)) return true;
  return statusOf(facts) === 'template' || !isInUse(facts);
}

/** Is a document, by its status alone, still in use: not superseded, archived or withdrawn? */
export function isInUse(facts: Facts): boolean {
  return !isOutOfUse(statusOf(facts));
}

function statusOf(facts: Facts): DocumentStatus | null {
  const status = givenField(facts, 'status');
  return status === null ? null : documentStatus(status.raw);
}
