/** The kinds of documents that are evidence of one event, as rules ask for them; the list stands in the model. */
export { isEvidence } from '../model/evidence-kinds.ts';
