import { counts } from "../support/counts";
import { send } from "../support/raw-http";
import { Story, story } from "../support/story";
import { startTandem, Tandem, tokenFor } from "../support/tandem";

let tandem: Tandem;
let s: Story;
let authorization: string;
beforeAll(async () => {
  tandem = await startTandem();
  s = await story(tandem);
  authorization = `Bearer ${await tokenFor(s.lead.id)}`;
});
afterAll(() => tandem.close());

const origin = "https://evil.example";
const invite = (name: string) =>
  `mutation { invitePerson(input: { name: "${name}", email: "${name}@example.org" }) { person { id } errors { code } } }`;
const body = JSON.stringify({ query: invite("posted") });
const codeOf = (text: string) => JSON.parse(text).errors[0].extensions.code;

// What a browser sends to another site without asking it first. The lead's token stands for a cookie that there is not.
test.each([
  undefined,
  "text/plain",
  "text/plain;charset=UTF-8",
  "TEXT/PLAIN",
  "text/plain; application/json",
  "text/plain; charset=application/json",
  "application/x-www-form-urlencoded",
  "application/x-www-form-urlencoded; charset=application/json",
  "multipart/form-data; boundary=x",
])("a page's POST with the content type %p does nothing", async (type) => {
  const before = await counts(tandem.db);
  const headers = { origin, authorization, ...(type ? { "content-type": type } : {}) };
  const answer = await send(tandem.url, { method: "POST", headers, body });

  expect([400, 415]).toContain(answer.status);
  expect(codeOf(answer.body)).toBe("BAD_USER_INPUT");
  expect(await counts(tandem.db)).toEqual(before);
});

test("the same with a content type that a browser must ask for is done: the refusals above are for the type", async () => {
  const headers = { authorization, "content-type": "application/json" };
  const { status, body: text } = await send(tandem.url, { method: "POST", headers, body });

  expect([status, JSON.parse(text).data.invitePerson.errors]).toEqual([200, []]);
});

test.each(["", "text/plain"])("a page's GET with the content type %p is not even read", async (type) => {
  const asked = new URLSearchParams({ query: "{ viewer { person { name } } }" });
  const headers = { origin, authorization, ...(type ? { "content-type": type } : {}) };
  const answer = await send(`${tandem.url}?${asked}`, { headers });

  expect([answer.status, codeOf(answer.body)]).toEqual([400, "BAD_USER_INPUT"]);
  expect(answer.body).not.toContain(s.lead.name);
});

test("a mutation by GET is refused, whatever its headers", async () => {
  const before = await counts(tandem.db);
  const headers = { authorization, "content-type": "application/json", "apollo-require-preflight": "1" };
  const answer = await send(`${tandem.url}?${new URLSearchParams({ query: invite("got") })}`, { headers });

  expect([answer.status, codeOf(answer.body)]).toEqual([405, "BAD_USER_INPUT"]);
  expect(await counts(tandem.db)).toEqual(before);
});

test("HEAD does nothing either", async () => {
  const before = await counts(tandem.db);
  const headers = { authorization, "content-type": "application/json" };
  const answer = await send(`${tandem.url}?${new URLSearchParams({ query: invite("head") })}`, {
    method: "HEAD",
    headers,
  });

  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await counts(tandem.db)).toEqual(before);
});
