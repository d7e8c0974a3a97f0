import { Accreditation } from "../../src/accreditation/accreditation.entity";
import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { Person } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { accreditedSince, concernAbout, metOn } from "../support/accredited";
import { openTestDatabase } from "../support/database";
import { onADay } from "../support/on-a-day";
import { Story, story } from "../support/story";
import { SECRET } from "../support/tandem";

let db: Database;
let log: Log;
let told: Story;
let days: ReturnType<typeof onADay>;
let lee: Person;
let fay: Accreditation;

/** Fay was accredited on a leap day: her first year ends on 27 February 2029. */
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
  lee = told.lead;
  fay = await accreditedSince(db, told, "Fay", "2028-02-29");
  days = onADay(db, log);
});
afterEach(() => db.close());

const attends = async (...dates: string[]) => {
  for (const date of dates) await metOn(db, fay, date);
};
const threeMeetings = () => attends("2028-05-01", "2028-09-01", "2029-02-27");
const version = async () =>
  Number((await db.rows("SELECT version FROM accreditation WHERE id = ?", [fay.id]))[0]?.version);
const decide = async (input: Record<string, unknown>, by = lee.id) =>
  days.try(
    by,
    "decideStatusReview",
    { accreditationId: fay.id, expectedVersion: await version(), ...input },
    "statusReview { id outcome yearFrom dueOn meetingsNeeded meetingsAttended decidedBy { name } }",
  );
const act = async (mutation: string, input: Record<string, unknown> = { reason: "As agreed." }, by = lee.id) =>
  days.try(by, mutation, { accreditationId: fay.id, expectedVersion: await version(), ...input });
const CONDITIONS = { reason: "Two were missed.", conditions: "Attend two meetings.", conditionsUntil: "2029-06-30" };
const state = async (by = fay.personId) => {
  const { data } = await days.askAs(by)(
    `{ accreditation(id: "${fay.id}") { standing yearFrom reviewDueOn lapsesOn conditionsUntil withdrawnOn restoredOn } }`,
  );
  return data.accreditation;
};
const entries = async () =>
  (await db.rows("SELECT kind, reason, sees, facts FROM entry WHERE personId = ? ORDER BY position", [fay.personId]))
    .filter(({ kind }) => kind !== "PersonInvited")
    .map(({ kind, reason, sees, facts }) => ({ kind, reason, sees, facts: JSON.parse(facts as string) }));
const rowsOf = async () => (await db.rows("SELECT * FROM status_review ORDER BY decidedAt, id")).length;

test("R46: nothing is decided on the accreditation of somebody who was erased", async () => {
  await db.source.query("UPDATE person SET erasedAt = '2028-06-01 00:00:00.000' WHERE id = ?", [fay.personId]);
  days.on("2029-03-10");
  const said = [{ path: ["accreditationId"], message: "accreditationId is of somebody who was erased." }];
  const before = await entries();
  expect((await decide({ outcome: "CONDITIONAL", ...CONDITIONS })).errors).toMatchObject(said);
  for (const mutation of ["confirmConditionsMet", "withdrawAccreditation", "restoreAccreditation"]) {
    expect((await act(mutation)).errors).toMatchObject(said);
  }
  expect(await entries()).toEqual(before);
});

