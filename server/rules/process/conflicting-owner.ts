/** The rule `process.conflicting-owner`: two documents name different owners for the same process. */
import { type Facts, type FieldFact, givenField, type RecordFact } from '../../reading/facts.ts';
import { processName } from '../../workspace/keys.ts';
import { namesOf } from '../../workspace/people.ts';
import { sayInstead } from '../fixes/same-value.ts';
import { contradict, type Identity, identityOf } from '../owner-identity.ts';
import { entriesOf, isLiveProcess, twinsOf } from '../process-twins.ts';
import { rule } from '../rule.ts';

interface Claim {
  readonly facts: Facts;
  readonly record: RecordFact | null;
  readonly owner: FieldFact;
  readonly means: Identity;
}

export default rule({
  id: 'process.conflicting-owner',
  title: 'Process with two different owners',
  why: 'Where one document gives a process to one person and another to somebody else, nobody can say who answers for it, and both may think that the other does.',
  remedy:
    'Settle who owns the process, and say the same in both places. Best, name the owner in one and refer to it from the other.',
  pitfall: 1,
  clauses: { '2005': ['4.1'], '2011': ['4.5.2'], '2018': ['5.3', '6.3'] },
  severity: 'warning',
  examples: {
    bad: `--- file: plan.md
# Service management plan

| Process | Process owner |
| --- | --- |
| Change management | Ben Thorn |
| Problem management | Cid Marsh |
--- file: processes/change.md
# Change management process

**Process owner:** Ada Quill
                   ^^^^^^^^^ [process.conflicting-owner] Ben Thorn
                   💡 Name Ben Thorn here too
                   💡 Name Ada Quill in plan.md
`,
    good: `--- file: plan.md
# Service management plan

| Process | Process owner |
| --- | --- |
| Change management | Ada Quill |
| Problem management | Cid Marsh |
--- file: processes/change.md
# Change management process

**Process owner:** Ada Quill
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view, lexicon }) {
    if (!isLiveProcess(facts)) return;
    const twins = twinsOf(facts, view);
    // Of several descriptions, the first speaks for all.
    if (twins.some((other) => other.path < facts.path)) return;
    const claims: Claim[] = [];
    const claim = (here: Facts, record: RecordFact | null): void => {
      const owner = givenField(record ?? here, 'owner');
      const means = identityOf(owner, view);
      if (owner !== null && means !== null) claims.push({ facts: here, record, owner, means });
    };
    claim(facts, null);
    for (const other of twins) claim(other, null);
    for (const entry of entriesOf(facts, view)) claim(entry.facts, entry.record);
    claims.sort((a, b) => (a.facts.path < b.facts.path ? -1 : a.facts.path > b.facts.path ? 1 : 0));
    const last = claims.at(-1);
    if (last === undefined) return;
    const others = claims.slice(0, -1).filter((each) => contradict(each.means, last.means));
    const first = others[0];
    if (first === undefined) return;
    const says = (each: Claim): string =>
      namesOf(each.owner)
        .map(({ text }) => text)
        .join(', ');
    yield {
      path: last.facts.path,
      span: last.owner.span,
      message: `The process "${processName(facts) ?? ''}" is owned by ${says(last)} here, and by ${says(first)} in ${first.facts.path}.`,
      about: `owner ${processName(facts) ?? ''}`,
      related: others.map((each) => ({
        path: each.facts.path,
        span: each.owner.span,
        message: `${says(each)} owns it by this document.`,
      })),
      fixes:
        others.length > 1
          ? []
          : [
              sayInstead(`Name ${says(first)} here too`, last.facts.path, last.record, 'owner', says(first), lexicon),
              sayInstead(
                `Name ${says(last)} in ${first.facts.path}`,
                first.facts.path,
                first.record,
                'owner',
                says(last),
                lexicon,
              ),
            ],
    };
  },
});
