import { createHash } from "node:crypto";
import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { Person, PersonRole } from "../../src/person/person.entity";
import { erase } from "../../src/personal/erase";
import { counts } from "../support/counts";
import { openTestDatabase } from "../support/database";
import { tell } from "../support/story";
import { SECRET } from "../support/tandem";
import { arriving, ISSUER } from "./arriving";

let db: Database;
let log: Log;
let house: ReturnType<typeof arriving>;

beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  house = arriving(db, log);
});
afterEach(() => db.close());

test("a verified address brings somebody to the person who was invited under it, once", async () => {
  const id = await house.invited("Ada@Example.org");
  const { personId, scope } = await house.comes("sub-1", { email: "ada@example.ORG", name: "Another Name" });

  expect(personId).toBe(id);
  expect(scope.personId).toBe(id);
  expect(await house.personOf(id)).toMatchObject({
    name: "Ada",
    email: "Ada@Example.org",
    subject: "sub-1",
    version: 2,
  });
  const entry = { actorId: id, subjectId: id, personId: id, sees: "roles" };
  const linked = { email: "ada@example.ORG", from: null, to: { issuer: ISSUER, subject: "sub-1" } };
  expect(await house.told(id)).toEqual([{ kind: "PersonLinked", ...entry, subjectVersion: 2, facts: linked }]);

  const before = await counts(db);
  expect((await house.comes("sub-1", { email: "ada@example.org" })).personId).toBe(id);
  expect(await counts(db)).toEqual(before);
});

test("once linked, what the provider says later of address and name changes nothing here", async () => {
  const id = await house.invited("ada@example.org");
  const other = await house.invited("ben@example.org");
  await house.comes("sub-1", { email: "ada@example.org" });
  const before = await counts(db);

  for (const more of [{ email: "ben@example.org" }, { email: null }, { name: "Somebody Else" }]) {
    expect((await house.comes("sub-1", more)).personId).toBe(id);
  }
  expect(await counts(db)).toEqual(before);
  expect(await house.personOf(id)).toMatchObject({ name: "Ada", email: "ada@example.org", version: 2 });
  expect(await house.personOf(other)).toMatchObject({ subject: null });
});

test("whoever nobody has invited becomes known with a verified address, and has no part in anything", async () => {
  const { personId, scope } = await house.comes("sub-1", { name: "New Comer", email: "New@example.org" });

  const person = { name: "New Comer", email: "New@example.org", emailKey: "new@example.org" };
  expect(await house.personOf(personId)).toMatchObject({ ...person, issuer: ISSUER, subject: "sub-1", version: 1 });
  expect(await db.source.manager.count(PersonRole)).toBe(0);
  expect(scope).toEqual({
    personId,
    lead: false,
    supervisor: false,
    assessor: false,
    seat: false,
    member: false,
    ids: { self: { personId: [personId] }, colleague: undefined },
  });
  const entry = { actorId: personId, subjectId: personId, personId, sees: "roles", subjectVersion: 1 };
  const facts = { name: "New Comer", email: "New@example.org", issuer: ISSUER, subject: "sub-1" };
  expect(await house.told(personId)).toEqual([{ kind: "PersonProvisioned", ...entry, facts }]);
});

test("without a verified address somebody becomes known without any, and who is invited stays as they were", async () => {
  const id = await house.invited("ada@example.org");
  const first = await house.comes("sub-1", { email: null });
  const second = await house.comes("sub-2", { email: null, name: "Ada" });

  expect(new Set([id, first.personId, second.personId]).size).toBe(3);
  expect(await house.personOf(first.personId)).toMatchObject({ name: "Name not given", email: null, emailKey: null });
  expect(await house.personOf(second.personId)).toMatchObject({ name: "Ada", email: null, emailKey: null });
  expect(await house.personOf(id)).toMatchObject({ subject: null, version: 1 });
  expect((await house.comes("sub-3", { email: "ada@example.org" })).personId).toBe(id);
});

test("an address whose person has come by another subject brings nobody to them, and stays theirs", async () => {
  const id = await house.invited("ada@example.org");
  await house.comes("sub-1", { email: "ada@example.org" });
  const { personId } = await house.comes("sub-2", { email: "ada@example.org" });

  expect(personId).not.toBe(id);
  expect(await house.personOf(personId)).toMatchObject({ email: null, emailKey: null, subject: "sub-2" });
  expect(await house.personOf(id)).toMatchObject({ email: "ada@example.org", subject: "sub-1", version: 2 });
});

test.each([
  ["was invited", null],
  ["has come by another subject", "sub-0"],
])("somebody who %s and may no longer sign in does not come back as another", async (_, subject) => {
  await house.invited("ada@example.org", { disabledAt: new Date(), subject, issuer: subject && ISSUER });
  const before = await counts(db);

  expect(await house.refusal("sub-1", { email: "ADA@example.org" })).toBe("UNAUTHENTICATED");
  expect(await counts(db)).toEqual(before);
});

