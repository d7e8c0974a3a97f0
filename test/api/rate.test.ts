import { done, refused, rejected } from "../support/change";
import { commissioning } from "../support/commissioning";
import { history } from "../support/history";
import { Story, story } from "../support/story";
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

test("R21: a member offers, the board counters, the member accepts; the history has each step", async () => {
  const commission = await our.propose();
  const first = await our.offer(told.ada.personId, commission, told.ada.personId, 60_000);
  expect(first).toMatchObject({ offeredBy: "MEMBER", rate: { formatted: "£600.00" }, acceptedAt: null });
  const second = await our.offer(told.seat.id, first.commission, told.ada.personId, 55_000);
  expect(second).toMatchObject({ offeredBy: "BOARD", rate: { amountMinor: 55_000 } });
  expect(await our.accept(told.ada.personId, second)).toMatchObject({ version: 2, acceptedAt: expect.any(String) });

  const entries = await history(tandem, told, 3);
  expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(["RateAccepted", "RateOffered", "RateOffered"]);
  expect(entries[1].facts).toMatchObject({
    offeredBy: "BOARD",
    amountMinor: 55_000,
    before: { offeredBy: "MEMBER", amountMinor: 60_000, accepted: false },
  });
});

test("only the other side accepts, and of the pair only the member whose rate it is", async () => {
  const commission = await our.propose();
  const asked = await our.offer(told.ada.personId, commission, told.ada.personId);
  const input = { rateOfferId: asked.id, expectedVersion: 1 };
  for (const { personId } of [told.ada, told.ben]) {
    expect(await rejected(tandem, personId, "acceptRate", input)).toBe("FORBIDDEN");
  }
  const bid = await our.offer(told.seat.id, asked.commission, told.ada.personId);
  for (const personId of [told.seat.id, told.ben.personId]) {
    expect(await rejected(tandem, personId, "acceptRate", { rateOfferId: bid.id, expectedVersion: 1 })).toBe(
      "FORBIDDEN",
    );
  }
});

test("nobody sits on both sides: a member with a seat on the board speaks as the member", async () => {
  const commission = await our.propose();
  const asked = await our.offer(told.ada.personId, commission, told.ada.personId);
  await tandem.db.source.manager.query("UPDATE seat SET personId = ? WHERE boardId = ?", [
    told.ada.personId,
    told.board.id,
  ]);
  expect(await rejected(tandem, told.ada.personId, "acceptRate", { rateOfferId: asked.id, expectedVersion: 1 })).toBe(
    "FORBIDDEN",
  );
  const input = { commissionId: commission.id, expectedVersion: asked.commission.version };
  expect(await rejected(tandem, told.ada.personId, "grantCommission", input)).toBe("FORBIDDEN");
});

test("an offer that a later one replaced is void, and so is one that was accepted before", async () => {
  const commission = await our.propose();
  const first = await our.offer(told.ada.personId, commission, told.ada.personId, 60_000);
  const second = await our.offer(told.ada.personId, first.commission, told.ada.personId, 50_000);
  expect(
    await refused(tandem, told.seat.id, "acceptRate", { rateOfferId: first.id, expectedVersion: 1 }),
  ).toMatchObject([
    { __typename: "InvalidInput", path: ["rateOfferId"], message: expect.stringMatching(/later offer/) },
  ]);
  await our.accept(told.seat.id, second);
  expect(
    await refused(tandem, told.seat.id, "acceptRate", { rateOfferId: second.id, expectedVersion: 2 }),
  ).toMatchObject([{ code: "INVALID_INPUT", message: expect.stringMatching(/accepted already/) }]);
});

