import { generateKeyPairSync } from "node:crypto";
import { decodeJwt, SignJWT } from "jose";
import type { FindOptionsWhere } from "typeorm";
import { Person } from "../../src/person/person.entity";
import { aMinutePasses } from "../support/signed-out";
import { LiveSocket, openSocket } from "../support/socket";
import { Story, story } from "../support/story";
import { Answer, startTandem, Tandem } from "../support/tandem";
import { RunningProvider, signIn, startProvider } from "./provider.process";

const verified = (name: string, email: string) => ({ name, email, email_verified: true });
const SETTING = {
  audience: "https://tandem.example/graphql",
  redirectUri: "http://127.0.0.1/back",
  accounts: {
    "sub-ada": verified("A. Lovelace", "Ada@example.org"),
    "sub-lead": verified("Lee", "lee.lead@example.org"),
    "sub-stranger": verified("Sid Stranger", "sid@example.org"),
    "sub-unverified": { name: "Nia", email: "nia.northmoor@example.org", email_verified: false },
  },
};
const ME = "{ viewer { person { id name email roles } trainees { reference } } people { totalCount } }";

let provider: RunningProvider;
let tandem: Tandem;
let s: Story;
const sockets: LiveSocket[] = [];

beforeAll(async () => {
  provider = await startProvider(SETTING);
  const { jwksUrl: url, issuer } = provider;
  tandem = await startTandem({ auth: { kind: "jwks", url, issuer, audience: SETTING.audience } });
  s = await story(tandem);
});
afterAll(async () => {
  for (const socket of sockets) await socket.close();
  await tandem?.close();
  await provider?.stop();
});

/** The access token of somebody who has signed in at the provider. */
const tokenOf = async (login: string): Promise<string> => (await signIn(provider, login, SETTING)).access_token;
const ask = (token: string, query = ME, variables = {}): Promise<Answer> =>
  tandem.as(null).ask(query, variables, { authorization: `Bearer ${token}` });
const socketOf = (token: string): LiveSocket => {
  const socket = openSocket(tandem.url, async () => `Bearer ${token}`);
  sockets.push(socket);
  return socket;
};

/** A subscription of theirs to everything they may see. */
const listening = async (token: string) => {
  const socket = socketOf(token);
  const { cursor } = (await ask(token, "{ cursor }")).data;
  return {
    socket,
    feed: socket.subscribe("subscription ($after: Cursor) { feed(after: $after) { entry { kind } } }", {
      after: cursor,
    }),
  };
};
const kinds = (frames: readonly { data?: { feed: { entry: { kind: string } } } }[]) =>
  frames.map(({ data }) => data?.feed.entry.kind);
const peopleWith = (where: FindOptionsWhere<Person>) => tandem.db.source.manager.findBy(Person, where);

// One story: each test goes on where the one before it ended.

test("a trainee who was invited signs in at the provider, and is themselves over HTTP and on a socket", async () => {
  const token = await tokenOf("sub-ada");
  const first = await ask(token);
  expect(first.errors).toBeUndefined();
  const person = { id: s.ada.personId, name: "Ada", email: "ada@example.org", roles: [] };
  expect(first.data.viewer).toEqual({ person, trainees: [{ reference: s.ada.reference }] });

  const { feed } = await listening(token);
  await s.append("EvidenceSubmitted", { traineeId: s.ada.id });
  await s.append("EvidenceSubmitted", { traineeId: s.ben.id });
  await s.append("AssessmentReleased", { traineeId: s.ada.id });
  expect(kinds(await feed.take(2))).toEqual(["EvidenceSubmitted", "AssessmentReleased"]);
});

test("another token of theirs, from another sign-in, speaks for the same person", async () => {
  const { data } = await ask(await tokenOf("sub-ada"));
  expect(data.viewer.person.id).toBe(s.ada.personId);
  expect(await peopleWith({ emailKey: "ada@example.org" })).toHaveLength(1);
});