test("a letter that only looks like another in small does not bring one to somebody else's address", async () => {
  const id = await house.invited("kim@example.org");
  const { personId } = await house.comes("sub-1", { email: "\u212aim@example.org" });

  expect("\u212a".toLowerCase()).toBe("k");
  expect(personId).not.toBe(id);
  expect(await house.personOf(id)).toMatchObject({ subject: null });
});

test("subjects are told apart by every letter, and by their issuer", async () => {
  const people = [
    await house.comes("Sub-1"),
    await house.comes("sub-1"),
    await house.comes("sub-1", { issuer: "https://other.example" }),
    await house.comes("x".repeat(255)),
  ];
  expect(new Set(people.map(({ personId }) => personId)).size).toBe(4);
  expect((await house.comes("sub-1")).personId).toBe(people[1]?.personId);
});

test("a name of the longest kind fits, in small letters too", async () => {
  const { personId } = await house.comes("sub-1", { name: "\u0130".repeat(200) });
  expect((await house.personOf(personId)).name).toBe("\u0130".repeat(200));
});

test.each([null, "new@example.org"])(
  "many first requests of one subject at the same moment make one person, with the address %s",
  async (email) => {
    const callers = await Promise.all(Array.from({ length: 12 }, () => house.comes("sub-1", { email })));

    expect(new Set(callers.map(({ personId }) => personId)).size).toBe(1);
    expect(await db.source.manager.count(Person)).toBe(1);
    expect(await house.told(callers[0]?.personId ?? null)).toHaveLength(1);
  },
);

test("of many subjects who come with one address at the same moment one is the invited person", async () => {
  const id = await house.invited("ada@example.org");
  const callers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => house.comes(`sub-${index}`, { email: "ada@example.org" })),
  );

  expect(callers.filter(({ personId }) => personId === id)).toHaveLength(1);
  expect(new Set(callers.map(({ personId }) => personId)).size).toBe(8);
  expect(await house.told(id)).toHaveLength(1);
  expect(await db.source.manager.countBy(Person, { emailKey: "ada@example.org" })).toBe(1);
});

test("a token of before its person signed out everywhere is refused, though it links them", async () => {
  const id = await house.invited("ada@example.org", { signedOutAt: new Date() });
  const email = "ada@example.org";
  expect(await house.refusal("sub-1", { email, issuedAt: new Date(Date.now() - 5_000) })).toBe("UNAUTHENTICATED");
  expect(await house.refusal("sub-1", { email, issuedAt: null })).toBe("UNAUTHENTICATED");
  expect((await house.comes("sub-1", { email, issuedAt: new Date(Date.now() + 61_000) })).personId).toBe(id);
});

test("Tandem's own tokens name people who are here, and make nobody known", async () => {
  const id = await house.invited("ada@example.org");
  expect((await house.comes(id, { issuer: "tandem" })).personId).toBe(id);
  const before = await counts(db);
  expect(await house.refusal("per_nobody", { issuer: "tandem", email: "ada@example.org" })).toBe("UNAUTHENTICATED");
  expect(await counts(db)).toEqual(before);
});

describe("whoever was erased", () => {
  const erased = async (id: string | null): Promise<void> => {
    await tell({ db, log }, null, (tx) => erase(tx, id as string, "They asked for it."));
  };

  test("is not made known anew by a token that still counts", async () => {
    const { personId } = await house.comes("sub-1", { email: "ada@example.org", name: "Ada" });
    await erased(personId);
    const before = await counts(db);
    expect(await house.refusal("sub-1", { email: "ada@example.org", name: "Ada" })).toBe("UNAUTHENTICATED");
    expect(await counts(db)).toEqual(before);
    expect(await db.rows("SELECT id FROM person WHERE subject IS NOT NULL OR email IS NOT NULL")).toEqual([]);
  });

  test("is not either, who was disabled before and then erased", async () => {
    const { personId } = await house.comes("sub-1");
    await db.source.manager.update(Person, { id: personId as string }, { disabledAt: new Date() });
    await erased(personId);
    expect(await house.refusal("sub-1")).toBe("UNAUTHENTICATED");
    expect((await house.comes("sub-2")).personId).not.toBe(personId); // somebody else may come
  });

  test("comes back as somebody new once they are invited again, and may be erased again", async () => {
    const { personId } = await house.comes("sub-1");
    await erased(personId);
    const id = await house.invited("ada@example.org");
    expect((await house.comes("sub-1", { email: "ada@example.org" })).personId).toBe(id);
    await erased(id);
    expect(await house.refusal("sub-1", { email: "ada@example.org" })).toBe("UNAUTHENTICATED");
  });

  test("leaves a digest from which nobody finds out who it was", async () => {
    const { personId } = await house.comes("sub-1");
    await erased(personId);
    const [kept, ...more] = await db.rows("SELECT * FROM forgotten_identity");
    expect(more).toEqual([]);
    expect(kept).toEqual({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const guesses = [`${ISSUER}sub-1`, JSON.stringify([ISSUER, "sub-1"]), "sub-1"];
    for (const guess of guesses) expect(kept?.digest).not.toBe(createHash("sha256").update(guess).digest("hex"));
    expect(kept?.digest).not.toBe((await openLog(db, `${SECRET}, another`)).fingerprint(ISSUER, "sub-1"));
  });
});
