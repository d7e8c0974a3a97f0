import { byMessages } from "./roads/messages";
import { byPayloads } from "./roads/payloads";
import { byErrors, byRefusals } from "./roads/refusals";
import { byStarts } from "./roads/starts";
import { allHold, closeMatrix, goAll, Matrix, openMatrix, Road, summary } from "./viewing";
import { unseen } from "./weighed";

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

test.each<[string, Road]>([
  ["the start of a subscription", byStarts],
  ["messages", byMessages],
  ["the errors of mutations", byRefusals],
])("by %s everybody learns what section 5 gives them, and nothing else", (_, road) => goAll(matrix, road));

test("each kind of error is true", async () => {
  const lead = matrix.viewers.find(({ name }) => name === "Lee, a lead");
  await byErrors(matrix, lead as Matrix["viewers"][number]);
  allHold(matrix);
});

test("by the payload of every mutation its actor sees what section 5 gives them; others hear of it who may, and only they", async () => {
  const done = await byPayloads(matrix);
  allHold(matrix);
  expect(matrix.world.selections.mutations.filter((mutation) => !done.has(mutation))).toEqual([]);
});

test("somebody has been told the real value of every field of a message and an error", () => {
  expect(unseen(matrix, ["messages", "refusals"])).toEqual([]);
});
