import { Accreditation } from "../../src/accreditation/accreditation.entity";
import { Board } from "../../src/board/board.entity";
import { BoardKind } from "../../src/board/board-kind";
import { done, refused, rejected } from "../support/change";
import { COMMISSION, commissioning } from "../support/commissioning";
import { history } from "../support/history";
import { accreditedPartner } from "../support/partner";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let our: ReturnType<typeof commissioning>;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  our = commissioning(tandem, told);
});
afterEach(() => tandem.close());

test("R19, R20: a member of the pair asks a board, and all three then see the commission", async () => {
  const commission = await our.propose({ targetOn: "2031-05-01" });
  expect(commission).toMatchObject({
    reference: `LT-${daysAgo(0).slice(0, 4)}-001`,
    stage: "NEGOTIATING",
    practice: true,
    targetOn: "2031-05-01",
    version: 1,
  });
  for (const personId of [told.ada.personId, told.ben.personId, told.seat.id]) {
    const { data } = await tandem
      .as(personId)
      .ask("query C($id: ID!) { commission(id: $id) { id } }", { id: commission.reference });
    expect(data.commission).toEqual({ id: commission.id });
  }
  const [entry] = await history(tandem, told, 1);
  expect(entry).toMatchObject({
    kind: "CommissionProposed",
    actor: { id: told.ada.personId },
    subject: { id: commission.id },
    facts: { reference: commission.reference, board: "NORTHMOOR", practice: true, targetOn: "2031-05-01" },
  });
});

test("references count on within the year", async () => {
  await our.propose();
  expect((await our.propose()).reference).toMatch(/-002$/);
});

test("pairs that propose at the same moment get a reference each", async () => {
  const asked = [];
  for (const [index, [one, other]] of [
    ["Cy", "Di"],
    ["Ed", "Flo"],
    ["Gus", "Hal"],
  ].entries()) {
    const { id: pairId } = await told.pair(one as string, other as string);
    const { id: boardId } = await told.boardNamed(`Board ${index}`);
    const { personId } = await told.trainee(one as string);
    asked.push({ personId, input: our.proposal({ pairId, boardId }) });
  }
  const made = await Promise.all(
    asked.map(({ personId, input }) => done(tandem, personId, "proposeCommission", input, COMMISSION)),
  );
  const references = made.map(({ commission }) => commission.reference.slice(-3));
  expect(references.sort()).toEqual(["001", "002", "003"]);
});

test("a board may be named by its reference", async () => {
  expect(await our.propose({ boardId: told.board.reference })).toMatchObject({ stage: "NEGOTIATING" });
});

test("E6: a partner whose accreditation has lapsed is refused; one that lapses tomorrow is not", async () => {
  await accreditedPartner(tandem, told, daysAgo(0));
  const errors = await refused(tandem, told.ada.personId, "proposeCommission", our.proposal());
  expect(errors).toMatchObject([
    { __typename: "RuleNotMet", path: [], rule: { rule: "E6", met: false, needed: 2, actual: 1 } },
  ]);
  expect(errors[0].message).toMatch(/^Fay is neither a trainee nor accredited/);
  await tandem.db.source.manager.update(Accreditation, { reference: "LT-FAY" }, { lapsesOn: daysAgo(-1) });
  expect(await our.propose()).toMatchObject({ stage: "NEGOTIATING" });
});

test("E6 and E7 are both told when both stand in the way", async () => {
  await accreditedPartner(tandem, told, daysAgo(1));
  const kind = BoardKind.COMMUNITY_SAFETY_PARTNERSHIP;
  await tandem.db.source.manager.update(Board, { id: told.board.id }, { kind });
  const errors = await refused(tandem, told.ada.personId, "proposeCommission", our.proposal());
  expect(errors.map(({ rule }) => rule.rule)).toEqual(["E6", "E7"]);
});

