import { request } from "node:http";
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

const signedIn = async (): Promise<RawSocket> =>
  (await openRaw(tandem.url)).init(`Bearer ${await tokenFor(s.lead.id)}`);
const subscribe = (id: string, query: string, variables = {}) => ({
  type: "subscribe",
  id,
  payload: { query, variables },
});

test("a message just within 64 KiB is answered", async () => {
  const socket = await signedIn();
  socket.send(subscribe("1", `{ __typename } # ${"x".repeat(64 * 1024 - 200)}`));

  expect(await socket.message({ id: "1" })).toMatchObject({ type: "next" });
  socket.ws.close();
});

test("the 51st subscription is refused; the socket and its 50 go on", async () => {
  const socket = await signedIn();
  const feed = `subscription { feed(after: "${await tandem.log.head()}") { entry { kind } } }`;
  for (let number = 1; number <= 51; number += 1) socket.send(subscribe(`s${number}`, feed));
  const refusal = await socket.message({ type: "error" });

  expect(refusal).toEqual({
    id: "s51",
    type: "error",
    payload: [{ message: "A socket carries at most 50 subscriptions.", extensions: { code: "LIMIT_EXCEEDED" } }],
  });
  await s.boardNamed("Eastvale");
  for (let number = 1; number <= 50; number += 1) await socket.message({ id: `s${number}`, type: "next" });

  socket.send({ type: "complete", id: "s7" });
  socket.send(subscribe("q", "{ __typename }"));
  await socket.message({ id: "q", type: "next" });
  socket.send(subscribe("s52", feed));
  await socket.message({ id: "s52", type: "next" });
  socket.ws.close();
});

test("a fault in one operation answers that one only", async () => {
  const socket = await signedIn();
  socket.send(subscribe("syntax", "{ trainees {"));
  socket.send(subscribe("field", "{ nothing }"));
  socket.send(subscribe("variable", "query ($n: Int!) { trainees(first: $n) { totalCount } }", { n: "many" }));
  socket.send(subscribe("whole", "{ __typename }"));
  const codeOf = async (id: string) => (await socket.message({ id, type: "error" })).payload[0].extensions.code;

  expect(await codeOf("syntax")).toBe("GRAPHQL_PARSE_FAILED");
  expect(await codeOf("field")).toBe("GRAPHQL_VALIDATION_FAILED");
  expect(await codeOf("variable")).toBe("BAD_USER_INPUT");
  expect(await socket.message({ id: "whole", type: "next" })).toMatchObject({ payload: { data: expect.anything() } });
  expect(await socket.message({ id: "whole", type: "complete" })).toBeDefined();
  socket.ws.close();
});

test("a subscription that is ended sends nothing more, and its id may be used again", async () => {
  const socket = await signedIn();
  const feed = `subscription { feed(after: "${await tandem.log.head()}") { entry { facts } } }`;
  socket.send(subscribe("1", feed));
  await s.boardNamed("Southvale");
  await socket.message({ id: "1", type: "next" });
  socket.send({ type: "complete", id: "1" });
  socket.send(subscribe("q", "{ __typename }"));
  await socket.message({ id: "q", type: "complete" });
  await s.boardNamed("Westvale");
  await sleep(100);
  expect(socket.received.filter(({ id }) => id === "1")).toHaveLength(1);

  socket.send(subscribe("1", `subscription { feed(after: "${await tandem.log.head()}") { entry { facts } } }`));
  await s.boardNamed("Northvale");
  await sleep(100);
  expect(socket.received.filter(({ id }) => id === "1").at(-1).payload.data.feed.entry.facts).toEqual({
    name: "Northvale",
  });
  socket.ws.close();
});

test("queries and mutations over a socket answer as they do over HTTP", async () => {
  const query = "{ trainees(first: 1) { nodes { reference person { name email } } } }";
  const { data, extensions } = await tandem.as(s.ada.personId).ask(query);
  expect(await tandem.ws(s.ada.personId).ask(query)).toEqual({ data, extensions });

  const form = `mutation { formPair(input: { personIds: ["${s.ada.personId}"] }) { pair { id } errors { code } cursor } }`;
  const refused = await tandem.as(s.lead.id).ask(form);
  const { errors, ...rest } = await tandem.ws(s.lead.id).ask(form);
  expect({ errors, data: rest.data }).toEqual({ errors: undefined, data: refused.data });
  expect((await tandem.ws(s.ada.personId).ask(form)).errors).toEqual(
    (await tandem.as(s.ada.personId).ask(form)).errors,
  );
});

test("an upgrade elsewhere or from a foreign page is refused", async () => {
  const status = (path: string, origin?: string) =>
    new Promise<number | undefined>((resolve) => {
      const headers = {
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
        "sec-websocket-protocol": "graphql-transport-ws",
        ...(origin ? { origin } : {}),
      };
      const call = request(new URL(path, tandem.url), { headers });
      call.on("response", ({ statusCode }) => resolve(statusCode));
      call.on("upgrade", ({ statusCode }, socket) => {
        socket.destroy();
        resolve(statusCode);
      });
      call.end();
    });

  expect(await status("/graphql")).toBe(101);
  expect(await status("/elsewhere")).toBe(404);
  expect(await status("/graphql", "https://evil.example")).toBe(403);
});
