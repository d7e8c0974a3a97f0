import { dayIn, moment, pounds, STATED_FROM, STATED_TO } from "./forms";
import { Row, Truth } from "./truth";

const sum = (lines: readonly Row[], column: string): number =>
  lines.reduce((total, line) => total + Number(line[column]), 0);
const owed = (lines: readonly Row[]): number => sum(lines, "amountMinor") + sum(lines, "vatMinor");
const sums = (lines: readonly Row[]) => ({
  amount: pounds(sum(lines, "amountMinor")),
  vat: pounds(sum(lines, "vatMinor")),
  withVat: pounds(owed(lines)),
});

/** The statement of a commission or a trainee, added up anew: of the days that are asked for. */
export const statement = ({ id }: Row, truth: Truth, whose: "commissionId" | "traineeId") => {
  const all = truth
    .where("Charge", whose, id)
    .toSorted((a, b) => (`${a.raisedAt} ${a.id}` < `${b.raisedAt} ${b.id}` ? -1 : 1));
  const dayOf = ({ raisedAt }: Row) => dayIn(new Date(moment(raisedAt)));
  const upTo = (day: string, itself: boolean) =>
    all.filter((line) => dayOf(line) < day || (itself && dayOf(line) === day));
  const before = upTo(STATED_FROM, false);
  const until = upTo(STATED_TO, true);
  const lines = until.slice(before.length);
  const kinds = ["INDIVIDUAL_SUPERVISION", "QUALITY_ASSURANCE", "PROGRAMME_FEE"];
  return {
    ...{ from: STATED_FROM, to: STATED_TO, complete: true, ...sums(lines) },
    openingBalance: pounds(owed(before)),
    closingBalance: pounds(owed(until)),
    lines: lines.map((line, index) => ({
      ...{ charge: { id: line.id }, raisedAt: moment(line.raisedAt), kind: line.kind, purpose: line.purpose },
      ...{ ...sums([line]), balance: pounds(owed([...before, ...lines.slice(0, index + 1)])) },
    })),
    totals: kinds
      .map((kind) => ({ kind, ...sums(lines.filter((line) => line.kind === kind)) }))
      .filter(({ kind }) => lines.some((line) => line.kind === kind)),
  };
};

const byTime = (a: Row, b: Row): number => (`${a.offeredAt} ${a.id}` < `${b.offeredAt} ${b.id}` ? -1 : 1);

/** The rate agreed last for each of the pair, in the order in which they began to negotiate. */
export const agreedRates = ({ id }: Row, truth: Truth) => {
  const offers = truth.where("RateOffer", "commissionId", id).toSorted(byTime);
  return [...new Set(offers.map(({ personId }) => personId))].flatMap((personId) => {
    const agreed = offers.filter((offer) => offer.personId === personId && offer.acceptedAt !== null).at(-1);
    return agreed ? [{ person: { id: personId }, rate: pounds(agreed.amountMinor), payer: "BOARD" }] : [];
  });
};

/** Days at the rate of one's first practice review that make up for what one is charged, a day begun counting whole. */
export const breakEvenDays = ({ id, personId }: Row, truth: Truth): number | null => {
  const charged = truth.where("Charge", "traineeId", id);
  const rates = truth
    .where("PairMember", "traineeId", id)
    .flatMap(({ pairId }) => truth.where("Commission", "pairId", pairId))
    .filter(({ practice, stage }) => Number(practice) === 1 && stage !== "DECLINED")
    .toSorted((a, b) => (String(a.proposedAt) < String(b.proposedAt) ? -1 : 1))
    .map((review) => agreedRates(review, truth).find(({ person }) => person.id === personId))
    .filter((rate) => rate !== undefined);
  const [first] = rates;
  if (charged.length === 0 || !first) return null;
  return Math.ceil(sum(charged, "amountMinor") / first.rate.amountMinor);
};
