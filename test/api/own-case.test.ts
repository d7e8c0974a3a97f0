import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { done, refused, rejected } from "../support/change";
import { contributing, sent } from "../support/contributing";
import { accreditedOne } from "../support/partner";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

/** Ben, of Ada's pair, is a programme lead as well. */
let tandem: Tandem;
let told: Story;
let review: Commission;
beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  review = await told.commissioned(told.adaAndBen, told.board, CommissionStage.DRAFT_REPORT);
  const role = { personId: ben(), role: "PROGRAMME_LEAD", expectedVersion: await versionOf("person", ben()) };
  await done(tandem, told.lead.id, "grantRole", role);
});
afterEach(() => tandem.close());

const versionOf = async (table: string, id: string): Promise<number> =>
  Number((await tandem.db.rows(`SELECT version FROM \`${table}\` WHERE id = ?`, [id]))[0]?.version);
const ben = () => told.ben.personId;
const benLeaves = async () => {
  const cat = await accreditedOne(tandem, told, "Cat");
  const who = { pairId: told.adaAndBen.id, leavingPersonId: ben(), joiningPersonId: cat.id };
  const expectedVersion = await versionOf("pair", told.adaAndBen.id);
  await done(tandem, told.lead.id, "replacePartner", { ...who, reason: "Ben is unwell.", expectedVersion });
};
const tasksOf = async (by: string): Promise<string[]> => {
  const { data } = await tandem.as(by).ask("{ viewer { tasks { kind } } }");
  return data.viewer.tasks.map(({ kind }: { kind: string }) => kind);
};

describe.each([
  ["is of the pair", async () => undefined],
  ["has left it", benLeaves],
])("a programme lead who %s", (_, before) => {
  test("R13: does not assure the quality of the review, is not asked to, and settles no charge of it", async () => {
    await before();
    const of = async () => ({ commissionId: review.id, expectedVersion: await versionOf("commission", review.id) });
    const passing = { passed: true, notes: "Sound." };
    expect(await tasksOf(ben())).not.toContain("RECORD_QUALITY_ASSURANCE");
    expect(await tasksOf(told.lead.id)).toContain("RECORD_QUALITY_ASSURANCE");
    expect(await rejected(tandem, ben(), "recordQualityAssurance", { ...(await of()), ...passing })).toBe("FORBIDDEN");
    await done(tandem, told.lead.id, "recordQualityAssurance", { ...(await of()), passed: false, notes: "Bare." });
    const correcting = { ...(await of()), ...passing, reason: "It was sound." };
    expect(await rejected(tandem, ben(), "correctQualityAssurance", correcting)).toBe("FORBIDDEN");

    const charging = { commissionId: review.id, amountMinor: 40_000, purpose: "Quality assurance" };
    expect(await rejected(tandem, ben(), "chargeQualityAssurance", charging)).toBe("FORBIDDEN");
    const { charge } = await done(tandem, told.lead.id, "chargeQualityAssurance", charging, "charge { id }");
    const crediting = { chargeId: charge.id, reason: "It was dear." };
    expect(await rejected(tandem, ben(), "creditCharge", crediting)).toBe("FORBIDDEN");
  });

  test("R35: neither gives out nor takes back a link, nor empties what was written, and never learns who wrote", async () => {
    const our = contributing(tandem, told, review);
    const id = await our.named({ traineeIds: [told.ben.id] });
    const other = await our.named({ email: "other@example.org" });
    await sent(await our.linked(id));
    await before();
    const of = async (contributorId: string) => ({ contributorId, expectedVersion: await our.version(contributorId) });
    expect(await rejected(tandem, ben(), "issueContributionLink", await of(other))).toBe("FORBIDDEN");
    const revoking = { ...(await of(other)), reason: "A slip." };
    expect(await rejected(tandem, ben(), "revokeContributionLink", revoking)).toBe("FORBIDDEN");
    const forgetting = { ...(await of(id)), reason: "REQUESTED" };
    expect(await rejected(tandem, ben(), "forgetContributor", forgetting)).toBe("FORBIDDEN");

    const query = `query ($id: ID!) { node(id: $id) { ... on Contributor { state givenAt version linkIssuedAt } }
      entries(first: 100) { nodes { kind } } }`;
    const { data } = await tandem.as(ben()).ask(query, { id });
    expect(data.node).toEqual({ state: null, givenAt: null, version: null, linkIssuedAt: null });
    expect(data.entries.nodes.map(({ kind }: { kind: string }) => kind)).not.toContain("ContributionGiven");
    const { data: another } = await tandem.as(told.lead.id).ask(query, { id });
    expect(another.node.state).toBe("GIVEN");
  });

  test("R19: does not speak for the board of the review, whatever seat they are given", async () => {
    await before();
    const seat = { boardId: told.board.id, personId: ben() };
    const expectedVersion = await versionOf("board", told.board.id);
    await done(tandem, told.lead.id, "grantSeat", { ...seat, expectedVersion });
    const of = { commissionId: review.id, expectedVersion: await versionOf("commission", review.id) };
    const abandoning = { ...of, reason: "Enough." };
    expect(await rejected(tandem, ben(), "abandonCommission", abandoning)).toBe("FORBIDDEN");
    await tandem.db.source.query("UPDATE commission SET stage = 'QUALITY_ASSURANCE'");
    const responding = { ...of, text: "We accept the findings." };
    expect(await rejected(tandem, ben(), "recordBoardResponse", responding)).toBe("FORBIDDEN");
    await done(tandem, told.seat.id, "recordBoardResponse", responding);
  });
});

test("what a pair that has ended was asked about stays withheld from a lead who was in it", async () => {
  const our = contributing(tandem, told, review);
  const id = await our.named({ traineeIds: [told.ben.id] });
  await sent(await our.linked(id));
  await tandem.db.source.query("UPDATE commission SET practice = 0, stage = 'CLOSED'");
  const ending = { pairId: told.adaAndBen.id, reason: "It is done.", expectedVersion: 1 };
  await done(tandem, told.lead.id, "dissolvePair", ending);
  const query = "query ($id: ID!) { node(id: $id) { ... on Contributor { state givenAt } } }";
  expect((await tandem.as(ben()).ask(query, { id })).data.node).toEqual({ state: null, givenAt: null });
});

test("R24, R27: nobody records whether they themselves were there, or logs their own supervision", async () => {
  const marks = { attendance: [{ traineeId: told.ben.id, attended: true }] };
  const day = { date: daysAgo(2), venue: "London" };
  const { supervisionSession } = await done(
    tandem,
    ben(),
    "scheduleGroupSupervision",
    day,
    "supervisionSession { id }",
  );
  const onDay = { sessionId: supervisionSession.id, expectedVersion: 1, ...marks };
  expect(await refused(tandem, ben(), "recordGroupAttendance", onDay)).toMatchObject([
    {
      path: ["attendance", "0", "traineeId"],
      message: "traineeId is yourself: somebody else records whether you were there.",
    },
  ]);
  const alone = { traineeId: told.ben.id, commissionId: review.id, date: daysAgo(0), minutes: 60, chargeMinor: 9_000 };
  const logging = { ...alone, supervisorId: told.supervisor.id };
  expect(await rejected(tandem, ben(), "logIndividualSupervision", logging)).toBe("FORBIDDEN");
});
