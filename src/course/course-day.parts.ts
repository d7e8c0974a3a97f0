import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { Transaction } from "../mutation/transact";
import { Cohort } from "../programme/cohort.entity";
import { ProgrammeItem } from "../programme/programme-item.entity";
import { ProgrammeSection } from "../programme/programme-section";
import { marks, padded } from "../scope/condition";
import { CourseDay } from "./course-day.entity";
import { facilitatorsAmong } from "./facilitators";
import { Named, named } from "./named";

const ON_A_DAY: ReadonlySet<unknown> = new Set([ProgrammeSection.TOPICS, ProgrammeSection.TOOLS]);

/** R17, R18: the topics and tools of a day are published by its programme. What it has may have been retired since. */
export const itemsNamed = async (
  tx: Transaction,
  day: CourseDay,
  { programmeId }: Cohort,
  ids: readonly string[] | null,
): Promise<Named> => {
  const before = await tied(tx, "SELECT itemId AS id FROM course_day_item WHERE courseDayId = ?", day);
  if (ids === null) return { before, after: before, faults: [] };
  const seen = visible(tx.ctx, thingOf(ProgrammeItem));
  const found = await tx.rows(
    `SELECT t.id, t.programmeId, t.section, t.retiredOn FROM programme_item t WHERE t.id IN (${marks(padded(["-", ...ids]))}) AND ${seen.sql}`,
    [...padded(["-", ...ids]), ...seen.values],
  );
  return named(before, ids, "itemIds", found, (item) => {
    if (item.programmeId !== programmeId) return "itemIds names an item of another programme.";
    if (!ON_A_DAY.has(item.section)) return "itemIds must name topics or tools: this is an item of another list.";
    const retired = item.retiredOn !== null && !before.includes(item.id as string);
    return retired ? "itemIds names an item that is published no longer." : null;
  });
};

/** R31: who runs a day. */
export const facilitatorsNamed = async (tx: Transaction, day: CourseDay, ids: readonly string[] | null) =>
  facilitatorsAmong(
    tx,
    await tied(tx, "SELECT personId AS id FROM course_day_facilitator WHERE courseDayId = ?", day),
    ids,
  );

const tied = async (tx: Transaction, sql: string, { id }: CourseDay): Promise<string[]> =>
  (await tx.rows(`${sql} ORDER BY 1`, [id])).map((row) => row.id as string);
