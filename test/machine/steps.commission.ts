import {
  Commission,
  isMember,
  isNothing,
  isOf,
  Model,
  Person,
  ratesAgreed,
  seesCommission,
  seesPair,
  sideOf,
} from "./model";
import type { Roll } from "./roll";
import { ABSENT, CONFLICT, FORBIDDEN, INVALID, named, Step, somebody, Told, unmet } from "./step";

export const about = ({ id, board }: Commission): Told["about"] => ({ commissionId: id, boardId: board.id });
export const isSeat = ({ boards }: Person): boolean => boards.length > 0;
export const negotiating = ({ stage }: Commission): boolean => stage === "NEGOTIATING";

/** The sides of a commission mostly, and anybody else. */
export const ofASide = (model: Model, roll: Roll, sides: Pick<Commission, "pair" | "board">): Person =>
  somebody(model, roll, 0.8, (person) => sideOf(sides, person) !== null);

/** E6, E7: who may conduct a review for whom. */
const mayBeCommissioned = ({
  pair,
  board,
  practice,
}: Pick<Commission, "pair" | "board" | "practice">): Record<string, boolean> =>
  practice ? { E6: pair.trainees.some(({ accredited }) => !accredited), E7: board.safeguards } : {};

const proposeCommission: Step = {
  mutation: "proposeCommission",
  thing: "commission",
  weight: 3,
  draw: (model, roll) => {
    const [pair, board] = [roll.one(model.pairs), roll.one(model.boards)];
    const last = model.commissions.findLast((one) => one.pair === pair);
    // A new one takes the place of the review that a trainee is judged on: it comes seldom.
    if (last && !isNothing(last) && roll.chance(last.stage === "CLOSED" ? 0.9 : 0.97)) return null;
    const by = ofASide(model, roll, { pair, board });
    const practice = roll.chance(0.9);
    const there = roll.chance(0.95);
    return {
      by,
      input: {
        boardId: there ? board.id : pair.id,
        pairId: pair.id,
        ...{ reviewKind: "SERIOUS_CASE_REVIEW", format: "FULL", sector: "CHILDREN", practice },
      },
      obstacles: [
        !isMember(model, by) && FORBIDDEN,
        (!seesPair(model, pair, by) || !there) && ABSENT,
        !isOf(pair, by) && FORBIDDEN,
        unmet(mayBeCommissioned({ pair, board, practice })),
      ],
      done: (id) => {
        const made: Commission = {
          ...{ id, pair, pairs: [pair], board, practice, offers: [], stage: "NEGOTIATING", version: 1 },
          ...{ commissionedOn: null, passed: null, targetOn: null, pausedOn: null, pausedUntil: null },
        };
        model.commissions.push(made);
        return [{ kind: "CommissionProposed", about: about(made), facts: { practice } }];
      },
    };
  },
};

/** The last commission of a pair mostly: there something may still happen. */
export const recent = ({ commissions, pairs }: Model, roll: Roll): Commission => {
  const pair = roll.one(pairs);
  const last = commissions.findLast((one) => one.pair === pair);
  return last && roll.chance(0.9) ? last : roll.one(commissions);
};

const grantCommission: Step = {
  mutation: "grantCommission",
  thing: "commission",
  weight: 10,
  draw: (model, roll) => {
    if (model.commissions.length === 0) return null;
    const commission = recent(model, roll);
    const by = ofASide(model, roll, commission);
    const expectedVersion = named(roll, commission.version);
    return {
      by,
      input: { commissionId: commission.id, expectedVersion },
      obstacles: [
        !isSeat(by) && FORBIDDEN,
        !seesCommission(commission, by) && ABSENT,
        sideOf(commission, by) !== "BOARD" && FORBIDDEN,
        expectedVersion !== commission.version && CONFLICT,
        unmet({
          STAGE_ORDER: negotiating(commission),
          ...mayBeCommissioned(commission),
          E8: ratesAgreed(commission),
        }),
      ],
      done: () => {
        Object.assign(commission, { stage: "COMMISSIONED", commissionedOn: model.today });
        commission.version += 1;
        const facts = { from: "NEGOTIATING", to: "COMMISSIONED", commissionedOn: model.today };
        return [{ kind: "CommissionGranted", about: about(commission), facts }];
      },
    };
  },
};

const declineCommission: Step = {
  mutation: "declineCommission",
  thing: "commission",
  weight: 1.2,
  draw: (model, roll) => {
    if (model.commissions.length === 0) return null;
    const commission = recent(model, roll);
    const by = ofASide(model, roll, commission);
    const expectedVersion = named(roll, commission.version);
    const reason = roll.chance(0.9) ? "Another board is nearer." : " ";
    return {
      by,
      input: { commissionId: commission.id, expectedVersion, reason },
      obstacles: [
        !isSeat(by) && FORBIDDEN,
        reason === " " && INVALID,
        !seesCommission(commission, by) && ABSENT,
        sideOf(commission, by) !== "BOARD" && FORBIDDEN,
        expectedVersion !== commission.version && CONFLICT,
        unmet({ STAGE_ORDER: negotiating(commission) }),
      ],
      done: () => {
        commission.stage = "DECLINED";
        commission.version += 1;
        const facts = { from: "NEGOTIATING", to: "DECLINED" };
        return [{ kind: "CommissionDeclined", about: about(commission), facts }];
      },
    };
  },
};

export const COMMISSION: readonly Step[] = [proposeCommission, grantCommission, declineCommission];
