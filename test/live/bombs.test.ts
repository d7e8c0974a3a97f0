import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let s: Story;
beforeAll(async () => {
  tandem = await startTandem();
  s = await story(tandem);
});
afterAll(() => tandem.close());

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join(" ");

test.each([
  [
    "fragments that spread each other twice",
    `{ ...F0 } ${lines(30, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F30 on Query { __typename }`,
  ],
  [
    "fragments that spread each other under two fields",
    `{ trainee(id: "x") { ...F0 } } ${lines(12, (i) => `fragment F${i} on Trainee { pair { members { trainee { ...F${i + 1} } } } a: pair { members { trainee { ...F${i + 1} } } } }`)} fragment F12 on Trainee { id }`,
  ],
  ["fragments that spread themselves", "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"],
  [
    "aliases that must be compared with each other",
    `{ trainees { nodes { ${lines(45, (i) => `a${i}: evidence(first: 1) { nodes { id title } }`)} } } }`,
  ],
  ["the same field very often", `{ trainees { nodes { ${lines(900, () => "id")} } } }`],
  ["nested inline fragments", `{ ${lines(300, () => "... on Query {")} __typename ${"}".repeat(300)} }`],
  [
    "nested lists of a variable's default",
    `query ($ids: [ID!] = [${"[".repeat(400)}${"]".repeat(400)}]) { nodes(ids: $ids) { id } }`,
  ],
])("%s are judged at once", async (_, query) => {
  const began = performance.now();
  const { errors, data } = await tandem.as(s.lead.id).ask(query);

  expect(performance.now() - began).toBeLessThan(1_000);
  expect(errors ?? data).toBeTruthy();
});
