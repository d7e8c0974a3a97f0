import { accreditedSince, metOn } from "../support/accredited";
import { daysAgo } from "../support/story.beginning";
import { Act, Acts, Stage } from "./stage";

/** Somebody accredited so many days ago who was at three meetings in their first year. */
const member = async ({ db, told }: Stage, ago: number): Promise<string> => {
  const accreditation = await accreditedSince(db, told, "Fay", daysAgo(ago));
  for (const days of [10, 20, 30]) await metOn(db, accreditation, daysAgo(ago - days));
  return accreditation.id;
};
const of = async ({ versionOf }: Stage, accreditationId: string, more: object = { reason: "As agreed." }) => ({
  ...{ accreditationId, expectedVersion: await versionOf(accreditationId), ...more },
});
const CONDITIONS = {
  ...{ outcome: "CONDITIONAL", reason: "It was a thin year.", conditions: "Attend two more meetings." },
  conditionsUntil: daysAgo(-90),
};
const decision =
  (more: object): Act =>
  async (stage) => ({ by: stage.told.lead.id, input: await of(stage, await member(stage, 370), more) });

/** The yearly review of an accreditation, and what becomes of it. */
export const STATUS_REVIEW_ACTS: Acts = {
  decideStatusReview: {
    renewed: decision({ outcome: "RENEWED" }),
    "with conditions": decision(CONDITIONS),
    lapsed: decision({ outcome: "LAPSED", reason: "Has stopped reviewing." }),
  },
  confirmConditionsMet: {
    "in time": async (stage) => {
      const id = await member(stage, 370);
      const by = stage.told.lead.id;
      await stage.act(by, "decideStatusReview", await of(stage, id, CONDITIONS));
      return { by, input: await of(stage, id) };
    },
  },
  withdrawAccreditation: {
    "while a year goes on": async (stage) => ({
      by: stage.told.lead.id,
      input: await of(stage, await member(stage, 100)),
    }),
    "of a pair's reviewer, formed today": async (stage) => {
      const id = await member(stage, 100);
      const { told, db } = stage;
      const [fay] = await db.rows("SELECT personId FROM accreditation WHERE id = ?", [id]);
      const kit = await told.trainee("Kit");
      await stage.act(told.lead.id, "formPair", { personIds: [kit.personId, fay?.personId] });
      return { by: told.lead.id, input: await of(stage, id) };
    },
  },
  restoreAccreditation: {
    "withdrawn before": async (stage) => {
      const id = await member(stage, 100);
      const by = stage.told.lead.id;
      await stage.act(by, "withdrawAccreditation", await of(stage, id));
      return { by, input: await of(stage, id) };
    },
    "lapsed before": async (stage) => ({ by: stage.told.lead.id, input: await of(stage, await member(stage, 700)) }),
  },
};
