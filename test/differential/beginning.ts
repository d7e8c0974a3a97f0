import { Accreditation } from "../../src/accreditation/accreditation.entity";
import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { openLog } from "../../src/log/log";
import { Role } from "../../src/person/role";
import { ProgrammeItem } from "../../src/programme/programme-item.entity";
import { ProgrammeSection } from "../../src/programme/programme-section";
import { COMPLETE } from "../support/applying";
import { givenBy } from "../support/contributing";
import { openTestDatabase } from "../support/database";
import { published, submittedApplication } from "../support/selecting";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { SECRET, startTandem } from "../support/tandem";
import { FILE } from "./changes";
import { snapshotOf } from "./snapshot";
import { act, Beginning, daysBefore, Input, World } from "./world";

/** Everybody who looks at a world, by first name; "public" has no token. */
export const VIEWERS = [
  ...["public", "Nick", "Lee", "Sam", "Alex", "Nia", "Ada", "Ben"],
  ...["Cara", "Rex", "Stu", "Ann", "Sol", "Wes", "Eve", "Gail", "Hal", "Dora", "Eli", "Dan"],
] as const;

type Known = Map<string, string>;

/**
 * Ada and Ben have Northmoor's review, Sam and Alex; Cara and Rex, who is accredited, have Southmoor's, Stu and Ann. Gail
 * leads the programme and is a trainee, paired with Hal, who assesses Cara. Dora and Eli are before their review. Dan is
 * on another cohort, Gus has left and Fay is in no pair. Wes's board negotiates, Eve's has declined, Nick has no part in it.
 * Dan writes an application, Eve has sent hers, Gail hers for the first cohort, and Wes asks for a call.
 */
export const theBeginning = async (): Promise<Beginning> => {
  daysBefore(12);
  const db = await openTestDatabase();
  const told = await story({ db, log: await openLog(db, SECRET) });
  const known: Known = new Map();
  await theCast(db, told, known);
  const tandem = await startTandem({ db });
  daysBefore(10);
  await theirWork({ tandem, known }, known, told);
  const snapshot = await snapshotOf(db);
  await tandem.close();
  await db.close();
  return { snapshot, known };
};

const theCast = async (db: Database, told: Story, known: Known): Promise<void> => {
  const people = { Lee: told.lead, Sam: told.supervisor, Alex: told.assessor, Nia: told.seat };
  for (const [name, { id }] of Object.entries(people)) known.set(name, id);
  for (const name of ["Ada", "Ben", "Cara", "Gail", "Hal", "Dora", "Eli", "Fay", "Gus"]) {
    const { id, personId } = await told.trainee(name);
    known.set(name, personId).set(`trainee ${name}`, id);
  }
  for (const name of ["Nick", "Rex", "Dan"]) known.set(name, (await told.person(name)).id);
  for (const name of ["Stu", "Hugo"]) known.set(name, (await told.person(name, Role.SUPERVISOR)).id);
  known.set("programme", told.programme.id);
  known.set("Ann", (await told.person("Ann", Role.ASSESSOR)).id);
  known.set("Northmoor", told.board.id);
  for (const [board, seat] of [
    ["Southmoor", "Sol"],
    ["Westhaven", "Wes"],
    ["Eastvale", "Eve"],
  ] as const) {
    const made = await told.boardNamed(board);
    known.set(board, made.id).set(seat, (await told.seatOn(made, seat)).id);
  }
  known.set("Harrowmere", (await told.boardNamed("Harrowmere")).id);
  for (const [index, { id }] of told.courseDays.entries()) known.set(`course day ${index + 1}`, id);

  for (const [index, name] of ["a topic", "a tool"].entries()) {
    const item = { id: newId("itm"), programmeId: told.programme.id, ordinal: 1, days: null, retiredOn: null };
    const section = index === 0 ? ProgrammeSection.TOPICS : ProgrammeSection.TOOLS;
    await db.source.manager.insert(ProgrammeItem, { ...item, section, text: `What ${name} is.` });
    known.set(name, item.id);
  }
  for (const ordinal of [1, 2]) known.set(`criterion ${ordinal}`, await published(db, told.programme.id, ordinal));
  const ofGail = { cohortId: told.cohort.id, personId: known.get("Gail") as string };
  known.set("application of Gail", (await submittedApplication(db, ofGail)).id);

  const earlier = {
    programmeId: told.programme.id,
    traineeId: null,
    yearFrom: daysAgo(265),
    lapsesOn: daysAgo(-190),
    withdrawnOn: null,
    version: 1,
  };
  const rex = { personId: known.get("Rex") as string, accreditedOn: daysAgo(900), reviewDueOn: daysAgo(-100) };
  known.set("accreditation of Rex", newId("acc"));
  const rexs = { id: known.get("accreditation of Rex") as string, reference: "LT-REX" };
  await db.source.manager.insert(Accreditation, { ...rexs, ...earlier, ...rex });
  const assigned = [
    ...[["Cara", "Stu", Role.SUPERVISOR] as const, ["Cara", "Ann", Role.ASSESSOR] as const],
    ...[["Ada", "Hugo", Role.SUPERVISOR] as const, ["Gail", "Ann", Role.ASSESSOR] as const],
    ["Gus", "Stu", Role.SUPERVISOR] as const,
  ];
  for (const [name, staff, role] of assigned) {
    await told.assign(await told.trainee(name), { id: known.get(staff) } as never, role);
  }

  known.set("pair of Ada", told.adaAndBen.id);
  known.set("pair of Gail", (await told.pair("Gail", "Hal")).id);
  known.set("pair of Dora", (await told.pair("Dora", "Eli")).id);
  for (const name of ["Ada", "Gail"]) {
    known.set(`review of ${name}`, (await told.readyForAssessment(await told.trainee(name))).id);
  }
  await told.attendCourse(told.ben, 2);
  await told.attendCourse(await told.trainee("Cara"));
  await told.attendCourse(await told.trainee("Dora"), 3);
  await told.attendCourse(await told.trainee("Eli"), 3);
  await told.attendGroupDays(told.ben, 1);
};

