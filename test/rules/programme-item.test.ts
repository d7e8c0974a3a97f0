import { faultsOfList, Given, Kept, retired } from "../../src/programme/programme-item.rules";
import { ProgrammeSection } from "../../src/programme/programme-section";

const list = { programmeId: "prg_1", section: ProgrammeSection.TOPICS };
const kept = (id: string, more: Partial<Kept> = {}): Kept => ({
  ...{ id, ...list, ordinal: 1, text: "Systems thinking.", days: null, retiredOn: null },
  ...more,
});
const known = (...items: Kept[]) => new Map(items.map((item) => [item.id, item]));
const paths = (items: Given[], of = list, ...items_: Kept[]) =>
  faultsOfList(of, items, known(...items_)).map(({ path }) => path.join("."));

test("R17: an item of another programme or list, or one that is named twice, is a fault of its own, all told at once", () => {
  const items = [kept("a"), kept("b", { programmeId: "prg_2" }), kept("c", { section: ProgrammeSection.TOOLS })];
  const named = ["a", "b", "c", "a"].map((itemId) => ({ itemId, text: "Systems thinking." }));
  expect(paths(named, list, ...items)).toEqual(["items.1.itemId", "items.2.itemId", "items.3.itemId"]);
});

test("R30: unpaid time is told in days, and nothing else is", () => {
  const unpaid = { ...list, section: ProgrammeSection.UNPAID_TIME };
  expect(paths([{ text: "Reading", days: 2 }, { text: "Writing" }], unpaid)).toEqual(["items.1.days"]);
  expect(paths([{ text: "Reading", days: 2 }, { text: "Writing" }])).toEqual(["items.0.days"]);
});

test("R52, R65: what is left out of a list is retired; what was retired before stays so", () => {
  const published = [kept("a"), kept("b"), kept("c", { retiredOn: "2016-06-01" })];
  expect(retired(published, [{ itemId: "a", text: "Systems thinking." }]).map(({ id }) => id)).toEqual(["b"]);
});
