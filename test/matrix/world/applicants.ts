import { Application } from "../../../src/application/application.entity";
import { ApplicationState } from "../../../src/application/application-state";
import { newId } from "../../../src/id";
import { daysAgo } from "../../support/story.beginning";
import { bring, remove } from "./documents";
import { People } from "./people";
import { SetUp } from "./programmes";
import { words } from "./reviews";
import { Stage } from "./stage";

/** A complete application: its answers and words are like no other's. */
export const whole = (kind = "SERIOUS_CASE_REVIEW", issue = "CULTURAL", effect = "HELPS") => ({
  ...{ cvReference: words("CV"), statement: words("Statement"), commitsTime: true },
  answers: [1, 2, 3, 4, 5, 6].map((question) => ({
    ...{ question, text: words("Answer") },
    ...(question === 6 ? { reviewKind: kind, issue, effect } : {}),
  })),
});

/** Somebody applies: acts on one application of theirs. */
export const applying = async ({ act, version }: Stage, by: string, cohortId: string, said: object = {}) => {
  const { id: applicationId } = await act(by, "beginApplication", { cohortId, ...said });
  const does = async (mutation: string, more: object = {}) =>
    act(by, mutation, { applicationId, expectedVersion: await version("application", applicationId), ...more });
  return { applicationId, does };
};

/** Applications in every state, drafts among them, one of these a programme lead's; what no mutation makes is planted. */
export const applications = async (stage: Stage, people: People, { cohorts }: SetUp, ada: string): Promise<void> => {
  const { db } = stage;
  const { open } = cohorts;
  const submitted = async (name: keyof People, ...said: Parameters<typeof whole>) => {
    const made = await applying(stage, people[name], open, whole(...said));
    await made.does("submitApplication");
    return made;
  };
  const decided = async (id: string, values: Partial<Application>) => {
    const said = { decisionReason: words("Decision"), decidedAt: new Date(`${daysAgo(17)}T11:00:00.000Z`) };
    await db.source.manager.update(Application, { id }, { ...said, ...values });
  };

  const nick = await applying(stage, people.Nick, open);
  await nick.does("changeApplication", whole());
  await bring(stage, people.Nick, { applicationId: nick.applicationId });
  const former = await bring(stage, people.Nick, { applicationId: nick.applicationId });
  await nick.does("submitApplication");
  await remove(stage, people.Lee, former);
  const lena = await applying(stage, people.Lena, open, {
    statement: words("Statement"),
    answers: whole().answers.slice(0, 4),
  });
  await bring(stage, people.Lena, { applicationId: lena.applicationId });
  await remove(stage, people.Lena, await bring(stage, people.Lena, { applicationId: lena.applicationId }));
  await applying(stage, people.Lou, open, whole("LEARNING_REVIEW", "ORGANISATIONAL", "HINDERS"));
  const ida = await applying(stage, people.Ida, open, { cvReference: words("CV") });
  await ida.does("withdrawApplication", { reason: words("Why") });
  const rex = await submitted("Rex", "DOMESTIC_HOMICIDE_REVIEW", "ORGANISATIONAL");
  await rex.does("withdrawApplication", { reason: words("Why") });

  const sam = await submitted("Sam");
  await decided(sam.applicationId, {
    ...{ state: ApplicationState.CONFIRMED, confirmBy: daysAgo(-3), confirmedAt: new Date() },
  });
  await sam.does("withdrawApplication");
  await sam.does("reopenApplication");
  // These are trainees by now: what they sent before is planted, as nobody applies who is one.
  const sentBefore = async (name: keyof People, kind: string, values: Partial<Application>) => {
    const { applicationId } = await applying(stage, people[name], open, whole(kind));
    await decided(applicationId, { submittedAt: new Date(`${daysAgo(18)}T11:00:00.000Z`), ...values });
  };
  await sentBefore("Ben", "SAFEGUARDING_ADULT_REVIEW", { state: ApplicationState.OFFERED, confirmBy: daysAgo(-9) });
  await sentBefore("Dora", "SERIOUS_CASE_REVIEW", {
    ...{ state: ApplicationState.CONFIRMED, confirmBy: daysAgo(-8) },
    confirmedAt: new Date(`${daysAgo(16)}T11:00:00.000Z`),
  });
  const eve = await submitted("Eve");
  await decided(eve.applicationId, { state: ApplicationState.WAITING, waitingRank: 1 });
  await db.source.manager.insert(Application, {
    ...{ id: newId("app"), reference: "LT-A-A23456", cohortId: cohorts.first, personId: people.Ada, traineeId: ada },
    ...{ state: ApplicationState.ENROLLED, cvReference: words("CV"), statement: words("Statement") },
    ...{ commitsTime: true, startedAt: new Date(`${daysAgo(720)}T11:00:00.000Z`), version: 5 },
    ...{ submittedAt: new Date(`${daysAgo(719)}T11:00:00.000Z`), decidedAt: null, decisionReason: null },
    ...{ confirmBy: null, confirmedAt: null, waitingRank: null },
  });
};

/** Queries of several people: one with a call arranged, one closed, one of a programme lead. */
export const enquiries = async ({ act, on }: Stage, people: People, { programmes }: SetUp): Promise<void> => {
  const ask = async (by: string, programmeId: string, more: object = {}) =>
    (await act(by, "askForCall", { programmeId, question: words("Question"), ...more })).id;
  const { first, second } = programmes;
  const nick = await ask(people.Nick, first, { phone: "01632 960101", preferredTimes: words("Mornings") });
  const at = (days: number) => `${daysAgo(-days)}T10:00:00.000Z`;
  on(16);
  await act(people.Lee, "arrangeCall", { enquiryId: nick, at: at(5), expectedVersion: 1 });
  const moved = { enquiryId: nick, at: at(6), reason: words("Why"), withId: people.Lena, expectedVersion: 2 };
  await act(people.Lee, "arrangeCall", moved);
  await ask(people.Lou, second);
  await ask(people.Lena, first, { phone: "01632 960102", preferredTimes: words("Evenings") });
  const rex = await ask(people.Rex, second);
  await act(people.Lee, "arrangeCall", { enquiryId: rex, at: at(4), expectedVersion: 1 });
  await act(people.Rex, "closeEnquiry", { enquiryId: rex, reason: words("Why"), expectedVersion: 2 });
};
