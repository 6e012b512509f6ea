/** Readers beside the main thread: what the folder asks of them, so that it need not know what a thread is. */
import type { LineTable } from '../syntax/lines.ts';
import type { Problem } from '../syntax/tree.ts';
import type { Read } from '../workspace/workspace.ts';

/** A document to be read elsewhere, and the print of what it was last read from, if it ever was. */
export interface Unread {
  readonly path: string;
  readonly known: number | null;
}

/** What the disk says of a document, and what was read in it. */
export interface ReadThere {
  /** Of all that it was read from, as `printOf` makes it. */
  readonly print: number;
  readonly problem: Problem | null;
  /** Null where the print is the known one: nothing is new. */
  readonly fresh: { readonly lines: LineTable; readonly read: Read } | null;
}

export interface Readers {
  /** How many batches are read at a time. */
  readonly count: number;
  /**
   * Reads a batch from the disk. In: the documents, the parts of the configuration on which reading depends, as JSON, and
   * whether a later reading may be compared with this one. Out: what was read, in the same order, null for a file that is not there; null as a whole where they could not be read
   * there, and have to be read here.
   */
  read(
    documents: readonly Unread[],
    configuration: string,
    compared: boolean,
  ): Promise<readonly (ReadThere | null)[] | null>;
  /** Lets the readers go; whatever they still read is answered with null. */
  end(): void;
}
