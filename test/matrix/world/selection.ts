import { newId } from "../../../src/id";
import { ProgrammeItem } from "../../../src/programme/programme-item.entity";
import { ProgrammeSection } from "../../../src/programme/programme-section";
import { daysAgo } from "../../support/story.beginning";
import { applying, whole } from "./applicants";
import { People } from "./people";
import { SetUp } from "./programmes";
import { words } from "./reviews";
import { Stage } from "./stage";

/** Two criteria of a programme, one that is retired, and the unpaid time it asks for. */
const publish = async ({ db }: Stage, programmeId: string): Promise<void> => {
  const item = { programmeId, section: ProgrammeSection.SELECTION_CRITERIA, days: null, retiredOn: null };
  for (const more of [
    { ordinal: 1 },
    { ordinal: 2 },
    { ordinal: 3, retiredOn: daysAgo(50) },
    { ordinal: 4, section: ProgrammeSection.UNPAID_TIME, days: 8 },
  ]) {
    await db.source.manager.insert(ProgrammeItem, { id: newId("itm"), text: words("Item"), ...item, ...more });
  }
};

/** A programme lead scores an application by every criterion that is published. */
export const scoring = async ({ act, db, version }: Stage, by: string, applicationId: string, points: number) => {
  const rows = await db.rows(
    `SELECT i.id FROM programme_item i JOIN cohort c ON c.programmeId = i.programmeId
     JOIN application a ON a.cohortId = c.id WHERE a.id = ? AND i.section = 'SELECTION_CRITERIA' AND i.retiredOn IS NULL`,
    [applicationId],
  );
  await act(by, "scoreApplication", {
    ...{ applicationId, expectedVersion: await version("application", applicationId), reason: words("Why") },
    scores: rows.map(({ id }, at) => ({ criterionId: id, score: points - at, comment: words("Comment") })),
  });
};

/** Applications that were scored and decided, one of them a programme lead's; places that were given back and passed on. */
export const selection = async (stage: Stage, people: People, { programmes, cohorts }: SetUp): Promise<void> => {
  const { act, on, version } = stage;
  const { Lee, Lena, Lorna } = people;
  await publish(stage, programmes.first);
  const submitted = async (name: keyof People, points: readonly number[], scorers = [Lee, Lena]) => {
    const made = await applying(stage, people[name], cohorts.open, whole());
    await made.does("submitApplication");
    for (const [at, by] of scorers.entries()) await scoring(stage, by, made.applicationId, points[at] as number);
    const { applicationId } = made;
    const decided = async (decision: string, more: object = {}, mutation = "decideApplication") =>
      act(Lee, mutation, {
        ...{ applicationId, expectedVersion: await version("application", applicationId) },
        ...(decision ? { decision } : {}),
        ...more,
      });
    return { ...made, decided };
  };

  const lorna = await submitted("Lorna", [4, 3]);
  await scoring(stage, Lena, lorna.applicationId, 2);
  await submitted("Stu", [1], [Lena]);
  const nia = await submitted("Nia", [4, 4], [Lee, Lorna]);
  await nia.decided("OFFER", { confirmBy: daysAgo(-6), reason: words("Decision") });
  await nia.does("confirmPlace");
  const toni = await submitted("Toni", [2, 3]);
  await toni.decided("WAITING_LIST", { reason: words("Decision") });
  const ned = await submitted("Ned", [3, 3]);
  await ned.decided("OFFER", { confirmBy: daysAgo(-7) });
  await ned.does("declinePlace", { reason: words("Why") }); // Eve moves up
  const wes = await submitted("Wes", [3, 1]);
  await wes.decided("OFFER", { confirmBy: daysAgo(-4) });
  await wes.decided("", { reason: words("Decision") }, "withdrawOffer"); // Toni moves up
  const alex = await submitted("Alex", [2, 1]);
  await alex.decided("REFUSE", { reason: words("Decision") });
  on(4);
  const rob = await submitted("Rob", [2, 2]);
  await rob.decided("WAITING_LIST");
};
