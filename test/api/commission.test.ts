import { Accreditation } from "../../src/accreditation/accreditation.entity";
import { Board } from "../../src/board/board.entity";
import { BoardKind } from "../../src/board/board-kind";
import { newId } from "../../src/id";
import { PairMember } from "../../src/pair/pair.entity";
import { Person } from "../../src/person/person.entity";
import { Trainee } from "../../src/trainee/trainee.entity";
import { done, refused, rejected } from "../support/change";
import { COMMISSION, commissioning } from "../support/commissioning";
import { history } from "../support/history";
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

/** An accredited partner for Ada, in Ben's place. */
const partnerAccredited = async (lapsedOn: string | null): Promise<Person> => {
  const fay = await told.person("Fay");
  const { manager } = tandem.db.source;
  await manager.insert(Accreditation, {
    id: newId("acc"),
    reference: "LT-FAY",
    personId: fay.id,
    programmeId: told.programme.id,
    traineeId: null,
    accreditedOn: daysAgo(900),
    reviewDueOn: daysAgo(-100),
    lapsedOn,
    withdrawnOn: null,
    version: 1,
  });
  const place = { pairId: told.adaAndBen.id, personId: told.ben.personId };
  await manager.update(PairMember, place, { personId: fay.id, traineeId: null });
  await manager.update(Trainee, { id: told.ben.id }, { pairId: null });
  return fay;
};

