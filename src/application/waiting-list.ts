import { courseBegins } from "../course/begins";
import { forUpdate } from "../database/database";
import { differences } from "../log/differences";
import { Transaction } from "../mutation/transact";
import { Cohort } from "../programme/cohort.entity";
import { PLACES_TAKEN } from "../programme/places";
import { daysAfter, londonDay } from "../time";
import { Application } from "./application.entity";
import { ApplicationState } from "./application-state";

/** So many days, today not counted, somebody has who moves up from the waiting list, where the course is not sooner. */
const DAYS_TO_CONFIRM = 14;

/** Places that are held, or that an open offer may yet take: one past its day is open until it is withdrawn. */
const SPOKEN_FOR = `${PLACES_TAKEN}
  + (SELECT COUNT(*) FROM application p WHERE p.cohortId = $ AND p.state = 'OFFERED')`;

/** The place after the last on the waiting list of a cohort that was found in this transaction. */
export const nextRank = async (tx: Transaction, { id }: Cohort): Promise<number> => {
  const [row] = await tx.rows("SELECT MAX(waitingRank) AS last FROM application WHERE cohortId = ?", [id]);
  return Number(row?.last ?? 0) + 1;
};

/**
 * R9, R63: a place of this cohort was given back: it is offered to the first on the waiting list who can take it. One
 * place given back is offered once, and not at all once the course has begun, or while as many offers are open as there
 * are places left: these were promised before.
 * The cohort must have been found in this transaction, and whoever gave the place up must not count any more.
 */
export const offerNext = async (tx: Transaction, cohort: Cohort): Promise<void> => {
  const { id: cohortId, capacity } = cohort;
  const [count] = await tx.rows(`SELECT ${SPOKEN_FOR.replaceAll("$", "?")} AS spokenFor`, Array(3).fill(cohortId));
  const begins = await courseBegins(tx, cohort);
  if (Number(count?.spokenFor) >= capacity || begins <= londonDay(tx.ctx.now)) return;
  const waiting = await tx.rows(
    `SELECT a.id FROM application a JOIN person p ON p.id = a.personId
     WHERE a.cohortId = ? AND a.state = 'WAITING' AND p.disabledAt IS NULL
     AND NOT EXISTS (SELECT 1 FROM trainee t WHERE t.personId = a.personId AND t.standing = 'ENROLLED')
     ORDER BY a.waitingRank, a.id`,
    [cohortId],
  );
  for (const { id } of waiting) {
    // Somebody may be taking their application back at this very moment: then it is the next one's turn.
    const lock = `SELECT id FROM application WHERE id = ? AND state = 'WAITING'${forUpdate(tx.ctx.db.kind)}`;
    const [still] = await tx.rows(lock, [id as string]);
    if (still) return moveUp(tx, await tx.manager.findOneByOrFail(Application, { id: id as string }), begins);
  }
};

const moveUp = async (tx: Transaction, application: Application, begins: string): Promise<void> => {
  const { now } = tx.ctx;
  const lastDay = [daysAfter(londonDay(now), DAYS_TO_CONFIRM), daysAfter(begins, -1)].sort()[0] as string;
  const { reference, personId, state: from } = application;
  const to = ApplicationState.OFFERED;
  const said = { confirmBy: lastDay, decidedAt: now, decisionReason: null };
  const facts = { reference, from, to, ...differences(application, said) };
  await tx.change(Application, application, { state: to, waitingRank: null, ...said });
  tx.append("MovedUp", application, { personId }, facts);
};
