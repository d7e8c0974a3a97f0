import type { Database } from "../../src/database/database";
import type { Log } from "../../src/log/log";
import { Story } from "../support/story";

/** Where acts are played: a story, and the API. */
export interface Stage {
  readonly db: Database;
  readonly log: Log;
  readonly told: Story;
  /** Does a mutation as somebody: the id of its thing. It must not be refused. */
  act(by: string | null, mutation: string, input: Input): Promise<string>;
  versionOf(id: string): Promise<number>;
}

export type Input = Readonly<Record<string, unknown>>;

/** Who does something, and with what input; whatever must have happened before has happened by then. */
export type Act = (stage: Stage) => Promise<{ readonly by: string; readonly input: Input }>;

/** Acts by their mutation, and by the case in which it changes one thing or another. */
export type Acts = Readonly<Record<string, Readonly<Record<string, Act>>>>;
