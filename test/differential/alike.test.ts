import { newId } from "../../src/id";
import { Alike } from "./alike";

const COMMON = newId("trn");
const [ONE, OTHER, THIRD] = [newId("trn"), newId("trn"), newId("trn")];
const [CURSOR, ITS_OTHER] = ["XtS1bpEWE3Rt-ji_7l-KQA", "JGBpEzFFPT0ZXuhJKh94tw"];

const differ = (...answers: readonly [unknown, unknown][]): (string | null)[] => {
  const alike = new Alike(new Set([COMMON]));
  return answers.map(([one, other]) => alike.difference(one, other));
};

test("ids that came later and cursors may be others, the same wherever they stand", () => {
  const one = { id: ONE, cursor: CURSOR, text: `About ${ONE}.`, again: [ONE, { endCursor: CURSOR }] };
  const other = { id: OTHER, cursor: ITS_OTHER, text: `About ${OTHER}.`, again: [OTHER, { endCursor: ITS_OTHER }] };
  expect(differ([one, other])).toEqual([null]);
});

test.each<[string, unknown, unknown]>([
  ["a text", { name: "Ada" }, { name: "Ben" }],
  ["a number", { totalCount: 1 }, { totalCount: 2 }],
  ["a time", { at: "2018-03-14T12:00:00.000Z" }, { at: "2018-03-14T12:00:00.001Z" }],
  ["what is there and what is not", { person: null }, { person: { id: OTHER } }],
  ["an empty list and none", { nodes: [] }, { nodes: null }],
  ["one more in a list", { nodes: [ONE] }, { nodes: [OTHER, THIRD] }],
  ["a field more", {}, { errors: [] }],
  ["an id that both know", { id: COMMON }, { id: OTHER }],
  ["a reference", { reference: "LT-2018-004" }, { reference: "LT-2018-005" }],
  ["the length of a cursor", { cursor: CURSOR }, { cursor: `${ITS_OTHER}AA` }],
  ["a cursor that is no cursor's place", { title: CURSOR }, { title: ITS_OTHER }],
])("%s that differs is told", (_, one, other) => {
  expect(differ([one, other])).toEqual([expect.any(String)]);
});

test("an id that stood for one cannot stand for another later, whichever way round", () => {
  const told = expect.any(String);
  expect(differ([{ id: ONE }, { id: OTHER }], [{ id: ONE }, { id: THIRD }])).toEqual([null, told]);
  expect(differ([{ id: ONE }, { id: OTHER }], [{ id: THIRD }, { id: OTHER }])).toEqual([null, told]);
});

test("what was learnt is what the one's words are in the other world", () => {
  const alike = new Alike(new Set([COMMON]));
  alike.difference({ id: ONE, cursor: CURSOR }, { id: OTHER, cursor: ITS_OTHER });
  const said = { ids: [ONE, COMMON, THIRD], after: CURSOR, first: 2 };
  expect(alike.inOther(said)).toEqual({ ids: [OTHER, COMMON, THIRD], after: ITS_OTHER, first: 2 });
});