test("R45, R46: a member is renewed from year to year, with the numbers it was decided by, and knows it", async () => {
  await threeMeetings();
  days.on("2029-03-10");
  expect(await state()).toMatchObject({ standing: "REVIEW_DUE", yearFrom: "2028-02-29", reviewDueOn: "2029-02-28" });
  const { statusReview, errors } = await decide({ outcome: "RENEWED" });
  expect(errors).toEqual([]);
  expect(statusReview).toMatchObject({
    ...{ outcome: "RENEWED", yearFrom: "2028-02-29", dueOn: "2029-02-28", meetingsNeeded: 3, meetingsAttended: 3 },
    decidedBy: { name: "Lee Lead" },
  });
  expect(await state()).toMatchObject({ standing: "ACTIVE", yearFrom: "2029-02-28", reviewDueOn: "2030-02-28" });

  await db.source.query("UPDATE standard SET networkMeetings = 5");
  days.on("2029-03-11");
  const { data } = await days.askAs(fay.personId)(
    `{ accreditation(id: "${fay.id}") { statusReviews { id meetingsNeeded } statusReview { parts { rule needed actual } } } }`,
  );
  expect(data.accreditation).toEqual({
    statusReviews: [{ id: statusReview.id, meetingsNeeded: 3 }],
    statusReview: {
      parts: [
        { rule: "E16", needed: 5, actual: 0 },
        { rule: "E17", needed: 1, actual: 1 },
        { rule: "E18", needed: 1, actual: 0 },
      ],
    },
  });
  expect(await entries()).toEqual([
    {
      ...{ kind: "StatusReviewDecided", reason: null, sees: "statusReview" },
      facts: {
        ...{ reference: "LT-Fay", outcome: "RENEWED", dueOn: "2029-02-28", meetingsNeeded: 3, meetingsAttended: 3 },
        yearFrom: { from: "2028-02-29", to: "2029-02-28" },
        reviewDueOn: { from: "2029-02-28", to: "2030-02-28" },
        lapsesOn: { from: "2029-05-28", to: "2030-05-28" },
      },
    },
    {
      ...{ kind: "AccreditationChanged", reason: null, sees: "name" },
      facts: {
        reference: "LT-Fay",
        yearFrom: { from: "2028-02-29", to: "2029-02-28" },
        reviewDueOn: { from: "2029-02-28", to: "2030-02-28" },
        lapsesOn: { from: "2029-05-28", to: "2030-05-28" },
      },
    },
  ]);
});

test("R45, R46: two meetings, a cancelled one and one missed are not three: renewal is refused with the rules", async () => {
  await attends("2028-05-01", "2028-09-01");
  await metOn(db, fay, "2028-10-01", { cancelled: true });
  await metOn(db, fay, "2028-11-01", { attended: false });
  await attends("2028-02-28", "2029-02-28"); // the days before and after the year
  days.on("2029-03-10");
  const { errors } = await decide({ outcome: "RENEWED" });
  expect(errors).toEqual([
    {
      ...{ code: "RULE_NOT_MET", path: [] },
      message: "The year that ended on 27 February 2029 is 1 network meeting short: it can go on with conditions only.",
      rule: {
        ...{ rule: "STATUS_REVIEW", met: false },
        parts: [
          { rule: "E16", met: false },
          { rule: "E17", met: true },
          { rule: "E18", met: true },
        ],
      },
    },
  ]);
  expect([await rowsOf(), await entries()]).toEqual([0, []]);
});

test("R42, R46: an open concern about fidelity bars renewal until it is closed, but not a decision by a person", async () => {
  await threeMeetings();
  const review = await told.commissioned(told.adaAndBen, told.board);
  const concern = await concernAbout(db, fay, review.id, lee.id);
  days.on("2029-03-10");
  expect((await decide({ outcome: "RENEWED" })).errors[0].rule.parts[1]).toEqual({ rule: "E17", met: false });
  await db.source.query("UPDATE fidelity_concern SET closedAt = ? WHERE id = ?", ["2029-03-01 09:00:00.000", concern]);
  expect((await decide({ outcome: "RENEWED" })).errors).toEqual([]);

  await concernAbout(db, fay, review.id, lee.id);
  days.on("2030-03-01");
  expect((await decide({ outcome: "CONDITIONAL", ...CONDITIONS, conditionsUntil: "2030-06-30" })).errors).toEqual([]);
});