describe("proposeCommission", () => {
  test("R19: a member of the pair asks a board, and all three then see the commission", async () => {
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

  test("a board may be named by its reference", async () => {
    expect(await our.propose({ boardId: told.board.reference })).toMatchObject({ stage: "NEGOTIATING" });
  });

  test("E6: a partner whose accreditation has lapsed is refused; one that lapses tomorrow is not", async () => {
    await partnerAccredited(daysAgo(0));
    const errors = await refused(tandem, told.ada.personId, "proposeCommission", our.proposal());
    expect(errors).toMatchObject([
      { __typename: "RuleNotMet", path: [], rule: { rule: "E6", met: false, needed: 2, actual: 1 } },
    ]);
    expect(errors[0].message).toMatch(/^Fay is neither a trainee nor accredited/);
    await tandem.db.source.manager.update(Accreditation, { reference: "LT-FAY" }, { lapsedOn: daysAgo(-1) });
    expect(await our.propose()).toMatchObject({ stage: "NEGOTIATING" });
  });

  test("E6 and E7 are both told when both stand in the way", async () => {
    await partnerAccredited(daysAgo(1));
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
    await partnerAccredited(daysAgo(1));
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
    await tandem.db.source.manager.query("UPDATE seat SET personId = ? WHERE boardId = ?", [
      cy.personId,
      told.board.id,
    ]);
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
});

describe("grantCommission and declineCommission", () => {
  test("R19, E8: the board commissions once a rate is agreed for each of the pair", async () => {
    const granted = await our.grant(await our.negotiated({ targetOn: "2031-05-01" }));
    expect(granted).toMatchObject({ stage: "COMMISSIONED", commissionedOn: daysAgo(0), targetOn: "2031-05-01" });
    const [entry] = await history(tandem, told, 1);
    expect(entry).toMatchObject({ kind: "CommissionGranted", facts: { from: "NEGOTIATING", to: "COMMISSIONED" } });
  });

  test("E8: without a rate for each it is refused with what is missing", async () => {
    const commission = await our.propose();
    const refuse = ({ version }: { version: number }) =>
      refused(tandem, told.seat.id, "grantCommission", { commissionId: commission.id, expectedVersion: version });
    expect(await refuse(commission)).toMatchObject([
      { rule: { rule: "E8", needed: 2, actual: 0, next: "Agree a day rate for Ada and Ben with the board." } },
    ]);
    const half = await our.agree(commission, told.ada.personId);
    const { commission: now } = await our.offer(told.ben.personId, half, told.ben.personId);
    expect(await refuse(now)).toMatchObject([
      {
        rule: {
          rule: "E8",
          actual: 1,
          because: [{ text: "Ada: £550.00 a day." }],
          next: "Agree a day rate for Ben with the board.",
        },
      },
    ]);
  });

  test("E8: an agreed rate holds until another is agreed: a later offer alone does not undo it", async () => {
    const agreed = await our.negotiated();
    const { commission: now } = await our.offer(told.ben.personId, agreed, told.ben.personId, 70_000);
    expect(await our.grant(now)).toMatchObject({ stage: "COMMISSIONED" });
  });

  test("E6 is asked again: a partner may lapse while the rates are negotiated", async () => {
    const fay = await partnerAccredited(null);
    const commission = await our.propose();
    const { version } = await our.agree(commission, told.ada.personId, fay.id);
    await tandem.db.source.manager.update(Accreditation, { personId: fay.id }, { lapsedOn: daysAgo(0) });
    const errors = await refused(tandem, told.seat.id, "grantCommission", {
      commissionId: commission.id,
      expectedVersion: version,
    });
    expect(errors).toMatchObject([{ rule: { rule: "E6" } }]);
  });

  test("the board declines with a reason, and nothing comes after", async () => {
    const { id: commissionId } = await our.propose();
    const input = { commissionId, expectedVersion: 1, reason: "Another review is under way." };
    const { commission } = await done(tandem, told.seat.id, "declineCommission", input, COMMISSION);
    expect(commission).toMatchObject({ stage: "DECLINED", commissionedOn: null, version: 2 });
    expect((await history(tandem, told, 1))[0]).toMatchObject({
      kind: "CommissionDeclined",
      reason: "Another review is under way.",
    });
    const next = { commissionId, expectedVersion: 2 };
    expect(await refused(tandem, told.seat.id, "grantCommission", next)).toMatchObject([
      { rule: { rule: "STAGE_ORDER" } },
      { rule: { rule: "E8" } },
    ]);
    expect(await refused(tandem, told.seat.id, "declineCommission", { ...next, reason: "No." })).toMatchObject([
      { rule: { rule: "STAGE_ORDER" } },
    ]);
  });

  test("a reason of blanks or of 100,000 characters is refused", async () => {
    const { id: commissionId } = await our.propose();
    for (const reason of ["", " \n\t", "x".repeat(100_000)]) {
      expect(
        await refused(tandem, told.seat.id, "declineCommission", { commissionId, expectedVersion: 1, reason }),
      ).toMatchObject([{ __typename: "InvalidInput", path: ["reason"] }]);
    }
  });

  test("it is the board's to decide", async () => {
    const { id: commissionId, version: expectedVersion } = await our.negotiated();
    for (const personId of [told.ada.personId, told.lead.id, told.supervisor.id]) {
      expect(await rejected(tandem, personId, "grantCommission", { commissionId, expectedVersion })).toBe("FORBIDDEN");
    }
    expect(await refused(tandem, told.seat.id, "grantCommission", { commissionId, expectedVersion: 1 })).toMatchObject([
      { __typename: "Conflict", currentVersion: expectedVersion },
    ]);
  });

  test("of two grants at the same moment one is done, the other a Conflict", async () => {
    const { id: commissionId, version: expectedVersion } = await our.negotiated();
    const document = `mutation G($input: GrantCommissionInput!) {
      grantCommission(input: $input) { commission { stage } errors { code } } }`;
    const both = await Promise.all(
      [1, 2].map(() => tandem.as(told.seat.id).ask(document, { input: { commissionId, expectedVersion } })),
    );
    const codes = both.map(({ data }) => data.grantCommission.errors[0]?.code ?? data.grantCommission.commission.stage);
    expect(codes.sort()).toEqual(["COMMISSIONED", "CONFLICT"]);
  });
});
