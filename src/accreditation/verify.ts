import type { Context } from "../context";
import { Row } from "../database/database";
import { londonDay } from "../time";
import { Held, lapsedBy, standing } from "./accreditation.rules";
import { RELEASED } from "./seen";
import type { VerifiedAccreditation } from "./verified.type";

/** As long as a number can be; what is longer is none. */
const LONGEST = 40;

/** A number as it is written, from what somebody typed: whatever the case, with spaces anywhere and with or without its hyphens. */
export const numberTyped = (typed: string): string => {
  const bare = typed.replace(/\s/gu, "").toUpperCase();
  if (bare.length > LONGEST) return "";
  const [, first, second] = /^LT-?([0-9A-Z]{4})-?([0-9A-Z]{4})$/.exec(bare) ?? [];
  return second ? `LT-${first}-${second}` : bare;
};

type Found = Row & Held & Pick<VerifiedAccreditation, "number" | "accreditedOn" | "restoredOn" | "programme">;

/**
 * R46: the standing of the accreditation with a number, for anybody. The same statement answers whatever was typed, so
 * that a number that is none, and one that is not released yet, take as long as another.
 */
export const verify = async ({ db, now }: Context, typed: string): Promise<VerifiedAccreditation | null> => {
  const [found] = (await db.rows(
    `SELECT t.reference AS number, t.accreditedOn, t.reviewDueOn, t.lapsesOn, t.conditionsUntil, t.withdrawnOn,
       t.restoredOn, p.name AS programme
     FROM accreditation t JOIN programme p ON p.id = t.programmeId WHERE t.reference = ? AND ${RELEASED}`,
    [numberTyped(typed)],
  )) as Found[];
  if (!found) return null;
  const today = londonDay(now);
  const { number, accreditedOn, reviewDueOn, restoredOn, programme } = found;
  const withdrawnOn = found.withdrawnOn !== null && found.withdrawnOn <= today ? found.withdrawnOn : null;
  const stands = { standing: standing(found, today), lapsedOn: lapsedBy(found, today), withdrawnOn };
  return { number, ...stands, accreditedOn, reviewDueOn, restoredOn, programme };
};