test("the provider's token for the page, not for us, is refused", async () => {
  const { id_token: token } = await signIn(provider, "sub-ada", SETTING);
  expect(decodeJwt(token)).toMatchObject({ iss: provider.issuer, sub: "sub-ada", aud: "page" });
  expect(await ask(token)).toMatchObject({ status: 401, errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  expect((await socketOf(token).closed).code).toBe(4403);
});

test("a stranger becomes known, and sees nothing; the lead sees them arrive, and may not invite them again", async () => {
  const lead = await tokenOf("sub-lead");
  expect((await ask(lead)).data.viewer.person.roles).toEqual(["PROGRAMME_LEAD"]);
  const { feed } = await listening(lead);

  const arrival = await socketOf(await tokenOf("sub-stranger")).ask(ME);
  const { person, trainees } = arrival.data.viewer;
  expect({ person, trainees }).toMatchObject({ person: { name: "Sid Stranger", roles: [] }, trainees: [] });
  const others = await socketOf(await tokenOf("sub-stranger")).ask(
    "{ people { nodes { name } } pairs { totalCount } }",
  );
  expect(others.data).toEqual({
    people: { nodes: [{ name: "Lee Lead" }, { name: "Sid Stranger" }] },
    pairs: { totalCount: 0 },
  });

  expect(kinds(await feed.take(1))).toEqual(["PersonProvisioned"]);
  const { data } = await ask(
    lead,
    `mutation { invitePerson(input: { name: "Sid", email: "SID@example.org" }) { errors { message } } }`,
  );
  expect(data.invitePerson.errors).toEqual([{ message: "email is somebody's already." }]);
});

test("whoever says that an invited person's address is theirs, and cannot show it, is not that person", async () => {
  const { data } = await ask(await tokenOf("sub-unverified"));
  expect(data.viewer.person).toMatchObject({ name: "Nia", email: null });
  expect(data.viewer.person.id).not.toBe(s.seat.id);
  expect(await peopleWith({ emailKey: "nia.northmoor@example.org" })).toMatchObject([{ id: s.seat.id, subject: null }]);
});

test("signing out everywhere ends the provider's tokens until then, not the next one", async () => {
  const token = await tokenOf("sub-ada");
  const { socket, feed } = await listening(token);
  await s.append("EvidenceSubmitted", { traineeId: s.ada.id });
  await feed.take(1);
  const { data } = await ask(token, "mutation { signOutEverywhere(input: {}) { errors { message } } }");
  expect(data.signOutEverywhere.errors).toEqual([]);

  expect((await socket.closed).code).toBe(4403);
  expect((await ask(token)).status).toBe(401);
  await aMinutePasses(tandem.db, s.ada.personId);
  expect((await ask(await tokenOf("sub-ada"))).data.viewer.person.id).toBe(s.ada.personId);
});

test("whoever is disabled here is shut out, though the provider signs them in again", async () => {
  const token = await tokenOf("sub-stranger");
  const { socket } = await listening(token);
  await socket.opened;
  const [{ id, version }] = (await peopleWith({ subject: "sub-stranger" })) as [Person];
  const { data } = await ask(
    await tokenOf("sub-lead"),
    "mutation ($input: DisablePersonInput!) { disablePerson(input: $input) { errors { message } } }",
    { input: { personId: id, expectedVersion: version, reason: "Unknown to us." } },
  );
  expect(data.disablePerson.errors).toEqual([]);

  expect((await socket.closed).code).toBe(4403);
  expect((await ask(token)).status).toBe(401);
  expect((await ask(await tokenOf("sub-stranger"))).status).toBe(401);
});

test("a provider that begins anew with another key is believed at once, and the old key no longer", async () => {
  const old = await tokenOf("sub-lead");
  expect((await ask(old)).status).toBe(200);
  const { port } = provider;
  await provider.stop();
  provider = await startProvider(SETTING, port);
  expect((await ask(old)).status).toBe(200); // nobody has asked for the keys yet

  const [answer, live] = await Promise.all([
    tokenOf("sub-lead").then((token) => ask(token)),
    tokenOf("sub-ada").then(listening),
  ]);
  expect(answer.data.viewer.person.id).toBe(s.lead.id);
  await s.append("EvidenceSubmitted", { traineeId: s.ada.id });
  expect(kinds(await live.feed.take(1))).toEqual(["EvidenceSubmitted"]);
  expect((await ask(old)).status).toBe(401);
});

test("while the provider is away its key serves on, and of another nothing can be said", async () => {
  const token = await tokenOf("sub-lead");
  expect((await ask(token)).status).toBe(200);
  const { issuer } = provider;
  await provider.stop();
  expect((await ask(token)).data.viewer.person.id).toBe(s.lead.id);
  expect((await socketOf(token).ask(ME)).data.viewer.person.id).toBe(s.lead.id);

  const unknown = await new SignJWT(decodeJwt(token))
    .setProtectedHeader({ alg: "ES256", kid: "unknown" })
    .setIssuer(issuer)
    .sign(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
  expect(await ask(unknown)).toMatchObject({ status: 503, errors: [{ extensions: { code: "UNAVAILABLE" } }] });
  expect((await socketOf(unknown).closed).code).toBe(1013);
});
