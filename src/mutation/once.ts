import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { Context } from "../context";
import { isDuplicate } from "../database/retry";
import { newId } from "../id";
import { canonical } from "../log/log";
import { Idempotency } from "./idempotency.entity";
import { Refused } from "./refused";

/** How long a request can be repeated. */
export const KEPT_MS = 24 * 60 * 60 * 1000;

/** Thrown to leave a transaction whose work was done before: it is answered from what was kept. */
export class DoneBefore extends Error {
  constructor(
    readonly thingId: string,
    readonly entryId: string,
  ) {
    super("Done before.");
  }
}

export interface Once {
  begin(): Promise<void>;
  done(thingId: string, entryId: string): Promise<void>;
}

/** Gives a request with an idempotency key one effect. The key's row is written before the change it stands for. */
export const once = (
  manager: EntityManager,
  { personId, now }: Context,
  { mutation, input }: { mutation: string; input: object },
): Once => {
  const { idempotencyKey: key, ...rest } = input as { idempotencyKey?: string };
  // A value left out and one given as null ask for the same.
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value != null));
  const digest = createHash("sha256").update(canonical(said)).digest("hex");
  let id: string | null = null;

  const before = async (): Promise<void> => {
    const found = await manager.findOneBy(Idempotency, { personId: personId as string, mutation, key: key as string });
    if (!found) return;
    if (now.getTime() - found.at.getTime() > KEPT_MS) {
      await manager.delete(Idempotency, { id: found.id });
    } else if (found.digest !== digest) {
      throw new Refused([
        {
          code: "IDEMPOTENCY_CONFLICT",
          message: "This key was used before with another input: take a new key for a new request.",
          path: ["idempotencyKey"],
        },
      ]);
    } else {
      throw new DoneBefore(found.thingId as string, found.entryId as string);
    }
  };
  return {
    begin: async () => {
      if (!key || !personId) return;
      await before();
      const row = { id: newId("key"), personId, mutation, key, digest, at: now, thingId: null, entryId: null };
      try {
        await manager.insert(Idempotency, row);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        await before(); // the same request, at the same moment, has just committed
      }
      id = row.id;
    },
    done: async (thingId, entryId) => {
      if (id) await manager.update(Idempotency, { id }, { thingId, entryId });
    },
  };
};
