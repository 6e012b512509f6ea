/** Registers: the field and the section that they have in common, described once. */
import { ITEM_STATUS } from './enumerations.ts';
import type { FieldDescription, SectionDescription } from './kind.ts';

/** Where an item of a register stands. */
export const ITEM_STATUS_FIELD = {
  name: 'status',
  title: 'Status',
  type: 'enumeration',
  synonyms: ['state'],
  help: 'Where it stands.',
  values: ITEM_STATUS,
} as const satisfies FieldDescription;

/** The section that says what a register is for. */
export const REGISTER_PURPOSE_SECTION = {
  name: 'purpose',
  title: 'Purpose',
  synonyms: ['introduction', 'scope', 'overview'],
  help: 'What the register is for.',
  prompt: 'What is listed here, and who keeps it?',
} as const satisfies SectionDescription;
