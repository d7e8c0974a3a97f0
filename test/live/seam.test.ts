import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../src/database/database";
import { PersonRole } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { openTestDatabase } from "../support/database";
import { Frame } from "../support/socket";
import { Story, story, tell } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

const FEED = "subscription ($after: Cursor) { feed(after: $after) { cursor entry { id kind } } }";
const TAIL = /FROM entry t WHERE t\.position > \? ORDER BY/;

let db: Database;
let tandem: Tandem;
let s: Story;
/** The hub's tail waits for this before it reads on: what is replayed meanwhile is ahead of it. */
let gate: Promise<void> = Promise.resolve();
let release: () => void = () => undefined;
const holdTheTail = async (): Promise<void> => {
  gate = new Promise((resolve) => {
    release = resolve;
  });
  await sleep(300); // what it reads just now comes to its end
};

beforeEach(async () => {
  const opened = await openTestDatabase();
  const rows: Database["rows"] = async (sql, values) => {
    if (TAIL.test(sql)) await gate;
    return opened.rows(sql, values);
  };
  db = { ...opened, rows };
  tandem = await startTandem({ db });
  s = await story(tandem);
});
afterEach(async () => {
  release();
  await tandem.close();
  await db.close();
});

const evidence = () => s.append("EvidenceSubmitted", { traineeId: s.ada.id });
const revokeSupervisor = () =>
  tell(tandem, s.lead.id, async (tx) => {
    await tx.manager.delete(PersonRole, { personId: s.supervisor.id });
    tx.append("RoleRevoked", s.supervisor, { personId: s.supervisor.id }, { role: Role.SUPERVISOR }, "Has left.");
  });
const kinds = (frames: readonly Frame[]) => frames.map(({ data }) => data.feed.entry.kind as string);

test("who resumes while the tail is behind gets each entry once", async () => {
  const after = await tandem.log.head();
  await evidence();
  await holdTheTail();
  for (let count = 0; count < 5; count += 1) await evidence();
  const early = tandem.ws(s.lead.id).subscribe(FEED, { after });
  await early.take(1);
  await sleep(200);
  release();
  await early.take(6);
  await evidence();
  await early.take(7);
  await sleep(200);
  const rows = await db.rows("SELECT id FROM entry ORDER BY position DESC LIMIT 7");

  expect(early.received.map(({ data }) => data.feed.entry.id)).toEqual(rows.map(({ id }) => id).reverse());
});

test("who begins now while the tail is behind gets nothing that was before", async () => {
  await holdTheTail();
  for (let count = 0; count < 5; count += 1) await evidence();
  const socket = tandem.ws(s.lead.id);
  const listening = socket.subscribe(FEED);
  await socket.ask("{ __typename }");
  await sleep(100);
  const board = await s.boardNamed("Eastvale");
  release();
  await listening.take(1);
  await sleep(200);

  expect(kinds(listening.received)).toEqual(["BoardRegistered"]);
  expect(board.name).toBe("Eastvale");
});

test("who resumes while the tail is behind a loss of rights gets nothing from beyond it", async () => {
  const socket = tandem.ws(s.supervisor.id);
  await socket.opened;
  const after = await tandem.log.head();
  await evidence();
  await holdTheTail();
  await revokeSupervisor();
  await evidence();
  await evidence();
  const listening = socket.subscribe(FEED, { after });
  await sleep(300);
  release();
  await sleep(300);

  expect(kinds(listening.received).filter((kind) => kind === "EvidenceSubmitted").length).toBeLessThanOrEqual(1);
});

test("a second socket that opens before the tail knows of a loss of rights does not hide it from the first", async () => {
  const first = tandem.ws(s.supervisor.id).subscribe(FEED, { after: await tandem.log.head() });
  await evidence();
  await first.take(1);
  await holdTheTail();
  await revokeSupervisor();
  await tandem.ws(s.supervisor.id).opened;
  release();
  await sleep(100);
  await evidence();
  await sleep(200);

  expect(kinds(first.received)).toEqual(["EvidenceSubmitted", "RoleRevoked"]);
});

test("a subscription's root field may stand in a fragment", async () => {
  const after = await tandem.log.head();
  const spread =
    "subscription ($after: Cursor) { ...Feed } fragment Feed on Subscription { feed(after: $after) { entry { kind } } }";
  const listening = tandem.ws(s.lead.id).subscribe(spread, { after });
  await evidence();

  expect(kinds(await listening.take(1))).toEqual(["EvidenceSubmitted"]);
});
