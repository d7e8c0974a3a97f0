import { CommissionStage } from "../commission/commission-stage";
import { lateOn } from "../commission/late";
import type { Context } from "../context";
import { londonDay } from "../time";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";
import { LAST_MOVED, OPEN_OFFERS, rateOf } from "./tasks-of-pair";

/** Who has a seat and is of the pair as well is heard as the latter only. */
const NOT_MINE = (alias: string) =>
  `NOT EXISTS (SELECT 1 FROM pair_member m WHERE m.pairId = ${alias}.pairId AND m.personId = ?)`;

const SEATED = "JOIN seat s ON s.boardId = t.boardId AND s.personId = ? AND s.endedOn IS NULL";

const RATES_AGREED = `NOT EXISTS (
  SELECT 1 FROM pair_member m WHERE m.pairId = c.pairId AND NOT EXISTS (
    SELECT 1 FROM rate_offer r WHERE r.commissionId = c.id AND r.personId = m.personId AND r.acceptedAt IS NOT NULL))`;

const WAITS_AT: Partial<Record<CommissionStage, { kind: TaskKind; text: (reference: string) => string }>> = {
  [CommissionStage.NEGOTIATING]: {
    kind: TaskKind.GRANT_COMMISSION,
    text: (reference) => `Commission ${reference}: every day rate is agreed.`,
  },
  [CommissionStage.QUALITY_ASSURANCE]: {
    kind: TaskKind.RECORD_BOARD_RESPONSE,
    text: (reference) => `Respond to the report of ${reference}.`,
  },
  [CommissionStage.BOARD_RESPONSE]: {
    kind: TaskKind.RECORD_PUBLICATION,
    text: (reference) => `Decide what becomes of the report of ${reference}.`,
  },
};

/** What waits for somebody who speaks for a board: rates to answer, reviews to commission, reports to respond to, days to agree. */
export const tasksOfSeat = async ({ db, personId, now }: Context): Promise<Waiting[]> => {
  const me = personId as string;
  const today = londonDay(now);
  const late = lateOn(today);
  const [offers, commissions, rested, overdue] = await Promise.all([
    db.rows(
      `SELECT x.*, p.name FROM (${OPEN_OFFERS}) x JOIN person p ON p.id = x.personId
       JOIN seat s ON s.boardId = x.boardId AND s.personId = ? AND s.endedOn IS NULL
       WHERE x.offeredBy = 'MEMBER' AND ${NOT_MINE("x")} ORDER BY x.offeredAt`,
      [me, me],
    ),
    db.rows(
      `SELECT c.id, c.reference, c.stage,
         COALESCE(${LAST_MOVED}, (SELECT MAX(r.acceptedAt) FROM rate_offer r WHERE r.commissionId = c.id)) AS since
       FROM commission c JOIN seat s ON s.boardId = c.boardId AND s.personId = ? AND s.endedOn IS NULL
       WHERE (c.stage IN ('QUALITY_ASSURANCE', 'BOARD_RESPONSE') OR (c.stage = 'NEGOTIATING' AND ${RATES_AGREED}))
         AND c.pausedOn IS NULL AND ${NOT_MINE("c")}`,
      [me, me],
    ),
    db.rows(
      `SELECT t.id, t.reference, t.pausedUntil FROM commission t ${SEATED}
       WHERE t.pausedUntil < ? AND ${NOT_MINE("t")}`,
      [me, today, me],
    ),
    db.rows(
      `SELECT t.id, t.reference, t.targetOn FROM commission t ${SEATED}
       WHERE ${late.sql} AND t.commissionedOn IS NOT NULL AND t.pausedOn IS NULL AND ${NOT_MINE("t")}`,
      [me, ...late.values, me],
    ),
  ]);
  return [
    ...offers.map((offer) => ({
      kind: TaskKind.ANSWER_RATE,
      text: `Answer ${offer.name}'s offer of ${rateOf(offer)} a day for ${offer.reference}.`,
      since: offer.offeredAt as string,
      aboutId: offer.id as string,
    })),
    ...commissions.flatMap(({ id, reference, stage, since }) => {
      const waits = WAITS_AT[stage as CommissionStage];
      if (!waits) return [];
      const text = waits.text(reference as string);
      return [{ kind: waits.kind, text, since: since as string | null, aboutId: id as string }];
    }),
    ...rested.map(({ id, reference, pausedUntil }) => ({
      kind: TaskKind.RESUME_COMMISSION,
      text: `Let ${reference} go on, or let it rest for longer: it was to be paused until ${pausedUntil}.`,
      since: `${pausedUntil} 00:00:00.000`,
      aboutId: id as string,
    })),
    ...overdue.map(({ id, reference, targetOn }) => ({
      kind: TaskKind.AGREE_TARGET_DAY,
      text: `Agree on another day for ${reference}: it was to be finished by ${targetOn}.`,
      since: `${targetOn} 00:00:00.000`,
      aboutId: id as string,
    })),
  ];
};
