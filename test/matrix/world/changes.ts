import { daysAgo } from "../../support/story.beginning";
import { applying, whole } from "./applicants";
import { publish, revise } from "./office";
import { cohort, programme } from "./programmes";
import { assess, give, published, review, superviseAlone, words } from "./reviews";
import { Stage } from "./stage";
import { TheWorld } from "./world";

/** Every mutation at least once, by somebody who may: what they are answered is for the road `payloads` to look at. */
export const changes = async (stage: Stage, made: TheWorld): Promise<void> => {
  await beginnings(stage, made);
  await applied(stage, made);
  await reviewed(stage, made);
  await assessed(stage, made);
};

const beginnings = async (stage: Stage, { people }: TheWorld): Promise<void> => {
  const { act, version, db } = stage;
  const { Lee, Sam, Alex } = people;
  const invited = async (name: string) => (await act(Lee, "invitePerson", { name, email: `${name}@example.org` })).id;
  const [Pia, Pip, Zoe] = [await invited("Pia"), await invited("Pip"), await invited("Zoe")];
  const of = async (personId: string) => ({ personId, expectedVersion: await version("person", personId) });
  await act(Lee, "grantRole", { ...(await of(Zoe)), role: "ASSESSOR" });
  await act(Lee, "revokeRole", { ...(await of(Zoe)), role: "ASSESSOR", reason: words("Why") });
  const { id: boardId } = await act(Lee, "registerBoard", {
    ...{ reference: "MOOR", name: "Moor", kind: "SAB", sector: "ADULTS", jurisdiction: "Land of Moor" },
  });
  for (const [mutation, why] of [["grantSeat"], ["endSeat", words("Why")]] as const) {
    const seat = { boardId, personId: Zoe, ...(why ? { reason: why } : {}) };
    await act(Lee, mutation, { ...seat, expectedVersion: await version("board", boardId) });
  }
  for (const mutation of ["disablePerson", "enablePerson"]) {
    await act(Lee, mutation, { ...(await of(Zoe)), reason: words("Why") });
  }
  await act(Pip, "requestErasure", {});
  await act(Pip, "signOutEverywhere", {});

  const { id: programmeId } = await act(Lee, "createProgramme", programme("NX", "E", [1, 0, 1, "PUBLISHED", false]));
  await publish(stage, Lee, programmeId, "Reading for NX", 3);
  const { id: cohortId } = await act(Lee, "openCohort", cohort(programmeId, "NX-D", 60, [10]));
  await revise(stage, Lee, { programmeId, cohortId, letter: "F" }, 61);
  const { id: traineeId } = await act(Lee, "enrolTrainee", { personId: Pia, cohortId });
  await act(Lee, "enrolTrainee", { personId: Pip, cohortId });
  const { id: pairId } = await act(Lee, "formPair", { personIds: [Pia, Pip] });
  for (const [personId, role] of [
    [Sam, "SUPERVISOR"],
    [Alex, "ASSESSOR"],
  ]) {
    await act(Lee, "assignStaff", { traineeId, personId, role, expectedVersion: await version("trainee", traineeId) });
  }
  await act(Lee, "unassignStaff", {
    ...{ traineeId, personId: Sam, role: "SUPERVISOR", reason: words("Why") },
    expectedVersion: await version("trainee", traineeId),
  });
  await act(Lee, "dissolvePair", { pairId, expectedVersion: 1, reason: words("Why") });
  await act(Lee, "erasePerson", { ...(await of(Zoe)), reason: "REQUESTED" });
  const [day] = await db.rows("SELECT id FROM course_day WHERE cohortId = ?", [cohortId]);
  const attendance = [{ traineeId, attended: true }];
  await act(Lee, "recordCourseAttendance", { courseDayId: day?.id, attendance, expectedVersion: 1 });
};

const applied = async (stage: Stage, { people, cohorts, programmes }: TheWorld): Promise<void> => {
  const { act } = stage;
  const { Lee, Ann, Wes } = people;
  const { does } = await applying(stage, Ann, cohorts.open);
  await does("changeApplication", whole());
  await does("submitApplication");
  await does("withdrawApplication", { reason: words("Why") });
  await does("reopenApplication");
  const asked = { programmeId: programmes.first, question: words("Question") };
  const { id: enquiryId, version: expectedVersion } = await act(Wes, "askForCall", asked);
  const at = new Date(Date.now() + 86_400_000).toISOString();
  const { version: arranged } = await act(Lee, "arrangeCall", { enquiryId, at, expectedVersion });
  await act(Wes, "closeEnquiry", { enquiryId, reason: words("Why"), expectedVersion: arranged });
};

const reviewed = async (stage: Stage, { people, parties, commissions, trainees }: TheWorld): Promise<void> => {
  const { act, version } = stage;
  const { Ben, Sam, Eve } = people;
  const { asking: commissionId, ours } = commissions;
  const expectedVersion = await version("commission", commissionId);
  await act(Eve, "declineCommission", { commissionId, expectedVersion, reason: words("Why") });
  await published(stage, parties.another, await review(stage, parties.another, 0));

  const { id: sessionId, version: seen } = await act(Sam, "scheduleGroupSupervision", {
    ...{ date: daysAgo(2), venue: words("A room") },
  });
  const attendance = ["Ada", "Ben"].map((name) => ({ traineeId: trainees[name], attended: name === "Ada" }));
  await act(Sam, "recordGroupAttendance", { sessionId, attendance, expectedVersion: seen });
  await superviseAlone(stage, Sam, trainees.Ada as string, ours, false, 1);
  await give(stage, Ben, ours, "OTHERS", [trainees.Ada as string], ["C1"]);
};

const assessed = async (stage: Stage, { people, assessments, trainees }: TheWorld): Promise<void> => {
  const { act, version } = stage;
  const { Lee, Alex, Ann } = people;
  const { open: assessmentId, waiting } = assessments;
  const now = (id: string) => version("assessment", id);
  const said = { strengths: words("Strengths"), areasToWorkOn: words("To work on") };
  for (const areaId of ["C1", "C2"]) {
    const judged = { assessmentId, areaId, rating: "STRENGTH", ...said };
    await act(Alex, "recordJudgement", { ...judged, expectedVersion: await now(assessmentId) });
  }
  const decided = { assessmentId, outcome: "ACCREDIT", summary: words("Summary") };
  await act(Alex, "decideAssessment", { ...decided, expectedVersion: await now(assessmentId) });
  for (const id of [assessmentId, waiting]) {
    await act(Lee, "releaseAssessment", { assessmentId: id, expectedVersion: await now(id) });
  }
  await assess(stage, Ann, trainees.Lena as string, ["D1"], null);
};
