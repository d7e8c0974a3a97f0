import { Accreditation } from "../../src/accreditation/accreditation.entity";
import { AGREEMENT } from "../../src/directory/directory.rules";
import { DirectoryEntry } from "../../src/directory/directory-entry.entity";
import { SYSTEM } from "../../src/time";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { accreditedOne } from "../support/partner";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let rae: string;
let later = 0; // so many days from now it is for the server

beforeEach(async () => {
  later = 0;
  const now = () => new Date(Date.now() + later * 86_400_000);
  tandem = await startTandem({ clock: { ...SYSTEM, now } });
  told = await story(tandem);
  rae = (await accreditedOne(tandem, told, "Rae")).id;
});
afterEach(() => tandem.close());

const SAID = {
  ...{ sectors: ["ADULTS", "CHILDREN"], nations: ["WALES", "ENGLAND"], area: "Leeds and around" },
  ...{ languages: "English, Welsh", contact: "rae.reviews@example.org" },
};
const SHOWN = "name reference sectors nations area languages contact agreedTo";
const THING = `directoryEntry { id version agreedAt ${SHOWN} }`;
const enter = async (more: object = {}, by = rae) =>
  (await done(tandem, by, "enterDirectory", { accreditationId: "LT-Rae", ...SAID, agrees: true, ...more }, THING))
    .directoryEntry;
const of = ({ id, version }: { id: string; version: number }) => ({ directoryEntryId: id, expectedVersion: version });
const paths = (errors: { code: string; path: string[] }[]) =>
  errors.map(({ code, path }) => `${code} ${path.join(".")}`);

/** Whom a viewer finds, by name. */
const found = async (by: string | null, filter = "{}"): Promise<string[]> => {
  const { data, errors } = await tandem
    .as(by)
    .ask(`{ directory(filter: ${filter}) { totalCount nodes { name reference } } }`);
  expect(errors).toBeUndefined();
  const names = data.directory.nodes.map(({ name }: { name: string }) => name);
  expect(data.directory.totalCount).toBe(names.length);
  return names;
};

test("R41: who is accredited near me, for adults? is one query, without a token", async () => {
  await enter();
  for (const [name, area, sectors, nations] of [
    ["Zoe", "Greater LEEDS", ["ADULTS"], ["ENGLAND"]],
    ["Ann", "Cork", ["CHILDREN"], []],
    ["Bo", "Leeds", ["CHILDREN"], ["ENGLAND", "SCOTLAND"]],
  ] as const) {
    const { id } = await accreditedOne(tandem, told, name);
    await enter({ accreditationId: `LT-${name}`, area, sectors, nations, contact: null }, id);
  }
  const { data, errors } = await tandem.as(null).ask(
    `{ directory(filter: { area: { contains: "leeds" }, sectors: { include: ADULTS } }) {
      nodes { name reference sectors nations area languages contact } } }`,
  );
  expect(errors).toBeUndefined();
  const { agreedTo: _, ...shown } = { ...SAID, agreedTo: "" };
  expect(data.directory.nodes).toEqual([
    { ...shown, name: "Rae", reference: "LT-Rae", nations: ["ENGLAND", "WALES"] },
    {
      ...{ name: "Zoe", reference: "LT-Zoe", sectors: ["ADULTS"], nations: ["ENGLAND"], area: "Greater LEEDS" },
      ...{ languages: "English, Welsh", contact: null },
    },
  ]);
  expect(await found(null)).toEqual(["Ann", "Bo", "Rae", "Zoe"]);
  expect(await found(null, '{ name: { contains: "ZO" } }')).toEqual(["Zoe"]);
  expect(await found(null, "{ nations: { include: WALES } }")).toEqual(["Rae"]);
  expect(await found(null, "{ or: [{ nations: { include: SCOTLAND } }, { sectors: { include: ADULTS } }] }")).toEqual([
    ...["Bo", "Rae", "Zoe"],
  ]);
  expect(await found(null, "{ not: { sectors: { include: CHILDREN } } }")).toEqual(["Zoe"]);
});

