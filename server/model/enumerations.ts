/**
 * The fixed lists of values that several kinds share, each canonical value with its synonyms. They stand in the vocabularies that
 * read them, so that no synonym is written twice.
 */
export { FINDING_GRADE } from './vocabulary/grades.ts';
export { LEVEL } from './vocabulary/priorities.ts';
export { DOCUMENT_STATUS, ITEM_STATUS } from './vocabulary/statuses.ts';
