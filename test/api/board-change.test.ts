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

const BOARD = "board { reference name kind sector jurisdiction version }";
const change = (more: Record<string, unknown>) => ({
  ...{ boardId: told.board.id, expectedVersion: 1, reason: "It is no LSCB any more." },
  ...more,
});
const refuse = (input: Record<string, unknown>) => refused(tandem, told.lead.id, "changeBoard", input);

test("R19: what is known of a board is corrected with a reason, and the history tells what it was", async () => {
  const to = { name: "Ünsal Partnership", kind: "SAFEGUARDING_CHILDREN_PARTNERSHIP" };
  const { board } = await done(tandem, told.lead.id, "changeBoard", change({ ...to, sector: "CHILDREN" }), BOARD);
  expect(board).toEqual({
    ...{ reference: "NORTHMOOR", ...to, sector: "CHILDREN", jurisdiction: "England", version: 2 },
  });
  expect((await history(tandem, told, 1))[0]).toMatchObject({
    kind: "BoardChanged",
    facts: {
      name: { from: "Northmoor", to: "Ünsal Partnership" },
      kind: { from: "LSCB", to: "SAFEGUARDING_CHILDREN_PARTNERSHIP" },
    },
    reason: "It is no LSCB any more.",
  });
  const found = await tandem
    .as(told.ada.personId)
    .ask(`{ unsal: boards(filter: { name: { contains: "UNSAL p" } }) { totalCount }
      north: boards(filter: { name: { contains: "north" } }) { totalCount } }`);
  expect(found.data).toEqual({ unsal: { totalCount: 1 }, north: { totalCount: 0 } });
});

test("whoever signs in hears that a board was corrected, and why", async () => {
  const feed = tandem
    .ws(told.ada.personId)
    .subscribe(
      "subscription ($after: Cursor) { feed(after: $after) { entry { kind reason } subject { ... on Board { jurisdiction } } } }",
      {
        after: await tandem.log.head(),
      },
    );
  await done(tandem, told.lead.id, "changeBoard", change({ jurisdiction: "Wales" }));
  expect((await feed.take(1)).map(({ data }) => data.feed)).toEqual([
    { entry: { kind: "BoardChanged", reason: "It is no LSCB any more." }, subject: { jurisdiction: "Wales" } },
  ]);
});

test("every value that cannot be is told at once, and so is a change that changes nothing", async () => {
  const wrong = change({ name: "x".repeat(201), jurisdiction: " ", reason: "" });
  expect((await refuse(wrong)).map(({ path }) => path)).toEqual([["name"], ["jurisdiction"], ["reason"]]);
  for (const same of [{}, { name: "Northmoor", kind: "LSCB" }, { sector: null }]) {
    expect(await refuse(change(same))).toMatchObject([{ code: "INVALID_INPUT", path: [] }]);
  }
  expect(await rejected(tandem, told.lead.id, "changeBoard", change({ kind: "CLUB" }))).toBe("BAD_USER_INPUT");
});

test("a stale version is a Conflict, an unknown board NotFound, and nobody but a lead corrects one", async () => {
  await done(tandem, told.lead.id, "changeBoard", change({ jurisdiction: "Wales" }));
  expect(await refuse(change({ jurisdiction: "Scotland" }))).toMatchObject([{ code: "CONFLICT", currentVersion: 2 }]);
  expect(await refuse(change({ boardId: "NOWHERE", name: "N" }))).toMatchObject([{ code: "NOT_FOUND" }]);
  for (const personId of [told.seat.id, told.ada.personId, told.supervisor.id]) {
    expect(await rejected(tandem, personId, "changeBoard", change({ name: "Mine" }))).toBe("FORBIDDEN");
  }
});
