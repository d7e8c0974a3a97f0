import { performance } from "node:perf_hooks";
import { Office, openOffice } from "./office";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.db.close());
jest.setTimeout(60_000);

/** What a request may take. */
const IN_TIME_MS = 10_000;
const MOST = 2_000;

const people = (from: number): string =>
  [
    "name,email,phone,role",
    ...Array.from({ length: MOST }, (_, index) => {
      const number = from + index;
      return `Somebody Number ${number},somebody.${number}@example.org,+44 20 7946 ${number},SUPERVISOR`;
    }),
  ].join("\n");

test("as many people as a file may hold are imported within the time of a request", async () => {
  const csv = people(1_000);
  expect(JSON.stringify({ csv }).length).toBeLessThan(250_000); // with its lines it fits a request's body
  const begun = performance.now();
  expect((await office.check("PEOPLE", csv)).faults).toEqual([]);
  const checked = performance.now();
  const { import: made } = await office.import("PEOPLE", csv);
  const done = performance.now();
  process.stderr.write(
    `      ${MOST} people on ${office.db.kind}: looked through in ${Math.round(checked - begun)} ms, imported in ${Math.round(done - checked)} ms\n`,
  );
  expect(made).toMatchObject({ rowCount: MOST });
  expect(done - checked).toBeLessThan(IN_TIME_MS);
  const [found] = await office.db.rows("SELECT COUNT(*) AS n FROM person WHERE name LIKE 'Somebody %'");
  expect(Number(found?.n)).toBe(MOST);
  const [roles] = await office.db.rows(
    "SELECT COUNT(*) AS n FROM entry WHERE kind = 'RoleGranted' AND personId IN (SELECT id FROM person WHERE name LIKE 'Somebody %')",
  );
  expect(Number(roles?.n)).toBe(MOST);
});
