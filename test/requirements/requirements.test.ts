import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isEnumType, isInputObjectType } from "graphql";
import { makeSchema } from "../../src/schema";
import { ASKED } from "./asked";
import { missing, printedRequirements, proofsIn, testFiles } from "./table";
import { faultsOf } from "./titles";

const NUMBERS = Array.from({ length: 67 }, (_, index) => index + 1);
const files = testFiles();
const proofs = proofsIn(files);

test("every number of the document is there, and no other", () => {
  expect(Object.keys(ASKED).map(Number)).toEqual(NUMBERS);
});

test("every test file is read, and titles name numbers that are, one by one", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter(({ titles, unread }) => titles.length === 0 || unread > 0).map(({ name }) => name)).toEqual([]);
  const known = (number: number) => number in ASKED;
  const faults = files.flatMap(({ name, titles }) =>
    titles.flatMap((each) => faultsOf(each, known).map((fault) => `${name}: ${fault}`)),
  );
  expect(faults).toEqual([]);
});

test("every number is shown by a test or typed in by the office", () => {
  expect(missing(NUMBERS, proofs)).toEqual([]);
});

test("a number that nothing shows is found", () => {
  const without = new Map(proofs);
  without.delete(24);
  expect(missing([9, 24, 30], without)).toEqual(["R24"]);
});

test("where the office types in what the source has lost, the schema has a place for it", () => {
  const places = NUMBERS.flatMap((number) => ASKED[number]?.lost ?? []);
  expect(places).not.toEqual([]);
  for (const place of places) {
    const [type, name] = place.split(".") as [string, string];
    const found = makeSchema().getType(type);
    const values = isEnumType(found)
      ? found.getValues()
      : isInputObjectType(found)
        ? Object.values(found.getFields())
        : [];
    expect([place, values.map((value) => value.name)]).toEqual([place, expect.arrayContaining([name])]);
  }
});

test("the printed table is current: run `npm run requirements` after a change", () => {
  expect(readFileSync(join(__dirname, "../../../docs/requirements.md"), "utf8")).toBe(printedRequirements(files));
});
