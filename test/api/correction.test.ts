import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const { DRAFT_REPORT, QUALITY_ASSURANCE, BOARD_RESPONSE, PUBLISHED, ANALYSIS } = CommissionStage;
const REVIEW = `commission { id version stage qualityPassed qualityNotes qualityRecordedOn boardResponse publication
  publicationAddress }`;
const at = (stage: CommissionStage) => told.commissioned(told.adaAndBen, told.board, stage);
type Seen = Pick<Commission, "id" | "version">;
const act = async (by: string, mutation: string, { id, version }: Seen, more: Record<string, unknown> = {}) => {
  const input = { commissionId: id, expectedVersion: version, ...more };
  return (await done(tandem, by, mutation, input, REVIEW)).commission;
};
const refuse = (by: string, mutation: string, { id, version }: Seen, more: Record<string, unknown> = {}) =>
  refused(tandem, by, mutation, { commissionId: id, expectedVersion: version, ...more });
const WHY = { reason: "It was another draft." };

test("R13: quality assurance looks as often as it needs to; each round is kept, with who looked and what was noted", async () => {
  let review = await at(DRAFT_REPORT);
  for (const [passed, notes] of [
    [false, "Finding 2 is bare."],
    [false, "Finding 2 still is."],
    [true, "Mended."],
  ]) {
    review = await act(told.lead.id, "recordQualityAssurance", review as Seen, { passed, notes });
  }
  const query = `query ($id: ID!) { commission(id: $id) { timeline(first: 20, orderBy: OLDEST_FIRST) {
    nodes { kind actor { id } facts } } } }`;
  const { data } = await tandem.as(told.lead.id).ask(query, { id: review.id });
  const rounds = data.commission.timeline.nodes.filter(({ kind }: { kind: string }) => /^Quality/.test(kind));
  expect(
    rounds.map(({ actor, facts }: never) => [actor, (facts as never as { qualityNotes?: unknown }).qualityNotes]),
  ).toEqual([
    [{ id: told.lead.id }, undefined],
    [{ id: told.lead.id }, { from: null, to: "Finding 2 is bare." }],
    [{ id: told.lead.id }, undefined],
    [{ id: told.lead.id }, { from: "Finding 2 is bare.", to: "Finding 2 still is." }],
    [{ id: told.lead.id }, undefined],
    [{ id: told.lead.id }, { from: "Finding 2 still is.", to: "Mended." }],
  ]);
});

test("R13: a wrong outcome of quality assurance is put right with a reason, and the review stands where the right one takes it", async () => {
  const draft = await act(told.lead.id, "recordQualityAssurance", await at(DRAFT_REPORT), {
    passed: true,
    notes: "S.",
  });
  const back = await act(told.lead.id, "correctQualityAssurance", draft, { passed: false, ...WHY });
  expect(back).toMatchObject({ stage: "DRAFT_REPORT", qualityPassed: false, qualityNotes: "S." });
  expect(await history(tandem, told, 1)).toMatchObject([
    {
      ...{ kind: "QualityCorrected", reason: "It was another draft.", actor: { id: told.lead.id } },
      facts: { from: "QUALITY_ASSURANCE", to: "DRAFT_REPORT", qualityPassed: { from: true, to: false } },
    },
  ]);
  const again = await act(told.lead.id, "correctQualityAssurance", back, { passed: true, notes: "Sound.", ...WHY });
  expect(again).toMatchObject({ stage: "QUALITY_ASSURANCE", qualityPassed: true, qualityNotes: "Sound." });
  expect((await history(tandem, told, 2)).map(({ kind }: { kind: string }) => kind)).toEqual([
    "QualityNoted",
    "QualityCorrected",
  ]);
});

test("R13: once the board has answered, the outcome stays and only notes are put right; of these the board hears nothing", async () => {
  let review = await act(told.lead.id, "recordQualityAssurance", await at(DRAFT_REPORT), { passed: true, notes: "S." });
  review = await act(told.seat.id, "recordBoardResponse", review, { text: "We accept the findings." });
  expect(await refuse(told.lead.id, "correctQualityAssurance", review, { passed: false, ...WHY })).toMatchObject([
    { __typename: "RuleNotMet", rule: { rule: "CORRECTION", met: false } },
  ]);
  const noted = await act(told.lead.id, "correctQualityAssurance", review, {
    notes: "Bare in part.",
    reason: "A slip.",
  });
  expect(noted).toMatchObject({ stage: "BOARD_RESPONSE", qualityPassed: true, qualityNotes: "Bare in part." });
  const { data } = await tandem.as(told.seat.id).ask("{ entries(first: 50) { nodes { kind reason facts } } }");
  expect(JSON.stringify(data)).not.toMatch(/Bare in part|A slip|QualityNoted/);
  expect(
    await refuse(told.lead.id, "correctQualityAssurance", noted, { notes: "Bare in part.", ...WHY }),
  ).toMatchObject([{ path: [], message: "Nothing would change." }]);
});

