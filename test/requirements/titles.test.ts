import { faultsOf, numbersIn, titlesIn } from "./titles";

const read = (source: string) => titlesIn(source).titles.map(({ title }) => title);

test.each([
  ['test("R24: four days", () => {});', ["R24: four days"]],
  ['  test("a, b and (c) of \\"d\\"", async () => {', ['a, b and (c) of "d"']],
  ["test(`R9: of $\u007bWANTED} ten`, async () => {", ["R9: of $\u007bWANTED} ten"]],
  ['test(\n  "R12: of\ttwo lines",\n  () => {});', ["R12: of\ttwo lines"]],
  ['test.each([1, 2])("R52: %i of them", (n) => {});', ["R52: %i of them"]],
  ['test.each([{ days: f("("), met: g("\\")") }])("R24 $days → $met", () => {});', ["R24 $days → $met"]],
  ['test.each<[string, Road]>([["lists", byLists]])("by %s", (_, road) => go(road));', ["by %s"]],
  ["test('the \"third\"', run);", ['the "third"']],
  ['test.each([\n  [1], // one (and no more\n])("R2 %i", () => {});', ["R2 %i"]],
  ['describe("a group", () => { test("R1: one", run); test("R2: two", run); });', ["a group", "R1: one", "R2: two"]],
  ['expect(/R3 (x/.test("R4")).toBe(true); latest("R5");', []],
])("of %s the titles are %j", (source, titles) => {
  expect(read(source)).toEqual(titles);
});

test("a test whose title is no text is counted, not passed over", () => {
  expect(titlesIn("test(name, run); test.each(ALL)(titleOf(1), run);")).toEqual({ titles: [], unread: 2 });
});

test.each([
  ["R15, R16: a day", [15, 16]],
  ["R24 E9 of R24", [24]],
  ["E15: R-numbers, LR7 and R7a name nothing", []],
])("%s names %j", (title, numbers) => {
  expect(numbersIn(title)).toEqual(numbers);
});

const known = (number: number) => number >= 1 && number <= 67;
test.each([
  ["R1, R67: all is well", 0],
  ["R0: there is none", 1],
  ["R68: nor such", 1],
  ["R12–R40 a range", 1],
  ["R12-40 a range", 1],
  ["R12 – R40 a range", 1],
])("%s has %i faults", (title, count) => {
  expect(faultsOf({ call: "test", title }, known)).toHaveLength(count);
});

test("a group proves nothing by itself", () => {
  expect(faultsOf({ call: "describe", title: "R24" }, known)).toHaveLength(1);
});
