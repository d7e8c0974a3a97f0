import { toIso } from "../../src/graph/scalars";
import { newId } from "../../src/id";
import { done } from "../support/change";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let commissionId: string;
const began = new Date().toISOString();

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  const review = { reviewKind: "SERIOUS_CASE_REVIEW", format: "FULL", sector: "CHILDREN", targetOn: "2099-01-31" };
  const proposed = { pairId: told.adaAndBen.id, boardId: told.board.id, ...review };
  const { commission } = await done(tandem, told.ada.personId, "proposeCommission", proposed, "commission { id }");
  commissionId = commission.id;
  for (const [index, targetOn] of ["2099-02-28", "2099-03-31"].entries()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const input = { commissionId, targetOn, reason: `It takes longer: ${index}.`, expectedVersion: 1 + index };
    await done(tandem, told.seat.id, "agreeTargetDay", input);
  }
});
afterEach(() => tandem.close());

const later = (moment: string, by: number): string => new Date(Date.parse(moment) + by).toISOString();
const soon = () => later(new Date().toISOString(), 60_000);
const DOCUMENT = `query ($about: ID!, $from: DateTime!, $to: DateTime!, $first: Int, $after: String, $last: Int) {
  changes(about: $about, from: $from, to: $to, first: $first, after: $after, last: $last) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { at actor { id } kind reason changed { name before after } subject { id } } } }`;
const asked = (by: string | null, variables: Record<string, unknown>) =>
  tandem.as(by).ask(DOCUMENT, { about: commissionId, from: began, to: soon(), ...variables });
const changes = async (by: string | null, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await asked(by, variables);
  expect(errors).toBeUndefined();
  return data.changes;
};

test("what changed of a review is told with who, when and why, the oldest first", async () => {
  const { nodes } = await changes(told.seat.id);
  const changed = (before: string, after: string) => [{ name: "targetOn", before, after }];
  expect(nodes).toMatchObject([
    { kind: "CommissionProposed", actor: { id: told.ada.personId }, reason: null, changed: [] },
    { kind: "TargetDayAgreed", reason: "It takes longer: 0.", changed: changed("2099-01-31", "2099-02-28") },
    { kind: "TargetDayAgreed", reason: "It takes longer: 1.", changed: changed("2099-02-28", "2099-03-31") },
  ]);
  expect(nodes.map(({ subject }: { subject: { id: string } }) => subject.id)).toEqual(Array(3).fill(commissionId));
});

test("what an entry says it changed has the name of a stage, a rule's answer or a fact, and no fact that is no change", async () => {
  const input = { commissionId, reason: "No funds.", expectedVersion: 3 };
  await done(tandem, told.seat.id, "declineCommission", input);
  const { nodes } = await changes(told.lead.id, { last: 1 });
  const stage = { name: "stage", before: "NEGOTIATING", after: "DECLINED" };
  expect(nodes).toMatchObject([{ kind: "CommissionDeclined", changed: [stage] }]);
  const about = await changes(told.lead.id, { about: told.ada.id, last: 10 });
  const flips = about.nodes.filter(({ kind }: { kind: string }) => kind === "ReadinessChanged");
  expect(flips.at(-1).changed).toEqual([{ name: "met", before: true, after: false }]);
});

test("a change counts from its own moment on, and not at the last", async () => {
  const rows = await tandem.db.rows("SELECT at FROM entry WHERE kind = 'TargetDayAgreed' ORDER BY position");
  const [first, second] = rows.map(({ at }) => toIso(at)) as [string, string];
  const count = async (from: string, to: string) => (await changes(told.lead.id, { from, to })).totalCount;
  expect(await count(first, second)).toBe(1);
  expect(await count(first, later(second, 1))).toBe(2);
  expect(await count(later(first, 1), second)).toBe(0);
});

test("page by page each comes once", async () => {
  const kinds: string[] = [];
  let after: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const page: { nodes: { kind: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await changes(
      told.lead.id,
      { first: 2, after },
    );
    kinds.push(...page.nodes.map(({ kind }) => kind));
    if (!page.pageInfo.hasNextPage) {
      expect(pages).toBe(2);
      break;
    }
    after = page.pageInfo.endCursor;
  }
  expect(kinds).toEqual(["CommissionProposed", "TargetDayAgreed", "TargetDayAgreed"]);
});

test("a window that ends before it begins, or is wider than a year, is refused by name", async () => {
  const refusal = async (variables: object) => (await asked(told.lead.id, variables as never)).errors?.[0];
  const [from, to] = ["2018-01-01T00:00:00.000Z", "2019-01-02T00:00:00.001Z"];
  expect(await refusal({ from, to: from })).toMatchObject({
    message: "`from` is not before `to`.",
    extensions: { code: "BAD_USER_INPUT" },
  });
  expect(await refusal({ from, to })).toMatchObject({
    message: "`to` is more than 366 days after `from`: ask for a part of that.",
    extensions: { code: "BAD_USER_INPUT" },
  });
  expect((await changes(told.lead.id, { from, to: later(to, -1) })).nodes).toEqual([]);
});

test("of what is not one's to see one is told as of what never was", async () => {
  const nothing = await changes(told.ada.personId, { about: newId("com") });
  expect(nothing).toEqual({ totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] });
  const eve = await told.seatOn(await told.boardNamed("Eastvale"), "Eve");
  for (const about of [commissionId, told.ada.id, told.adaAndBen.id, "nothing", `zzz_${commissionId.slice(4)}`]) {
    expect(await changes(eve.id, { about })).toEqual(nothing);
    expect(await changes(null, { about })).toEqual(nothing);
  }
  // A board's name is everybody's to see, who asked it for a review is not.
  const kinds = ({ nodes }: { nodes: { kind: string }[] }) => nodes.map(({ kind }) => kind);
  expect(kinds(await changes(eve.id, { about: told.board.id }))).toEqual(["BoardRegistered"]);
  expect(kinds(await changes(told.seat.id, { about: told.board.id }))).toContain("CommissionProposed");
});
