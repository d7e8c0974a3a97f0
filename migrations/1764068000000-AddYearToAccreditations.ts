import { MigrationInterface, QueryRunner, TableColumn } from "typeorm";
import { day, mayBeNull, optional } from "../src/database/columns";
import { londonDay } from "../src/time";

interface Before {
  readonly id: string;
  readonly reviewDueOn: string;
  readonly lapsedOn: string | null;
}

/** The day so many months after one; where that month is shorter, its last day. */
const monthsAfter = (from: string, months: number): string => {
  const [year, month, date] = from.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
};

/**
 * An accreditation knows the year under review and the day on which it lapses by itself. Nobody could decide a review
 * before, so those that are overdue have from today on what they would have had from the day it was due.
 */
export class AddYearToAccreditations1764068000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of ["yearFrom", "lapsesOn", "conditionsUntil", "restoredOn"]) {
      await runner.addColumn("accreditation", new TableColumn(day(name, optional)));
    }
    const today = londonDay(new Date());
    const before: Before[] = await runner.query("SELECT id, reviewDueOn, lapsedOn FROM accreditation");
    for (const { id, reviewDueOn, lapsedOn } of before) {
      const overdue = reviewDueOn < today;
      await runner.query("UPDATE accreditation SET yearFrom = ?, lapsesOn = ? WHERE id = ?", [
        monthsAfter(reviewDueOn, -12),
        lapsedOn ?? monthsAfter(overdue ? today : reviewDueOn, 3),
        id,
      ]);
    }
    await mayBeNull(runner, "accreditation", "yearFrom", false);
    await mayBeNull(runner, "accreditation", "lapsesOn", false);
    await runner.dropColumn("accreditation", "lapsedOn");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.addColumn("accreditation", new TableColumn(day("lapsedOn", optional)));
    await runner.query("UPDATE accreditation SET lapsedOn = lapsesOn WHERE lapsesOn <= ?", [londonDay(new Date())]);
    for (const name of ["restoredOn", "conditionsUntil", "lapsesOn", "yearFrom"]) {
      await runner.dropColumn("accreditation", name);
    }
  }
}
