import { Accreditation } from "../../src/accreditation/accreditation.entity";
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
  const fay = await accreditedPartner(tandem, told, null);
  const commission = await our.propose();
  const { version } = await our.agree(commission, told.ada.personId, fay.id);
  await tandem.db.source.manager.update(Accreditation, { personId: fay.id }, { lapsesOn: daysAgo(0) });
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

test("R19, R21: a proposal flips E7 of both trainees, and the second rate agreed flips E8", async () => {
  const proposed = await our.propose();
  const flips = async () => {
    const { data } = await tandem.as(told.ada.personId).ask("{ entries(first: 100) { nodes { kind facts } } }");
    return data.entries.nodes
      .filter(({ kind }: { kind: string }) => kind === "ReadinessChanged")
      .map(({ facts }: { facts: unknown }) => facts);
  };
  expect(await flips()).toEqual([{ rule: "E7", from: false, to: true }]);
  const half = await our.agree(proposed, told.ada.personId);
  expect(await flips()).toHaveLength(1);
  const agreed = await our.agree(half, told.ben.personId);
  expect(await flips()).toContainEqual({ rule: "E8", from: false, to: true });
  const input = { commissionId: agreed.id, expectedVersion: agreed.version, reason: "Another review is under way." };
  await done(tandem, told.seat.id, "declineCommission", input);
  expect(await flips()).toContainEqual({ rule: "E7", from: true, to: false });
  expect(await flips()).toContainEqual({ rule: "E8", from: true, to: false });
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
