import { Access } from "../../../src/access/access.entity";
import { Assessment } from "../../../src/assessment/assessment.entity";
import { withReadiness } from "../../../src/assessment/readiness-changes";
import { Commission } from "../../../src/commission/commission.entity";
import { CommissionStage } from "../../../src/commission/commission-stage";
import { newId } from "../../../src/id";
import { Pair } from "../../../src/pair/pair.entity";
import { firstSignIn } from "../../../src/person/first-sign-in";
import { sweep } from "../../../src/retention/sweep";
import { Trainee } from "../../../src/trainee/trainee.entity";
import { daysAgo } from "../../support/story.beginning";
import { applying, whole } from "./applicants";
import { asking } from "./contributing";
import { People } from "./people";
import { SetUp } from "./programmes";
import { Party, propose, words } from "./reviews";
import { Stage } from "./stage";

/** Somebody without a part in anything. */
export const stranger = async ({ act }: Stage, { Lee }: People, name: string): Promise<string> =>
  (await act(Lee, "invitePerson", { name, email: `${name.toLowerCase()}@example.org` })).id;

/** An assignment, a pair and what is held about somebody come to an end; somebody who was stopped may sign in again. */
export const endings = async (
  stage: Stage,
  people: People,
  traineeId: string,
  { first: cohortId, open }: SetUp["cohorts"],
): Promise<void> => {
  const { act, version } = stage;
  const { Lee, Sam } = people;
  const staff = async () => ({
    ...{ traineeId, personId: Sam, role: "SUPERVISOR" },
    expectedVersion: await version("trainee", traineeId),
  });
  await act(Lee, "assignStaff", await staff());
  await act(Lee, "unassignStaff", { ...(await staff()), reason: "Has too many." });

  const pair = [await stranger(stage, people, "Yan"), await stranger(stage, people, "Yve")];
  for (const personId of pair) await act(Lee, "enrolTrainee", { personId, cohortId });
  const { id: pairId, version: expectedVersion } = await act(Lee, "formPair", { personIds: pair });
  await act(Lee, "dissolvePair", { pairId, expectedVersion, reason: "They live too far apart." });

  const of = async (personId: string) => ({ personId, expectedVersion: await version("person", personId) });
  const back = await stranger(stage, people, "Yon");
  for (const mutation of ["disablePerson", "enablePerson"]) {
    await act(Lee, mutation, { ...(await of(back)), reason: "For a while." });
  }
  const erased = await stranger(stage, people, "Zed");
  const { does } = await applying(stage, erased, open, whole());
  await does("submitApplication");
  await act(erased, "requestErasure", {});
  await act(Lee, "erasePerson", { ...(await of(erased)), reason: "REQUESTED" });
};

/** A pair ended though a board had not answered it yet. */
export const parted = ({ tell }: Stage, pairId: string, traineeIds: readonly string[]): Promise<void> =>
  tell((tx) =>
    withReadiness(tx, traineeIds, async () => {
      const pair = await tx.manager.findOneByOrFail(Pair, { id: pairId });
      const dissolvedOn = daysAgo(15);
      await tx.manager.update(Pair, { id: pairId }, { dissolvedOn });
      await tx.manager.update(Trainee, { pairId }, { pairId: null });
      const facts = { reference: pair.reference, dissolvedOn };
      for (const traineeId of traineeIds) tx.append("PairDissolved", pair, { pairId, traineeId }, facts, words("Why"));
    }),
  );

