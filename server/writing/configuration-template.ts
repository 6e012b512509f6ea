/** The text of a new `clausewright.yaml`: the edition, and every other key with what it is for, still commented out. */
import { EDITIONS, type Edition } from '../model/catalogue.ts';
import { CONFIGURATION_SCHEMA } from '../model/configuration-schema.ts';

/** Keys that a new configuration shows; the others are in the guide. */
const SHOWN: ReadonlySet<string> = new Set([
  'organization',
  'ignore',
  'kinds',
  'people',
  'preset',
  'rules',
  'intervals',
  'complete',
]);

/** Writes a new configuration; in: the edition. Out: YAML that says the edition and nothing else. */
export function configurationTemplate(edition: Edition): string {
  const others = CONFIGURATION_SCHEMA.filter(({ name }) => SHOWN.has(name)).map(({ name, help, example }) => {
    const value = example.includes('\n') ? `\n${example}` : ` ${example}`;
    return `# ${help}\n${`${name}:${value}`
      .split('\n')
      .map((line) => `# ${line}`.trimEnd())
      .join('\n')}`;
  });
  return `${[
    '# What Clausewright checks these documents against. Take the mark off a line to make it count.',
    `# Edition of ISO/IEC 20000-1: ${EDITIONS.join(', ')}.\nedition: ${edition}`,
    ...others,
  ].join('\n\n')}\n`;
}
