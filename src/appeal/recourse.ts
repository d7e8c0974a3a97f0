import { Assessment } from "../assessment/assessment.entity";
import { asRound } from "../assessment/rounds";
import { Transaction } from "../mutation/transact";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { TraineeStanding } from "../trainee/trainee-standing";
import { Appeal } from "./appeal.entity";
import { Recourse, recourseOf } from "./recourse.rules";

/** What a trainee may still come to by an appeal. Whoever has left the programme has given that up. */
export const recourse = async (
  { manager, ctx }: Transaction,
  { id: traineeId, standing }: Pick<Trainee, "id" | "standing">,
  name: string,
): Promise<Recourse | null> => {
  if (standing !== TraineeStanding.ENROLLED) return null;
  const rounds = await manager.find(Assessment, { where: { traineeId }, order: { round: "ASC" } });
  const appeals = await manager.findBy(Appeal, { traineeId });
  const stateOf = new Map(appeals.map(({ assessmentId, state }) => [assessmentId, state]));
  const appealable = rounds.map((round) => ({
    ...asRound(round),
    releasedAt: round.releasedAt,
    appeal: stateOf.get(round.id) ?? null,
  }));
  return recourseOf(name, appealable, londonDay(ctx.now));
};
