import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { newId } from "../../src/id";
import { Role } from "../../src/person/role";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let review: Commission;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.SCOPING);
});
afterEach(() => tandem.close());

const EVIDENCE = `evidence { id source title text version commission { id } about { id } areas { code }
  submittedBy { id } }`;
const item = (more: Record<string, unknown> = {}) => ({
  commissionId: review.id,
  source: "DOCUMENT",
  title: "The scoping note",
  text: "Where the review begins and ends.",
  traineeIds: [told.ada.id],
  areaIds: ["C1"],
  ...more,
});
const submit = async (by: string, more: Record<string, unknown> = {}) =>
  (await done(tandem, by, "submitEvidence", item(more), EVIDENCE)).evidence;
const refuse = (by: string, more: Record<string, unknown> = {}) => refused(tandem, by, "submitEvidence", item(more));
const reject = (by: string | null, more: Record<string, unknown> = {}) =>
  rejected(tandem, by, "submitEvidence", item(more));
const E20 = [{ __typename: "RuleNotMet", code: "RULE_NOT_MET", path: [], rule: { rule: "E20", met: false } }];

describe("who submits what", () => {
  test("R34: either member submits a document about one of the pair or both, for areas by id or code", async () => {
    const both = { traineeIds: [told.ada.id, told.ben.id], areaIds: ["C1", told.areas[4]?.id] };
    expect(await submit(told.ben.personId, both)).toEqual({
      id: expect.stringMatching(/^evd_/),
      source: "DOCUMENT",
      title: "The scoping note",
      text: "Where the review begins and ends.",
      version: 1,
      commission: { id: review.id },
      about: [{ id: told.ada.id }, { id: told.ben.id }],
      areas: [{ code: "C1" }, { code: "C5" }],
      submittedBy: { id: told.ben.personId },
    });
    const entries = await history(tandem, told, 2);
    expect(entries).toMatchObject([
      {
        kind: "EvidenceSubmitted",
        actor: { id: told.ben.personId },
        facts: { source: "DOCUMENT", areas: ["C1", "C5"] },
      },
      { kind: "EvidenceSubmitted" },
    ]);
    const { data } = await tandem.as(told.ada.personId).ask("{ entries(first: 5) { nodes { kind } } }");
    expect(data.entries.nodes.filter(({ kind }: { kind: string }) => kind === "EvidenceSubmitted")).toHaveLength(1);
  });

  test("R36: a trainee gives their own input about themself, and about nobody else", async () => {
    expect(await submit(told.ada.personId, { source: "TRAINEE" })).toMatchObject({ source: "TRAINEE" });
    expect(await refuse(told.ben.personId, { source: "TRAINEE" })).toMatchObject(E20);
    const both = { source: "TRAINEE", traineeIds: [told.ada.id, told.ben.id] };
    expect(await refuse(told.ada.personId, both)).toMatchObject(E20);
    expect(await refuse(told.supervisor.id, { source: "TRAINEE" })).toMatchObject(E20);
    expect(await refuse(told.lead.id, { source: "TRAINEE" })).toMatchObject(E20);
  });

  test("R35, E20: input from others comes from the partner, the supervisor or the lead, never about oneself", async () => {
    for (const by of [told.ben.personId, told.supervisor.id, told.lead.id]) {
      expect(await submit(by, { source: "OTHERS" })).toMatchObject({ source: "OTHERS" });
    }
    expect(await refuse(told.ada.personId, { source: "OTHERS" })).toMatchObject(E20);
  });

  test("E20: a programme lead who is a trainee speaks of themself as the trainee only", async () => {
    const { manager } = tandem.db.source;
    await manager.query("INSERT INTO person_role (id, personId, `role`) VALUES (?, ?, 'PROGRAMME_LEAD')", [
      newId("rol"),
      told.ada.personId,
    ]);
    expect(await refuse(told.ada.personId, { source: "OTHERS" })).toMatchObject(E20);
  });

  test("R35: an accredited partner submits documents and gives input about the trainee", async () => {
    const mo = await told.person("Mo");
    const cyd = await told.trainee("Cyd");
    const pair = await told.pair("Cyd", "Dot");
    const { manager } = tandem.db.source;
    await manager.query("UPDATE pair_member SET personId = ?, traineeId = NULL WHERE pairId = ? AND traineeId <> ?", [
      mo.id,
      pair.id,
      cyd.id,
    ]);
    const theirs = await told.commissioned(pair, told.board);
    const about = { commissionId: theirs.id, traineeIds: [cyd.id] };
    expect(await submit(mo.id, { ...about, source: "OTHERS" })).toMatchObject({ about: [{ id: cyd.id }] });
    expect(await submit(mo.id, { ...about, source: "DOCUMENT" })).toMatchObject({ about: [{ id: cyd.id }] });
  });

  test("a supervisor who is not the trainee's, an assessor, a seat and a stranger do not submit", async () => {
    const stranger = await told.trainee("Eve");
    const other = await told.person("Sol", Role.SUPERVISOR);
    expect(await reject(told.assessor.id)).toBe("FORBIDDEN");
    expect(await reject(told.seat.id)).toBe("FORBIDDEN");
    expect(await reject(stranger.personId)).toBe("FORBIDDEN");
    expect(await reject(null)).toBe("UNAUTHENTICATED");
    const hidden = [{ __typename: "NotFound", code: "NOT_FOUND", path: ["commissionId"] }];
    expect(await refuse(other.id, { source: "OTHERS" })).toMatchObject(hidden);
    await told.assign(stranger, other, Role.SUPERVISOR);
    expect(await refuse(other.id, { source: "OTHERS" })).toMatchObject(hidden);
  });

  test("evidence about a stranger is refused as about nobody; the lead learns that they are not of the pair", async () => {
    const stranger = await told.trainee("Eve");
    expect(await refuse(told.ada.personId, { traineeIds: [stranger.id] })).toMatchObject([
      { code: "NOT_FOUND", path: ["traineeIds", "0"] },
    ]);
    const both = { source: "OTHERS", traineeIds: [stranger.id, told.ada.id], areaIds: ["C1"] };
    expect(await refuse(told.lead.id, both)).toMatchObject([
      { code: "INVALID_INPUT", path: ["traineeIds", "0"], message: expect.stringContaining("the commission's pair") },
    ]);
  });
});