/** A lead leaves the pair of a trainee whose assessment is open, and somebody who is in another pair takes the place. */
export const succession = async (
  stage: Stage,
  people: People,
  cohortId: string,
  { boardId, seat }: Pick<Party, "boardId" | "seat">,
): Promise<void> => {
  const { act, db } = stage;
  const { Lee, Lorna, Rex, Ann } = people;
  const mab = await stranger(stage, people, "Mab");
  const { id: traineeId } = await act(Lee, "enrolTrainee", { personId: mab, cohortId });
  const { id: pairId, version: expectedVersion } = await act(Lee, "formPair", { personIds: [mab, Lorna] });
  const { id: commissionId } = await propose(stage, { pairId, members: [mab, Lorna], boardId, seat, lead: Lee });
  await db.source.manager.insert(Assessment, {
    ...{ id: newId("asm"), traineeId, commissionId, assessorId: Ann, round: 1, openedAt: new Date() },
    ...{ outcome: null, summary: null, decidedAt: null, releasedAt: null, assessorSupervised: false, version: 1 },
  });
  const instead = { leavingPersonId: Lorna, joiningPersonId: Rex, reason: words("Why") };
  await act(Lee, "replacePartner", { pairId, expectedVersion, ...instead });
  await askedAboutWhoLeaves(stage, people, cohortId, { boardId, seat });
};

/** Somebody was named about both of a pair, one of whom leaves before the link is made. */
const askedAboutWhoLeaves = async (
  stage: Stage,
  people: People,
  cohortId: string,
  { boardId, seat }: Pick<Party, "boardId" | "seat">,
): Promise<void> => {
  const { act } = stage;
  const { Lee, Rex } = people;
  const [nab, oz] = [await stranger(stage, people, "Nab"), await stranger(stage, people, "Oz")];
  const trainees: string[] = [];
  for (const personId of [nab, oz]) trainees.push((await act(Lee, "enrolTrainee", { personId, cohortId })).id);
  const { id: pairId, version: expectedVersion } = await act(Lee, "formPair", { personIds: [nab, oz] });
  const { id: commissionId } = await propose(stage, { pairId, members: [nab, oz], boardId, seat, lead: Lee });
  await stage.tell((tx) =>
    withReadiness(tx, trainees, async () => {
      const commission = await tx.manager.findOneByOrFail(Commission, { id: commissionId });
      const { reference, stage: from } = commission;
      const to = CommissionStage.PUBLISHED;
      await tx.manager.update(Commission, { id: commissionId }, { stage: to });
      tx.append("CommissionAdvanced", commission, { commissionId, boardId }, { reference, from, to });
    }),
  );
  const our = asking(stage, { ago: 0, commissionId, supervisor: Lee, areas: ["D1"] });
  const named = await our.named(nab, ...trainees);
  const leaving = { leavingPersonId: oz, joiningPersonId: Rex, reason: words("Why") };
  await act(Lee, "replacePartner", { pairId, expectedVersion, ...leaving });
  await our.link("issueContributionLink", named);
};

/** Who comes by a provider, and what time takes away. */
export const arrivals = async (stage: Stage, people: People): Promise<void> => {
  const { db, room } = stage;
  const house = { db, log: room.log };
  const issuer = "https://id.example";
  await stranger(stage, people, "Yul");
  await firstSignIn(house, { issuer, subject: "yul", name: null, email: "yul@example.org" });
  await firstSignIn(house, { issuer, subject: "new", name: "Quin Newcomer", email: "quin@example.org" });

  await opened(stage, people.Alex, "Ada", 50);
  await sweep({ ...house, retention: { personDays: null, accessDays: 40 } }, new Date());
};

/** Somebody opened a trainee's newest assessment. */
export const opened = async ({ db }: Stage, personId: string, trainee: string, ago: number): Promise<void> => {
  const [newest] = await db.rows(
    `SELECT a.id FROM assessment a JOIN trainee t ON t.id = a.traineeId WHERE t.sortName LIKE ? ORDER BY a.round DESC`,
    [`${trainee.toLowerCase()}%`],
  );
  const at = new Date(`${daysAgo(ago)}T10:00:00.000Z`);
  await db.source.manager.insert(Access, {
    ...{
      id: newId("acs"),
      at,
      personId,
      subjectType: "Assessment",
      subjectId: newest?.id as string,
      byLetter: ago % 2 === 1,
    },
  });
};
