import { tellLapsed, tellReviewsDue } from "../accreditation/told";
import { tellOverdue } from "../commission/overdue";
import type { Retention } from "../config";
import type { Context } from "../context";
import { forgetContributors } from "../contribution/kept";
import { Database, forUpdate } from "../database/database";
import { overwritten } from "../database/overwritten";
import type { Documents } from "../document/documents";
import { Log } from "../log/log";
import { Refused } from "../mutation/refused";
import { transact } from "../mutation/transact";
import { erase } from "../personal/erase";
import { RETENTION } from "../personal/erasure-reason";
import { PUBLIC } from "../scope/scope";
import { alone } from "./alone";
import { dropAccessRecords, dropKeys } from "./expired";
import { uninvolved, uninvolvedSince } from "./uninvolved";

export interface SweepOptions {
  readonly db: Database;
  readonly log: Log;
  readonly retention: Retention;
  /** Whose files go with people who are erased; where there is no server, its next start removes them. */
  readonly documents?: Documents;
}

/** What a sweep removed; how many commissions it told to be overdue, yearly reviews to be due and accreditations to have lapsed. */
export interface Swept {
  readonly keys: number;
  readonly accessRecords: number;
  readonly people: number;
  readonly contributors: number;
  readonly overdue: number;
  readonly reviewsDue: number;
  readonly lapsed: number;
}

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

/** Removes what is kept no longer and tells what time has brought; null where another instance is at it. Nobody does it: its entries have no actor. */
export const sweep = ({ db, log, retention, documents }: SweepOptions, now: Date): Promise<Swept | null> =>
  alone(db, async () => {
    const ctx: Context = { db, log, personId: null, scope: PUBLIC, now, opened: new Set(), loaders: new Map() };
    const { personDays, accessDays } = retention;
    const swept = {
      keys: await dropKeys(ctx),
      accessRecords: accessDays === null ? 0 : await dropAccessRecords(ctx, daysBefore(now, accessDays)),
      people: personDays === null ? 0 : await erasePeople(ctx, daysBefore(now, personDays)),
      contributors: await forgetContributors(ctx),
      overdue: await tellOverdue(ctx),
      reviewsDue: await tellReviewsDue(ctx),
      lapsed: await tellLapsed(ctx),
    };
    if (swept.people + swept.contributors > 0) await overwritten(db);
    if (swept.people > 0) await documents?.tidy({ now });
    return swept;
  });

const erasePeople = async (ctx: Context, moment: Date): Promise<number> => {
  let erased = 0;
  for (const personId of await uninvolvedSince(ctx.db.rows, moment)) {
    if (await erasedNow(ctx, personId, moment)) erased += 1;
  }
  return erased;
};

/** Erases somebody unless they were erased or have taken a part in the meantime. */
const erasedNow = async (ctx: Context, personId: string, moment: Date): Promise<boolean> => {
  try {
    await transact(ctx, null, async (tx) => {
      await tx.rows(`SELECT id FROM person WHERE id = ?${forUpdate(ctx.db.kind)}`, [personId]);
      if (!(await uninvolved(tx.rows, personId, moment))) throw new Refused([]);
      await erase(tx, personId, RETENTION);
      return personId;
    });
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};
