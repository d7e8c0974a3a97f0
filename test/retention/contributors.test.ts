import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { Log, openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { erase } from "../../src/personal/erase";
import { sweep } from "../../src/retention/sweep";
import { asking } from "../graph/asking";
import { givenBy } from "../support/contributing";
import { openTestDatabase } from "../support/database";
import { Story, story, tell } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { SECRET } from "../support/tandem";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

let db: Database;
let log: Log;
let told: Story;
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
});
afterEach(() => db.close());

const swept = (days: number) => sweep({ db, log, retention: { personDays: null, accessDays: null } }, inDays(days));
const act = async (by: string, mutation: string, input: object): Promise<string> => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data } = await asking(db, log)(by)(
    `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { contributor { id } errors { message } } }`,
    { input },
  );
  expect(data.done.errors).toEqual([]);
  return data.done.contributor.id;
};
const named = async (about: readonly { id: string }[], email = "pat@example.org"): Promise<string> => {
  const [known] = await db.rows("SELECT id FROM commission");
  const commissionId = known?.id ?? (await told.commissioned(told.adaAndBen, told.board)).id;
  const who = { name: "Pat Practitioner", email, involvement: "PRACTITIONER", message: "A word of ours." };
  const asked = { traineeIds: about.map(({ id }) => id), areaIds: ["C1"], until: daysAgo(-10) };
  return act(told.ada.personId, "nameContributor", { commissionId, ...who, ...asked });
};
const released = async (traineeId: string, outcome: string, days: number): Promise<void> => {
  const [known] = await db.rows("SELECT id FROM commission");
  const at = inDays(days).toISOString().replace("T", " ").replace("Z", "");
  await db.source.query(
    `INSERT INTO assessment (id, traineeId, commissionId, assessorId, round, openedAt, outcome, summary, decidedAt,
       releasedAt, assessorSupervised, version) VALUES (?, ?, ?, ?, 1, ?, ?, 'Said.', ?, ?, 0, 1)`,
    [`asm_${traineeId.slice(4)}`, traineeId, known?.id, told.assessor.id, at, outcome, at, at],
  );
};
const WORDS = /Pat |pat@|silent@|made sense|case group|A word of ours|They were ill/;
const held = async (): Promise<boolean> => {
  const tables = ["contributor", "contribution", "contribution_part", "entry"];
  return WORDS.test(JSON.stringify(await Promise.all(tables.map((table) => db.rows(`SELECT * FROM ${table}`)))));
};

test("R35: who gave nothing is forgotten thirty days after their last day, by nobody, and the Log verifies", async () => {
  const contributorId = await named([told.ada]);
  await act(told.lead.id, "issueContributionLink", { contributorId, expectedVersion: 1 });
  const why = { reason: "They were ill." };
  await act(told.lead.id, "revokeContributionLink", { contributorId, expectedVersion: 2, ...why });
  expect(await swept(40)).toMatchObject({ contributors: 0 });
  expect(await held()).toBe(true);
  expect(await swept(41)).toMatchObject({ contributors: 1 });
  expect(await held()).toBe(false);
  const entries = await db.rows("SELECT actorId, reason FROM entry WHERE kind = 'ContributorForgotten'");
  expect(entries).toEqual([{ actorId: null, reason: "Retention" }]);
  expect((await verifyLog(db, SECRET)).fault).toBeNull();
  expect(await swept(41)).toMatchObject({ contributors: 0 });
});

test("R35: what was given is kept until a year after the last of those it is about had their final decision", async () => {
  await givenBy({ db, log }, await named([told.ada, told.ben]), new Date());
  await released(told.ada.id, "ACCREDIT", 10);
  expect(await swept(2_000)).toMatchObject({ contributors: 0 });
  await released(told.ben.id, "ACCREDIT", 20);
  expect(await swept(384)).toMatchObject({ contributors: 0 });
  expect(await held()).toBe(true);
  expect(await swept(386)).toMatchObject({ contributors: 1 });
  expect(await held()).toBe(false);
  expect(await db.rows("SELECT source FROM evidence")).toEqual([{ source: "OTHERS" }]);
  expect((await verifyLog(db, SECRET)).fault).toBeNull();
});

test("R35: it is kept while further evidence is asked for, and a year at most once whom it is about has left", async () => {
  await givenBy({ db, log }, await named([told.ada]), new Date());
  await released(told.ada.id, "FURTHER_EVIDENCE_NEEDED", 10);
  expect(await swept(2_000)).toMatchObject({ contributors: 0 });
  await db.source.query("UPDATE trainee SET standing = 'WITHDRAWN' WHERE id = ?", [told.ada.id]);
  expect(await swept(364)).toMatchObject({ contributors: 0 });
  expect(await swept(366)).toMatchObject({ contributors: 1 });
});

test.each(["OPEN", "UPHELD"])(
  "R35: it is kept while an appeal against a refusal is %s, and goes as before once it is dismissed",
  async (state) => {
    await givenBy({ db, log }, await named([told.ada]), new Date());
    await released(told.ada.id, "NOT_ACCREDITED", 10);
    await db.source.query(
      `INSERT INTO appeal (id, assessmentId, traineeId, grounds, appealedAt, state, version)
       SELECT ?, id, traineeId, 'It was not heard.', releasedAt, ?, 1 FROM assessment`,
      [newId("apl"), state],
    );
    const aside = (to: string) => db.source.query(`UPDATE assessment SET setAsideAt = ${to}`);
    if (state === "UPHELD") await aside("releasedAt");
    expect(await swept(2_000)).toMatchObject({ contributors: 0 });
    await aside("NULL");
    await db.source.query("UPDATE appeal SET state = 'DISMISSED'");
    expect(await swept(2_000)).toMatchObject({ contributors: 1 });
  },
);

test("R35: with a trainee who is erased goes what was written about them, and who wrote it", async () => {
  await givenBy({ db, log }, await named([told.ada]), new Date());
  await named([told.ada, told.ben], "silent@example.org");
  await tell({ db, log }, told.lead.id, (tx) => erase(tx, told.ada.personId, "They asked for it."));
  expect(await held()).toBe(false);
  expect((await verifyLog(db, SECRET)).fault).toBeNull();
});

test("R35: what is about one stays when the other of the pair is erased", async () => {
  await givenBy({ db, log }, await named([told.ada]), new Date());
  await tell({ db, log }, told.lead.id, (tx) => erase(tx, told.ben.personId, "They asked for it."));
  expect(await held()).toBe(true);
});