test("an amount that is nothing, negative or beyond bounds is refused, with every other fault", async () => {
  const { id } = await our.propose();
  const input = { commissionId: id, personId: told.ada.personId, expectedVersion: 1, amountMinor: 0 };
  for (const amountMinor of [0, -1, 100_000_001, 2_147_483_647]) {
    expect(await refused(tandem, told.ada.personId, "offerRate", { ...input, amountMinor })).toMatchObject([
      { __typename: "InvalidInput", path: ["amountMinor"] },
    ]);
  }
  for (const amountMinor of [2_147_483_648, -9e15, 0.5]) {
    expect(await rejected(tandem, told.ada.personId, "offerRate", { ...input, amountMinor })).toBe("BAD_USER_INPUT");
  }
  const errors = await refused(tandem, told.ada.personId, "offerRate", {
    ...input,
    commissionId: "x".repeat(65),
    idempotencyKey: "short",
  });
  expect(errors.map(({ path }) => path[0]).sort()).toEqual(["amountMinor", "commissionId", "idempotencyKey"]);
});

test("a member names no rate for the partner, a stranger names none, and the board none for a stranger", async () => {
  const { id: commissionId } = await our.propose();
  const input = { commissionId, personId: told.ben.personId, amountMinor: 50_000, expectedVersion: 1 };
  expect(await rejected(tandem, told.ada.personId, "offerRate", input)).toBe("FORBIDDEN");
  expect(await rejected(tandem, told.lead.id, "offerRate", input)).toBe("FORBIDDEN");
  await told.pair("Cy", "Di");
  const cy = await told.trainee("Cy");
  expect(await refused(tandem, cy.personId, "offerRate", input)).toMatchObject([
    { code: "NOT_FOUND", path: ["commissionId"] },
  ]);
  expect(await refused(tandem, told.seat.id, "offerRate", { ...input, personId: cy.personId })).toMatchObject([
    { code: "NOT_FOUND", path: ["personId"] },
  ]);
  expect(await refused(tandem, told.seat.id, "offerRate", { ...input, personId: told.seat.id })).toMatchObject([
    { code: "INVALID_INPUT", path: ["personId"] },
  ]);
});

test("a seat of another board does not see the commission", async () => {
  const { id: commissionId } = await our.propose();
  const eve = await told.seatOn(await told.boardNamed("Eastvale"), "Eve Eastvale");
  const input = { commissionId, personId: told.ada.personId, amountMinor: 50_000, expectedVersion: 1 };
  expect(await refused(tandem, eve.id, "offerRate", input)).toMatchObject([{ code: "NOT_FOUND" }]);
  for (const mutation of ["grantCommission", "declineCommission"]) {
    const reason = mutation === "declineCommission" ? { reason: "No." } : {};
    expect(await refused(tandem, eve.id, mutation, { commissionId, expectedVersion: 1, ...reason })).toMatchObject([
      { code: "NOT_FOUND", path: ["commissionId"] },
    ]);
  }
});

test("who has not seen the latest offer gets a Conflict", async () => {
  const commission = await our.propose();
  const { commission: next } = await our.offer(told.ada.personId, commission, told.ada.personId);
  const input = { commissionId: commission.id, personId: told.ada.personId, amountMinor: 1, expectedVersion: 1 };
  expect(await refused(tandem, told.seat.id, "offerRate", input)).toMatchObject([
    { __typename: "Conflict", currentVersion: next.version, path: ["expectedVersion"] },
  ]);
});

test("once granted there is nothing left to negotiate", async () => {
  const commission = await our.negotiated();
  const { rateOffers } = (
    await tandem
      .as(told.lead.id)
      .ask("query C($id: ID!) { commission(id: $id) { rateOffers { id version } } }", { id: commission.id })
  ).data.commission;
  const { version } = await our.grant(commission);
  const input = {
    commissionId: commission.id,
    personId: told.ada.personId,
    amountMinor: 1,
    expectedVersion: version,
  };
  expect(await refused(tandem, told.ada.personId, "offerRate", input)).toMatchObject([
    {
      code: "RULE_NOT_MET",
      rule: { rule: "STAGE_ORDER", because: [{ text: expect.stringMatching(/commissioned/) }] },
    },
  ]);
  const again = { rateOfferId: rateOffers[0].id, expectedVersion: rateOffers[0].version };
  expect(await refused(tandem, told.seat.id, "acceptRate", again)).toMatchObject([{ rule: { rule: "STAGE_ORDER" } }]);
});

