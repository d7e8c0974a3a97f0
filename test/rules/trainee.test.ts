import { nothingUnderWay } from "../../src/trainee/trainee.rules";

const pair = { id: "pai_1", reference: "P-2017-01" };
const open = { id: "asm_2", round: 2, decided: false };
const decided = { id: "asm_1", round: 1, decided: true };

test("PLACE_END a trainee with no pair and no assessment to release may change cohort or leave", () => {
  expect(nothingUnderWay({ pair: null, rounds: [], appeals: [] })).toMatchObject({
    rule: "PLACE_END",
    met: true,
    next: null,
  });
});

test.each([
  {
    under: { pair, rounds: [], appeals: [] },
    next: "They work in pair P-2017-01: dissolve the pair or replace them in it first.",
  },
  {
    under: { pair: null, rounds: [open], appeals: [] },
    next: "Round 2 of their assessment is not decided: it is decided and released first.",
  },
  {
    under: { pair: null, rounds: [decided], appeals: [] },
    next: "Round 1 of their assessment is not released: release it first.",
  },
  {
    under: { pair: null, rounds: [], appeals: [{ id: "apl_1", round: 1 }] },
    next: "Their appeal against round 1 is not decided: it is decided first, or they take it back.",
  },
])("PLACE_END names what stands in the way, and what to do: $next", ({ under, next }) => {
  expect(nothingUnderWay(under)).toMatchObject({ met: false, needed: 1, actual: 0, next });
});

test("PLACE_END names all that stands in the way", () => {
  const { because, next } = nothingUnderWay({ pair, rounds: [open], appeals: [] });
  expect(because.map(({ id }) => id)).toEqual(["pai_1", "asm_2"]);
  expect(next).toContain("dissolve the pair or replace them in it first. Round 2");
});
