import { setTimeout as sleep } from "node:timers/promises";
import { Person, PersonRole } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { aMinutePasses } from "../support/signed-out";
import { LiveSocket, openSocket } from "../support/socket";
import { Story, story, tell } from "../support/story";
import { startTandem, Tandem, tokenFor } from "../support/tandem";

const FEED = "subscription ($after: Cursor) { feed(after: $after) { cursor entry { id kind } } }";

let tandem: Tandem;
let s: Story;
beforeEach(async () => {
  tandem = await startTandem();
  s = await story(tandem);
});
afterEach(() => tandem.close());

const asLead = (work: Parameters<typeof tell>[2]) => tell(tandem, s.lead.id, work);
const evidence = () => s.append("EvidenceSubmitted", { traineeId: s.ada.id });
const kinds = ({ received }: { received: readonly { data?: { feed: { entry: { kind: string } } } }[] }) =>
  received.map(({ data }) => data?.feed.entry.kind);
/** A subscription that is surely live: it has had one message. */
const live = async (personId: string) => {
  const socket = tandem.ws(personId);
  const listening = socket.subscribe(FEED, { after: await tandem.log.head() });
  await evidence();
  await listening.take(1);
  await sleep(50);
  return { socket, listening };
};

const revoke = (person: Person) =>
  asLead(async (tx) => {
    await tx.manager.delete(PersonRole, { personId: person.id });
    tx.append("RoleRevoked", person, { personId: person.id }, { role: Role.SUPERVISOR }, "Has left.");
  });

test("a role taken away on an open socket: no later entry arrives, and nothing else is sent", async () => {
  const lead = await live(s.lead.id);
  const { socket, listening } = await live(s.supervisor.id);
  await evidence();
  await listening.take(2);
  await revoke(s.supervisor);
  for (let count = 0; count < 5; count += 1) await evidence();
  await lead.listening.take(9);
  await sleep(100);

  expect(kinds(listening)).toEqual(["EvidenceSubmitted", "EvidenceSubmitted", "RoleRevoked"]);
  expect((await socket.ask("{ trainees { nodes { id } } }")).data.trainees.nodes).toEqual([]);
});

test("a role and the entry it would have shown in one transaction: the entry does not arrive", async () => {
  const lead = await live(s.lead.id);
  const { listening } = await live(s.supervisor.id);
  await asLead(async (tx) => {
    await tx.manager.delete(PersonRole, { personId: s.supervisor.id });
    tx.append("RoleRevoked", s.supervisor, { personId: s.supervisor.id }, { role: Role.SUPERVISOR }, "Has left.");
    tx.append("EvidenceSubmitted", s.ada, { traineeId: s.ada.id }, {});
  });
  await lead.listening.take(4);
  await sleep(100);

  expect(kinds(listening)).toEqual(["EvidenceSubmitted", "RoleRevoked"]);
});

test("a role taken away while its holder catches up: nothing after it arrives, whatever was replayed before", async () => {
  const start = await tandem.log.head();
  await asLead(async (tx) => {
    for (let count = 0; count < 300; count += 1) tx.append("EvidenceSubmitted", s.ada, { traineeId: s.ada.id }, {});
  });
  for (let round = 0; round < 6; round += 1) {
    const supervisor = await s.person(`Sid Supervisor ${round}`, Role.SUPERVISOR);
    await s.assign(s.ada, supervisor, Role.SUPERVISOR);
    const socket = tandem.ws(supervisor.id);
    const listening = socket.subscribe(FEED, { after: start });
    await sleep(Math.random() * 150);
    await revoke(supervisor);
    const taken = await tandem.log.headPosition();
    for (let count = 0; count < 3; count += 1) await evidence();
    await sleep(300);

    for (const { data } of listening.received) {
      const position = await tandem.log.positionOf(data.feed.cursor);
      expect(position).toBeLessThanOrEqual(taken);
    }
  }
});

test("a role given on an open socket: what follows arrives", async () => {
  const newcomer = await s.person("Noor Newcomer", Role.SUPERVISOR);
  const socket = tandem.ws(newcomer.id);
  const listening = socket.subscribe(FEED, { after: await tandem.log.head() });
  await socket.ask("{ __typename }");
  await evidence();
  await s.assign(s.ada, newcomer, Role.SUPERVISOR);
  await evidence();
  await listening.take(2);

  expect(kinds(listening)).toEqual(["StaffAssigned", "EvidenceSubmitted"]);
});

test("a subscription that outlives a change of rights misses nothing and repeats nothing", async () => {
  const { listening } = await live(s.supervisor.id);
  const from = await tandem.log.headPosition();
  const writers = [evidence, evidence, evidence].map(async (write) => {
    for (let count = 0; count < 12; count += 1) await write();
  });
  for (let count = 0; count < 6; count += 1) {
    await s.assign(await s.trainee(`Trainee ${count}`), s.supervisor, Role.SUPERVISOR);
  }
  await Promise.all(writers);
  const rows = await tandem.db.rows(
    "SELECT id FROM entry WHERE position > ? AND kind = 'EvidenceSubmitted' ORDER BY position",
    [from],
  );
  await sleep(500);
  const heard = listening.received
    .slice(1)
    .map(({ data }) => data.feed.entry)
    .filter(({ kind }) => kind === "EvidenceSubmitted");

  expect(heard.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

const forbidden = { code: 4403, reason: "Forbidden" };
const disable = (person: Person) =>
  asLead(async (tx) => {
    await tx.change(Person, person, { disabledAt: tx.ctx.now });
    tx.append("PersonDisabled", person, { personId: person.id }, {}, "Has left.");
  });

test("a person who is disabled loses every socket with 4403, and cannot open another", async () => {
  const { socket } = await live(s.supervisor.id);
  const another = tandem.ws(s.supervisor.id);
  await another.opened;
  await disable(s.supervisor);

  expect(await socket.closed).toEqual(forbidden);
  expect(await another.closed).toEqual(forbidden);
  expect(await tandem.ws(s.supervisor.id).closed).toEqual(forbidden);
});

test("signing out everywhere closes the person's sockets with 4403; a newer token opens one", async () => {
  const { socket } = await live(s.supervisor.id);
  const old = await tokenFor(s.supervisor.id);
  await asLead(async (tx) => {
    await tx.change(Person, s.supervisor, { signedOutAt: tx.ctx.now });
    tx.append("SignedOutEverywhere", s.supervisor, { personId: s.supervisor.id }, {});
  });
  expect(await socket.closed).toEqual(forbidden);
  expect((await tandem.as(null).ask("{ __typename }", {}, { authorization: `Bearer ${old}` })).status).toBe(401);

  await aMinutePasses(tandem.db, s.supervisor.id);
  await tandem.ws(s.supervisor.id).opened;
});

test("a socket closes with 4403 when its token ends", async () => {
  const short = openSocket(tandem.url, async () => `Bearer ${await tokenFor(s.lead.id, 1)}`);
  await short.opened;

  expect(await short.closed).toEqual(forbidden);
});

test.each([
  ["is nonsense", async () => "Bearer nonsense"],
  ["has no form", async () => "nonsense"],
  ["is of nobody", async () => `Bearer ${await tokenFor("per_nobody")}`],
])("a token that %s is refused at init with 4403", async (_, authorization) => {
  const socket: LiveSocket = openSocket(tandem.url, authorization);

  expect(await socket.closed).toEqual(forbidden);
});
