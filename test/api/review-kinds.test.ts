import { BoardKind } from "../../src/board/board-kind";
import { Sector } from "../../src/board/sector";
import { done, refused } from "../support/change";
import { commissioning } from "../support/commissioning";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeAll(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterAll(() => tandem.close());

const KINDS = "{ reviewKinds { kind sectors jurisdictions inForceFrom inForceTo supersededBy named } }";
const FORMATS =
  "{ reviewFormats { format description mostConversations reviewTeamMeetings caseGroupMeetings months } }";

test("R1, R5, R6: anybody reads which kinds of review there are, for whom, where and when", async () => {
  for (const viewer of [null, told.ada.personId, told.seat.id]) {
    const { reviewKinds } = (await tandem.as(viewer).ask(KINDS)).data;
    expect(reviewKinds.filter(({ named }: { named: boolean }) => named)).toHaveLength(5);
    expect(reviewKinds).toContainEqual({
      ...{ kind: "SERIOUS_CASE_REVIEW", sectors: ["CHILDREN"], jurisdictions: ["ENGLAND"], named: true },
      ...{ inForceFrom: "2006-04-01", inForceTo: "2019-09-29" },
      supersededBy: "LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW",
    });
  }
});

test("anybody reads in which formats reviews are offered", async () => {
  const { reviewFormats } = (await tandem.as(null).ask(FORMATS)).data;
  expect(reviewFormats.map(({ format }: { format: string }) => format)).toEqual([
    ...["FULL", "INTENSIVE", "SPEED_PLUS", "MID_RANGE", "FOCUSED", "THEMED"],
  ]);
  expect(reviewFormats[0]).toMatchObject({ months: 6, reviewTeamMeetings: 5, caseGroupMeetings: 2 });
  expect(reviewFormats[3]).toMatchObject({ mostConversations: 6, months: null });
});

const regional = async () => {
  const said = { reference: "AFON", name: "Afon", jurisdiction: "Wales", sector: Sector.CHILDREN };
  const input = { ...said, kind: BoardKind.REGIONAL_SAFEGUARDING_BOARD };
  return (await done(tandem, told.lead.id, "registerBoard", input, "board { id }")).board.id as string;
};

test("R6: a kind of review that the board's law does not know, or knows no longer, is refused", async () => {
  const { proposal, propose } = commissioning(tandem, told);
  const boardId = await regional();
  const refuse = (more: object) => refused(tandem, told.ada.personId, "proposeCommission", { ...proposal(), ...more });

  expect(await refuse({ boardId, reviewKind: "CHILD_PRACTICE_REVIEW" })).toMatchObject([
    {
      ...{ __typename: "RuleNotMet", path: [] },
      rule: { rule: "REVIEW_KIND", met: false, needed: 3, actual: 2 },
      message: expect.stringContaining("SINGLE_UNIFIED_SAFEGUARDING_REVIEW"),
    },
  ]);
  expect(await refuse({ reviewKind: "SINGLE_UNIFIED_SAFEGUARDING_REVIEW", sector: "ADULTS" })).toMatchObject([
    { rule: { rule: "REVIEW_KIND", actual: 2 }, message: expect.stringContaining("under the law of England") },
  ]);
  expect(await refuse({ reviewKind: "SAFEGUARDING_ADULT_REVIEW" })).toMatchObject([
    { rule: { rule: "REVIEW_KIND" }, message: "A safeguarding adult review is about adults, not about children." },
  ]);
  const { stage } = await propose({ boardId, reviewKind: "SINGLE_UNIFIED_SAFEGUARDING_REVIEW" });
  expect(stage).toBe("NEGOTIATING");
});

test("a kind that does not fit and a board that does not are both said", async () => {
  const other = { reference: "CSP", name: "A partnership", jurisdiction: "Scotland", sector: Sector.ADULTS };
  const input = { ...other, kind: BoardKind.COMMUNITY_SAFETY_PARTNERSHIP };
  const { board } = await done(tandem, told.lead.id, "registerBoard", input, "board { id }");
  const { proposal } = commissioning(tandem, told);
  const asked = { ...proposal(), boardId: board.id, reviewKind: "CASE_MANAGEMENT_REVIEW" };
  const errors = await refused(tandem, told.ada.personId, "proposeCommission", asked);
  expect(errors.map(({ rule }) => rule.rule)).toEqual(["E7", "REVIEW_KIND"]);
});
