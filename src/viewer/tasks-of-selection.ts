import { Application } from "../application/application.entity";
import { scoringOf } from "../application/scoring";
import { judgedBy, SCORERS } from "../application/selection.rules";
import type { Context } from "../context";
import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { londonDay } from "../time";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";

/** What waits for a programme lead who selects: applications to score and to decide, places to take up, offers not confirmed in time. */
export const tasksOfSelection = async (ctx: Context): Promise<Waiting[]> => {
  const { db, now, personId } = ctx;
  // Their own application is another lead's to select.
  const seen = visible(ctx, thingOf(Application), "selection");
  const today = londonDay(now);
  const found = await db.rows(
    `SELECT t.id, t.reference, t.state, t.submittedAt, t.confirmBy, t.confirmedAt, p.name
     FROM application t JOIN person p ON p.id = t.personId
     WHERE (t.state IN ('SUBMITTED', 'CONFIRMED') OR (t.state = 'OFFERED' AND t.confirmBy < ?)) AND ${seen.sql}`,
    [today, ...seen.values],
  );
  const submitted = found.filter(({ state }) => state === "SUBMITTED").map(({ id }) => id as string);
  const scoring = await scoringOf(db.rows, submitted);
  return found.flatMap(({ id, reference, state, name, submittedAt, confirmBy, confirmedAt }): Waiting[] => {
    const about = { since: submittedAt as string, aboutId: id as string };
    if (state === "CONFIRMED") {
      const text = `Enrol ${name} (${reference}), who has confirmed a place, or take it back.`;
      return [{ ...about, kind: TaskKind.ENROL_TRAINEE, text, since: confirmedAt as string }];
    }
    const scored = scoring.get(id as string);
    if (!scored) {
      const text = `Withdraw the offer to ${name} (${reference}), who had until ${confirmBy} to confirm it.`;
      return [{ ...about, kind: TaskKind.WITHDRAW_OFFER, text, since: `${confirmBy} 00:00:00.000` }];
    }
    const judged = judgedBy(scored.criteria, scored.scores);
    if (judged.length >= SCORERS) {
      return [{ ...about, kind: TaskKind.DECIDE_APPLICATION, text: `Decide on ${name}'s application (${reference}).` }];
    }
    return judged.some((scorer) => scorer.id === personId)
      ? []
      : [{ ...about, kind: TaskKind.SCORE_APPLICATION, text: `Score ${name}'s application (${reference}).` }];
  });
};
