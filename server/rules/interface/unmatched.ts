/** The rule `interface.unmatched`: a process gives something to another one, which does not know of it. */
import { termKey } from '../../model/vocabulary/names.ts';
import { type Facts, fieldOf, givenField, type RecordFact } from '../../reading/facts.ts';
import { processName } from '../../workspace/keys.ts';
import type { View } from '../../workspace/view.ts';
import { addRecordFix } from '../fixes/add-record.ts';
import { isLiveProcess, processCoreOf } from '../process-twins.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

interface Delivery {
  readonly to: Facts;
  readonly outputs: RecordFact[];
}

export default rule({
  id: 'interface.unmatched',
  title: 'Output that its receiver does not know of',
  why: 'Processes work together where what one gives is what the other takes. An output that names a receiver, and no input there, is work that nobody waits for, or an interface that was changed on one side only.',
  remedy: 'Add the input to the receiving process, with its source; or name the right receiver of the output.',
  pitfall: 1,
  clauses: { '2005': ['4.1'], '2011': ['4.5.2'], '2018': ['4.4', '6.3'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process

## Outputs

| Output | To |
| --- | --- |
| Change schedule | Incident management |
  ^^^^^^^^^^^^^^^ [interface.unmatched] Incident management
  💡 Add the input “Change schedule” to incident.md
--- file: incident.md
# Incident management process

## Inputs

| Input | From |
| --- | --- |
| Alerts | Monitoring tool |
| Calls | Users |
`,
    good: `--- file: change.md
# Change management process

## Outputs

| Output | To |
| --- | --- |
| Change schedule | Incident management |
--- file: incident.md
# Incident management process

## Inputs

| Input | From |
| --- | --- |
| Alerts | Monitoring tool |
| Calendar of changes | Change management |
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view, lexicon }) {
    if (!isLiveProcess(facts)) return;
    const deliveries = new Map<string, Delivery>();
    for (const record of facts.records)
      for (const to of receiversOf(record, facts, view)) {
        const known = deliveries.get(to.path) ?? { to, outputs: [] };
        known.outputs.push(record);
        deliveries.set(to.path, known);
      }
    for (const { to, outputs } of deliveries.values()) {
      if (knowsSource(to, facts)) continue;
      const unknown = outputs.filter((output) => !takes(to, output));
      const first = unknown[0];
      if (first === undefined) continue;
      const name = processName(to) ?? to.path;
      const own = processName(facts) ?? facts.path;
      yield {
        span: first.headSpan,
        message: `${unknown.map((each) => `"${each.name}"`).join(', ')} ${unknown.length === 1 ? 'goes' : 'go'} to "${name}", which has no such input and names nothing that comes from here.`,
        about: `${to.path} ${unknown.map((each) => termKey(each.name)).join(', ')}`,
        related: [{ path: to.path, span: inputsPlace(to), message: `The inputs of "${name}".` }],
        fixes:
          unknown.length === 1
            ? [
                addRecordFix(
                  `Add the input “${first.name}” to ${to.path}`,
                  to.path,
                  'process-input',
                  { name: first.name, source: own },
                  lexicon,
                ),
              ]
            : [],
      };
    }
  },
});

/** The processes described here that an output names as its receivers: by link, by id, or by exactly their name. */
function receiversOf(output: RecordFact, from: Facts, view: View): readonly Facts[] {
  const receiver = givenField(output, 'receiver');
  if (receiver === null) return [];
  const found = new Map<string, Facts>();
  for (const path of receiver.links) {
    const facts = view.facts(path);
    if (facts?.kinds.includes('process-description')) found.set(path, facts);
  }
  if (found.size === 0)
    for (const target of receiver.value?.type === 'reference' ? receiver.value.targets : []) {
      const named = view
        .processes(target)
        .filter(
          (facts) =>
            processCoreOf(processName(facts) ?? '') === processCoreOf(target) ||
            givenField(facts, 'id')?.raw.trim().toLowerCase() === target.trim().toLowerCase(),
        );
      // Two descriptions of that name: nobody can say which of them is meant.
      const [only] = named;
      if (named.length === 1 && only !== undefined) found.set(only.path, only);
    }
  return [...found.values()].filter(
    (facts) => facts.path !== from.path && isLiveProcess(facts) && listsInputs(view.whole(facts)),
  );
}

/** Inputs in prose, or none at all, tell nothing of what is missing among them. */
function listsInputs(facts: Facts): boolean {
  return facts.records.some((record) => record.kind === 'process-input');
}

/** Does the receiver name this process as the source of any of its inputs? */
function knowsSource(to: Facts, from: Facts): boolean {
  const core = processCoreOf(processName(from) ?? '');
  const id = givenField(from, 'id')?.raw.trim().toLowerCase();
  if (fieldOf(to, 'inputs')?.links.includes(from.path) === true) return true;
  return to.records.some((record) => {
    const source = record.kind === 'process-input' ? givenField(record, 'source') : null;
    if (source === null) return false;
    if (source.links.includes(from.path)) return true;
    const targets = source.value?.type === 'reference' ? source.value.targets : [source.raw];
    return targets.some((target) => {
      const named = processCoreOf(target);
      return (
        (named !== '' && named === core) ||
        target.trim().toLowerCase() === id ||
        /^(?:all|each|every|any|alle|jede)\b/i.test(target)
      );
    });
  });
}

function takes(to: Facts, output: RecordFact): boolean {
  const wanted = termKey(output.name);
  return to.records.some((record) => {
    if (record.kind !== 'process-input') return false;
    const name = termKey(record.name);
    return name !== '' && (name.includes(wanted) || wanted.includes(name));
  });
}

function inputsPlace(facts: Facts): Facts['sections'][number]['headingSpan'] {
  return facts.sections.find((section) => section.names.includes('inputs'))?.headingSpan ?? documentSpan(facts);
}
