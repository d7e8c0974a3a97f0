import type { Context } from "../context";
import type { Load } from "../graph/fields";
import { refuseUnfit } from "../mutation/inputs";
import { londonDay } from "../time";
import { readiness } from "./readiness.rules";
import { readinessFacts } from "./readiness-facts";
import { underSupposition } from "./supposition";
import { ReadinessSupposition } from "./supposition.inputs";

/** What readiness may be asked on top of what is. */
export const SUPPOSED = {
  suppose: [() => ReadinessSupposition, { nullable: true, description: "What might be, on top of what is." }],
} satisfies Record<string, [() => object, object]>;

/** What readiness counts for: each thing that is supposed is one more. */
export const sizeOfReadiness = ({ suppose }: { suppose?: ReadinessSupposition | null }): number => {
  if (!suppose) return 10;
  refuseUnfit(ReadinessSupposition, suppose);
  const { courseDays, groupDays, evidenceFrom } = suppose;
  return 10 + [courseDays, groupDays, evidenceFrom].flatMap((supposed) => supposed ?? []).length;
};

/** Answers `Trainee.readiness`, by the function that `openAssessment` refuses by, supposing what is asked. */
export const readinessOf: Load = async (
  ctx: Context,
  trainees: readonly { id: string }[],
  { suppose }: { suppose?: ReadinessSupposition | null },
) => {
  const ids = trainees.map(({ id }) => id);
  const facts = await readinessFacts(ctx.db.rows, ids, londonDay(ctx.now));
  const answer = suppose ? await underSupposition(ctx, ids, suppose) : null;
  return ids.map((id) => {
    const found = facts.get(id);
    if (!found) return null;
    return answer ? answer(id, found) : readiness(found);
  });
};
