import { dayAfter } from "./day";
import { Commission, isUnderWay, Model, Person, sideOf } from "./model";
import type { Roll } from "./roll";
import { INVALID, named, Step, somebody, Told, unmet } from "./step";
import { about, recent } from "./steps.commission";
import { asked, move, words } from "./steps.stage";

/** Who speaks for the board does it, or a programme lead, and none of the pair. */
const mine = (by: Person, commission: Commission): boolean[] => {
  const side = sideOf(commission, by);
  return [by.boards.length > 0 || by.lead === true, side === "BOARD" || (side === null && by.lead === true)];
};

/** A day that is ahead mostly, or today, and seldom one that has passed. */
const aDay = ({ today }: Model, roll: Roll): string => dayAfter(today, roll.chance(0.9) ? roll.whole(0, 20) : -1);

/** What these steps have in common: whom they are tried by, and on what. */
const interruption = (
  mutation: string,
  weight: number,
  attempt: (
    model: Model,
    commission: Commission,
    roll: Roll,
  ) => {
    input: Record<string, unknown>;
    refused: readonly (string | false)[];
    done(): Told;
  },
): Step => ({
  mutation,
  thing: "commission",
  weight,
  draw: (model, roll) => {
    if (model.commissions.length === 0) return null;
    const commission = recent(model, roll);
    const by = somebody(model, roll, 0.7, (person) => mine(person, commission).every(Boolean));
    const expectedVersion = named(roll, commission.version);
    const { input, refused, done } = attempt(model, commission, roll);
    return {
      by,
      input: { commissionId: commission.id, expectedVersion, ...input },
      obstacles: [
        ...asked(commission, by, { mine: mine(by, commission), expectedVersion, valid: input.reason !== " " }),
        ...refused,
      ],
      done: () => [done()],
    };
  },
});

const agreeTargetDay = interruption("agreeTargetDay", 2, (model, commission, roll) => {
  const targetOn = aDay(model, roll);
  const from = commission.targetOn;
  return {
    input: { targetOn, reason: words(roll, "More was found than was foreseen.") },
    refused: [
      unmet({ UNDER_WAY: isUnderWay(commission, "NEGOTIATING"), PAUSE: commission.pausedOn === null }),
      (targetOn < model.today || targetOn === from) && INVALID,
    ],
    done: () => {
      commission.targetOn = targetOn;
      commission.version += 1;
      return { kind: "TargetDayAgreed", about: about(commission), facts: { targetOn: { from, to: targetOn } } };
    },
  };
});

const pauseCommission = interruption("pauseCommission", 1.2, (model, commission, roll) => {
  const until = roll.chance(0.5) ? aDay(model, roll) : null;
  const { pausedOn, pausedUntil } = commission;
  return {
    input: { reason: words(roll, "A criminal process comes first."), ...(until && { until }) },
    refused: [
      unmet({ UNDER_WAY: isUnderWay(commission, "COMMISSIONED") }),
      ((until !== null && until < model.today) || (pausedOn !== null && until === pausedUntil)) && INVALID,
    ],
    done: () => {
      const to = { pausedOn: pausedOn ?? model.today, pausedUntil: until };
      Object.assign(commission, to);
      commission.version += 1;
      const facts = {
        pausedOn: { from: pausedOn, to: to.pausedOn },
        pausedUntil: { from: pausedUntil, to: until },
      };
      return { kind: "CommissionPaused", about: about(commission), facts };
    },
  };
});

/** A pause takes no time: the target day is later by as many days as the commission rested. */
const resumeCommission = interruption("resumeCommission", 10, (model, commission) => {
  const { pausedOn, pausedUntil, targetOn: from } = commission;
  return {
    input: {},
    refused: [pausedOn === null && INVALID],
    done: () => {
      const rested = (Date.parse(model.today) - Date.parse(pausedOn as string)) / Date.parse("1970-01-02");
      const to = from && dayAfter(from, rested);
      Object.assign(commission, { pausedOn: null, pausedUntil: null, targetOn: to });
      commission.version += 1;
      const facts = {
        pausedOn: { from: pausedOn, to: null },
        pausedUntil: { from: pausedUntil, to: null },
        targetOn: { from, to },
      };
      return { kind: "CommissionResumed", about: about(commission), facts };
    },
  };
});

const abandonCommission = interruption("abandonCommission", 0.35, (_model, commission, roll) => ({
  input: { reason: words(roll, "The family asks for it.") },
  refused: [unmet({ UNDER_WAY: isUnderWay(commission, "NEGOTIATING") })],
  done: () => {
    Object.assign(commission, { pausedOn: null, pausedUntil: null });
    return move(commission, "ABANDONED", "CommissionAbandoned");
  },
}));

export const INTERRUPTION: readonly Step[] = [agreeTargetDay, pauseCommission, resumeCommission, abandonCommission];