test("an entry is shown whole to anybody, and leads a stranger to nobody", async () => {
  const { id } = await enter();
  const query = `query ($id: ID!) { directoryEntry(id: "LT-Rae") { id ${SHOWN} accreditation { id } }
    node(id: $id) { id } person(id: "${rae}") { id } accreditations { totalCount } entries { totalCount } }`;
  for (const by of [null, told.seat.id, told.ada.personId]) {
    const { data, errors } = await tandem.as(by).ask(query, { id });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ directoryEntry: { id, ...SAID, nations: ["ENGLAND", "WALES"], accreditation: null } });
    expect(data).toMatchObject({ node: { id }, person: null, accreditations: { totalCount: 0 } });
  }
  expect((await tandem.as(null).ask(query, { id })).data.entries.totalCount).toBe(0);
});

test("they agree to it first: when they did and to what is kept", async () => {
  const { agrees: _, ...unsaid } = { accreditationId: "LT-Rae", ...SAID, agrees: false };
  expect(await rejected(tandem, rae, "enterDirectory", unsaid)).toBe("BAD_USER_INPUT");
  expect(paths(await refused(tandem, rae, "enterDirectory", { ...unsaid, agrees: false }))).toEqual([
    "INVALID_INPUT agrees",
  ]);
  const before = Date.now();
  const { agreedTo, agreedAt } = await enter();
  expect(agreedTo).toBe(AGREEMENT);
  expect(Date.parse(agreedAt)).toBeGreaterThanOrEqual(before);
  const [entry] = await history(tandem, told, 1);
  expect(entry).toMatchObject({ kind: "DirectoryEntered", facts: { reference: "LT-Rae", agreedTo: AGREEMENT } });
});

test("only who holds it enters, changes and leaves: a lead does none of it for them", async () => {
  const entering = { accreditationId: "LT-Rae", ...SAID, agrees: true };
  expect(await rejected(tandem, null, "enterDirectory", entering)).toBe("UNAUTHENTICATED");
  expect(await rejected(tandem, told.lead.id, "enterDirectory", entering)).toBe("FORBIDDEN");
  for (const by of [told.ada.personId, told.assessor.id, told.seat.id]) {
    expect(paths(await refused(tandem, by, "enterDirectory", entering))).toEqual(["NOT_FOUND accreditationId"]);
  }
  const entry = of(await enter());
  for (const by of [told.lead.id, told.ada.personId, told.seat.id]) {
    expect(await rejected(tandem, by, "changeDirectoryEntry", { ...entry, ...SAID, area: "Elsewhere" })).toBe(
      "FORBIDDEN",
    );
    expect(await rejected(tandem, by, "leaveDirectory", entry)).toBe("FORBIDDEN");
  }
  for (const by of [rae, told.ada.personId, told.supervisor.id]) {
    expect(await rejected(tandem, by, "removeDirectoryEntry", { ...entry, reason: "Why." })).toBe("FORBIDDEN");
  }
  expect(await found(null)).toEqual(["Rae"]);
});

test("all that is amiss with entering is said at once", async () => {
  await tandem.db.source.manager.update(Accreditation, { personId: rae }, { withdrawnOn: daysAgo(3) });
  const errors = await refused(tandem, rae, "enterDirectory", { accreditationId: "LT-Rae", ...SAID, agrees: false });
  expect(paths(errors)).toEqual(["INVALID_INPUT agrees", "INVALID_INPUT accreditationId"]);
  expect(errors[1].message).toMatch(/^accreditationId does not hold since \d+ \w+ \d{4}\.$/);
  const blank = { accreditationId: "LT-Rae", sectors: [], nations: [], area: " ", contact: "x".repeat(255) };
  expect(paths(await refused(tandem, rae, "enterDirectory", { ...blank, agrees: true })).sort()).toEqual([
    ...["INVALID_INPUT area", "INVALID_INPUT contact", "INVALID_INPUT sectors"],
  ]);
});

test("who is in the directory is not entered twice, not at the same moment either", async () => {
  const entering = { accreditationId: "LT-Rae", ...SAID, agrees: true };
  const type = "EnterDirectoryInput!";
  const ask = () =>
    tandem.as(rae).ask(`mutation ($input: ${type}) { enterDirectory(input: $input) { errors { code path } } }`, {
      input: entering,
    });
  const both = await Promise.all([ask(), ask()]);
  const errors = both.map(({ data }) => data.enterDirectory.errors).sort((a, b) => a.length - b.length);
  expect(errors).toEqual([[], [{ code: "INVALID_INPUT", path: ["accreditationId"] }]]);
  expect(await tandem.db.source.manager.count(DirectoryEntry)).toBe(1);
});

