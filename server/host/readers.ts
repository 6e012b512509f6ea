/** Readers beside the main thread: what the folder asks of them, so that it need not know what a thread is. */
import type { Facts } from '../reading/facts.ts';

/** A document's path and text, to be read elsewhere. */
export interface Unread {
  readonly path: string;
  readonly text: string;
}

export interface Readers {
  /** How many batches are read at a time. */
  readonly count: number;
  /**
   * Reads a batch. In: the documents, and the parts of the configuration on which reading depends, as JSON. Out: their facts in
   * the same order; null where they could not be read there, and have to be read here.
   */
  read(documents: readonly Unread[], configuration: string): Promise<readonly Facts[] | null>;
  /** Lets the readers go; whatever they still read is answered with null. */
  end(): void;
}
