import { isOpen, Part, Work, worksAsReviewer } from "../../src/fidelity/fidelity.rules";

const DAY = "2017-02-06";
const part = (more: Partial<Part> = {}): Part => ({ traineeId: null, joinedOn: null, leftOn: null, ...more });
const work = (parts: readonly Part[], more: Partial<Work> = {}): Work => ({
  ...{ name: "Greg", accreditedOn: "2016-06-01", commissionId: "com_1", reference: "LT-2017-004" },
  ...{ practice: false, commissionedOn: DAY, parts },
  ...more,
});
const asTrainee = { traineeId: "trn_g" };

test.each([
  { what: "a later review of two reviewers", parts: [part()], more: {}, next: null },
  { what: "a trainee's practice review, as their partner", parts: [part()], more: { practice: true }, next: null },
  { what: "one that they left while it went on", parts: [part({ leftOn: DAY })], more: {}, next: null },
  {
    what: "one that they left and came back to",
    parts: [part({ leftOn: "2017-01-01" }), part()],
    more: {},
    next: null,
  },
  { what: "one of the pair they learnt in", parts: [part(asTrainee)], more: {}, next: null },
  {
    ...{ what: "one of the pair they learnt in, commissioned on the day", parts: [part(asTrainee)] },
    ...{ more: { accreditedOn: DAY }, next: null },
  },
  {
    ...{ what: "one they came to on the day they were accredited" },
    ...{ parts: [part({ ...asTrainee, joinedOn: "2017-03-01" })], more: { accreditedOn: "2017-03-01" }, next: null },
  },
  { what: "one without a part of theirs", parts: [], more: {}, next: "has had no part in" },
  {
    what: "one that is negotiated",
    parts: [part()],
    more: { commissionedOn: null },
    next: "has not been commissioned",
  },
  { what: "one they left before", parts: [part({ leftOn: "2017-02-05" })], more: {}, next: "had left LT-2017-004" },
  {
    ...{ what: "their own practice review", parts: [part(asTrainee)], more: { practice: true } },
    next: "LT-2017-004 is Greg's own practice review",
  },
  {
    ...{ what: "one they came to as a trainee", parts: [part(asTrainee)], more: { accreditedOn: "2017-02-07" } },
    next: "Greg came to LT-2017-004 as a trainee, accredited on 7 February 2017.",
  },
])("R42, R44: of $what a concern is raised, or not", ({ parts, more, next }) => {
  const found = worksAsReviewer(work(parts, more));
  expect(found).toMatchObject({ rule: "LATER_REVIEW", needed: 1, actual: next === null ? 1 : 0, met: next === null });
  expect(found.next).toEqual(next && expect.stringContaining(next));
});

test("R42: a concern is answered and closed while it is open", () => {
  expect(isOpen({ closedAt: null })).toMatchObject({ rule: "OPEN_CONCERN", met: true, next: null });
  expect(isOpen({ closedAt: new Date() })).toMatchObject({ met: false, next: expect.stringContaining("is closed") });
});