describe("values that cannot be", () => {
  test.each([
    ["a malformed commission", { commissionId: "com_nonsense" }, ["commissionId"]],
    ["an id of another type", { commissionId: "trn_01h2xcejqtf2nbrexx3vqjhp41" }, ["commissionId"]],
    ["a malformed trainee", { traineeIds: ["nobody"] }, ["traineeIds", "0"]],
    ["an unknown area", { areaIds: ["C1", "C7"] }, ["areaIds", "1"]],
  ])("%s is the id of nothing", async (_, more, path) => {
    expect(await refuse(told.ada.personId, more)).toMatchObject([{ __typename: "NotFound", path }]);
  });

  test("every fault of the values is told at once", async () => {
    const wrong = { title: " ", text: "x".repeat(100_000), traineeIds: [], areaIds: [] };
    const errors = await refuse(told.ada.personId, wrong);
    expect(errors.every(({ code }) => code === "INVALID_INPUT")).toBe(true);
    expect(errors.map(({ path }) => path[0])).toEqual(["title", "text", "traineeIds", "areaIds"]);
  });

  test("a title of 200 characters and a text of 4,000 are the most", async () => {
    await submit(told.ada.personId, { title: "t".repeat(200), text: "é".repeat(4_000) });
    const errors = await refuse(told.ada.personId, { title: "t".repeat(201), text: "é".repeat(4_001) });
    expect(errors.map(({ path }) => path)).toEqual([["title"], ["text"]]);
  });

  test("nobody and no area is named twice, however it is named", async () => {
    const { id } = told.ada;
    const twice = { traineeIds: [id, id], areaIds: ["C1", told.areas[0]?.id] };
    expect(await refuse(told.ada.personId, twice)).toMatchObject([{ path: ["traineeIds"] }, { path: ["areaIds"] }]);
    const many = { traineeIds: [id, id, id], areaIds: ["C1", "C2", "C3", "C4", "C5", "C6", "C7"] };
    expect(await refuse(told.ada.personId, many)).toMatchObject([{ path: ["traineeIds"] }, { path: ["areaIds"] }]);
  });

  test("R33: there are three sources in the schema, and no other is taken", async () => {
    const { data } = await tandem.as(null).ask('{ __type(name: "EvidenceSource") { enumValues { name } } }');
    const names = data.__type.enumValues.map(({ name }: { name: string }) => name);
    expect(names.sort()).toEqual(["DOCUMENT", "OTHERS", "TRAINEE"]);
    expect(await reject(told.ada.personId, { source: "HEARSAY" })).toBe("BAD_USER_INPUT");
    expect(await reject(told.ada.personId, { areaIds: null })).toBe("BAD_USER_INPUT");
  });
});

test("the same key submits once; with other words it is refused", async () => {
  const key = { idempotencyKey: "scoping-note-1" };
  const first = await submit(told.ada.personId, key);
  expect(await submit(told.ada.personId, key)).toEqual(first);
  const { data } = await tandem.as(told.ada.personId).ask("{ evidence { totalCount } }");
  expect(data.evidence.totalCount).toBe(1);
  expect(await refuse(told.ada.personId, { ...key, title: "Another" })).toMatchObject([
    { __typename: "IdempotencyConflict", path: ["idempotencyKey"] },
  ]);
});

test("an item about one of a pair is not the other's to see; one about both is, and what one gave oneself", async () => {
  const own = await submit(told.ada.personId, { source: "TRAINEE" });
  const shared = await submit(told.ada.personId, { traineeIds: [told.ada.id, told.ben.id] });
  const given = await submit(told.ben.personId, { source: "OTHERS" });
  const seenBy = async (personId: string) => {
    const { data } = await tandem.as(personId).ask("{ evidence { nodes { id } } }");
    return data.evidence.nodes.map(({ id }: { id: string }) => id).sort();
  };
  expect(await seenBy(told.ada.personId)).toEqual([own.id, shared.id, given.id].sort());
  expect(await seenBy(told.ben.personId)).toEqual([shared.id, given.id].sort());
  expect(await seenBy(told.seat.id)).toEqual([]);
  expect(await seenBy(told.supervisor.id)).toEqual([own.id, shared.id, given.id].sort());
});
