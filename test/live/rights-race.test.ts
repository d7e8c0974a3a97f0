import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { CommissionStage } from "../../src/commission/commission-stage";
import type { Database } from "../../src/database/database";
import { EvidenceSource } from "../../src/evidence/evidence-source";
import { newId } from "../../src/id";
import { mintToken } from "../../src/identity/tokens";
import { Person, PersonRole } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { aroundField } from "../support/around-field";
import { openTestDatabase } from "../support/database";
import { Gate } from "../support/gate";
import { aMinutePasses } from "../support/signed-out";
import { Frame, openSocket } from "../support/socket";
import { Story, story, tell } from "../support/story";
import { AUTH_SECRET, startTandem, Tandem } from "../support/tandem";
import { until } from "../support/until";

// The message of an entry reads the present: here is what the trainee's evidence is by then.
const FEED = `subscription ($after: Cursor, $kinds: [EntryKind!]) {
  feed(after: $after, kinds: $kinds) { entry { kind } subject { ... on Trainee { evidence { nodes { id } } } } } }`;
const TAIL = /FROM entry t WHERE t\.position > \? ORDER BY/;
const SCOPES = /^SELECT 'person' AS what/;
const NEWEST = /SELECT rightsPosition/;

let db: Database;
let tandem: Tandem;
let s: Story;
/** The tail waits for this before it reads on. */
const tail = new Gate();
/** Scopes that were read are handed over when this opens: those of these people, the first time they are read. */
const scopes = new Gate();
let heldScopes: readonly string[] = [];
const frame = new Gate();
/** Where the newest change of rights stands is handed over when this opens, the first time it is read. */
const newest = new Gate();
let refuseNewest = false;

beforeEach(async () => {
  const opened = await openTestDatabase();
  const rows: Database["rows"] = async (sql, values) => {
    if (TAIL.test(sql)) await tail.passed();
    if (refuseNewest && NEWEST.test(sql)) throw new Error("connection is not open");
    const found = await opened.rows(sql, values);
    if (NEWEST.test(sql)) await newest.passedOnce();
    if (SCOPES.test(sql) && isDeepStrictEqual([...new Set(values)].sort(), heldScopes)) await scopes.passedOnce();
    return found;
  };
  db = { ...opened, rows };
  tandem = await startTandem({ db });
  s = await story(tandem);
});
afterEach(async () => {
  refuseNewest = false;
  for (const gate of [tail, scopes, frame, newest]) gate.open();
  await tandem.close();
  await db.close();
});

const entry = () => s.append("EvidenceSubmitted", { traineeId: s.ada.id });
const revoke = (person: Person) =>
  tell(tandem, s.lead.id, async (tx) => {
    await tx.manager.delete(PersonRole, { personId: person.id });
    tx.append("RoleRevoked", person, { personId: person.id }, { role: Role.SUPERVISOR }, "Has left.");
  });
/** What is written about Ada after a right was taken: the id of the item. */
const writtenAfter = async (): Promise<string> => {
  const review = await s.commissioned(s.adaAndBen, s.board, CommissionStage.ANALYSIS);
  return (await s.submitEvidence(review, [s.ada], EvidenceSource.OTHERS)).id;
};
const kinds = (frames: readonly Frame[]) => frames.map(({ data }) => data.feed.entry.kind as string);

/** The tail stands still once it has nothing to read; what is committed from now on it does not know. */
const holdTheTail = async () => {
  tail.close();
  await tail.reached();
};
/** The next message is held while it is made; `feed` is resolved once for each. */
const holdTheNextFrame = () => {
  frame.close();
  aroundField(tandem, "Subscription", "feed", async (next) => {
    await frame.passedOnce();
    return next();
  });
};
const holdScopesOf = (...people: readonly string[]) => {
  heldScopes = [...people].sort();
  scopes.close();
};
const live = async (personId: string, kinds?: string[]) => {
  const listening = tandem.ws(personId).subscribe(FEED, { after: await tandem.log.head(), kinds });
  await entry();
  await listening.take(1);
  await sleep(50);
  return listening;
};

test("a message that is made while a right is taken does not tell what was written after it", async () => {
  const listening = await live(s.supervisor.id);
  holdTheNextFrame();
  await entry();
  await frame.reached();
  await holdTheTail();
  await revoke(s.supervisor);
  const item = await writtenAfter();
  frame.open();
  await sleep(150);
  expect(kinds(listening.received)).toEqual(["EvidenceSubmitted"]);

  tail.open();
  await s.boardNamed("Eastvale");
  await until(() => kinds(listening.received).includes("BoardRegistered"));
  expect(kinds(listening.received)).toEqual(["EvidenceSubmitted", "RoleRevoked", "BoardRegistered"]);
  expect(JSON.stringify(listening.received)).not.toContain(item);
});

test("nor does one of a replay", async () => {
  const after = await tandem.log.head();
  await entry();
  await entry();
  const socket = tandem.ws(s.supervisor.id);
  await socket.opened;
  await sleep(300);
  holdTheNextFrame();
  const listening = socket.subscribe(FEED, { after });
  await frame.reached();
  await holdTheTail();
  await revoke(s.supervisor);
  const item = await writtenAfter();
  frame.open();
  await sleep(150);
  expect(kinds(listening.received)).toEqual([]);

  tail.open();
  await s.boardNamed("Eastvale");
  await until(() => kinds(listening.received).includes("BoardRegistered"));
  expect(JSON.stringify(listening.received)).not.toContain(item);
  expect(kinds(listening.received)).toEqual(["RoleRevoked", "BoardRegistered"]);
});

