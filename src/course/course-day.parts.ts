import { forUpdate, Row } from "../database/database";
import { visible } from "../graph/rows";
import { thingOf } from "../graph/thing";
import { absent, invalid, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Person } from "../person/person.entity";
import { Cohort } from "../programme/cohort.entity";
import { ProgrammeItem } from "../programme/programme-item.entity";
import { ProgrammeSection } from "../programme/programme-section";
import { marks, padded } from "../scope/condition";
import { CourseDay } from "./course-day.entity";

/** What a course day has of something, by id in order, and is to have; with every fault of what was named. */
export interface Named {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly faults: readonly UserError[];
}

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

/** R31: a day is run by programme leads or supervisors. Who runs it already may have been something else since. */
export const facilitatorsNamed = async (
  tx: Transaction,
  day: CourseDay,
  ids: readonly string[] | null,
): Promise<Named> => {
  const before = await tied(tx, "SELECT personId AS id FROM course_day_facilitator WHERE courseDayId = ?", day);
  if (ids === null) return { before, after: before, faults: [] };
  const seen = visible(tx.ctx, thingOf(Person));
  const among = padded(["-", ...ids]);
  // Locked: who loses the role at the same moment loses it before or after.
  const found = await tx.rows(
    `SELECT t.id, t.erasedAt, (SELECT COUNT(*) FROM person_role r WHERE r.personId = t.id
       AND r.\`role\` IN ('PROGRAMME_LEAD', 'SUPERVISOR')) AS roles
     FROM person t WHERE t.id IN (${marks(among)}) AND ${seen.sql} ORDER BY t.id${forUpdate(tx.ctx.db.kind)}`,
    [...among, ...seen.values],
  );
  return named(before, ids, "facilitatorIds", found, (person) => {
    if (before.includes(person.id as string)) return null;
    if (person.erasedAt !== null) return "facilitatorIds names somebody who was erased.";
    return Number(person.roles) > 0 ? null : "facilitatorIds must name programme leads or supervisors.";
  });
};

const tied = async (tx: Transaction, sql: string, { id }: CourseDay): Promise<string[]> =>
  (await tx.rows(`${sql} ORDER BY 1`, [id])).map((row) => row.id as string);

const named = (
  before: readonly string[],
  ids: readonly string[],
  path: string,
  found: readonly Row[],
  unfit: (row: Row) => string | null,
): Named => {
  const faults = ids.flatMap((id, index) => {
    const at = [path, String(index)];
    const row = found.find((one) => one.id === id);
    if (!row) return absent(...at).errors;
    const why = unfit(row) ?? (ids.indexOf(id) < index ? `${path} names it twice.` : null);
    return why === null ? [] : [invalid(at, why)];
  });
  return { before, after: [...ids].sort(), faults };
};