test("R46: conditions hold until their last day; met on it, it holds as without them; the day after, it has lapsed", async () => {
  days.on("2029-03-10");
  expect((await decide({ outcome: "CONDITIONAL", ...CONDITIONS })).errors).toEqual([]);
  days.on("2029-06-30");
  expect(await state()).toMatchObject({ standing: "CONDITIONAL", lapsesOn: "2029-07-01", reviewDueOn: "2030-02-28" });
  days.on("2029-07-01");
  expect(await state()).toMatchObject({ standing: "LAPSED", lapsesOn: "2029-07-01" });
  expect((await act("confirmConditionsMet")).errors).toEqual([
    {
      ...{ code: "INVALID_INPUT", path: ["accreditationId"] },
      message: "accreditationId is of an accreditation that holds without conditions, or not at all.",
    },
  ]);
  days.on("2029-06-30");
  expect((await act("confirmConditionsMet", { reason: "Was at both." })).errors).toEqual([]);
  expect(await state()).toMatchObject({ standing: "ACTIVE", conditionsUntil: null, lapsesOn: "2030-05-28" });
  const { data } = await days.askAs(fay.personId)(
    `{ accreditation(id: "${fay.id}") { statusReviews { reason conditions conditionsUntil conditionsMetAt } } }`,
  );
  expect(data.accreditation.statusReviews).toEqual([{ ...CONDITIONS, conditionsMetAt: "2029-06-30T12:00:00.000Z" }]);
  // Why is told to the person and the leads; to others only that the days changed.
  expect((await entries()).map(({ kind, reason, sees }) => [kind, reason, sees])).toEqual([
    ["StatusReviewDecided", CONDITIONS.reason, "statusReview"],
    ["AccreditationChanged", null, "name"],
    ["ConditionsMet", "Was at both.", "statusReview"],
    ["AccreditationChanged", null, "name"],
  ]);
  expect((await act("confirmConditionsMet")).errors[0].code).toBe("INVALID_INPUT");
});

test("R46: LAPSED ends it on the day of the decision, though there are weeks of grace left", async () => {
  days.on("2029-03-10");
  expect((await decide({ outcome: "LAPSED", reason: "Has stopped reviewing." })).errors).toEqual([]);
  expect(await state()).toMatchObject({ standing: "LAPSED", lapsesOn: "2029-03-10", reviewDueOn: "2029-02-28" });
  expect((await decide({ outcome: "LAPSED", reason: "Again." })).errors[0]).toMatchObject({ code: "RULE_NOT_MET" });
  expect(await rowsOf()).toBe(1);
});

test("R46: it may be withdrawn before its review, once, and restored: a new year begins that day", async () => {
  days.on("2028-06-01");
  expect((await act("withdrawAccreditation", { reason: "A complaint." })).errors).toEqual([]);
  expect(await state()).toMatchObject({ standing: "WITHDRAWN", withdrawnOn: "2028-06-01" });
  expect((await act("withdrawAccreditation")).errors[0].message).toBe(
    "accreditationId is of an accreditation that was withdrawn already.",
  );
  days.on("2028-08-31");
  expect((await act("restoreAccreditation", { reason: "It was unfounded." })).errors).toEqual([]);
  expect(await state()).toMatchObject({
    ...{ standing: "ACTIVE", withdrawnOn: null, restoredOn: "2028-08-31", yearFrom: "2028-08-31" },
    ...{ reviewDueOn: "2029-08-31", lapsesOn: "2029-11-30" },
  });
  expect((await act("restoreAccreditation")).errors[0].message).toBe(
    "accreditationId is of an accreditation that holds: there is nothing to restore.",
  );
  // Why is told under the person's own matter, and that it was under their name.
  expect((await entries()).map(({ kind, reason, sees }) => [kind, reason, sees])).toEqual([
    ["AccreditationWithdrawn", "A complaint.", "statusReview"],
    ["AccreditationChanged", null, "name"],
    ["AccreditationRestored", "It was unfounded.", "statusReview"],
    ["AccreditationChanged", null, "name"],
  ]);
});

test("R46: on the last day of grace it may be renewed; on the day it lapses no more, but restored", async () => {
  await threeMeetings();
  days.on("2029-05-28");
  const { errors } = await decide({ outcome: "RENEWED" });
  expect(errors[0].message).toBe("It lapsed on 28 May 2029: only a programme lead can restore it.");
  expect((await decide({ outcome: "CONDITIONAL", ...CONDITIONS })).errors[0].rule.rule).toBe("E18");
  days.on("2029-05-27");
  expect((await decide({ outcome: "RENEWED" })).errors).toEqual([]);
  expect(await state()).toMatchObject({ standing: "ACTIVE", yearFrom: "2029-02-28", lapsesOn: "2030-05-28" });
  days.on("2030-05-28");
  expect((await act("restoreAccreditation")).errors).toEqual([]);
  expect(await state()).toMatchObject({ standing: "ACTIVE", yearFrom: "2030-05-28", reviewDueOn: "2031-05-28" });
});