test("R46: it is shown while the accreditation holds, and after that to themself and the lead alone", async () => {
  const { manager } = tandem.db.source;
  const { id } = await enter();
  const seen = async (by: string | null) => {
    const { data } = await tandem
      .as(by)
      .ask(`query ($id: ID!) { node(id: $id) { id } directoryEntry(id: "LT-Rae") { name } }`, { id });
    expect(data.node === null).toBe(data.directoryEntry === null);
    expect(await found(by)).toEqual(data.node === null ? [] : ["Rae"]);
    return data.node !== null;
  };
  const everybody = async () => {
    const viewers = [null, told.ada.personId, told.seat.id, rae, told.lead.id];
    return Promise.all(viewers.map(seen));
  };
  const [all, own] = [
    [true, true, true, true, true],
    [false, false, false, true, true],
  ];
  later = 189; // it lapses after 190 days
  expect(await everybody()).toEqual(all);
  later = 190;
  expect(await everybody()).toEqual(own);
  later = 0;
  await manager.update(Accreditation, { personId: rae }, { withdrawnOn: daysAgo(-5) });
  expect(await everybody()).toEqual(all);
  later = 5;
  expect(await everybody()).toEqual(own);
  await manager.update(Accreditation, { personId: rae }, { withdrawnOn: null });
  expect(await everybody()).toEqual(all); // restored
});

test("what they say is changed as a whole, and the history tells of no words", async () => {
  const entry = await enter();
  const to = { ...SAID, area: "Secret Valley", sectors: ["ADULTS"], contact: null, languages: undefined };
  const changed = await done(tandem, rae, "changeDirectoryEntry", { ...of(entry), ...to }, THING);
  expect(changed.directoryEntry).toMatchObject({
    ...{ area: "Secret Valley", sectors: ["ADULTS"], contact: null, languages: null, version: 2 },
  });
  expect(await found(null, '{ area: { contains: "leeds" } }')).toEqual([]);
  const [told1] = await history(tandem, told, 1);
  expect(told1).toMatchObject({
    ...{ kind: "DirectoryEntryChanged", reason: null },
    facts: {
      sectorList: { from: ",ADULTS,CHILDREN,", to: ",ADULTS," },
      words: ["area", "contact", "languages"],
    },
  });
  const rows = await tandem.db.rows("SELECT facts FROM entry WHERE kind LIKE 'Directory%'");
  expect(rows).toHaveLength(2);
  const facts = JSON.stringify(rows);
  for (const word of ["Leeds", "Secret", "Welsh", "example.org", '"Rae"']) expect(facts).not.toContain(word);
  const again = { directoryEntryId: entry.id, expectedVersion: 2, ...to };
  expect(paths(await refused(tandem, rae, "changeDirectoryEntry", again))).toEqual(["INVALID_INPUT "]);
  const stale = await refused(tandem, rae, "changeDirectoryEntry", { ...of(entry), ...SAID });
  expect(stale).toMatchObject([{ code: "CONFLICT", currentVersion: 2 }]);
});

/** All that the database holds, as text. */
const everything = async (): Promise<string> => {
  const { entityMetadatas } = tandem.db.source;
  const tables = await Promise.all(
    entityMetadatas.map(({ tableName }) => tandem.db.rows(`SELECT * FROM \`${tableName}\``)),
  );
  return JSON.stringify(tables);
};
const WORDS = ["Leeds and around", "English, Welsh", "rae.reviews@example.org"];

test("who leaves takes their words along at once; that they had agreed stays on record", async () => {
  const entry = await enter();
  for (const word of WORDS) expect(await everything()).toContain(word);
  const left = await done(tandem, rae, "leaveDirectory", of(entry), "directoryEntry { id }");
  expect(left.directoryEntry).toBeNull();
  for (const word of WORDS) expect(await everything()).not.toContain(word);
  for (const by of [null, rae, told.lead.id]) expect(await found(by)).toEqual([]);
  expect(await history(tandem, told, 1)).toMatchObject([{ kind: "DirectoryLeft", facts: { reference: "LT-Rae" } }]);
  const rows = await tandem.db.rows("SELECT * FROM directory_entry");
  expect(rows).toMatchObject([{ personId: rae, name: "", sortName: "", agreedTo: AGREEMENT, version: 2 }]);
  expect(rows[0]?.leftAt).not.toBeNull();
});

