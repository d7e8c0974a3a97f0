import { givenBy } from "../support/contributing";
import { daysAgo } from "../support/story.beginning";
import { Acts, Input, Stage } from "./stage";

const naming = async ({ told }: Stage): Promise<Input> => ({
  commissionId: (await told.commissioned(told.adaAndBen, told.board)).id,
  ...{ name: "Pat Practitioner", email: "pat@example.org", involvement: "PRACTITIONER" },
  ...{ traineeIds: [told.ada.id, told.ben.id], areaIds: ["C1", "C5"], message: "A word of ours to you." },
});
const named = async (stage: Stage): Promise<string> =>
  stage.act(stage.told.ada.personId, "nameContributor", await naming(stage));
const of = async ({ versionOf }: Stage, contributorId: string, more: Input = {}) => ({
  ...{ contributorId, expectedVersion: await versionOf(contributorId) },
  ...more,
});
const issued = async (stage: Stage): Promise<string> => {
  const id = await named(stage);
  await stage.act(stage.told.supervisor.id, "issueContributionLink", await of(stage, id));
  return id;
};
const WHY = { reason: "They asked not to be asked." };

/** People whom a pair names, their links, and that they are forgotten. */
export const CONTRIBUTION_ACTS: Acts = {
  nameContributor: {
    "about both": async (stage) => ({ by: stage.told.ada.personId, input: await naming(stage) }),
  },
  issueContributionLink: {
    "a first one": async (stage) => ({ by: stage.told.supervisor.id, input: await of(stage, await named(stage)) }),
    "another one, with more time, after one was taken back": async (stage) => {
      const id = await issued(stage);
      await stage.act(stage.told.supervisor.id, "revokeContributionLink", await of(stage, id, WHY));
      return { by: stage.told.lead.id, input: await of(stage, id, { until: daysAgo(-50) }) };
    },
  },
  revokeContributionLink: {
    "with a reason": async (stage) => ({
      by: stage.told.lead.id,
      input: await of(stage, await issued(stage), WHY),
    }),
  },
  forgetContributor: {
    "who has given their input": async (stage) => {
      const id = await issued(stage);
      await givenBy({ db: stage.db, log: stage.log }, id, new Date());
      return { by: stage.told.lead.id, input: await of(stage, id, { reason: "REQUESTED" }) };
    },
  },
};
