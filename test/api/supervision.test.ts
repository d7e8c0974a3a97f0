import { Role } from "../../src/person/role";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const SESSION = `supervisionSession { id version kind date venue minutes notes notesSharedAt supervisor { id }
  charge { formatted } attendance { attended trainee { id } } }`;
const schedule = async (by: string, more: Record<string, unknown> = {}) => {
  const input = { date: daysAgo(3), venue: "London", ...more };
  return (await done(tandem, by, "scheduleGroupSupervision", input, SESSION)).supervisionSession;
};

describe("scheduleGroupSupervision", () => {
  test("R23, R26: a supervisor puts a day in everybody's calendar", async () => {
    const session = await schedule(told.supervisor.id, { date: "2031-03-14" });
    expect(session).toMatchObject({ kind: "GROUP", date: "2031-03-14", venue: "London", minutes: null, version: 1 });
    expect(session.supervisor).toEqual({ id: told.supervisor.id });
    const { data } = await tandem.as(told.seat.id).ask("{ supervisionSessions { nodes { date } } }");
    expect(data.supervisionSessions.nodes).toEqual([{ date: "2031-03-14" }]);
    expect((await history(tandem, told, 1))[0]).toMatchObject({
      kind: "SupervisionScheduled",
      facts: { date: "2031-03-14", venue: "London" },
    });
  });

  test("R31: a programme lead runs one, or names the supervisor who does", async () => {
    expect((await schedule(told.lead.id)).supervisor).toEqual({ id: told.lead.id });
    expect((await schedule(told.lead.id, { supervisorId: told.supervisor.id })).supervisor).toEqual({
      id: told.supervisor.id,
    });
    const input = { date: daysAgo(3), venue: "London", supervisorId: told.ada.personId };
    expect(await refused(tandem, told.lead.id, "scheduleGroupSupervision", input)).toMatchObject([
      { __typename: "InvalidInput", path: ["supervisorId"] },
    ]);
    expect(
      await refused(tandem, told.lead.id, "scheduleGroupSupervision", { ...input, supervisorId: "nobody" }),
    ).toMatchObject([{ __typename: "NotFound", path: ["supervisorId"] }]);
  });

  test("a supervisor names nobody else, and others schedule nothing", async () => {
    const input = { date: daysAgo(3), venue: "London" };
    const other = { ...input, supervisorId: told.lead.id };
    expect(await rejected(tandem, told.supervisor.id, "scheduleGroupSupervision", other)).toBe("FORBIDDEN");
    expect(await rejected(tandem, null, "scheduleGroupSupervision", input)).toBe("UNAUTHENTICATED");
    for (const personId of [told.ada.personId, told.assessor.id, told.seat.id]) {
      expect(await rejected(tandem, personId, "scheduleGroupSupervision", input)).toBe("FORBIDDEN");
    }
  });

  test("an empty or endless venue is refused, and a date that does not exist is no date", async () => {
    for (const venue of ["", " ", "x".repeat(100_000)]) {
      expect(
        await refused(tandem, told.lead.id, "scheduleGroupSupervision", { date: daysAgo(3), venue }),
      ).toMatchObject([{ __typename: "InvalidInput", path: ["venue"] }]);
    }
    for (const date of ["2017-02-29", "2017-06-31", "2017-6-3"]) {
      expect(await rejected(tandem, told.lead.id, "scheduleGroupSupervision", { date, venue: "London" })).toBe(
        "BAD_USER_INPUT",
      );
    }
  });

  test("an idempotency key makes one day of two requests", async () => {
    const key = { idempotencyKey: "march-14-in-london" };
    const first = await schedule(told.lead.id, key);
    expect(await schedule(told.lead.id, key)).toEqual(first);
    expect(
      await refused(tandem, told.lead.id, "scheduleGroupSupervision", { date: daysAgo(4), venue: "London", ...key }),
    ).toMatchObject([{ __typename: "IdempotencyConflict" }]);
    // Keys are each person's own.
    expect((await schedule(told.supervisor.id, key)).id).not.toBe(first.id);
  });
});

const there = (traineeId: string, attended = true) => ({ traineeId, attended });
const record = async (by: string, session: { id: string; version: number }, ...attendance: object[]) => {
  const input = { sessionId: session.id, expectedVersion: session.version, attendance };
  return (await done(tandem, by, "recordGroupAttendance", input, SESSION)).supervisionSession;
};

