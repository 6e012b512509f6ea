/** What is set aside: templates, archived documents and those taken out of use, told by place, name or status. */
import { documentStatus, isOutOfUse } from '../model/vocabulary/statuses.ts';
import { type Facts, fieldOf } from '../reading/facts.ts';

const SET_ASIDE = /(?:^|\/)(?:templates?|vorlagen?|archived?|archiv|obsolete|superseded|examples?)\//i;
const TEMPLATE_NAME = /(?:^|[/_. -])(?:template|vorlage)(?:[_. -]|$)/i;

/** Is the file a template, or in the archive, by its folder or its name? */
export function isPutAway(path: string): boolean {
  return SET_ASIDE.test(path) || TEMPLATE_NAME.test(path.replace(/^.*\//, ''));
}

/** Templates, and what is archived or taken out of use: nobody puts references right in them. */
export function isSetAside(facts: Facts): boolean {
  if (isPutAway(facts.path)) return true;
  const status = fieldOf(facts, 'status');
  const stands = status?.state === 'given' ? documentStatus(status.raw) : null;
  return stands === 'template' || isOutOfUse(stands);
}
