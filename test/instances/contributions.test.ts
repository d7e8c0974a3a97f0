import type { Database } from "../../src/database/database";
import { openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { contributing, opened, sent, WORDS } from "../support/contributing";
import { openTestDatabase } from "../support/database";
import { Instances, startInstances } from "../support/instances";
import { Story, story } from "../support/story";
import { SECRET } from "../support/tandem";

const ROUNDS = 6;
jest.setTimeout(120_000);

let db: Database;
let told: Story;
let on: Instances;
let our: ReturnType<typeof contributing>;

beforeAll(async () => {
  db = await openTestDatabase();
  const log = await openLog(db, SECRET);
  told = await story({ db, log });
  const review = await told.commissioned(told.adaAndBen, told.board);
  on = await startInstances(db, log);
  our = contributing(on.here, told, review);
});
afterAll(async () => {
  await on?.stop();
  await db?.close();
});

/** The same page as another instance serves it. */
const elsewhere = (link: string): string => new URL(new URL(link).pathname, on.there.url).href;

test("R35: of a link used on every instance at the same moment one use is taken, and all of them then say so", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const link = await our.invited({ email: `round-${round}@example.org` });
    const uses = [link, elsewhere(link), link, elsewhere(link)];
    const answers = await Promise.all(
      uses.map((use, nth) => sent(use, { ...WORDS, "area-C1": `From ${round}, ${nth}.` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    const taken = answers.findIndex(({ status }) => status === 303);
    const parts = await db.rows("SELECT text FROM contribution_part WHERE text LIKE ?", [`From ${round},%`]);
    expect(parts).toEqual([{ text: `From ${round}, ${taken}.` }]);
    for (const use of uses) expect(await (await opened(use)).text()).toContain("Thank you");
  }
  expect(await db.rows("SELECT id FROM contribution")).toHaveLength(ROUNDS);
  expect(await db.rows("SELECT id FROM evidence")).toHaveLength(ROUNDS);
  const [given] = await db.rows("SELECT COUNT(*) AS n FROM entry WHERE kind = 'ContributionGiven'");
  expect(Number(given?.n)).toBe(ROUNDS);
  expect((await verifyLog(db, SECRET)).fault).toBeNull();
});

test("R35: a link that is taken back while it is used is either used or taken back", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const id = await our.named({ email: `back-${round}@example.org` });
    const link = await our.linked(id);
    const input = { contributorId: id, reason: "They are ill.", expectedVersion: await our.version(id) };
    const revoke = `mutation ($input: RevokeContributionLinkInput!) {
      revokeContributionLink(input: $input) { errors { code } } }`;
    const [used, back] = await Promise.all([
      sent(elsewhere(link)),
      on.here.as(told.supervisor.id).ask(revoke, { input }),
    ]);
    const revoked = back.data.revokeContributionLink.errors.length === 0;
    expect([used.status, revoked]).toEqual(revoked ? [404, true] : [303, false]);
    const given = await db.rows("SELECT id FROM contribution WHERE contributorId = ?", [id]);
    expect(given).toHaveLength(revoked ? 0 : 1);
  }
});
