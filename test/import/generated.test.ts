import { counts } from "../support/counts";
import { dice } from "../support/dice";
import { Of, Office, openOffice, versionOf } from "./office";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.db.close());

const SEED = Number(process.env.SEED ?? 20_261_124);
const FILES = 60;

/** Cells that are good and bad, for a column. */
const CELLS: Readonly<Record<string, readonly string[]>> = {
  name: ["Kim", "Zoë", "", "=1", "x".repeat(201), "L\uFFFD", '"Penhallow, Dilys"', '"two\nlines"', "K\0"],
  email: ["ada@example.org", "ADA@EXAMPLE.ORG", "kim", "", "@kim"],
  phone: ["", "+44 20", "-1", "1".repeat(41)],
  role: ["", "ASSESSOR", "supervisor", "boss"],
  reference: ["NORTHMOOR", "EAST", "west", "", "x".repeat(41)],
  kind: ["LSCB", "sab", "club", ""],
  sector: ["ADULTS", "children", "pets"],
  jurisdiction: ["England", "", "+"],
  trainee: ["ada@example.org", "LT-2017-T02", "LT-2017-T99", "ben@example.org", "", "who@example.org"],
  attended: ["yes", "no", "Y", "2", ""],
  reason: ["", "Left.", "@"],
};
const COLUMNS: Readonly<Record<Of, readonly string[]>> = {
  PEOPLE: ["name", "email", "phone", "role"],
  BOARDS: ["reference", "name", "kind", "sector", "jurisdiction"],
  COURSE_ATTENDANCE: ["trainee", "attended", "reason"],
};

test.each(Object.keys(COLUMNS) as Of[])(
  "of generated files of %s the dry run finds what the import finds, and says beforehand what it makes",
  async (of) => {
    const chance = dice(SEED);
    const among = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T;
    const [day] = office.told.courseDays;
    const courseDayId = of === "COURSE_ATTENDANCE" ? (day?.id as string) : undefined;
    let imported = 0;
    for (let file = 0; file < FILES; file += 1) {
      const columns = COLUMNS[of].filter(() => chance() < 0.97).toSorted(() => chance() - 0.5);
      const good = chance() < 0.4; // a file whose every cell is likely to do
      const cell = (column: string, row: number): string => {
        if (column === "email" && chance() < 0.9) return `p${file}-${row}@example.org`;
        if (column === "reference" && chance() < 0.9) return `R${file}-${row}`;
        return (good ? CELLS[column]?.[0] : among(CELLS[column] ?? [])) as string;
      };
      const rows = Array.from({ length: 1 + Math.floor(chance() * 4) }, (_, row) =>
        [...columns.map((column) => cell(column, row)), ...(chance() < 0.05 ? ["more"] : [])].join(","),
      );
      const end = among(["\n", "\r\n", "\r"]);
      const csv = [columns.join(","), ...rows].join(end) + (chance() < 0.03 ? `${end}"never closed` : "");

      const { faults, makes } = await office.check(of, csv, courseDayId);
      if (faults.length > 0) {
        await office.faultsOf(of, csv, courseDayId);
        continue;
      }
      const before = await counts(office.db);
      const more = courseDayId ? { courseDayId, expectedVersion: await versionOf(office.db, courseDayId) } : {};
      const head = await office.log.headPosition();
      expect((await office.import(of, csv, more)).errors).toEqual([]);
      const kinds = await office.db.rows(
        "SELECT kind, COUNT(*) AS n FROM entry WHERE position > ? AND kind <> 'ReadinessChanged' GROUP BY kind",
        [head],
      );
      const found = Object.fromEntries(kinds.map(({ kind, n }) => [kind as string, Number(n)]));
      const own = Object.keys(found).filter((kind) => kind.endsWith("Imported"));
      expect(own).toHaveLength(1);
      expect(found).toEqual({
        [own[0] as string]: 1,
        ...Object.fromEntries(makes.map((one) => [one.kind, one.count])),
      });
      expect(await counts(office.db)).not.toEqual(before);
      imported += 1;
    }
    // Neither all nor none: both ways were gone.
    expect(imported).toBeGreaterThan(2);
    expect(imported).toBeLessThan(FILES - 10);
  },
);