test("who has left is not found to leave or change again, and a repeat with its key is answered as before", async () => {
  const leaving = { ...of(await enter()), idempotencyKey: "leaving-once" };
  const first = await done(tandem, rae, "leaveDirectory", leaving);
  expect((await done(tandem, rae, "leaveDirectory", leaving)).cursor).toBe(first.cursor);
  const { idempotencyKey: _, ...anew } = leaving;
  const gone = ["NOT_FOUND directoryEntryId"];
  expect(paths(await refused(tandem, rae, "leaveDirectory", anew))).toEqual(gone);
  expect(paths(await refused(tandem, rae, "changeDirectoryEntry", { ...anew, ...SAID }))).toEqual(gone);
  expect(paths(await refused(tandem, told.lead.id, "removeDirectoryEntry", { ...anew, reason: "Why." }))).toEqual(gone);
});

test("who left may come back, with what they say then", async () => {
  const first = await enter();
  await done(tandem, rae, "leaveDirectory", of(first));
  const back = await enter({ area: "Hull", contact: null });
  expect(back).toMatchObject({ id: first.id, version: 3, name: "Rae", area: "Hull", contact: null });
  expect(Date.parse(back.agreedAt)).toBeGreaterThan(Date.parse(first.agreedAt));
  expect(await found(null, '{ area: { contains: "hull" } }')).toEqual(["Rae"]);
  const [entered] = await history(tandem, told, 1);
  expect(entered).toMatchObject({
    ...{ kind: "DirectoryEntered" },
    facts: { leftAt: { from: expect.any(String), to: null } },
  });
});

test("a lead takes somebody out with a reason, which they read, and their words go likewise", async () => {
  const entry = await enter();
  const { lead } = told;
  expect(await rejected(tandem, lead.id, "removeDirectoryEntry", of(entry))).toBe("BAD_USER_INPUT");
  await done(tandem, lead.id, "removeDirectoryEntry", { ...of(entry), reason: "The page it names is not theirs." });
  expect(await found(null)).toEqual([]);
  for (const word of WORDS) expect(await everything()).not.toContain(word);
  const reads = async (by: string) => {
    const { data } = await tandem.as(by).ask("{ entries(first: 1) { nodes { kind reason facts } } }");
    return data.entries.nodes[0];
  };
  for (const by of [rae, lead.id]) {
    expect(await reads(by)).toMatchObject({
      kind: "DirectoryEntryRemoved",
      reason: "The page it names is not theirs.",
    });
  }
  expect((await reads(told.ada.personId))?.kind).not.toMatch(/Directory/);
});

test("it says what somebody is called now, and nothing of who was erased", async () => {
  const entry = await enter();
  const personId = rae;
  await done(tandem, told.lead.id, "changePerson", { personId, name: "Rae Abbott", expectedVersion: 1 });
  expect(await found(null)).toEqual(["Rae Abbott"]);
  expect(await found(null, '{ name: { contains: "abbott" } }')).toEqual(["Rae Abbott"]);
  const erasing = { personId, reason: "REQUESTED", expectedVersion: 2 };
  await done(tandem, told.lead.id, "erasePerson", erasing);
  expect(await found(told.lead.id)).toEqual([]);
  expect(await tandem.db.rows("SELECT id FROM directory_entry")).toEqual([]);
  for (const word of [...WORDS, "Rae Abbott"]) expect(await everything()).not.toContain(word);
  expect((await tandem.as(told.lead.id).ask(`{ node(id: "${entry.id}") { id } }`)).data.node).toBeNull();
});

test("whoever is in the directory is told of all of it with their own data", async () => {
  await enter();
  const { data } = await tandem.as(rae).ask("{ viewer { personalData { held } } }");
  const [own] = data.viewer.personalData.held.DirectoryEntry;
  expect(own).toMatchObject({ personId: rae, area: SAID.area, contact: SAID.contact, agreedTo: AGREEMENT });
});
