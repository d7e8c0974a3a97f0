import {
  Commission,
  isAgreed,
  isMember,
  isNothing,
  isOf,
  Model,
  Offer,
  Person,
  seesCommission,
  seesTrainee,
  sideOf,
} from "./model";
import { ABSENT, CONFLICT, FORBIDDEN, INVALID, named, Step, somebody, unmet } from "./step";
import { about, isSeat, negotiating, ofASide, recent } from "./steps.commission";

/** While the board and the pair negotiate; who came later agrees theirs then, once, until the review is over. */
const mayAgree = (commission: Commission, person: Person): boolean =>
  negotiating(commission) || (!isAgreed(commission, person) && !isNothing(commission) && commission.stage !== "CLOSED");

/** The last one for a person, unless it was accepted or taken back. No offer before it comes back. */
const isOpen = (offer: Offer): boolean =>
  !offer.accepted &&
  !offer.withdrawn &&
  offer.commission.offers.findLast((one) => one.person === offer.person) === offer;

const knows = (model: Model, by: Person, person: Person): boolean =>
  person.boards.some((board) => by.boards.includes(board)) ||
  model.trainees.some((one) => one.person === person && seesTrainee(model, one, by));

const offerRate: Step = {
  mutation: "offerRate",
  thing: "rateOffer",
  weight: 8,
  draw: (model, roll) => {
    if (model.commissions.length === 0) return null;
    const commission = recent(model, roll);
    const { pair } = commission;
    const by = ofASide(model, roll, commission);
    const side = sideOf(commission, by);
    const lead = model.people.find((one) => one.lead) as Person;
    const person = roll.chance(0.9) ? roll.one(pair.trainees).person : lead;
    const amountMinor = roll.chance(0.95) ? roll.whole(40_000, 70_000) : roll.whole(-1, 0);
    const expectedVersion = named(roll, commission.version);
    return {
      by,
      input: { commissionId: commission.id, personId: person.id, amountMinor, expectedVersion },
      obstacles: [
        !isMember(model, by) && !isSeat(by) && FORBIDDEN,
        amountMinor < 1 && INVALID,
        !seesCommission(commission, by) && ABSENT,
        (side === null || (side === "MEMBER" && person !== by)) && FORBIDDEN,
        // Everybody knows the lead, and who speaks for the same board; a board knows the pair as long as something that
        // the pair proposed has not come to nothing.
        person !== lead && !knows(model, by, person) && ABSENT,
        person === lead && INVALID,
        expectedVersion !== commission.version && CONFLICT,
        unmet({ STAGE_ORDER: mayAgree(commission, person) }),
      ],
      done: (id) => {
        const offeredBy = side as "MEMBER" | "BOARD";
        commission.offers.push({
          id,
          commission,
          person,
          by: offeredBy,
          amountMinor,
          accepted: false,
          withdrawn: false,
          version: 1,
        });
        commission.version += 1;
        return [
          { kind: "RateOffered", about: about(commission), facts: { personId: person.id, offeredBy, amountMinor } },
        ];
      },
    };
  },
};

const acceptRate: Step = {
  mutation: "acceptRate",
  thing: "rateOffer",
  weight: 20,
  draw: (model, roll) => {
    if (model.commissions.length === 0) return null;
    const offer = roll.one(recent(model, roll).offers.slice(-3));
    if (!offer) return null;
    const { commission, person, amountMinor } = offer;
    const isTheOther = (one: Person) => (offer.by === "BOARD" ? one === person : sideOf(commission, one) === "BOARD");
    const by = roll.chance(0.6) ? somebody(model, roll, 1, isTheOther) : ofASide(model, roll, commission);
    const side = sideOf(commission, by);
    const expectedVersion = named(roll, offer.version);
    return {
      by,
      input: { rateOfferId: offer.id, expectedVersion },
      obstacles: [
        !isMember(model, by) && !isSeat(by) && FORBIDDEN,
        !seesCommission(commission, by) && ABSENT,
        (side === null || side === offer.by || (side === "MEMBER" && person !== by)) && FORBIDDEN,
        expectedVersion !== offer.version && CONFLICT,
        !isOf(commission.pair, person) && INVALID,
        unmet({ STAGE_ORDER: mayAgree(commission, person) }),
        !isOpen(offer) && INVALID,
      ],
      done: () => {
        offer.accepted = true;
        offer.version += 1;
        commission.version += 1;
        return [{ kind: "RateAccepted", about: about(commission), facts: { personId: person.id, amountMinor } }];
      },
    };
  },
};

const withdrawRate: Step = {
  mutation: "withdrawRate",
  thing: "rateOffer",
  weight: 4,
  draw: (model, roll) => {
    if (model.commissions.length === 0) return null;
    const offer = roll.one(recent(model, roll).offers.slice(-3));
    if (!offer) return null;
    const { commission, person, amountMinor } = offer;
    const mayDo = (one: Person) => sideOf(commission, one) === offer.by && (offer.by === "BOARD" || one === person);
    const by = roll.chance(0.6) ? somebody(model, roll, 1, mayDo) : ofASide(model, roll, commission);
    const expectedVersion = named(roll, offer.version);
    return {
      by,
      input: { rateOfferId: offer.id, expectedVersion },
      obstacles: [
        !isMember(model, by) && !isSeat(by) && FORBIDDEN,
        !seesCommission(commission, by) && ABSENT,
        !mayDo(by) && FORBIDDEN,
        expectedVersion !== offer.version && CONFLICT,
        unmet({ STAGE_ORDER: mayAgree(commission, person) }),
        !isOpen(offer) && INVALID,
      ],
      done: () => {
        offer.withdrawn = true;
        offer.version += 1;
        commission.version += 1;
        return [{ kind: "RateWithdrawn", about: about(commission), facts: { personId: person.id, amountMinor } }];
      },
    };
  },
};

export const RATE: readonly Step[] = [offerRate, acceptRate, withdrawRate];