test("quality assurance that is not recorded is not put right", async () => {
  expect(
    await refuse(told.lead.id, "correctQualityAssurance", await at(DRAFT_REPORT), { passed: true, ...WHY }),
  ).toMatchObject([{ rule: { rule: "CORRECTION" }, message: "Record quality assurance first." }]);
});

test("a board puts its response right until it decides what becomes of the report", async () => {
  let review = await act(told.seat.id, "recordBoardResponse", await at(QUALITY_ASSURANCE), { text: "We accept all." });
  review = await act(told.seat.id, "correctBoardResponse", review, { text: "We accept most.", reason: "Met again." });
  expect(review).toMatchObject({ stage: "BOARD_RESPONSE", boardResponse: "We accept most." });
  expect(await history(tandem, told, 1)).toMatchObject([
    {
      ...{ kind: "BoardResponseCorrected", reason: "Met again." },
      facts: { boardResponse: { from: "We accept all.", to: "We accept most." } },
    },
  ]);
  for (const stage of [QUALITY_ASSURANCE, PUBLISHED, ANALYSIS]) {
    expect(await refuse(told.seat.id, "correctBoardResponse", await at(stage), { text: "No.", ...WHY })).toMatchObject([
      { rule: { rule: "CORRECTION" } },
    ]);
  }
});

test("what was withheld is published later, with a reason and where; the history keeps both decisions", async () => {
  const withheld = { publication: "WITHHELD", reason: "A trial." };
  let review = await act(told.seat.id, "recordPublication", await at(BOARD_RESPONSE), withheld);
  review = await act(told.lead.id, "closeCommission", review);
  const full = { publication: "FULL", address: "https://example.org/report", reason: "The trial is over." };
  review = await act(told.seat.id, "correctPublication", review, full);
  expect(review).toMatchObject({ stage: "CLOSED", publication: "FULL", publicationAddress: full.address });
  expect(
    (await history(tandem, told, 3)).filter(({ kind }: { kind: string }) => /^Publication/.test(kind)),
  ).toMatchObject([
    {
      ...{ kind: "PublicationCorrected", reason: "The trial is over." },
      facts: { publication: { from: "WITHHELD", to: "FULL" }, publicationAddress: { from: null, to: full.address } },
    },
    { kind: "PublicationDecided", reason: "A trial." },
  ]);
  expect(await refuse(told.seat.id, "correctPublication", review, full)).toMatchObject([
    { message: "Nothing would change." },
  ]);
  expect(await refuse(told.seat.id, "correctPublication", await at(BOARD_RESPONSE), full)).toMatchObject([
    { rule: { rule: "CORRECTION" }, message: "Decide what becomes of the report first." },
  ]);
});

test.each([
  { publication: "WITHHELD", address: "https://example.org/report" },
  { publication: "FULL", address: "example.org/report" },
  { publication: "FULL", address: "javascript:alert(1)" },
  { publication: "FULL", address: "https://somebody:secret@example.org/report" },
  { publication: "FULL", address: "https://example.org/a report" },
  { publication: "SUMMARY_ONLY", address: "https://" },
])("what is $publication is not published at $address", async ({ publication, address }) => {
  const errors = [{ __typename: "InvalidInput", path: ["address"] }];
  const review = await at(BOARD_RESPONSE);
  expect(await refuse(told.seat.id, "recordPublication", review, { publication, address, ...WHY })).toMatchObject(
    errors,
  );
  const published = await at(PUBLISHED);
  expect(await refuse(told.seat.id, "correctPublication", published, { publication, address, ...WHY })).toMatchObject(
    errors,
  );
});

test.each([
  { mutation: "correctQualityAssurance", by: "lead", more: { notes: "Sound." } },
  { mutation: "correctBoardResponse", by: "seat", more: { text: "We agree." } },
  { mutation: "correctPublication", by: "seat", more: { publication: "FULL" } },
] as const)("$mutation is the $by's alone, and a stale version a Conflict", async ({ mutation, by, more }) => {
  const { id: commissionId, version: expectedVersion } = await at(BOARD_RESPONSE);
  const input = { commissionId, expectedVersion, ...more, ...WHY };
  const others = [told.ada.personId, told.lead.id, told.seat.id, told.supervisor.id, told.assessor.id];
  for (const personId of others.filter((id) => id !== told[by].id)) {
    expect(await rejected(tandem, personId, mutation, input)).toBe("FORBIDDEN");
  }
  expect(await refused(tandem, told[by].id, mutation, { ...input, expectedVersion: 7 })).toMatchObject([
    { __typename: "Conflict", currentVersion: 1 },
  ]);
});

test("the longest texts fit the history, before and after, whatever they are made of", async () => {
  const sign = "\u{1F9E9}";
  let review = await act(told.seat.id, "recordBoardResponse", await at(QUALITY_ASSURANCE), {
    text: sign.repeat(10_000),
  });
  const said = { text: sign.repeat(6_000), reason: sign.repeat(1_000) };
  review = await act(told.seat.id, "correctBoardResponse", review, said);
  expect(review.boardResponse).toBe(said.text);
});