test("R46: one that has lapsed may be withdrawn as well", async () => {
  days.on("2029-06-01");
  expect(await state()).toMatchObject({ standing: "LAPSED" });
  expect((await act("withdrawAccreditation")).errors).toEqual([]);
  expect(await state()).toMatchObject({ standing: "WITHDRAWN" });
});

test("R46: of one year there is one decision: the next is not due for a year", async () => {
  await threeMeetings();
  days.on("2029-02-27");
  expect((await decide({ outcome: "RENEWED" })).errors[0].message).toBe(
    "Its review is decided from 28 February 2029 on.",
  );
  days.on("2029-02-28");
  expect((await decide({ outcome: "RENEWED" })).errors).toEqual([]);
  for (const input of [{ outcome: "RENEWED" }, { outcome: "LAPSED", reason: "Why." }]) {
    const { errors } = await decide(input);
    expect(errors.map(({ code }: { code: string }) => code)).toEqual(["RULE_NOT_MET"]);
  }
  expect(await rowsOf()).toBe(1);
});

test.each([
  {
    what: "conditions without words or a day",
    input: { outcome: "CONDITIONAL" },
    at: ["reason", "conditions", "conditionsUntil"],
  },
  {
    what: "a day past",
    input: { outcome: "CONDITIONAL", ...CONDITIONS, conditionsUntil: "2029-03-09" },
    at: ["conditionsUntil"],
  },
  {
    what: "a day on which the next review is due",
    input: { outcome: "CONDITIONAL", ...CONDITIONS, conditionsUntil: "2030-02-28" },
    at: ["conditionsUntil"],
  },
  {
    what: "conditions of blanks",
    input: { outcome: "CONDITIONAL", ...CONDITIONS, conditions: "  " },
    at: ["conditions"],
  },
  { what: "a lapse without a reason", input: { outcome: "LAPSED" }, at: ["reason"] },
  {
    what: "conditions of a renewal",
    input: { outcome: "RENEWED", conditions: "None.", conditionsUntil: "2029-06-30" },
    at: ["conditions", "conditionsUntil"],
  },
])("R46: a decision with $what is refused, and nothing is changed", async ({ input, at }) => {
  await threeMeetings();
  days.on("2029-03-10");
  const { errors } = await decide(input);
  expect(errors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path])).toEqual(
    at.map((name) => ["INVALID_INPUT", name]),
  );
  expect([await rowsOf(), await version(), await entries()]).toEqual([0, 1, []]);
});

test.each([["2030-02-27"], ["2029-03-10"]])("R46: conditions may have until %s", async (conditionsUntil) => {
  days.on("2029-03-10");
  expect((await decide({ outcome: "CONDITIONAL", ...CONDITIONS, conditionsUntil })).errors).toEqual([]);
  expect(await state()).toMatchObject({ standing: "CONDITIONAL" });
});

const MUTATIONS: [string, object][] = [
  ["decideStatusReview", { outcome: "LAPSED" }],
  ["confirmConditionsMet", {}],
  ["withdrawAccreditation", {}],
  ["restoreAccreditation", {}],
];

test.each(MUTATIONS)(
  "R46: a lead who is the person has no say in %s, nor has anybody but a lead",
  async (mutation, more) => {
    const { manager } = db.source;
    days.on("2029-03-10");
    const input = { reason: "As agreed.", ...more };
    for (const by of [told.supervisor.id, told.assessor.id, told.seat.id, told.ada.personId, fay.personId]) {
      expect(await act(mutation, input, by)).toMatchObject({ failed: "FORBIDDEN" });
    }
    await manager.insert("person_role", { id: "rol_x", personId: fay.personId, role: Role.PROGRAMME_LEAD });
    expect(await act(mutation, input, fay.personId)).toEqual({
      failed: "FORBIDDEN",
      message: "This is your own accreditation: another programme lead decides on it.",
    });
    expect([await rowsOf(), await version(), await entries()]).toEqual([0, 1, []]);
  },
);

