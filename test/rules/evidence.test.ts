import {
  everySource,
  evidenceMatrix,
  mayReturn,
  maySubmit,
  ratesThemself,
  Speaker,
} from "../../src/evidence/evidence.rules";
import { EvidenceSource } from "../../src/evidence/evidence-source";

const { DOCUMENT, OTHERS, TRAINEE } = EvidenceSource;
const item = (source: EvidenceSource, index: number) => ({ id: `evd_${index}`, title: `Item ${index}`, source });

const DOCUMENT_NEXT = "Submit a written report or another document of the review.";
const OTHERS_NEXT = "Ask your pair partner or supervisor for their input.";
const TRAINEE_NEXT = "Submit a reflection of your own.";

test.each([
  { sources: [DOCUMENT, OTHERS, TRAINEE], actual: 3, met: true, next: null },
  { sources: [TRAINEE, DOCUMENT, OTHERS, OTHERS], actual: 3, met: true, next: null },
  { sources: [OTHERS, TRAINEE], actual: 2, met: false, next: DOCUMENT_NEXT },
  { sources: [DOCUMENT, TRAINEE], actual: 2, met: false, next: OTHERS_NEXT },
  { sources: [DOCUMENT, OTHERS], actual: 2, met: false, next: TRAINEE_NEXT },
  { sources: [DOCUMENT, DOCUMENT, DOCUMENT], actual: 1, met: false, next: `${OTHERS_NEXT} ${TRAINEE_NEXT}` },
  { sources: [], actual: 0, met: false, next: `${DOCUMENT_NEXT} ${OTHERS_NEXT} ${TRAINEE_NEXT}` },
])("R33, R34, R35, R36 E12 evidence from $sources → $actual of 3, met: $met", ({ sources, actual, met, next }) => {
  expect(everySource(3, sources.map(item))).toMatchObject({ rule: "E12", needed: 3, actual, met, next });
});

test("R33 E12 the answer names one item of each source", () => {
  expect(everySource(3, [TRAINEE, DOCUMENT, DOCUMENT].map(item)).because).toEqual([
    { id: "evd_1", text: "Written reports and documents of the review: Item 1" },
    { id: "evd_0", text: "Your own input: Item 0" },
  ]);
});

test("R33 R37 E12 the matrix has a cell for each of 6 areas and 3 sources, and counts the items of each", () => {
  const areas = ["C1", "C2", "C3", "C4", "C5", "C6"];
  const cells = evidenceMatrix(areas, [
    { source: DOCUMENT, areas: ["C1", "C5"] },
    { source: DOCUMENT, areas: ["C1"] },
    { source: OTHERS, areas: ["C5"] },
    { source: TRAINEE, areas: ["C9"] }, // an area of another Standard has no cell
  ]);
  expect(cells.map(({ area, source }) => `${area} ${source}`)).toEqual(
    areas.flatMap((area) => [`${area} DOCUMENT`, `${area} OTHERS`, `${area} TRAINEE`]),
  );
  expect(cells.filter(({ count }) => count > 0)).toEqual([
    { area: "C1", source: DOCUMENT, count: 2 },
    { area: "C5", source: DOCUMENT, count: 1 },
    { area: "C5", source: OTHERS, count: 1 },
  ]);
});

const MAY: readonly (readonly [EvidenceSource, Speaker, boolean])[] = [
  [DOCUMENT, "SELF", true],
  [DOCUMENT, "PARTNER", true],
  [DOCUMENT, "SUPERVISOR", false],
  [DOCUMENT, "LEAD", true],
  [OTHERS, "SELF", false],
  [OTHERS, "PARTNER", true],
  [OTHERS, "SUPERVISOR", true],
  [OTHERS, "LEAD", true],
  [TRAINEE, "SELF", true],
  [TRAINEE, "PARTNER", false],
  [TRAINEE, "SUPERVISOR", false],
  [TRAINEE, "LEAD", false],
];

