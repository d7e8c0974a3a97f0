import { setTimeout as sleep } from "node:timers/promises";
import { aroundField } from "../support/around-field";
import { openRaw } from "../support/raw-socket";
import { Story, story, tell } from "../support/story";
import { startTandem, Tandem, tokenFor } from "../support/tandem";

const FEED = "subscription ($after: Cursor) { feed(after: $after) { cursor entry { id kind facts } } }";

let tandem: Tandem;
let s: Story;
beforeEach(async () => {
  tandem = await startTandem();
  s = await story(tandem);
});
afterEach(() => tandem.close());

/** Puts something around the resolver of `feed`: it runs once for each execution. */
const aroundFeed = (around: Parameters<typeof aroundField>[3]): void =>
  aroundField(tandem, "Subscription", "feed", around);
const evidence = (facts: Record<string, unknown> = {}) => s.append("EvidenceSubmitted", { traineeId: s.ada.id }, facts);
/** So many subscriptions on sockets of their own that are surely live: each has had one message. */
const live = async (personIds: readonly string[], query = FEED) => {
  const after = await tandem.log.head();
  const listening = personIds.map((id) => tandem.ws(id).subscribe(query, { after }));
  await evidence();
  for (const one of listening) await one.take(1);
  await sleep(100);
  return listening;
};

test("twenty equal subscribers cost one execution an entry, though they began at different places", async () => {
  const executed: unknown[] = [];
  const places = Array.from({ length: 20 }, (_, index) => tandem.log.cursorOf(index % 3));
  const listening = places.map((after) => tandem.ws(s.lead.id).subscribe(FEED, { after }));
  const head = await tandem.log.headPosition();
  for (const [index, one] of listening.entries()) await one.take(head - (index % 3));
  await sleep(100);
  aroundFeed((next, args) => {
    executed.push(args);
    return next();
  });
  for (let count = 0; count < 5; count += 1) await evidence({ title: count });
  for (const [index, one] of listening.entries()) await one.take(head - (index % 3) + 5);

  expect(executed).toHaveLength(5);
  const last = listening.map(({ received }) => received.slice(-5));
  expect(new Set(last.map((frames) => JSON.stringify(frames))).size).toBe(1);
});

test("subscribers of different rights, documents or variables are answered apart; leads alike", async () => {
  const executed: unknown[] = [];
  const another = await s.person("Lou Lead", "PROGRAMME_LEAD" as never);
  const other = "subscription ($after: Cursor) { feed(after: $after) { cursor } }";
  const all = [
    ...(await live([s.lead.id, another.id, s.supervisor.id, s.ada.personId])),
    ...(await live([s.lead.id, s.lead.id], other)),
  ];
  aroundFeed((next, args) => {
    executed.push(args);
    return next();
  });
  const before = all.map(({ received }) => received.length);
  await evidence();
  for (const [index, one] of all.entries()) await one.take((before[index] as number) + 1);

  expect(executed).toHaveLength(4); // leads, supervisor, trainee; and the leads' other document
});

test("a subscription that fails for one entry tells it, and goes on with the next", async () => {
  const [listening] = await live([s.lead.id]);
  let fail = true;
  aroundFeed((next) => {
    if (!fail) return next();
    fail = false;
    throw new Error("secret of a table");
  });
  await evidence({ title: 1 });
  await evidence({ title: 2 });
  const [, broken, whole] = (await listening?.take(3)) ?? [];

  expect(broken).toEqual({
    data: null,
    errors: [
      {
        message: "Internal error",
        path: ["feed"],
        locations: expect.anything(),
        extensions: { code: "INTERNAL_SERVER_ERROR", id: expect.any(String) },
      },
    ],
  });
  expect(whole?.data.feed.entry.facts).toEqual({ title: 2 });
});

