import { Readable } from "node:stream";

/** What is known of a file before its first byte has come. */
export interface Known {
  readonly size: number;
  /** In 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Where files lie. What is put under a name is there whole or not at all. */
export interface Storage {
  /** Writes a stream to its end, so that it outlives a crash. A stream that fails leaves nothing under the name. */
  put(name: string, content: Readable, known: Known): Promise<void>;
  /** Null where nothing lies under the name. */
  get(name: string): Promise<Readable | null>;
  /** Nothing to remove is no fault. */
  remove(name: string): Promise<void>;
  /** Every name, also of what a crash left half written: under such a name there is nothing to get. */
  list(): AsyncIterable<string>;
}

/** The name of what is not whole yet, or never became so. */
export const halfOf = (name: string): string => `${name}.part`;