test("nor does it by the answer that another message had before", async () => {
  const witness = await live(s.lead.id);
  const listening = await live(s.supervisor.id, ["EvidenceSubmitted", "BoardRegistered"]);
  frame.close();
  aroundField(tandem, "Subscription", "feed", async (next, { kinds: some }) => {
    if (some) await frame.passedOnce();
    return next();
  });
  newest.close();
  await entry();
  await Promise.all([frame.reached(), newest.reached()]);
  await holdTheTail();
  await revoke(s.supervisor);
  const item = await writtenAfter();
  frame.open();
  await sleep(100); // the message is made, while the other's answer is still under way
  newest.open();
  tail.open();
  await s.boardNamed("Eastvale");
  await until(() => kinds(listening.received).includes("BoardRegistered"));
  await until(() => kinds(witness.received).includes("BoardRegistered"));

  expect(kinds(listening.received)).toEqual(["EvidenceSubmitted", "BoardRegistered"]);
  expect(JSON.stringify(listening.received)).not.toContain(item);
});

test("whose rights are the same gets the message, though the tail has not come to the change yet", async () => {
  const listening = await live(s.assessor.id);
  holdTheNextFrame();
  await entry();
  await frame.reached();
  await holdTheTail();
  await revoke(s.supervisor);
  frame.open();

  expect(kinds(await listening.take(2))).toEqual(["EvidenceSubmitted", "EvidenceSubmitted"]);
});

test("a message waits while nobody can tell whether rights have changed, and then arrives", async () => {
  const listening = await live(s.supervisor.id);
  refuseNewest = true;
  await entry();
  await sleep(150);
  expect(listening.received).toHaveLength(1);

  refuseNewest = false;
  expect(kinds(await listening.take(2))).toEqual(["EvidenceSubmitted", "EvidenceSubmitted"]);
});

test("a socket that opens while a right is taken has the rights of after", async () => {
  const witness = await live(s.lead.id);
  holdScopesOf(s.supervisor.id);
  const socket = tandem.ws(s.supervisor.id);
  await scopes.reached();
  await revoke(s.supervisor);
  await until(() => kinds(witness.received).includes("RoleRevoked"));
  scopes.open();
  await socket.opened;
  const listening = socket.subscribe(FEED, { after: await tandem.log.head() });
  await socket.ask("{ __typename }");
  await entry();
  await s.boardNamed("Eastvale");
  await until(() => kinds(witness.received).includes("BoardRegistered"));
  await until(() => kinds(listening.received).includes("BoardRegistered"));

  expect(kinds(listening.received)).toEqual(["BoardRegistered"]);
});

test("who leaves while rights are asked anew comes back with the rights of then", async () => {
  const witness = await live(s.lead.id);
  const before = tandem.ws(s.supervisor.id);
  await before.opened;
  await sleep(50);
  holdScopesOf(s.lead.id, s.supervisor.id);
  await s.person("Noor Newcomer");
  await scopes.reached();
  await before.close();
  await sleep(50);
  scopes.open();
  await sleep(50);
  await revoke(s.supervisor);
  await until(() => kinds(witness.received).includes("RoleRevoked"));

  const listening = tandem.ws(s.supervisor.id).subscribe(FEED, { after: await tandem.log.head() });
  await sleep(100);
  await entry();
  await s.boardNamed("Eastvale");
  await until(() => kinds(listening.received).includes("BoardRegistered"));
  expect(kinds(listening.received)).toEqual(["BoardRegistered"]);
});

test("who begins after a right was given is shown what was before, though the tail comes to the right only later", async () => {
  const newcomer = await s.person("Noor Newcomer");
  await s.assign(s.ada, newcomer, Role.SUPERVISOR);
  const after = await tandem.log.head();
  await entry();
  const socket = tandem.ws(newcomer.id);
  await socket.opened;
  await sleep(50);
  await holdTheTail();
  await tell(tandem, s.lead.id, async (tx) => {
    await tx.add(PersonRole, { id: newId("rol"), personId: newcomer.id, role: Role.SUPERVISOR });
    tx.append("RoleGranted", newcomer, { personId: newcomer.id }, { role: Role.SUPERVISOR });
  });
  const listening = socket.subscribe(FEED, { after });
  expect(kinds(await listening.take(1))).toEqual(["EvidenceSubmitted"]);
});

test("a socket with a token of after signing out stays, though the tail comes to it only later", async () => {
  const token = await mintToken(
    { personId: s.supervisor.id, secret: AUTH_SECRET, ttl: 60 },
    new Date(Date.now() - 5_000),
  );
  const old = openSocket(tandem.url, async () => `Bearer ${token}`);
  await old.opened;
  await holdTheTail();
  await tell(tandem, s.supervisor.id, async (tx) => {
    await tx.change(Person, s.supervisor, { signedOutAt: tx.ctx.now });
    tx.append("SignedOutEverywhere", s.supervisor, { personId: s.supervisor.id }, {});
  });
  await aMinutePasses(tandem.db, s.supervisor.id);
  const fresh = tandem.ws(s.supervisor.id);
  const listening = fresh.subscribe(FEED);
  await fresh.ask("{ __typename }");
  tail.open();

  expect(await old.closed).toEqual({ code: 4403, reason: "Forbidden" });
  await s.boardNamed("Eastvale");
  await until(() => kinds(listening.received).includes("BoardRegistered"));
});
