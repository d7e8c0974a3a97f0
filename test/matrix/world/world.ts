import { daysAgo } from "../../support/story.beginning";
import { appealed, takenBack } from "./appeals";
import { applications, enquiries } from "./applicants";
import { askedByFirst, askedByOthers, nameSomebody } from "./contributing";
import { directory } from "./directory";
import { documents } from "./documents";
import { arrivals, endings, opened, parted, succession } from "./ends";
import { drafted, ended, filed, returned, submitted, withdrawn } from "./evidence";
import { concerns } from "./fidelity";
import { forgiven, ledger } from "./ledger";
import { courses, lives } from "./lives";
import { network } from "./network";
import { office } from "./office";
import { invite } from "./people";
import { plant, unlike } from "./plants";
import { setUp } from "./programmes";
import { decided, reviewedBefore, unwatched } from "./reviewed";
import {
  assess,
  give,
  interrupted,
  inWriting,
  Party,
  propose,
  published,
  review,
  superviseAlone,
  words,
} from "./reviews";
import { selection } from "./selection";
import { Stage } from "./stage";
import { calendar } from "./supervision";

/** The world of the matrix: two of everything, made by acts on the API. */
export const theWorld = async (stage: Stage) => {
  const { act, on, version, db } = stage;
  on(800);
  const people = await invite(stage);
  const made = await setUp(stage, people);
  const accreditations = await plant(stage, people, made);
  const { Lee, Sam, Stu, Alex, Ann, Rob, Toni, Nia, Sol, Wes, Eve, Ada, Ben, Cara, Rex, Lena, Tess, Lorna, Uma } =
    people;
  const { cohorts, boards } = made;

  on(790);
  const enrol = async (personId: string, cohortId: string) =>
    (await act(Lee, "enrolTrainee", { personId, cohortId })).id;
  const earlier = await enrol(Ada, cohorts.second);
  await act(Lee, "withdrawTrainee", { traineeId: earlier, expectedVersion: 1, reason: "No time for it." });
  on(780);
  const trainees: Record<string, string> = { earlier };
  for (const name of ["Ada", "Ben", "Lou", "Dora", "Eli"] as const)
    trainees[name] = await enrol(people[name], cohorts.first);
  for (const name of ["Cara", "Lena", "Tess", "Uma"] as const)
    trainees[name] = await enrol(people[name], cohorts.second);
  const trainee = (name: string) => trainees[name] as string;

  on(770);
  const pair = async (...personIds: [string, string]) => (await act(Lee, "formPair", { personIds })).id;
  const party = async (boardId: string, seat: string, ...members: [string, string]): Promise<Party> => ({
    ...{ pairId: await pair(...members), members, boardId, seat, lead: Lee },
  });
  const first = await party(boards.north, Nia, Ada, Ben);
  on(769);
  const second = await party(boards.south, Sol, Cara, Rex);
  const third = await party(boards.south, Sol, Lena, Tess);
  const fourth = await party(boards.south, Sol, Uma, Lorna);
  const former = await party(boards.south, Sol, people.Dora, people.Eli);

  const assign = async (name: string, personId: string, role: string) =>
    act(Lee, "assignStaff", {
      ...{ traineeId: trainee(name), personId, role },
      expectedVersion: await version("trainee", trainee(name)),
    });
  for (const name of ["Ada", "Ben"]) {
    await assign(name, Sam, "SUPERVISOR");
    await assign(name, Alex, "ASSESSOR");
  }
  on(768);
  for (const name of ["Cara", "Lena", "Tess", "Uma"]) {
    await assign(name, Stu, "SUPERVISOR");
    await assign(name, Ann, "ASSESSOR");
  }
  for (const name of ["Ada", "Cara", "Lena"]) await assign(name, people.Ora, "ASSESSOR");
  await assign("Ada", Rob, "SUPERVISOR");
  await assign("Ben", Toni, "SUPERVISOR");

  const attended = async (cohortId: string, ago: number, present: readonly string[], away: readonly string[]) => {
    on(ago);
    const days = await db.rows("SELECT id FROM course_day WHERE cohortId = ? AND date <= ? ORDER BY number", [
      ...[cohortId, daysAgo(ago)],
    ]);
    const mark = (is: boolean) => (name: string) => ({ traineeId: trainee(name), attended: is });
    for (const { id: courseDayId } of days) {
      const attendance = [...present.map(mark(true)), ...away.map(mark(false))];
      const expectedVersion = await version("course_day", courseDayId as string);
      await act(Lee, "recordCourseAttendance", { courseDayId, attendance, expectedVersion });
    }
  };
  await attended(cohorts.first, 490, ["Ada", "Ben"], ["Lou"]);
  await attended(cohorts.second, 489, ["Cara", "Lena", "Tess", "Uma"], ["earlier"]);

  // Ada's and Ben's review, after one board has declined; they ask another one for a second.
  on(470);
  const declined = await propose(stage, { ...first, boardId: boards.west }, { targetOn: daysAgo(300) });
  const asked = { commissionId: declined.id, expectedVersion: declined.version };
  await act(Wes, "declineCommission", { ...asked, reason: "We have no funds." });
  const ours = await review(stage, first, 460);
  await askedByFirst(stage, people, ours, [trainee("Ada"), trainee("Ben")]);
  await published(stage, first, ours);
  const theirs = await review(stage, second, 440);
  const thirds = await review(stage, third, 430);
  const fourths = await review(stage, fourth, 420);
  const formers = await propose(stage, former);

  on(380);
  const day = async (by: string, ago: number, present: readonly string[] = [], away: readonly string[] = []) => {
    const { id: sessionId, version: expectedVersion } = await act(by, "scheduleGroupSupervision", {
      ...{ date: daysAgo(ago), venue: `Room ${ago}` },
    });
    const mark = (attended: boolean) => (name: string) => ({ traineeId: trainee(name), attended });
    const attendance = [...present.map(mark(true)), ...away.map(mark(false))];
    if (attendance.length > 0) await act(by, "recordGroupAttendance", { sessionId, expectedVersion, attendance });
    return sessionId;
  };
  await day(Sam, 400, ["Ada", "Ben"]);
  await day(Sam, 397, ["Ada"], ["Ben"]);
  for (const ago of [399, 398]) await day(Stu, ago, ["Cara", "Lena", "Tess", "Uma"]);
  await day(Sam, -20);
  await day(Toni, 390);

  on(370);
  await superviseAlone(stage, Sam, { traineeId: trainee("Ada") }, ours, true, 405);
  await superviseAlone(stage, Sam, { traineeId: trainee("Ada") }, ours, false, 404);
  await superviseAlone(stage, Toni, { traineeId: trainee("Ben") }, ours, true, 403);
  on(369);
  await superviseAlone(stage, Stu, { traineeId: trainee("Cara") }, theirs, true, 402);
  await superviseAlone(stage, Stu, { traineeId: trainee("Cara") }, theirs, false, 401);
  // Of reviewers: one whose partner's supervisor holds it, one who supervises nobody else there, and a lead.
  for (const [reviewerId, supervisorId, review] of [
    [Rex, Stu, theirs],
    [Rex, Sam, theirs],
    [Lorna, Sam, fourths],
  ] as const) {
    const by = supervisorId === Stu ? Stu : Lee;
    for (const shared of [true, false]) {
      await superviseAlone(stage, by, { reviewerId, supervisorId }, review, shared, 400);
    }
  }
  await ledger(stage, people, ours, theirs);
  await forgiven(stage, people, trainee("earlier"), trainee("Cara"));

  const items = async (
    commissionId: string,
    one: string,
    [by, other]: readonly [string, string],
    areas: readonly string[],
    about: readonly string[] = [one],
  ) => {
    await give(stage, by, commissionId, "DOCUMENT", about.map(trainee), areas);
    await give(stage, by, commissionId, "TRAINEE", [trainee(one)], areas.slice(0, 1));
    await give(stage, other, commissionId, "OTHERS", [trainee(one)], areas.slice(1));
  };
  on(362);
  await askedByOthers(stage, people, { theirs, thirds, fourths }, trainee);
  on(360);
  await items(ours, "Ada", [Ada, Ben], ["C1", "C2"], ["Ada", "Ben"]);
  await give(stage, Rob, ours, "OTHERS", [trainee("Ada")], ["C2"]);
  on(359);
  await items(ours, "Ben", [Ben, Sam], ["C1", "C2"]);
  on(358);
  await items(theirs, "Cara", [Cara, Rex], ["D1", "D2"]);
  await items(thirds, "Lena", [Lena, Tess], ["D1", "D2"], ["Lena", "Tess"]);
  await items(thirds, "Tess", [Tess, Lena], ["D1", "D2"]);
  await items(fourths, "Uma", [Uma, Lorna], ["D1", "D2"]);

  await calendar(stage, people, trainees, { ours, theirs });
  on(357);
  const byAda = { by: Ada, commissionId: ours, source: "TRAINEE", about: trainee("Ada") };
  const byBen = { by: Ben, commissionId: ours, source: "OTHERS", about: trainee("Ada") };
  const byRex = { by: Rex, commissionId: theirs, source: "OTHERS", about: trainee("Cara") };
  const byCara = { by: Cara, commissionId: theirs, source: "TRAINEE", about: trainee("Cara") };
  await submitted(stage, { ...byAda, areaIds: ["C1"], selfRating: "MET" });
  await submitted(stage, { ...byCara, areaIds: ["D1"], selfRating: "STRENGTH" });
  await withdrawn(stage, { ...byAda, areaIds: ["C2"] });
  const { id: replacesId } = await returned(stage, Alex, { ...byBen, areaIds: ["C1"] });
  await submitted(stage, { ...byBen, areaIds: ["C2"], replacesId });
  const { id: cameBack } = await returned(stage, Stu, { ...byRex, areaIds: ["D1"], title: "A word on Cara" });
  on(356);
  await drafted(stage, { ...byRex, areaIds: ["D1", "D2"], replacesId: cameBack });
  await drafted(stage, { ...byBen, areaIds: ["C1", "C2"] });
  await drafted(stage, { by: Lena, commissionId: thirds, source: "DOCUMENT", about: trainee("Tess"), areaIds: ["D2"] });
  on(355);
  const rated = { ...byCara, areaIds: ["D2"], selfRating: "MET" };
  await ended(stage, Cara, "submitEvidenceDraft", await filed(stage, rated));
  for (const areaIds of [["C1"], ["C2"]]) {
    await ended(stage, Ben, "submitEvidenceDraft", await filed(stage, { ...byBen, areaIds }));
  }
  await ended(stage, Ada, "discardEvidenceDraft", await filed(stage, { ...byAda, areaIds: ["C1"] }));
  await drafted(stage, { by: Sam, commissionId: ours, source: "OTHERS", about: trainee("Ben"), areaIds: ["C1"] });
  await documents(stage, Lee);

  on(350);
  const release = async (assessmentId: string) =>
    act(Lee, "releaseAssessment", { assessmentId, expectedVersion: await version("assessment", assessmentId) });
  const more = async (by: string, name: string, ...areas: string[]) => {
    const assessmentId = await assess(stage, by, trainee(name), areas, "FURTHER_EVIDENCE_NEEDED");
    await release(assessmentId);
    return assessmentId;
  };
  const dismissed = await more(Alex, "Ada", "C1", "C2");
  on(349);
  const regretted = await more(Alex, "Ben", "C1", "C2");
  const upheld = await more(people.Ora, "Cara", "D1", "D2");
  on(347);
  await appealed(stage, Ada, dismissed, { lead: Lee, to: people.Ora, outcome: "DISMISSED" });
  on(346);
  await appealed(stage, Cara, upheld, { lead: Lee, to: Ann, outcome: "UPHELD" });
  await takenBack(stage, Ben, regretted);
  on(340);
  const open = await assess(stage, Alex, trainee("Ada"), ["C1"], null);
  await assess(stage, Alex, trainee("Ben"), ["C1", "C2"], "ACCREDIT");
  await submitted(stage, { ...byBen, areaIds: ["C1"] });
  const { id: since } = await submitted(stage, { ...byAda, areaIds: ["C2"], selfRating: "DEVELOPING" });
  const taking = { assessmentId: open, evidenceIds: [since], expectedVersion: await version("assessment", open) };
  await act(Alex, "takeInEvidence", taking);
  on(339);
  const judged = await assess(stage, Ann, trainee("Cara"), ["D1", "D2"], "ACCREDIT");
  await release(judged);
  const [credential] = await db.rows("SELECT id FROM credential WHERE assessmentId = ?", [judged]);
  await act(Lee, "replaceCredential", { credentialId: credential?.id, reason: words("Why it is replaced") });
  const waiting = await assess(stage, Ann, trainee("Lena"), ["D1", "D2"], "FURTHER_EVIDENCE_NEEDED");
  await assess(stage, Ann, trainee("Tess"), ["D1", "D2"], "ACCREDIT");
  await assess(stage, Ann, trainee("Uma"), ["D1", "D2"], "ACCREDIT");

  on(30);
  const another = { ...first, boardId: boards.east, seat: Eve };
  const asking = await propose(stage, another, {
    ...{ practice: false, targetOn: daysAgo(3), reviewKind: "LEARNING_REVIEW", format: "FOCUSED", sector: "ADULTS" },
  });
  const rate = { commissionId: asking.id, personId: Ada, amountMinor: 77_000 };
  await act(Ada, "offerRate", { ...rate, expectedVersion: asking.version });
  const taken = { commissionId: asking.id, personId: Ben, amountMinor: 78_000, expectedVersion: asking.version + 1 };
  const { id: rateOfferId, version: offered } = await act(Eve, "offerRate", taken);
  await act(Eve, "withdrawRate", { rateOfferId, expectedVersion: offered, reason: words("Why it is taken back") });

  await interrupted(stage, fourth, fourths, 28);
  const again = { ...first, boardId: boards.west, seat: Wes };
  const given = await review(stage, again, 60);
  await interrupted(stage, again, given, 26);
  const up = { commissionId: given, expectedVersion: await version("commission", given) };
  await act(Wes, "abandonCommission", { ...up, reason: words("Why it is given up") });
  await inWriting(stage, second, theirs, 22);
  await inWriting(stage, another, asking.id, 21);

  await office(stage, people, made);
  on(20);
  await network(stage, people, made, accreditations);
  await reviewedBefore(stage, people, accreditations);
  const of = async (personId: string) => ({ personId, expectedVersion: await version("person", personId) });
  await act(Lee, "revokeRole", { ...(await of(Rob)), role: "SUPERVISOR", reason: "Works elsewhere." });
  await act(Lee, "disablePerson", { ...(await of(people.Dan)), reason: "Left the programme." });
  await act(people.Ina, "signOutEverywhere", {});
  await parted(stage, former.pairId, [trainee("Dora"), trainee("Eli")]);
  on(19);
  await endings(stage, people, trainee("Lou"), cohorts);
  await succession(stage, people, cohorts.second, { boardId: boards.south, seat: Sol });
  await lives(stage, people, made);
  await courses(stage, people, made);
  on(18);
  const two = await unwatched(stage, people, made);
  await arrivals(stage, people);
  await decided(stage, people, two);
  on(17);
  await applications(stage, people, made, trainee("Ada"));
  await enquiries(stage, people, made);
  await nameSomebody(stage, Cara, theirs, [trainee("Cara")], ["D1"], daysAgo(-9));
  await concerns(stage, people, { theirs, fourths });
  await directory(stage, people);
  on(5);
  await selection(stage, people, made);
  const looks = [
    ...([
      [people.Alex, "Ada"],
      [people.Ann, "Lena"],
      [people.Ann, "Tess"],
      [people.Ann, "Cara"],
    ] as const),
    ...([
      [Lee, "Ben"],
      [people.Cara, "Cara"],
      [people.Rex, "Cara"],
      [Lena, "Uma"],
    ] as const),
  ];
  for (const [index, [personId, name]] of looks.entries()) await opened(stage, personId, name, 10 - index);
  await unlike(stage, judged);
  return {
    people,
    ...made,
    accreditations,
    trainees,
    parties: { first, another },
    commissions: { ours, theirs, thirds, fourths, asking: asking.id, formers: formers.id },
    assessments: { open, waiting },
  };
};
export type TheWorld = Awaited<ReturnType<typeof theWorld>>;
