import type { Context } from "../context";
import type { Load } from "../graph/fields";
import { londonDay } from "../time";
import { readiness } from "./readiness.rules";
import { readinessFacts } from "./readiness-facts";

/** Answers `Trainee.readiness`, by the function that `openAssessment` refuses by. */
export const readinessOf: Load = async ({ db, now }: Context, trainees: readonly { id: string }[]) => {
  const ids = trainees.map(({ id }) => id);
  const facts = await readinessFacts(db.rows, ids, londonDay(now));
  return ids.map((id) => {
    const found = facts.get(id);
    return found ? readiness(found) : null;
  });
};
