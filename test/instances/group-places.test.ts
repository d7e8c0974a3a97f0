import type { Database } from "../../src/database/database";
import { openLog } from "../../src/log/log";
import { Trainee } from "../../src/trainee/trainee.entity";
import { ask } from "../support/change";
import { openTestDatabase } from "../support/database";
import { Instances, startInstances } from "../support/instances";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { SECRET, Served } from "../support/tandem";

/** How many want a place on a day at once, how many it has room for, and how many of those are booked before. */
const [WANTED, CAPACITY, BOOKED] = [50, 5, 2];

describe("at the same moment, on every instance", () => {
  let db: Database;
  let told: Story;
  let on: Instances;
  const early: Trainee[] = [];
  const wanting: Trainee[] = [];

  beforeAll(async () => {
    db = await openTestDatabase();
    const log = await openLog(db, SECRET);
    told = await story({ db, log });
    for (let nth = 0; nth < BOOKED; nth += 1) early.push(await told.trainee(`Early ${nth}`));
    for (let nth = 0; nth < WANTED; nth += 1) wanting.push(await told.trainee(`Wanting ${nth}`));
    on = await startInstances(db, log);
  });
  afterAll(async () => {
    await on?.stop();
    await db?.close();
  });
  jest.setTimeout(120_000);

  const at = (nth: number): Served => on.all[nth % on.all.length] as Served;
  const act = async (server: Served, by: string, mutation: string, input: Record<string, unknown>, thing: string) => {
    const answer = await ask(server, by, mutation, input, thing);
    expect(answer.errors).toBeUndefined();
    return answer.data[mutation];
  };
  const day = async (capacity: number): Promise<string> => {
    const input = { date: daysAgo(-3), venue: "London", capacity };
    const thing = "supervisionSession { id }";
    return (await act(on.here, told.lead.id, "scheduleGroupSupervision", input, thing)).supervisionSession.id;
  };
  const book = async (server: Served, sessionId: string, { id: traineeId, personId }: Trainee, more = {}) => {
    const input = { sessionId, traineeId, ...more };
    return act(server, personId, "bookGroupSupervision", input, "booking { id version state }");
  };
  const giveBack = async (server: Served, { personId }: Trainee, { id: bookingId, version: expectedVersion }: Booked) =>
    act(server, personId, "cancelBooking", { bookingId, expectedVersion }, "booking { state }");
  type Booked = { id: string; version: number };
  const inState = async (sessionId: string, state: string) =>
    (await db.rows("SELECT * FROM booking WHERE sessionId = ? AND state = ? ORDER BY waitingRank", [sessionId, state]))
      .length;

  test(`R23: of ${WANTED} who want the last ${CAPACITY - BOOKED} places of a day exactly ${CAPACITY - BOOKED} have one; the others are refused, or wait in an order`, async () => {
    const sessionId = await day(CAPACITY);
    for (const trainee of early) await book(on.here, sessionId, trainee);
    const answers = await Promise.all(
      wanting.map((trainee, nth) => book(at(nth), sessionId, trainee, { waitIfFull: nth % 4 > 1 })),
    );
    const states = answers.map(({ booking, errors }) => booking?.state ?? errors[0].rule.rule);
    const count = (state: string) => states.filter((one) => one === state).length;
    expect(count("PLACE")).toBe(CAPACITY - BOOKED);
    expect(count("WAITING") + count("GROUP_PLACE")).toBe(WANTED - count("PLACE"));
    expect(await inState(sessionId, "PLACE")).toBe(CAPACITY);
    const ranks = await db.rows(
      "SELECT waitingRank FROM booking WHERE sessionId = ? AND state = 'WAITING' ORDER BY waitingRank",
      [sessionId],
    );
    expect(ranks.map(({ waitingRank }) => Number(waitingRank))).toEqual(ranks.map((_, index) => index + 1));
    expect(ranks).toHaveLength(count("WAITING"));
  });

  test("R23: of places that are given back at once each goes to one who waits, first come first", async () => {
    const sessionId = await day(4);
    const made: { trainee: Trainee; booking: Booked }[] = [];
    for (const trainee of wanting.slice(0, 12)) {
      made.push({ trainee, booking: (await book(on.here, sessionId, trainee)).booking });
    }
    await Promise.all(made.slice(0, 4).map(({ trainee, booking }, nth) => giveBack(at(nth), trainee, booking)));
    const states = await Promise.all(
      made.map(
        async ({ booking }) => (await db.rows("SELECT state FROM booking WHERE id = ?", [booking.id]))[0]?.state,
      ),
    );
    expect(states).toEqual([...Array(4).fill("CANCELLED"), ...Array(4).fill("PLACE"), ...Array(4).fill("WAITING")]);
  });

  test("R23: of a day made smaller and a place booked at the same moment, no more have a place than there is room for", async () => {
    for (let round = 0; round < 6; round += 1) {
      const sessionId = await day(2);
      await book(on.here, sessionId, wanting[0] as Trainee);
      const smaller = { sessionId, capacity: 1, reason: "A smaller room.", expectedVersion: 1 };
      await Promise.all([
        act(on.here, told.lead.id, "changeGroupSupervision", smaller, "supervisionSession { id }"),
        book(on.there, sessionId, wanting[1] as Trainee),
      ]);
      const [row] = await db.rows("SELECT capacity FROM supervision_session WHERE id = ?", [sessionId]);
      expect(await inState(sessionId, "PLACE")).toBeLessThanOrEqual(Number(row?.capacity));
    }
  });
});
