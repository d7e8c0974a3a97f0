import { CourseDayFacilitator } from "../../src/course/course-day.entity";
import type { Database } from "../../src/database/database";
import { Log, openLog } from "../../src/log/log";
import { sweep } from "../../src/retention/sweep";
import { asking } from "../graph/asking";
import { openTestDatabase } from "../support/database";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { SECRET } from "../support/tandem";

let db: Database;
let log: Log;
let told: Story;
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
  told = await story({ db, log });
});
afterEach(() => db.close());

/** Sweeps so many days from now, where people's data is kept for 30 days. */
const sweptIn = (days: number) =>
  sweep({ db, log, retention: { personDays: 30, accessDays: null } }, new Date(Date.now() + days * 86_400_000));
const erased = async (personId: string) =>
  (await db.rows("SELECT erasedAt FROM person WHERE id = ?", [personId]))[0]?.erasedAt !== null;

test("who has left is kept for as long as anybody without a part, from the day they left; who was deferred stays", async () => {
  const [cara, dan] = [await told.trainee("Cara"), await told.trainee("Dan")];
  await db.source.query("UPDATE entry SET at = '2000-01-01 00:00:00.000'");
  const { data, errors } = await asking(db, log)(told.lead.id)(
    "mutation ($input: WithdrawTraineeInput!) { withdrawTrainee(input: $input) { errors { message } } }",
    { input: { traineeId: cara.id, reason: "Moves abroad.", expectedVersion: 1 } },
  );
  expect([data?.withdrawTrainee.errors, errors]).toEqual([[], undefined]);
  await sweptIn(29);
  expect(await erased(cara.personId)).toBe(false);
  await sweptIn(31);
  expect([await erased(cara.personId), await erased(dan.personId)]).toEqual([true, false]);
});

test("R31: who ran a course day lately, or is to run one, stays", async () => {
  const stu = await told.person("Stu");
  const [day] = told.courseDays;
  await db.source.manager.insert(CourseDayFacilitator, { courseDayId: day?.id as string, personId: stu.id });
  await db.source.query("UPDATE entry SET at = '2000-01-01 00:00:00.000'");
  for (const [date, days] of [
    [daysAgo(-20), 40],
    [daysAgo(10), 19],
  ] as const) {
    await db.source.query("UPDATE course_day SET date = ? WHERE id = ?", [date, day?.id]);
    await sweptIn(days);
    expect([date, await erased(stu.id)]).toEqual([date, false]);
  }
  await sweptIn(21);
  expect(await erased(stu.id)).toBe(true);
});
