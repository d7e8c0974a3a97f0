import { setTimeout as sleep } from "node:timers/promises";
import { openRaw, RawSocket } from "../support/raw-socket";
import { Story, story } from "../support/story";
import { startTandem, Tandem, tokenFor } from "../support/tandem";

let tandem: Tandem;
let s: Story;
beforeAll(async () => {
  tandem = await startTandem();
  s = await story(tandem);
});
afterAll(() => tandem.close());

const open = () => openRaw(tandem.url);
const signedIn = async (): Promise<RawSocket> => (await open()).init(`Bearer ${await tokenFor(s.lead.id)}`);
const subscribe = (id: string, query: string, variables = {}) => ({
  type: "subscribe",
  id,
  payload: { query, variables },
});
const FEED = "subscription { feed { cursor } }";

test.each([
  ["no JSON", "hello"],
  ["no object", "[]"],
  ["no type", "{}"],
  ["an unknown type", '{"type":"start"}'],
  ["a subscribe without id", { type: "subscribe", payload: { query: "{ __typename }" } }],
  ["a subscribe without query", { type: "subscribe", id: "1", payload: {} }],
  ["a query that is no text", { type: "subscribe", id: "1", payload: { query: 7 } }],
  ["variables that are no object", { type: "subscribe", id: "1", payload: { query: "{ a }", variables: "x" } }],
])("4400: %s", async (_, message) => {
  const socket = await signedIn();
  socket.send(message);

  expect(await socket.closed).toMatchObject({ code: 4400 });
});

test("4401: an operation before the handshake", async () => {
  const socket = await open();
  socket.send(subscribe("1", "{ __typename }"));

  expect(await socket.closed).toMatchObject({ code: 4401 });
});

test("4406: another subprotocol, or none", async () => {
  const none = await openRaw(tandem.url, "");
  expect(await none.closed).toMatchObject({ code: 4406 });
  await expect(openRaw(tandem.url, "graphql-ws")).rejects.toThrow("no subprotocol");
});

test("4408: no handshake within three seconds", async () => {
  const began = performance.now();
  const socket = await open();

  expect(await socket.closed).toMatchObject({ code: 4408 });
  expect(performance.now() - began).toBeGreaterThan(2_900);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test("4409: an id that is in use", async () => {
  const socket = await signedIn();
  socket.send(subscribe("1", FEED));
  socket.send(subscribe("1", FEED));

  expect(await socket.closed).toMatchObject({ code: 4409 });
});

test("4429: a second handshake", async () => {
  const socket = await signedIn();
  socket.send({ type: "connection_init" });

  expect(await socket.closed).toMatchObject({ code: 4429 });
});

test("4429: more than 200 messages in a second, wherever the second begins", async () => {
  const socket = await signedIn();
  for (let count = 0; count < 150; count += 1) socket.send({ type: "ping" });
  await sleep(600);
  for (let count = 0; count < 51; count += 1) socket.send({ type: "ping" });

  expect(await socket.closed).toEqual({ code: 4429, reason: "Too many messages" });
});

test("150 messages a second are nothing to close for", async () => {
  const socket = await signedIn();
  for (let count = 0; count < 150; count += 1) socket.send({ type: "ping" });
  await sleep(1_050);
  for (let count = 0; count < 150; count += 1) socket.send({ type: "ping" });
  socket.send(subscribe("1", "{ __typename }"));

  expect(await socket.message({ id: "1", type: "next" })).toMatchObject({
    payload: { data: { __typename: "Query" } },
  });
  socket.ws.close();
});

test("1009: a message of more than 64 KiB, and the server says nothing of it on its own console", async () => {
  const said = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const socket = await signedIn();
  socket.send(subscribe("1", `{ __typename } # ${"x".repeat(64 * 1024)}`));

  expect(await socket.closed).toMatchObject({ code: 1009 });
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});
