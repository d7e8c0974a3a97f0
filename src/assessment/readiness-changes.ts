import { In } from "typeorm";
import { forUpdate } from "../database/database";
import { Transaction } from "../mutation/transact";
import { RuleOutcome } from "../rules/outcome";
import { marks, padded } from "../scope/condition";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { readiness } from "./readiness.rules";
import { readinessFacts } from "./readiness-facts";

type Answers = ReadonlyMap<string, readonly RuleOutcome[]>;

/** What each rule of readiness answers for each of these trainees now: the whole first, then its parts. */
const answers = async (tx: Transaction, traineeIds: readonly string[]): Promise<Answers> => {
  const facts = await readinessFacts(tx.rows, traineeIds, londonDay(tx.ctx.now));
  return new Map([...facts].map(([id, found]) => [id, withParts(readiness(found))]));
};
const withParts = (whole: RuleOutcome): RuleOutcome[] => [whole, ...whole.parts];

/**
 * Does some work that may make a rule of readiness met, or no longer met, for these trainees, and leaves an entry for
 * each rule that it flipped.
 */
export const withReadiness = async <T>(
  tx: Transaction,
  traineeIds: readonly string[],
  work: () => Promise<T>,
): Promise<T> => {
  const ids = [...new Set(traineeIds)].sort();
  if (ids.length === 0) return work();
  // One change of a trainee's facts at a time: two at once would each miss what the other adds, and so the flip.
  const locked = padded(ids);
  await tx.rows(
    `SELECT id FROM trainee WHERE id IN (${marks(locked)}) ORDER BY id${forUpdate(tx.ctx.db.kind)}`,
    locked,
  );

  const before = await answers(tx, ids);
  const result = await work();
  const after = await answers(tx, ids);

  const flips = [...after].flatMap(([traineeId, now]) =>
    now
      .map(({ rule, met }) => {
        const was = before.get(traineeId)?.find((earlier) => earlier.rule === rule);
        return { traineeId, rule, from: was?.met ?? false, to: met };
      })
      .filter(({ from, to }) => from !== to),
  );
  if (flips.length === 0) return result;
  const trainees = await tx.manager.findBy(Trainee, { id: In(flips.map(({ traineeId }) => traineeId)) });
  for (const { traineeId, rule, from, to } of flips) {
    const trainee = trainees.find(({ id }) => id === traineeId) as Trainee;
    tx.append("ReadinessChanged", trainee, { traineeId }, { rule, from, to });
  }
  return result;
};