test.each(MUTATIONS)(
  "R46: %s names the version that was seen; of two leads at once one is told to look again",
  async (mutation, more) => {
    const other = await told.person("Lou Lead", Role.PROGRAMME_LEAD);
    days.on("2029-03-10");
    if (mutation === "confirmConditionsMet") await decide({ outcome: "CONDITIONAL", ...CONDITIONS });
    if (mutation === "restoreAccreditation") await act("withdrawAccreditation");
    const before = await rowsOf();
    const input = { accreditationId: "LT-Fay", expectedVersion: await version(), reason: "As agreed.", ...more };
    const both = await Promise.all([lee.id, other.id].map((by) => days.try(by, mutation, input)));
    expect(both.map(({ errors }) => errors[0]?.code ?? "done").sort()).toEqual(["CONFLICT", "done"]);
    expect(await rowsOf()).toBe(before + (mutation === "decideStatusReview" ? 1 : 0));
  },
);

test("R46: nothing is decided on an accreditation that is not released yet", async () => {
  await told.readyForAssessment(told.ada);
  const assessment = { id: "asm_x", traineeId: told.ada.id, assessorId: told.assessor.id, round: 1, version: 1 };
  const [commission] = await db.rows("SELECT id FROM commission");
  await db.source.manager.insert("assessment", {
    ...{ ...assessment, commissionId: commission?.id, openedAt: new Date(), assessorSupervised: false },
  });
  await db.source.query("UPDATE accreditation SET assessmentId = 'asm_x' WHERE id = ?", [fay.id]);
  days.on("2029-03-10");
  for (const [mutation, more] of MUTATIONS) {
    const { errors } = await act(mutation, { reason: "As agreed.", ...more });
    expect(errors).toContainEqual({
      ...{ code: "INVALID_INPUT", path: ["accreditationId"] },
      message: "accreditationId is of an accreditation that is not released yet: release the assessment first.",
    });
  }
});

test("R45, R46: what would be is asked with supposed facts, which are stored nowhere and may not contradict themselves", async () => {
  await attends("2028-05-01", "2028-09-01");
  days.on("2028-12-01");
  const ask = async (suppose: object, by = fay.personId) =>
    days.askAs(by)(
      `query ($suppose: StatusReviewSupposition) { accreditation(id: "${fay.id}") { statusReview(suppose: $suppose) { met } } }`,
      { suppose },
    );
  const counted = async () => Number((await db.rows("SELECT COUNT(*) AS n FROM network_attendance"))[0]?.n);
  const before = await counted();
  const asked = { attendedOn: ["2029-01-15"], on: "2029-02-28" };
  expect((await ask(asked)).data.accreditation.statusReview).toEqual({ met: true });
  expect((await ask({ on: "2029-02-28" })).data.accreditation.statusReview).toEqual({ met: false });
  expect((await ask({ ...asked, notAttendedOn: ["2028-05-01"] })).data.accreditation.statusReview.met).toBe(false);
  expect(await counted()).toBe(before);

  const { data, errors } = await ask({ attendedOn: ["2028-05-01", "2031-01-01"] });
  expect(data.accreditation.statusReview).toBeNull();
  expect(errors).toMatchObject([
    {
      message:
        "The supposition contradicts itself: 1 January 2031 is outside the year under review. A network meeting on 1 May 2028 was attended already.",
      extensions: { code: "BAD_USER_INPUT" },
    },
  ]);
  const { errors: faults } = await ask({ attendedOn: ["0217-01-01"], on: "0217-01-01" });
  expect(faults?.[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
  expect(faults?.[0].message).toContain("must be in the years 1900 to 2199");
  const { errors: flood, statements } = await ask({ attendedOn: Array(51).fill("2029-01-15") });
  expect(flood).toMatchObject([{ message: "attendedOn may name at most 50.", extensions: { code: "BAD_USER_INPUT" } }]);
  expect(statements).toEqual([]);
  // Who does not see the review is told nothing, of no contradiction either.
  const { data: hidden, errors: none } = await ask({ attendedOn: ["2031-01-01"] }, told.supervisor.id);
  expect([hidden, none]).toEqual([{ accreditation: null }, undefined]);
});

test("R46: many are answered with a fixed number of statements", async () => {
  const statements = async () => {
    const { data, statements: sent } = await days.askAs(lee.id)(
      "{ accreditations(first: 50) { nodes { statusReview { met parts { rule } } statusReviews { outcome } } } }",
    );
    return [data.accreditations.nodes.length, sent.length];
  };
  const [one, few] = await statements();
  for (const name of ["Gus", "Hal", "Ida"]) await accreditedSince(db, told, name, "2028-02-29");
  expect([one, await statements()]).toEqual([1, [4, few]]);
});
