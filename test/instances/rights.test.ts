import type { Database } from "../../src/database/database";
import { openLog } from "../../src/log/log";
import { Person } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { Trainee } from "../../src/trainee/trainee.entity";
import { assessing } from "../support/assessing";
import { done } from "../support/change";
import { openTestDatabase } from "../support/database";
import { Instances, startInstances } from "../support/instances";
import { Story, story } from "../support/story";
import { SECRET, Served } from "../support/tandem";
import { kindsOf, mark, Watcher, watch } from "./watching";

describe("on every instance", () => {
  let db: Database;
  let told: Story;
  let on: Instances;
  let leadId: string;
  const people: Record<string, Person> = {};
  const trainees: Record<string, Trainee> = {};
  let boardOfNora: string;

  // The instances serve the whole file: each test has people of its own, who are here before they start. They stop before
  // their database is dropped: hence the block around it all.
  beforeAll(async () => {
    db = await openTestDatabase();
    const log = await openLog(db, SECRET);
    told = await story({ db, log });
    leadId = told.lead.id;
    for (const name of ["Rita", "Lou", "Una", "Sue"]) people[name] = await told.person(name);
    for (const name of ["Kit", "Cat", "Dan", "Eve", "Finn", "Gil", "Hal", "Ivy"]) {
      trainees[name] = await told.trainee(name);
    }
    await told.assign(trainees.Kit as Trainee, people.Rita as Person, Role.SUPERVISOR);
    people.Sid = await told.person("Sid", Role.SUPERVISOR);
    await told.assign(trainees.Kit as Trainee, people.Sid, Role.SUPERVISOR);
    const eastvale = await told.boardNamed("Eastvale");
    boardOfNora = eastvale.id;
    people.Nora = await told.seatOn(eastvale, "Nora");
    await told.pair("Cat", "Dan");
    await told.pair("Hal", "Ivy");
    await told.readyForAssessment(told.ada);
    on = await startInstances(db, log);
  });
  afterAll(async () => {
    await on?.stop();
    await db?.close();
  });
  jest.setTimeout(60_000);

  const person = (name: string): string => (people[name] as Person).id;
  const trainee = (name: string): Trainee => trainees[name] as Trainee;
  const versionOf = async (table: string, id: string): Promise<number> =>
    Number((await db.rows(`SELECT version FROM \`${table}\` WHERE id = ?`, [id]))[0]?.version);
  const act = (mutation: string, input: Record<string, unknown>, by = leadId, selection = "") =>
    done(on.here, by, mutation, input, selection);
  const follow = async (personId: string): Promise<Watcher> => watch(on, personId, await head());
  const head = async (): Promise<string> => (await on.here.as(leadId).ask("{ cursor }")).data.cursor;

  let attended = false;
  /** Something that only Kit, who supervises Kit and the lead may see; answers once the lead has it on every instance. */
  const matter = async (lead: Watcher): Promise<string> => {
    const courseDayId = told.courseDays[0]?.id as string;
    attended = !attended;
    const { cursor } = await act("recordCourseAttendance", {
      courseDayId,
      expectedVersion: await versionOf("course_day", courseDayId),
      attendance: [{ traineeId: trainee("Kit").id, attended, reason: "Looked again." }],
    });
    await lead.has(cursor);
    return cursor;
  };
  const role = async (mutation: "grantRole" | "revokeRole", name: string, which: Role) =>
    act(mutation, {
      personId: person(name),
      role: which,
      ...(mutation === "revokeRole" ? { reason: "Has left." } : {}),
      expectedVersion: await versionOf("person", person(name)),
    });
  /** Whether the next operation shows a trainee, the same on every instance. */
  const sees = async (personId: string, name: string): Promise<boolean> => {
    const answers = [];
    for (const instance of on.all) answers.push(await shows(instance, personId, trainee(name).id));
    expect(new Set(answers).size).toBe(1);
    return answers[0] as boolean;
  };
  const shows = async (instance: Served, personId: string, id: string): Promise<boolean> => {
    const { data, errors } = await instance.as(personId).ask("query ($id: ID!) { trainee(id: $id) { id } }", { id });
    expect(errors).toBeUndefined();
    return data.trainee !== null;
  };
  /** The lead follows all the while: every entry, in order, whatever becomes of others. */
  const undisturbed = async (lead: Watcher, from: string, to: string): Promise<void> => {
    const log = await openLog(db, SECRET);
    const rows = await db.rows("SELECT id FROM entry WHERE position > ? AND position < ? ORDER BY position", [
      await log.positionOf(from),
      await log.positionOf(to),
    ]);
    expect((await lead.heard(to)).map(({ entry }) => entry.id)).toEqual(rows.map(({ id }) => id));
  };

  test.each([
    { name: "Rita", which: Role.SUPERVISOR },
    { name: "Lou", which: Role.PROGRAMME_LEAD },
  ])("a role given and taken, $which: what it shows is there from the one to the other", async ({ name, which }) => {
    const from = await head();
    const [viewer, lead] = [await follow(person(name)), await follow(leadId)];
    await matter(lead);
    expect(await sees(person(name), "Kit")).toBe(false);
    await role("grantRole", name, which);
    expect(await sees(person(name), "Kit")).toBe(true);
    await viewer.has(await matter(lead));
    await role("revokeRole", name, which);
    expect(await sees(person(name), "Kit")).toBe(false);
    await matter(lead);
    const end = await mark(on, leadId);

    expect(kindsOf(await viewer.heard(end))).toEqual(["RoleGranted", "CourseAttendanceRecorded", "RoleRevoked"]);
    await undisturbed(lead, from, end);
  });

  test("a replay that crosses a change of rights is made under the rights of now", async () => {
    const [from, lead] = [await head(), await follow(leadId)];
    await matter(lead);
    await role("revokeRole", "Sid", Role.SUPERVISOR);
    await matter(lead);
    const without = await watch(on, person("Sid"), from);
    expect(kindsOf(await without.heard(await mark(on, leadId)))).toEqual(["RoleRevoked"]);

    await role("grantRole", "Sid", Role.SUPERVISOR);
    const again = await watch(on, person("Sid"), from);
    expect(kindsOf(await again.heard(await mark(on, leadId)))).toEqual([
      "CourseAttendanceRecorded",
      "RoleRevoked",
      "CourseAttendanceRecorded",
      "BoardRegistered",
      "RoleGranted",
    ]);
  });

  test("a trainee assigned and no longer", async () => {
    await role("grantRole", "Una", Role.SUPERVISOR);
    const [from, viewer, lead] = [await head(), await follow(person("Una")), await follow(leadId)];
    const said = async () => ({
      traineeId: trainee("Kit").id,
      personId: person("Una"),
      role: Role.SUPERVISOR,
      expectedVersion: await versionOf("trainee", trainee("Kit").id),
    });
    await matter(lead);
    await act("assignStaff", await said());
    expect(await sees(person("Una"), "Kit")).toBe(true);
    await viewer.has(await matter(lead));
    await act("unassignStaff", { ...(await said()), reason: "Another takes over." });
    expect(await sees(person("Una"), "Kit")).toBe(false);
    await matter(lead);
    const end = await mark(on, leadId);

    expect(kindsOf(await viewer.heard(end))).toEqual(["StaffAssigned", "CourseAttendanceRecorded"]);
    await undisturbed(lead, from, end);
  });

  /** The pair proposes a review to a board. */
  const propose = async (by: string, pairId: string, boardId: string) => {
    const asked = { reviewKind: "SERIOUS_CASE_REVIEW", format: "FULL", sector: "CHILDREN" };
    const { commission, cursor } = await act(
      "proposeCommission",
      { pairId, boardId, ...asked },
      by,
      "commission { id version pair { id } }",
    );
    return { commission, cursor };
  };
  const pairOf = async (name: string): Promise<string> =>
    String((await db.rows("SELECT pairId FROM trainee WHERE id = ?", [trainee(name).id]))[0]?.pairId);

  test("a seat given and lost", async () => {
    const cat = trainee("Cat").personId;
    const { commission } = await propose(cat, await pairOf("Cat"), told.board.id);
    const [from, viewer, lead] = [await head(), await follow(person("Sue")), await follow(leadId)];
    const offer = async (): Promise<string> => {
      const expectedVersion = await versionOf("commission", commission.id);
      const input = { commissionId: commission.id, personId: cat, amountMinor: 50_000, expectedVersion };
      const { cursor } = await act("offerRate", input, cat);
      await lead.has(cursor);
      return cursor;
    };
    const seat = async (mutation: string) =>
      act(mutation, {
        boardId: told.board.id,
        personId: person("Sue"),
        ...(mutation === "endSeat" ? { reason: "Has left." } : {}),
        expectedVersion: await versionOf("board", told.board.id),
      });
    await offer();
    await seat("grantSeat");
    expect(await sees(person("Sue"), "Cat")).toBe(true);
    await viewer.has(await offer());
    await seat("endSeat");
    expect(await sees(person("Sue"), "Cat")).toBe(false);
    await offer();
    const end = await mark(on, leadId);

    expect(kindsOf(await viewer.heard(end))).toEqual(["SeatGranted", "RateOffered"]);
    await undisturbed(lead, from, end);
  });

  test("a pair formed and dissolved: the partner is seen from the one to the other", async () => {
    const [eve, finn, gil] = [trainee("Eve").personId, trainee("Finn").personId, trainee("Gil").personId];
    const [from, viewer, other, lead] = [await head(), await follow(eve), await follow(finn), await follow(leadId)];
    expect(await sees(eve, "Finn")).toBe(false);
    const { pair, cursor } = await act("formPair", { personIds: [eve, finn] }, leadId, "pair { id version }");
    await viewer.has(cursor);
    expect(await sees(eve, "Finn")).toBe(true);
    const { id: pairId, version: expectedVersion } = pair;
    await act("dissolvePair", { pairId, expectedVersion, reason: "Finn moves away." });
    expect(await sees(eve, "Finn")).toBe(false);
    await act("formPair", { personIds: [finn, gil] });
    const end = await mark(on, leadId);

    const own = ["PairFormed", "PairFormed", "ReadinessChanged", "PairDissolved", "ReadinessChanged"];
    expect(kindsOf(await viewer.heard(end))).toEqual(own);
    expect(kindsOf(await other.heard(end))).toEqual([...own, "PairFormed", "PairFormed", "ReadinessChanged"]);
    await undisturbed(lead, from, end);
  });

  test("a board that declines loses the pair, at once", async () => {
    const nora = person("Nora");
    const [from, viewer, lead] = [await head(), await follow(nora), await follow(leadId)];
    const pairId = await pairOf("Hal");
    const { commission, cursor } = await propose(trainee("Hal").personId, pairId, boardOfNora);
    await viewer.has(cursor);
    expect(await sees(nora, "Hal")).toBe(true);
    const { id: commissionId, version: expectedVersion } = commission;
    await act("declineCommission", { commissionId, expectedVersion, reason: "No funds." }, nora);
    expect(await sees(nora, "Hal")).toBe(false);
    await act("dissolvePair", { pairId, expectedVersion: await versionOf("pair", pairId), reason: "It is over." });
    const end = await mark(on, leadId);

    const heard = await viewer.heard(end);
    expect(kindsOf(heard)).toEqual(["CommissionProposed", "CommissionDeclined"]);
    expect(heard.map(({ subject }) => subject.pair)).toEqual([{ id: pairId }, null]);
    await undisturbed(lead, from, end);
  });

  test("a decision is the trainee's from its release on, and never the partner's", async () => {
    const our = assessing(on.here, told);
    const [from, ada, ben, lead] = [
      await head(),
      await follow(told.ada.personId),
      await follow(told.ben.personId),
      await follow(leadId),
    ];
    const decided = await our.decide(await our.judgeAreas(await our.open()));
    const outcomes = async () => {
      const answers = [];
      for (const instance of on.all) {
        const asked = "query ($id: ID!) { assessment(id: $id) { outcome } }";
        answers.push((await instance.as(told.ada.personId).ask(asked, { id: decided.id })).data.assessment);
      }
      return answers;
    };
    expect(await outcomes()).toEqual(on.all.map(() => null));
    await our.release(decided);
    expect(await outcomes()).toEqual(on.all.map(() => ({ outcome: "ACCREDIT" })));
    const end = await mark(on, leadId);

    expect(kindsOf(await ada.heard(end))).toEqual(["AssessmentReleased", "AccreditationReleased", "CredentialIssued"]);
    expect(kindsOf(await ben.heard(end))).toEqual(["AccreditationReleased"]);
    await undisturbed(lead, from, end);
  });
});