const RATE = "rateOffer { id version withdrawnAt commission { id version } }";
const takeBack = async (by: string, { id, version }: { id: string; version: number }, reason?: string) => {
  const input = { rateOfferId: id, expectedVersion: version, ...(reason ? { reason } : {}) };
  return (await done(tandem, by, "withdrawRate", input, RATE)).rateOffer;
};

test("R21: who made an offer takes it back: no earlier one comes back, a rate that is agreed holds, and both may bid anew", async () => {
  const ada = told.ada.personId;
  const asked = await our.offer(ada, await our.propose(), ada, 60_000);
  const bid = await our.offer(told.seat.id, asked.commission, ada, 50_000);
  const taken = await takeBack(told.seat.id, bid, "Our funds were cut.");
  expect(taken).toMatchObject({ version: 2, withdrawnAt: expect.any(String) });
  expect(await history(tandem, told, 1)).toMatchObject([
    { kind: "RateWithdrawn", reason: "Our funds were cut.", facts: { offeredBy: "BOARD", amountMinor: 50_000 } },
  ]);
  for (const [by, offer] of [
    [ada, taken],
    [told.seat.id, asked],
  ] as const) {
    const input = { rateOfferId: offer.id, expectedVersion: offer.version };
    expect(await refused(tandem, by, "acceptRate", input)).toMatchObject([{ path: ["rateOfferId"] }]);
    expect((await refused(tandem, by, "acceptRate", input))[0].message).toMatch(/taken back|later offer/);
  }
  const again = await our.offer(ada, taken.commission, ada, 55_000);
  const agreed = await our.accept(told.seat.id, again);
  const higher = await our.offer(ada, agreed.commission, ada, 65_000);
  await takeBack(ada, higher);
  const { data } = await tandem
    .as(ada)
    .ask("query ($id: ID!) { commission(id: $id) { rateOffers { acceptedAt withdrawnAt } } }", {
      id: higher.commission.id,
    });
  expect(
    data.commission.rateOffers.map(({ acceptedAt, withdrawnAt }: Record<string, unknown>) => [
      !!acceptedAt,
      !!withdrawnAt,
    ]),
  ).toEqual([
    [false, false],
    [false, true],
    [true, false],
    [false, true],
  ]);
});

test("R21: only who made an offer takes it back, once, and not when it was accepted or outbid", async () => {
  const ada = told.ada.personId;
  const asked = await our.offer(ada, await our.propose(), ada);
  const input = (offer: { id: string }, expectedVersion: number) => ({ rateOfferId: offer.id, expectedVersion });
  for (const by of [told.seat.id, told.ben.personId]) {
    expect(await rejected(tandem, by, "withdrawRate", input(asked, 1))).toBe("FORBIDDEN");
  }
  const bid = await our.offer(told.seat.id, asked.commission, ada, 50_000);
  expect(await refused(tandem, ada, "withdrawRate", input(asked, 1))).toMatchObject([
    { path: ["rateOfferId"], message: "rateOfferId is no longer open: a later offer took its place." },
  ]);
  await takeBack(told.seat.id, bid);
  expect(await refused(tandem, told.seat.id, "withdrawRate", input(bid, 2))).toMatchObject([
    { message: "rateOfferId was taken back." },
  ]);
  const agreed = await our.accept(told.seat.id, await our.offer(ada, await our.propose(), ada));
  expect(await refused(tandem, ada, "withdrawRate", input(agreed, 2))).toMatchObject([
    { message: "rateOfferId is accepted already." },
  ]);
});

test("an offer that was taken back waits for nobody", async () => {
  const ada = told.ada.personId;
  const tasks = async () =>
    (await tandem.as(told.seat.id).ask("{ viewer { tasks { kind } } }")).data.viewer.tasks.map(
      ({ kind }: { kind: string }) => kind,
    );
  const asked = await our.offer(ada, await our.propose(), ada);
  expect(await tasks()).toEqual(["ANSWER_RATE"]);
  await takeBack(ada, asked);
  expect(await tasks()).toEqual([]);
});