test("E7: a community safety partnership commissions no practice review, but later reviews", async () => {
  const kind = BoardKind.COMMUNITY_SAFETY_PARTNERSHIP;
  await tandem.db.source.manager.update(Board, { id: told.board.id }, { kind });
  const errors = await refused(tandem, told.ada.personId, "proposeCommission", our.proposal());
  expect(errors).toMatchObject([{ code: "RULE_NOT_MET", rule: { rule: "E7" } }]);
  expect(await our.propose({ practice: false })).toMatchObject({ practice: false });
});

test("E6 holds for later reviews too, though they need no trainee", async () => {
  await accreditedPartner(tandem, told, daysAgo(1));
  const errors = await refused(tandem, told.ada.personId, "proposeCommission", our.proposal({ practice: false }));
  expect(errors).toMatchObject([{ rule: { rule: "E6" } }]);
});

test("what is not there is told where it was named", async () => {
  expect(
    await refused(tandem, told.ada.personId, "proposeCommission", our.proposal({ boardId: "NOWHERE" })),
  ).toMatchObject([{ __typename: "NotFound", code: "NOT_FOUND", path: ["boardId"] }]);
  const other = await told.pair("Cy", "Di");
  expect(
    await refused(tandem, told.ada.personId, "proposeCommission", our.proposal({ pairId: other.id })),
  ).toMatchObject([{ code: "NOT_FOUND", path: ["pairId"] }]);
});

test("only a member of the pair proposes", async () => {
  expect(await rejected(tandem, null, "proposeCommission", our.proposal())).toBe("UNAUTHENTICATED");
  for (const { id } of [told.seat, told.lead, told.supervisor, told.assessor]) {
    expect(await rejected(tandem, id, "proposeCommission", our.proposal())).toBe("FORBIDDEN");
  }
});

test("a member of another pair who sees this one through a board's seat is refused", async () => {
  await our.propose();
  const other = await told.pair("Cy", "Di");
  const cy = await told.trainee("Cy");
  await tandem.db.source.manager.query("UPDATE seat SET personId = ? WHERE boardId = ?", [cy.personId, told.board.id]);
  expect(other.id).not.toBe(told.adaAndBen.id);
  expect(await rejected(tandem, cy.personId, "proposeCommission", our.proposal())).toBe("FORBIDDEN");
});

test("a date that does not exist is no date", async () => {
  for (const targetOn of ["2017-02-30", "2017-13-01", "tomorrow", ""]) {
    expect(await rejected(tandem, told.ada.personId, "proposeCommission", our.proposal({ targetOn }))).toBe(
      "BAD_USER_INPUT",
    );
  }
});

test("an idempotency key makes it once, and is refused for another input", async () => {
  const key = { idempotencyKey: "propose-once" };
  const asked = [tandem, told.ada.personId, "proposeCommission", our.proposal(key), COMMISSION] as const;
  const first = await done(...asked);
  expect(await done(...asked)).toEqual(first);
  const errors = await refused(
    tandem,
    told.ada.personId,
    "proposeCommission",
    our.proposal({ ...key, format: "THEMED" }),
  );
  expect(errors).toMatchObject([{ __typename: "IdempotencyConflict", path: ["idempotencyKey"] }]);
  const { data } = await tandem.as(told.lead.id).ask("{ commissions { totalCount } }");
  expect(data.commissions.totalCount).toBe(1);
});

test("who has several roles acts in each: a lead who is one of a pair proposes, and one with a seat declines", async () => {
  const leads = (personId: string) =>
    done(tandem, told.lead.id, "grantRole", { personId, role: "PROGRAMME_LEAD", expectedVersion: 1 });
  await leads(told.ada.personId);
  await leads(told.seat.id);
  const { id: commissionId, version: expectedVersion } = await our.propose();
  await done(tandem, told.seat.id, "declineCommission", { commissionId, expectedVersion, reason: "No funds." });

  const proposal = our.proposal();
  expect(await rejected(tandem, told.lead.id, "proposeCommission", proposal)).toBe("FORBIDDEN");
});
