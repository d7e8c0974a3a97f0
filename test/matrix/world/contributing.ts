import { givenBy } from "../../support/contributing";
import { daysAgo } from "../../support/story.beginning";
import { People } from "./people";
import { words } from "./reviews";
import { Made, Stage } from "./stage";

let count = 0;

/** One of a pair names somebody, about some of its trainees. */
export const nameSomebody = (
  { act }: Stage,
  by: string,
  commissionId: string,
  traineeIds: readonly string[],
  areaIds: readonly string[],
  until: string,
): Promise<Made> => {
  count += 1;
  const involvement = ["PRACTITIONER", "CASE_GROUP", "FAMILY_MEMBER"][count % 3];
  const who = { name: `Guest${count}`, email: `guest${count}@example.org`, involvement };
  return act(by, "nameContributor", {
    ...{ commissionId, ...who, traineeIds, areaIds, until },
    ...(count % 2 === 0 ? { message: words("A word to them") } : {}),
  });
};

interface Asking {
  readonly ago: number;
  readonly commissionId: string;
  /** Who sends the links. */
  readonly supervisor: string;
  readonly areas: readonly string[];
}

/** The links of a review, its supervisor's to send, and what is written on the pages they lead to. */
export const asking = (stage: Stage, { ago, commissionId, supervisor, areas }: Asking) => {
  const { act, version, db, room } = stage;
  const on = (day: number) => daysAgo(ago - day);
  const link = async (mutation: string, contributorId: string, more: object = {}) =>
    act(supervisor, mutation, { contributorId, expectedVersion: await version("contributor", contributorId), ...more });
  const named = async (by: string, ...about: string[]): Promise<string> =>
    (await nameSomebody(stage, by, commissionId, about, areas, on(20))).id;
  return {
    named,
    link,
    on,
    given: async (agreed: boolean, by: string, ...about: string[]): Promise<string> => {
      const id = await named(by, ...about);
      await link("issueContributionLink", id);
      const now = new Date(`${daysAgo(ago)}T09:40:00.000Z`);
      await givenBy({ db, log: room.log }, id, now, {
        agreed,
        howKnown: words("How they know"),
        text: () => words("Seen"),
      });
      return id;
    },
  };
};

/** People of Ada's and Ben's review: one agreed to be read, one did not; one link was taken back, and made anew. */
export const askedByFirst = async (
  stage: Stage,
  { Ada, Ben, Sam }: People,
  commissionId: string,
  [ada, ben]: readonly [string, string],
): Promise<void> => {
  const our = asking(stage, { ago: 449, commissionId, supervisor: Sam, areas: ["C1", "C2"] });
  await our.given(true, Ada, ada);
  await our.given(false, Ben, ada, ben);
  const again = await our.named(Ada, ben);
  await our.link("issueContributionLink", again);
  await our.link("revokeContributionLink", again, { reason: words("Why") });
  await our.link("issueContributionLink", again, { until: our.on(30) });
};

/** People of the other reviews: a reviewer names some too, and leads who are in a pair are not told who answered. */
export const askedByOthers = async (
  stage: Stage,
  people: People,
  reviews: Readonly<Record<"theirs" | "thirds" | "fourths", string>>,
  trainee: (name: string) => string,
): Promise<void> => {
  const { Lee, Stu, Cara, Rex, Lena, Lorna } = people;
  const of = (commissionId: string) => asking(stage, { ago: 362, commissionId, supervisor: Stu, areas: ["D1", "D2"] });
  const theirs = of(reviews.theirs);
  await theirs.given(true, Cara, trainee("Cara"));
  await theirs.given(false, Rex, trainee("Cara"));
  const back = await theirs.named(Cara, trainee("Cara"));
  await theirs.link("issueContributionLink", back);
  await theirs.link("revokeContributionLink", back, { reason: words("Why") });
  const forgotten = await theirs.given(false, Rex, trainee("Cara"));
  const expectedVersion = await stage.version("contributor", forgotten);
  await stage.act(Lee, "forgetContributor", { contributorId: forgotten, reason: "REQUESTED", expectedVersion });
  await of(reviews.thirds).given(false, Lena, trainee("Lena"));
  await of(reviews.fourths).given(false, Lorna, trainee("Uma"));
};
