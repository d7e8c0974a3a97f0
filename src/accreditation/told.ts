import type { Context } from "../context";
import { forUpdate } from "../database/database";
import { breath } from "../hub/breath";
import { Refused } from "../mutation/refused";
import { Transaction, transact } from "../mutation/transact";
import { londonDay } from "../time";
import { Accreditation } from "./accreditation.entity";
import { concerned } from "./for-decision";
import { RELEASED } from "./seen";

/** Something that time alone does to accreditations (alias `t`), to be told once for each day on which it does. */
interface Turn {
  /** Whether it has happened by a day (each `?`), and was not told. */
  readonly so: string;
  readonly days: number;
  readonly tell: (tx: Transaction, accreditation: Accreditation) => Promise<unknown>;
}

const NOT_WITHDRAWN = "(t.withdrawnOn IS NULL OR t.withdrawnOn > ?)";

const STILL_THERE = "EXISTS (SELECT p.id FROM person p WHERE p.id = t.personId AND p.erasedAt IS NULL)";

// What is told is remembered, but no version rises: nobody has changed it, and whoever is about to is not to start again.
const DUE: Turn = {
  // Nobody decides the review of somebody who was erased.
  so: `(${NOT_WITHDRAWN} AND t.reviewDueOn <= ? AND t.lapsesOn > ? AND ${STILL_THERE}
    AND (t.dueToldFor IS NULL OR t.dueToldFor <> t.reviewDueOn))`,
  days: 3,
  tell: async (tx, accreditation) => {
    const { id, reference, reviewDueOn: dueOn } = accreditation;
    await tx.manager.update(Accreditation, { id }, { dueToldFor: dueOn });
    tx.append("StatusReviewDue", accreditation, concerned(accreditation), { reference, dueOn });
  },
};
const LAPSED: Turn = {
  so: `(${NOT_WITHDRAWN} AND t.lapsesOn <= ? AND (t.lapseToldFor IS NULL OR t.lapseToldFor <> t.lapsesOn))`,
  days: 2,
  tell: async (tx, accreditation) => {
    const { id, reference, lapsesOn: lapsedOn } = accreditation;
    await tx.manager.update(Accreditation, { id }, { lapseToldFor: lapsedOn });
    tx.append("AccreditationLapsed", accreditation, concerned(accreditation), { reference, lapsedOn });
  },
};

/** R46: tells of accreditations whose yearly review has become due. Answers how many there were. */
export const tellReviewsDue = (ctx: Context): Promise<number> => tellAll(ctx, DUE);

/** R46: tells of accreditations that lapsed because nothing was decided, or conditions were not met. Answers how many. */
export const tellLapsed = (ctx: Context): Promise<number> => tellAll(ctx, LAPSED);

const tellAll = async (ctx: Context, turn: Turn): Promise<number> => {
  const days = Array<string>(turn.days).fill(londonDay(ctx.now));
  const found = await ctx.db.rows(
    `SELECT t.id FROM accreditation t WHERE ${turn.so} AND ${RELEASED} ORDER BY t.id`,
    days,
  );
  let told = 0;
  for (const { id } of found) {
    await breath();
    if (await toldNow(ctx, turn, days, id as string)) told += 1;
  }
  return told;
};

/** Tells of one, unless it was decided on, or told, in the meantime. */
const toldNow = async (ctx: Context, { so, tell }: Turn, days: readonly string[], id: string): Promise<boolean> => {
  try {
    await transact(ctx, null, async (tx) => {
      const [still] = await tx.rows(
        `SELECT t.id FROM accreditation t WHERE ${so} AND t.id = ?${forUpdate(ctx.db.kind)}`,
        [...days, id],
      );
      if (!still) throw new Refused([]);
      await tell(tx, await tx.manager.findOneByOrFail(Accreditation, { id }));
      return id;
    });
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};