describe("recordGroupAttendance", () => {
  test("R24: the supervisor who runs the day records all of it, and corrects it later", async () => {
    const session = await schedule(told.supervisor.id);
    const first = await record(told.supervisor.id, session, there(told.ada.id), there(told.ben.reference));
    expect(first).toMatchObject({ version: 2, attendance: [{ attended: true }, { attended: true }] });
    const correction = there(told.ben.id, false);
    const input = { sessionId: session.id, expectedVersion: 2, attendance: [correction] };
    expect(await refused(tandem, told.lead.id, "recordGroupAttendance", input)).toMatchObject([
      { __typename: "InvalidInput", path: ["attendance", "0", "reason"] },
    ]);
    const second = await record(told.lead.id, first, { ...correction, reason: "Left at noon." });
    expect(second.attendance).toContainEqual({ attended: false, trainee: { id: told.ben.id } });
    expect(second.attendance).toContainEqual({ attended: true, trainee: { id: told.ada.id } });
    const entries = await history(tandem, told, 3);
    expect(entries.map(({ facts }: { facts: object }) => facts)).toMatchObject([
      { from: true, to: false },
      { from: null, to: true },
      { from: null, to: true },
    ]);
    expect(entries[0]).toMatchObject({
      kind: "GroupSupervisionAttended",
      subject: { id: session.id },
      reason: "Left at noon.",
    });
  });

  test("E9: the fourth day since the review was commissioned flips readiness", async () => {
    await told.commissioned(told.adaAndBen, told.board);
    await told.attendGroupDays(told.ada, 3);
    await record(told.supervisor.id, await schedule(told.supervisor.id), there(told.ada.id));
    const { data } = await tandem.as(told.ada.personId).ask("{ entries(first: 3) { nodes { kind facts } } }");
    expect(data.entries.nodes).toContainEqual({
      kind: "ReadinessChanged",
      facts: { rule: "E9", from: false, to: true },
    });
  });

  test("every fault of the list is told at once; a trainee who is not the supervisor's is as absent", async () => {
    const { id: sessionId, version } = await schedule(told.supervisor.id);
    const cy = await told.trainee("Cy");
    const attendance = [there(told.ada.id), there(cy.id), there(told.ada.id, false)];
    const input = { sessionId, expectedVersion: version, attendance };
    expect(await refused(tandem, told.supervisor.id, "recordGroupAttendance", input)).toMatchObject([
      { __typename: "NotFound", path: ["attendance", "1", "traineeId"] },
      { __typename: "InvalidInput", path: ["attendance", "2", "traineeId"] },
    ]);
    const session = { id: sessionId, version };
    expect(await record(told.lead.id, session, there(told.ada.id), there(cy.id))).toMatchObject({ version: 2 });
  });

  test("another supervisor, a trainee and an assessor record nothing on it", async () => {
    const { id: sessionId } = await schedule(told.supervisor.id);
    const input = { sessionId, expectedVersion: 1, attendance: [there(told.ada.id)] };
    const sue = await told.person("Sue", Role.SUPERVISOR);
    for (const personId of [sue.id, told.ada.personId, told.assessor.id, told.seat.id]) {
      expect(await rejected(tandem, personId, "recordGroupAttendance", input)).toBe("FORBIDDEN");
    }
  });

  test("not before the day, not on an individual session, not on a stale version", async () => {
    const future = await schedule(told.supervisor.id, { date: daysAgo(-1) });
    const input = { sessionId: future.id, expectedVersion: 1, attendance: [there(told.ada.id)] };
    const refuse = (more: Record<string, unknown>) =>
      refused(tandem, told.supervisor.id, "recordGroupAttendance", { ...input, ...more });
    expect(await refuse({})).toMatchObject([{ __typename: "InvalidInput", path: ["sessionId"] }]);
    expect(await refuse({ expectedVersion: 3 })).toMatchObject([{ __typename: "Conflict", currentVersion: 1 }]);
    const review = await told.commissioned(told.adaAndBen, told.board);
    const alone = await told.superviseAlone(review, told.ada);
    expect(await refuse({ sessionId: alone.id })).toMatchObject([{ __typename: "InvalidInput", path: ["sessionId"] }]);
    expect(await refuse({ sessionId: "sup_nothing" })).toMatchObject([{ __typename: "NotFound", path: ["sessionId"] }]);
  });
});