test.each(MAY)("R34, R35, R36 E20 %s about a trainee from %s → %s", (source, speaker, met) => {
  expect(maySubmit(source, [[speaker]])).toMatchObject({ rule: "E20", needed: 1, actual: met ? 1 : 0, met });
});

test.each<{ source: EvidenceSource; speakers: Speaker[][]; actual: number; met: boolean; what: string }>([
  {
    what: "a document about both, from one of them,",
    source: DOCUMENT,
    speakers: [["SELF"], ["PARTNER"]],
    actual: 2,
    met: true,
  },
  {
    what: "a reflection about both, from one of them,",
    source: TRAINEE,
    speakers: [["SELF"], ["PARTNER"]],
    actual: 1,
    met: false,
  },
  {
    what: "input about both, from one of them,",
    source: OTHERS,
    speakers: [["SELF"], ["PARTNER"]],
    actual: 1,
    met: false,
  },
  {
    what: "input about both, from their supervisor,",
    source: OTHERS,
    speakers: [["SUPERVISOR"], ["SUPERVISOR"]],
    actual: 2,
    met: true,
  },
  {
    what: "input about both, from the supervisor of one,",
    source: OTHERS,
    speakers: [["SUPERVISOR"], []],
    actual: 1,
    met: false,
  },
])("R34, R35, R36 E20 $what → $actual of 2, met: $met", ({ source, speakers, actual, met }) => {
  expect(maySubmit(source, speakers)).toMatchObject({ needed: 2, actual, met });
});

test("R35 E20 one of several things that somebody is to the trainee is enough", () => {
  expect(maySubmit(OTHERS, [["SELF", "SUPERVISOR"]]).met).toBe(true);
});

test.each([
  { what: "a stranger", speakers: [[]] },
  { what: "anybody, about nobody", speakers: [] },
])("R35 E20 nothing comes from $what", ({ speakers }) => {
  for (const source of [DOCUMENT, OTHERS, TRAINEE]) {
    expect(maySubmit(source, speakers)).toMatchObject({ needed: 1, actual: 0, met: false });
  }
});

test.each([
  { source: DOCUMENT, next: "Documents are submitted by either member of the pair." },
  { source: OTHERS, next: "about oneself it is TRAINEE" },
  { source: TRAINEE, next: "about a partner it is OTHERS" },
])("R34, R35, R36 E20 a refused $source says who may submit it", ({ source, next }) => {
  expect(maySubmit(source, [[]]).next).toContain(next);
});

test.each([
  { source: TRAINEE, areas: 1, fits: true },
  { source: TRAINEE, areas: 0, fits: true },
  { source: TRAINEE, areas: 2, fits: false },
  { source: DOCUMENT, areas: 1, fits: false },
  { source: OTHERS, areas: 1, fits: false },
])("R36, R40: a self-assessment from $source about $areas areas → $fits", ({ source, areas, fits }) => {
  expect(ratesThemself(source, areas)).toBe(fits);
});

test.each([
  { who: "the supervisor", lead: false, ids: { supervisor: { traineeId: ["trn_1"] } }, may: true },
  { who: "the assessor of the other", lead: false, ids: { assessor: { traineeId: ["trn_2"] } }, may: true },
  { who: "a lead", lead: true, ids: {}, may: true },
  { who: "somebody else's supervisor", lead: false, ids: { supervisor: { traineeId: ["trn_3"] } }, may: false },
  { who: "who it is about, a lead", lead: true, ids: { self: { traineeId: ["trn_1"] } }, may: false },
  { who: "their partner, a lead", lead: true, ids: { partner: { traineeId: ["trn_2"] } }, may: false },
  { who: "their accredited partner, a lead", lead: true, ids: { reviewer: { traineeId: ["trn_1"] } }, may: false },
])("R33: $who returns an item about two trainees: $may", ({ lead, ids, may }) => {
  expect(mayReturn({ lead, ids }, ["trn_1", "trn_2"])).toBe(may);
});
