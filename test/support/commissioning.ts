import { done } from "./change";
import { Story } from "./story";
import { Served } from "./tandem";

export const COMMISSION = "commission { id reference stage version practice targetOn commissionedOn startedOn }";
export const OFFER =
  "rateOffer { id version offeredBy rate { amountMinor formatted } acceptedAt commission { id version } }";

interface Seen {
  readonly id: string;
  readonly version: number;
}

/** Ada and Ben and Northmoor negotiate, through the API. */
export const commissioning = (tandem: Served, told: Story) => {
  const proposal = (more: Record<string, unknown> = {}) => ({
    boardId: told.board.id,
    pairId: told.adaAndBen.id,
    reviewKind: "SERIOUS_CASE_REVIEW",
    format: "FULL",
    sector: "CHILDREN",
    ...more,
  });
  const propose = async (more: Record<string, unknown> = {}) =>
    (await done(tandem, told.ada.personId, "proposeCommission", proposal(more), COMMISSION)).commission;

  const offer = async (by: string, { id: commissionId, version }: Seen, personId: string, amountMinor = 55_000) => {
    const input = { commissionId, personId, amountMinor, expectedVersion: version };
    return (await done(tandem, by, "offerRate", input, OFFER)).rateOffer;
  };
  const accept = async (by: string, { id, version }: Seen) =>
    (await done(tandem, by, "acceptRate", { rateOfferId: id, expectedVersion: version }, OFFER)).rateOffer;

  /** Each of these names a rate, and the board accepts it: the commission as it is then. */
  const agree = async (commission: Seen, ...people: readonly string[]): Promise<Seen> => {
    let now = commission;
    for (const person of people) now = (await accept(told.seat.id, await offer(person, now, person))).commission;
    return now;
  };
  /** A commission that the board may grant. */
  const negotiated = async (more: Record<string, unknown> = {}) =>
    agree(await propose(more), told.ada.personId, told.ben.personId);
  const grant = async ({ id: commissionId, version: expectedVersion }: Seen) =>
    (await done(tandem, told.seat.id, "grantCommission", { commissionId, expectedVersion }, COMMISSION)).commission;
  return { proposal, propose, offer, accept, agree, negotiated, grant };
};