const theirWork = async (world: World, known: Known, { adaAndBen: _, ...told }: Story): Promise<void> => {
  const id = (name: string) => known.get(name) as string;
  const does = async (by: string, mutation: string, input: Input, as = ""): Promise<string> => {
    const made = await act(world, by, mutation, input);
    known.set(as, made);
    return made;
  };
  const review = { reviewKind: "SERIOUS_CASE_REVIEW", format: "FULL", sector: "CHILDREN" };
  const agreed = async (review: string, seat: string, ...members: string[]) => {
    for (const name of members) {
      const offer = { commissionId: id(review), personId: id(name), amountMinor: 50_000 };
      const rateOfferId = await does(name, "offerRate", offer, `offer of ${name}`);
      await does(seat, "acceptRate", { rateOfferId });
    }
    await does(seat, "grantCommission", { commissionId: id(review) });
  };
  const propose = (by: string, board: string, practice: boolean, as: string) =>
    does(by, "proposeCommission", { boardId: id(board), pairId: id(`pair of ${by}`), practice, ...review }, as);

  await does("Lee", "formPair", { personIds: [id("Cara"), id("Rex")] }, "pair of Cara");
  await does("Lee", "grantRole", { personId: id("Gail"), role: "PROGRAMME_LEAD" });
  await does("Lee", "grantRole", { personId: id("Hal"), role: "ASSESSOR" });
  await does("Lee", "assignStaff", { traineeId: id("trainee Cara"), personId: id("Hal"), role: "ASSESSOR" });

  await propose("Cara", "Southmoor", true, "review of Cara");
  await agreed("review of Cara", "Sol", "Cara", "Rex");
  for (const to of ["SCOPING", "DATA_COLLECTION"]) {
    await does("Rex", "advanceCommission", { commissionId: id("review of Cara"), to });
  }
  const asked = { commissionId: id("review of Cara"), request: "The chronologies.", dueOn: daysAgo(-9) };
  await does("Cara", "requestInformation", asked, "request of Cara");
  await propose("Cara", "Westhaven", false, "proposal of Cara");
  const offer = { commissionId: id("proposal of Cara"), personId: id("Cara"), amountMinor: 48_000 };
  await does("Cara", "offerRate", offer, "offer of Cara");
  await propose("Ada", "Eastvale", false, "proposal of Ada");
  await does("Eve", "declineCommission", { commissionId: id("proposal of Ada"), reason: "No funds this year." });
  await propose("Dora", "Southmoor", true, "review of Dora");
  await agreed("review of Dora", "Sol", "Dora", "Eli");

  const alone = (by: string, trainee: string, notes: string, shareNotes: boolean, as: string) => {
    const of = { traineeId: id(`trainee ${trainee}`), commissionId: id(`review of ${trainee}`) };
    const spent = { date: daysAgo(0), minutes: 60, chargeMinor: 12_000 };
    return does(by, "logIndividualSupervision", { ...of, ...spent, notes, shareNotes }, as);
  };
  await alone("Sam", "Ada", "How the interviews went.", true, "shared session");
  await alone("Sam", "Ada", "For my own memory.", false, "silent session");
  await alone("Stu", "Cara", "The family was heard.", false, "session of Cara");

  for (const name of ["Ada", "Cara", "Gail"]) {
    await does("Lee", "chargeFee", { traineeId: id(`trainee ${name}`) }, `fee of ${name}`);
  }
  const assured = { commissionId: id("review of Ada"), amountMinor: 45_000, purpose: "Quality assurance" };
  await does("Lee", "chargeQualityAssurance", assured, "quality of Ada");
  await does("Lee", "creditCharge", { chargeId: id("quality of Ada"), amountMinor: 5_001, reason: "A slip." });

  const evidence = (by: string, source: string, review: string, about: string[], title: string) => {
    const traineeIds = about.map((name) => id(`trainee ${name}`));
    const said = { title, text: `${title}, in words.`, areaIds: ["C1", "C2"] };
    return does(by, "submitEvidence", { commissionId: id(review), source, traineeIds, ...said }, title);
  };
  await evidence("Ada", "DOCUMENT", "review of Ada", ["Ada", "Ben"], "Scope of both");
  await evidence("Ada", "OTHERS", "review of Ada", ["Ben"], "Word on a partner");
  await evidence("Ben", "TRAINEE", "review of Ada", ["Ben"], "Reflection of Ben");
  await evidence("Cara", "TRAINEE", "review of Cara", ["Cara"], "Reflection of Cara");
  await evidence("Ada", "OTHERS", "review of Ada", ["Ben"], "Word that came back");
  const back = { evidenceId: id("Word that came back"), reason: "It says too little." };
  await does("Sam", "returnEvidence", back);
  const aboutBen = { traineeIds: [id("trainee Ben")], source: "OTHERS", areaIds: ["C1"] };
  const unsaid = { commissionId: id("review of Ada"), title: "A word in the making", text: "He hesitates." };
  await does("Ada", "draftEvidence", { ...unsaid, ...aboutBen }, "draft of Ada");

  const names = (by: string, review: string, about: string[], name: string) =>
    does(
      ...([by, "nameContributor"] as const),
      {
        ...{ commissionId: id(review), name, email: `${name.toLowerCase()}@example.org`, involvement: "CASE_GROUP" },
        ...{ traineeIds: about.map((each) => id(`trainee ${each}`)), areaIds: ["C1", "C2"], until: daysAgo(-60) },
      },
      name,
    );
  const written = async (supervisor: string, name: string, agreed: boolean) => {
    await does(supervisor, "issueContributionLink", { contributorId: id(name) });
    const house = { db: world.tandem.db, log: world.tandem.log };
    await givenBy(house, id(name), new Date(), { agreed, text: () => `Seen by ${name}.` });
  };
  await names("Ada", "review of Ada", ["Ada"], "Page");
  await names("Ben", "review of Ada", ["Ada"], "Penn");
  await names("Ada", "review of Ada", ["Ada"], "Pell");
  await names("Rex", "review of Cara", ["Cara"], "Reed");
  await names("Gail", "review of Gail", ["Gail"], "Rowe");
  await written("Sam", "Page", false);
  await written("Lee", "Rowe", false);

  const mark = (name: string, attended: boolean) => ({ traineeId: id(`trainee ${name}`), attended });
  const attendance = [mark("Ben", false), mark("Cara", true), mark("Eli", false), mark("Dora", false)];
  await does("Lee", "recordCourseAttendance", { courseDayId: told.courseDays[3]?.id, attendance });
  await does("Stu", "scheduleGroupSupervision", { date: daysAgo(3), venue: "Leeds" }, "group day");
  await does("Stu", "scheduleGroupSupervision", { date: daysAgo(-9), venue: "York", capacity: 9 }, "day to come");
  for (const name of ["Cara", "Ben"]) {
    const booking = { sessionId: id("day to come"), traineeId: id(`trainee ${name}`) };
    await does(name, "bookGroupSupervision", booking, `booking of ${name}`);
  }
  await does("Stu", "recordGroupAttendance", { sessionId: id("group day"), attendance: [mark("Cara", true)] });

  const assess = async (by: string, trainee: string, rating: string, areas: number) => {
    const input = { traineeId: id(`trainee ${trainee}`) };
    const assessmentId = await does(by, "openAssessment", input, `assessment of ${trainee}`);
    for (let area = 1; area <= areas; area += 1) {
      const words = { strengths: `Listens in area ${area}.`, areasToWorkOn: `Writes in area ${area}.` };
      await does(by, "recordJudgement", { assessmentId, areaId: `C${area}`, rating, ...words });
    }
    return assessmentId;
  };
  const released = await assess("Alex", "Ada", "DEVELOPING", 6);
  const said = { outcome: "FURTHER_EVIDENCE_NEEDED", summary: "More of the analysis." };
  await does("Alex", "decideAssessment", { assessmentId: released, ...said }, "released assessment");
  await does("Lee", "releaseAssessment", { assessmentId: released });
  await evidence("Ada", "TRAINEE", "review of Ada", ["Ada"], "Second reflection of Ada");
  await assess("Alex", "Ada", "MET", 1);
  await evidence("Ada", "TRAINEE", "review of Ada", ["Ada"], "Late reflection of Ada");
  await assess("Ann", "Gail", "MET", 6);

  const later = { programmeId: told.programme.id, reference: "LT-2018", name: "The second cohort" };
  const days = [1, 2, 3, 4].map((day) => ({ date: daysAgo(-60 - day), venue: "York", topics: "Systems thinking" }));
  const when = { opensOn: daysAgo(30), applyBy: daysAgo(-30), decisionsExpected: "2018-05" };
  const places = { capacity: 20, courseDays: days };
  await does("Lee", "openCohort", { ...later, ...when, ...places }, "second cohort");
  const day = { courseDayId: id("course day 1"), itemIds: [id("a topic"), id("a tool")] };
  await does("Lee", "changeCourseDay", { ...day, facilitatorIds: [id("Stu"), id("Sam")], reason: "It was so." });
  await does("Lee", "withdrawTrainee", { traineeId: id("trainee Gus"), reason: "Moved abroad." });
  await does("Lee", "recordEndorsement", { programmeId: told.programme.id, by: "An institute", number: "0042" });
  const [endorsement] = await world.tandem.db.rows("SELECT id FROM endorsement");
  known.set("endorsement", endorsement?.id as string);
  await does("Lee", "enrolTrainee", { personId: id("Dan"), cohortId: id("second cohort") }, "trainee Dan");

  const applying = { cohortId: id("second cohort") };
  await does("Dan", "beginApplication", { ...applying, cvReference: "cv.pdf" }, "draft of Dan");
  const sent = await does("Eve", "beginApplication", { ...applying, ...COMPLETE }, "application of Eve");
  await does("Eve", "submitApplication", { applicationId: sent });
  const question = "May I bring a review of my own?";
  const file = (name: string, more: Input) => ({ ...FILE, fileName: `${name}.pdf`, ...more });
  const bring = async (by: string, name: string, belongs: Input) => {
    const documentId = await does(by, "requestUpload", file(name, belongs), name);
    const came =
      "UPDATE document SET state = 'STORED', storedAt = announcedAt, storedAs = id, version = 2 WHERE id = ?";
    await world.tandem.db.source.query(came, [documentId]);
  };
  await bring("Ada", "report of Ada", { commissionId: id("review of Ada") });
  await bring("Rex", "report of Cara", { commissionId: id("review of Cara") });
  const handIn = async (by: string, title: string, about: string[], source: string, name: string) => {
    const traineeIds = about.map((each) => id(`trainee ${each}`));
    const said = { commissionId: id("review of Ada"), title, text: "See its file.", traineeIds, source };
    const evidenceDraftId = await does(by, "draftEvidence", { ...said, areaIds: ["C1"] });
    await bring(by, name, { evidenceDraftId });
    await does(by, "submitEvidenceDraft", { evidenceDraftId });
  };
  await handIn("Ada", "Plan of both", ["Ada", "Ben"], "DOCUMENT", "file of both");
  await handIn("Ben", "Notes of Ben", ["Ben"], "TRAINEE", "file of Ben");
  await bring("Ada", "file of the draft", { evidenceDraftId: id("draft of Ada") });
  await bring("Dan", "CV of Dan", { applicationId: id("draft of Dan") });
  await does("Cara", "requestUpload", file("awaited", { commissionId: id("review of Cara") }), "awaited of Cara");
  await does("Wes", "askForCall", { programmeId: told.programme.id, question }, "enquiry of Wes");
};
