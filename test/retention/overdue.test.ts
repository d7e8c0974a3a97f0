import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { tellOverdue } from "../../src/commission/overdue";
import type { Context } from "../../src/context";
import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { verifyLog } from "../../src/log/verify";
import { sweep } from "../../src/retention/sweep";
import { PUBLIC } from "../../src/scope/scope";
import { openTestDatabase } from "../support/database";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { SECRET } from "../support/tandem";

let db: Database;
let log: Log;
let told: Story;
let review: Commission;

beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
  review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.ANALYSIS);
});
afterEach(() => db.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const swept = async (days = 0) =>
  (await sweep({ db, log, retention: { personDays: null, accessDays: null } }, inDays(days)))?.overdue;
const written = (to: Partial<Commission>) => db.source.manager.update(Commission, { id: review.id }, to as never);
const entries = async () =>
  (await db.rows("SELECT actorId, commissionId, boardId, facts FROM entry WHERE kind = 'CommissionOverdue'")).map(
    ({ facts, ...row }) => ({ ...row, ...JSON.parse(facts as string) }),
  );

test("that a target day has passed is told once, by nobody, to those who see the commission; another day, once more", async () => {
  await written({ targetOn: daysAgo(-3) });
  expect([await swept(), await swept(3)]).toEqual([0, 0]);
  expect([await swept(4), await swept(4), await swept(9)]).toEqual([1, 0, 0]);
  const { id: commissionId, boardId, reference } = review;
  const told = { actorId: null, commissionId, boardId, reference };
  expect(await entries()).toEqual([{ ...told, targetOn: daysAgo(-3) }]);

  await written({ targetOn: daysAgo(-20) });
  expect([await swept(20), await swept(21), await swept(22)]).toEqual([0, 1, 0]);
  expect((await entries()).map(({ targetOn }) => targetOn)).toEqual([daysAgo(-3), daysAgo(-20)]);
  expect((await db.rows("SELECT version FROM commission"))[0]?.version).toBe(review.version);
  expect((await verifyLog(db, SECRET)).fault).toBeNull();
});

test.each([
  { what: "without a target day", to: { targetOn: null } },
  { what: "paused before it", to: { targetOn: daysAgo(3), pausedOn: daysAgo(3) } },
  { what: "with its report at the board", to: { targetOn: daysAgo(3), stage: CommissionStage.BOARD_RESPONSE } },
  { what: "abandoned", to: { targetOn: daysAgo(3), stage: CommissionStage.ABANDONED } },
  { what: "declined", to: { targetOn: daysAgo(3), stage: CommissionStage.DECLINED } },
])("a commission $what is not told to be overdue", async ({ to }) => {
  await written(to);
  expect(await swept(10)).toBe(0);
  expect(await entries()).toEqual([]);
});

test("what is given another day while the sweep is at it is not told to be overdue", async () => {
  await written({ targetOn: daysAgo(3) });
  // Read as late, and no longer so once its turn comes.
  const busy: Database = {
    ...db,
    inTurn: async (work) => {
      await written({ targetOn: daysAgo(-9) });
      return db.inTurn(work);
    },
  };
  const ctx: Context = {
    ...{ db: busy, log, personId: null, scope: PUBLIC },
    now: new Date(),
    opened: new Set(),
    loaders: new Map(),
  };
  expect(await tellOverdue(ctx)).toBe(0);
  expect(await entries()).toEqual([]);
});

test("two sweeps at the same moment tell of it once", async () => {
  await written({ targetOn: daysAgo(3) });
  const ctx = (): Context => ({
    ...{ db, log, personId: null, scope: PUBLIC },
    now: new Date(),
    opened: new Set(),
    loaders: new Map(),
  });
  const both = await Promise.all([tellOverdue(ctx()), tellOverdue(ctx())]);
  expect(both.sort()).toEqual([0, 1]);
  expect(await entries()).toHaveLength(1);
});