test("a group that answers slowly holds up nobody else, and loses nothing", async () => {
  const slowly =
    "subscription ($after: Cursor) { feed(after: $after, kinds: [EvidenceSubmitted]) { cursor entry { id } } }";
  const [slow] = await live([s.lead.id], slowly);
  const [quick] = await live([s.lead.id]);
  aroundFeed(async (next, { kinds }) => {
    if (kinds) await sleep(150);
    return next();
  });
  const before = [slow, quick].map((one) => one?.received.length ?? 0) as [number, number];
  const began = performance.now();
  for (let count = 0; count < 10; count += 1) await evidence({ title: count });
  await quick?.take(before[1] + 10);
  const took = performance.now() - began;

  expect(took).toBeLessThan(1_400);
  expect(slow?.received.length).toBeLessThan(before[0] + 10);
  const late = (await slow?.take(before[0] + 10)) ?? [];
  expect(late.slice(-10).map(({ data }) => data.feed.entry.id)).toEqual(
    quick?.received.slice(-10).map(({ data }) => data.feed.entry.id),
  );
});

test("a group that cannot keep up at all is closed with 4290 and resumes by cursor; the others go on", async () => {
  const stuck =
    "subscription ($after: Cursor) { feed(after: $after, kinds: [EvidenceSubmitted]) { cursor entry { id } } }";
  const after = await tandem.log.head();
  const socket = tandem.ws(s.lead.id);
  const listening = socket.subscribe(stuck, { after });
  const [quick] = await live([s.lead.id]);
  await listening.take(1);
  let slow = true;
  aroundFeed(async (next, { kinds }) => {
    if (kinds && slow) await sleep(1_000);
    return next();
  });
  await tell(tandem, s.lead.id, async (tx) => {
    for (let number = 0; number < 300; number += 1) {
      tx.append("EvidenceSubmitted", s.ada, { traineeId: s.ada.id }, { title: number });
    }
  });
  await quick?.take((quick?.received.length ?? 0) + 300, 15_000);

  expect(await socket.closed).toMatchObject({ code: 4290 });
  slow = false;
  const last = listening.received.at(-1)?.data.feed.cursor;
  const rest = tandem.ws(s.lead.id).subscribe(stuck, { after: last });
  const all = [...listening.received, ...(await rest.take(301 - listening.received.length, 10_000))];
  expect(new Set(all.map(({ data }) => data.feed.entry.id)).size).toBe(301);
});

test("a reader that stops reading is closed with 4290, and the others get everything", async () => {
  const [quick] = await live([s.lead.id]);
  const stalled = await (await openRaw(tandem.url)).init(`Bearer ${await tokenFor(s.lead.id)}`);
  const variables = { after: await tandem.log.head() };
  stalled.send({ type: "subscribe", id: "1", payload: { query: FEED, variables } });
  await evidence();
  await stalled.message({ type: "next" });

  stalled.ws.pause();
  const before = quick?.received.length ?? 0;
  for (let count = 0; count < 20; count += 1) {
    await tell(tandem, s.lead.id, async (tx) => {
      for (let number = 0; number < 20; number += 1) {
        tx.append("EvidenceSubmitted", s.ada, { traineeId: s.ada.id }, { source: "x".repeat(50_000), title: number });
      }
    });
  }
  const got = (await quick?.take(before + 400, 20_000)) ?? [];
  stalled.ws.resume();

  expect(await stalled.closed).toMatchObject({ code: 4290 });
  const ids = got.slice(before).map(({ data }) => data.feed.entry.id);
  const rows = await tandem.db.rows("SELECT id FROM entry ORDER BY position DESC LIMIT 400");
  expect(ids).toEqual(rows.map(({ id }) => id).reverse());

  // What it had read is a beginning: it resumes after its last cursor.
  const last = stalled.received.at(-1).payload.data.feed;
  const rest = tandem.ws(s.lead.id).subscribe(FEED, { after: last.cursor });
  const had = ids.indexOf(last.entry.id) + 1;
  const resumed = await rest.take(400 - had, 20_000);
  expect(resumed.map(({ data }) => data.feed.entry.id)).toEqual(ids.slice(had));
});
