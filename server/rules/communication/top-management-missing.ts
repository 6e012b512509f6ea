/** The rule `communication.top-management-missing`: nothing shows that top management told people why their work matters. */
import { type Facts, type FieldFact, fieldOf, isTouched } from '../../reading/facts.ts';
import { namesOf } from '../../workspace/people.ts';
import type { View } from '../../workspace/view.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';
import { isTopManagement } from '../top-management.ts';
import { workspacePlace } from '../workspace-place.ts';

/** Where something is told or shown to people, with the fields that name who does it. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  communication: ['who'],
  awareness: ['presenter'],
  meeting: ['chair', 'attendees'],
};

export default rule({
  id: 'communication.top-management-missing',
  title: 'No communication by top management',
  why: 'Top management is to tell people why service management matters and what they contribute to its objectives. An auditor asks for one occasion: a town hall, a mail, a policy that was signed and sent to all.',
  remedy:
    'Name top management as the sender of a communication, an awareness briefing or a meeting; or let the policy say who signed it and to whom it was made known.',
  pitfall: 4,
  clauses: { '2005': ['3.3', '3.1'], '2011': ['4.4.2', '4.1.1'], '2018': ['5.1', '7.3', '7.4'] },
  severity: 'warning',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: "2018"
--- file: communication.md
# Communication plan
  ^^^^^^^^^^^^^^^^^^ [communication.top-management-missing]

| What | When | To whom | How | Who |
| --- | --- | --- | --- | --- |
| Maintenance | weekly | customers | mail | Service Desk Manager |
`,
    good: `--- file: clausewright.yaml
edition: "2018"
--- file: communication.md
# Communication plan

| What | When | To whom | How | Who |
| --- | --- | --- | --- | --- |
| Maintenance | weekly | customers | mail | Service Desk Manager |
| Policy and objectives | yearly | all staff | town hall | Managing Director |
`,
  },
  on: 'workspace',
  *check(view) {
    for (const [kind, fields] of Object.entries(TELLING))
      for (const { facts, record } of view.records(kind))
        if (!isSetAside(facts) && fields.some((name) => mayBeTop(fieldOf(record, name), view))) return;
    const policies = view.documents('service-management-policy').filter((facts) => !isSetAside(facts));
    if (policies.some((facts) => isSignedAndSent(facts, view))) return;
    const place = workspacePlace(view, ['communication-plan', 'awareness-record', 'service-management-policy']);
    if (place === null) return;
    yield {
      path: place.path,
      span: place.span,
      message:
        'Nothing shows that top management told people why service management matters and what they contribute: no communication, briefing or meeting of theirs, and no policy that they signed and made known. Possible nonconformity.',
      about: 'top management communication',
    };
  },
});

/** Is any of the names of top management, or may it be, for all that the documents tell? A placeholder waits for its answer. */
function mayBeTop(field: FieldFact | null, view: View): boolean {
  if (field === null || !isTouched(field)) return false;
  if (field.state !== 'given' || field.links.length > 0) return field.state !== 'not-applicable';
  return namesOf(field).some(
    ({ text, email, handle, note }) =>
      isTopManagement({ text, email, handle, function: note, represents: null }, view, view.asOf) !== false,
  );
}

/** A policy that top management signed counts where it is made known: a section, a field or a list of recipients says so. */
function isSignedAndSent(facts: Facts, view: View): boolean {
  const signed = ['approver', 'signatory', 'author', 'owner'].some((name) => mayBeTop(fieldOf(facts, name), view));
  const sent =
    ['distribution', 'communication'].some((name) => isTouched(fieldOf(facts, name))) ||
    view.whole(facts).sections.some((section) => section.state !== 'empty' && section.names.includes('communication'));
  return signed && sent;
}
