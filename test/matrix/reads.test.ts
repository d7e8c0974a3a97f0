import { incomplete } from "./complete";
import { IDLE } from "./oracle/section-5";
import { byChanges } from "./roads/changes";
import { byFilters, byFiltersBelow } from "./roads/filters";
import { byAnyEdge, byEdges, byLookup, byNode, byNodes } from "./roads/nodes";
import { byLists, byListsBelow, byPages } from "./roads/pages";
import { byViewer } from "./roads/viewer";
import { closeMatrix, goAll, Matrix, openMatrix, Road, summary } from "./viewing";
import { alike, idle, readinessOf, telling, unseen, wrongFacts } from "./weighed";
import { READINESS } from "./world/readiness";

jest.setTimeout(120_000);

let matrix: Matrix;
const begun = performance.now();

beforeAll(async () => {
  matrix = await openMatrix();
});
afterAll(async () => {
  await closeMatrix(matrix);
  process.stderr.write(summary(matrix, begun));
});

test("every type, field, argument, order, filter and kind of entry has its cell in the oracle, and every cell is one's", () => {
  expect(incomplete(matrix.world.selections)).toEqual([]);
});

test("each cell of section 5 opens something to somebody in this world", () => {
  expect(idle(matrix).sort()).toEqual([...IDLE].sort());
});

test("every kind of entry has happened, with the facts that it may tell and no others", () => {
  expect(wrongFacts(matrix)).toEqual([]);
});

test("nothing is ordered or found by what somebody does not see of it", () => {
  expect(telling(matrix)).toEqual([]);
});

test("what is read of each trainee's readiness is what the rules come to, counted by hand", () => {
  expect(readinessOf(matrix)).toEqual(READINESS);
});

test.each<[string, Road]>([
  ["nodes", byNodes],
  ["node", byNode],
  ["lookup", byLookup],
  ["edges", byEdges],
  ["any edge", byAnyEdge],
  ["pages", byPages],
  ["lists", byLists],
  ["lists below", byListsBelow],
  ["filters", byFilters],
  ["filters below", byFiltersBelow],
  ["changes", byChanges],
  ["viewer", byViewer],
])("by %s everybody sees what section 5 gives them, as it really is, and nothing else", (_, road) =>
  goAll(matrix, road),
);

test("somebody has seen the real value of every field, and values differ so that one is not taken for another", () => {
  expect(unseen(matrix, ["nodes", "pages", "viewer"])).toEqual([]);
  expect(alike(matrix)).toEqual([]);
});
