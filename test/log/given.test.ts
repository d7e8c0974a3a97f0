import { Contributor } from "../../src/contribution/contributor.entity";
import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { makeSchema } from "../../src/schema";
import { asking } from "../graph/asking";
import { givenBy } from "../support/contributing";
import { openTestDatabase } from "../support/database";
import { Story, story } from "../support/story";
import { SECRET } from "../support/tandem";
import { watching } from "./watching";

let db: Database;
let log: Log;
let told: Story;
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
});
afterEach(() => db.close());

const named = async (traineeIds: readonly string[]): Promise<string> => {
  const review = await told.commissioned(told.adaAndBen, told.board);
  const who = { name: "Pat Practitioner", email: "pat@example.org", involvement: "PRACTITIONER" };
  const input = { commissionId: review.id, ...who, traineeIds, areaIds: ["C1", "C2"] };
  const { data } = await asking(db, log)(told.ada.personId)(
    "mutation ($input: NameContributorInput!) { nameContributor(input: $input) { contributor { id } errors { message } } }",
    { input },
  );
  return data.nameContributor.contributor.id;
};

test("R35: what is given on a page is told whole in the Log, by nobody, and without a word of it", async () => {
  const id = await named([told.ada.id, told.ben.id]);
  const { faults, changes, entries } = await watching(db, makeSchema())(null, () =>
    givenBy({ db, log }, id, new Date()),
  );
  expect(faults).toEqual([]);
  expect(changes.length).toBeGreaterThan(5);
  expect(entries.map(({ kind, actorId }) => [kind, actorId])).toEqual([
    ["EvidenceSubmitted", null],
    ["EvidenceSubmitted", null],
    ["ContributionGiven", null],
  ]);
  const facts = await db.rows("SELECT facts FROM entry");
  expect(JSON.stringify(facts)).not.toMatch(/Pat |pat@|made sense|case group/);
  expect((await verifyLog(db, SECRET)).fault).toBeNull();
});

// London is an hour ahead of UTC in summer, and not in winter.
test.each([
  ["2031-07-10", "2031-07-10T22:59:59.999Z", "2031-07-10T23:00:00.000Z"],
  ["2031-01-10", "2031-01-10T23:59:59.999Z", "2031-01-11T00:00:00.000Z"],
])(
  "R35: a link until %s can be used to the last millisecond of that day in London, and no longer",
  async (until, last, over) => {
    const id = await named([told.ada.id]);
    await db.source.manager.update(Contributor, { id }, { until });
    expect(await givenBy({ db, log }, id, new Date(over))).toBeNull();
    expect(await db.rows("SELECT id FROM contribution")).toEqual([]);
    expect(await givenBy({ db, log }, id, new Date(last))).toBe("now");
    expect(await givenBy({ db, log }, id, new Date(over))).toBe("before");
    expect(await db.rows("SELECT id FROM contribution")).toHaveLength(1);
  },
);
