import type DataLoader from "dataloader";
import type { Database } from "./database/database";
import type { Read } from "./graph/rows";
import type { Log } from "./log/log";
import type { Scope } from "./scope/scope";

/** Everything a resolver may use. Made afresh for each operation, and for each entry that a subscription answers. */
export interface Context {
  readonly db: Database;
  readonly log: Log;
  /** Who asks; null without a token. */
  readonly personId: string | null;
  /** Set anew only after a change of the viewer's own that widens or narrows it. */
  scope: Scope;
  readonly now: Date;
  /** Where the server is reached: the base of addresses that leave it. Not there where nothing is served. */
  readonly publicUrl?: string;
  /** The Log's head as it was before anything else was read; there only when the operation asks for it. */
  readonly head?: string;
  /** Ids of what the answer opens: noted in the access log for whoever is given it. */
  readonly opened: Set<string>;
  /** By place in the document. */
  readonly loaders: Map<string, DataLoader<Read, unknown>>;
}
