import { dayAfter } from "./day";
import { Commission, isStaff, leftOf, Person, Session, seesCommission, seesTrainee, vatOn } from "./model";
import { ABSENT, CONFLICT, FORBIDDEN, INVALID, named, Step, somebody, Told } from "./step";
import { recent } from "./steps.commission";
import { credit } from "./steps.money";
import { words } from "./steps.stage";
import { isOfKind, ofKind, supervising } from "./steps.supervision";

const logIndividualSupervision: Step = {
  mutation: "logIndividualSupervision",
  thing: "supervisionSession",
  weight: 6,
  draw: (model, roll) => {
    if (model.commissions.length === 0) return null;
    const commission = recent(model, roll);
    const trainee = roll.one(roll.chance(0.9) ? commission.pair.trainees : model.trainees);
    const by = roll.chance(0.6) ? trainee.supervisor : ofKind(model, roll);
    const date = dayAfter(model.today, roll.whole(-4, 0) + (roll.chance(0.05) ? 5 : 0));
    const minutes = roll.chance(0.95) ? roll.whole(1, 120) : roll.whole(-2, 0);
    const amountMinor = roll.chance(0.95) ? roll.whole(0, 20_000) : -1;
    const payer = roll.chance(0.95) ? "BOARD" : "TRAINEE";
    const { supervisor, input, obstacles } = supervising(model, roll, by);
    const { commissionedOn, pair } = commission;
    return {
      by,
      input: {
        traineeId: trainee.id,
        commissionId: commission.id,
        date,
        minutes,
        chargeMinor: amountMinor,
        payer,
        ...input,
      },
      obstacles: [
        !isOfKind(by) && FORBIDDEN,
        (minutes < 1 || amountMinor < 0) && INVALID,
        !seesTrainee(model, trainee, by) && ABSENT,
        !by.lead && trainee.supervisor !== by && FORBIDDEN,
        !seesCommission(commission, by) && ABSENT,
        ...obstacles,
        (!pair.trainees.includes(trainee) || !commissionedOn || date < commissionedOn || date > model.today) && INVALID,
        payer === "TRAINEE" && "RULE_NOT_MET E10",
      ],
      done: (id, toldOf) => {
        trainee.supervisedBy.add(supervisor);
        const kind = "INDIVIDUAL_SUPERVISION";
        const charge = { id: toldOf("ChargeRaised"), kind, to: commission, amountMinor, credited: [] };
        model.ledger.push(charge);
        model.sessions.push({ ...{ id, date, minutes, amountMinor, trainee, charge }, struckOut: false, version: 1 });
        const { id: boardId } = commission.board;
        return [
          {
            kind: "IndividualSupervisionLogged",
            about: { traineeId: trainee.id, boardId },
            facts: { date, minutes, amountMinor, currency: "GBP" },
          },
          {
            kind: "ChargeRaised",
            about: { boardId, commissionId: commission.id },
            facts: { payer, kind, amountMinor, vatMinor: vatOn(amountMinor), currency: "GBP" },
          },
        ];
      },
    };
  },
};

const boardOf = ({ charge }: Session) => (charge.to as Commission).board;
/** Between supervisor, trainee and the board that pays. */
const sees = (session: Session, by: Person): boolean =>
  by.lead === true ||
  session.trainee.person === by ||
  isStaff(session.trainee, by) ||
  by.boards.includes(boardOf(session));

const correctIndividualSupervision: Step = {
  mutation: "correctIndividualSupervision",
  thing: "supervisionSession",
  weight: 3,
  draw: (model, roll) => {
    const session = roll.one(model.sessions);
    if (!session) return null;
    const { id, trainee, charge } = session;
    const by = somebody(model, roll, 0.7, (person) => person === trainee.supervisor || person.lead === true);
    const commission = charge.to as Commission;
    const { commissionedOn } = commission;
    const expectedVersion = named(roll, session.version);
    const was = { date: session.date, minutes: session.minutes, chargeMinor: session.amountMinor };
    const to = {
      date: roll.chance(0.3) ? dayAfter(session.date, roll.whole(-2, 2)) : was.date,
      minutes: roll.chance(0.3) ? roll.whole(0, 120) : was.minutes,
      chargeMinor: roll.chance(0.6) ? roll.whole(0, 20_000) : was.chargeMinor,
    };
    const reason = words(roll, "Written down wrongly.");
    const changed = (Object.keys(to) as (keyof typeof to)[]).filter((name) => to[name] !== was[name]);
    return {
      by,
      input: { sessionId: id, reason, expectedVersion, ...to },
      obstacles: [
        !isOfKind(by) && FORBIDDEN,
        (to.minutes < 1 || reason === " ") && INVALID,
        !sees(session, by) && ABSENT,
        !by.lead && trainee.supervisor !== by && FORBIDDEN,
        expectedVersion !== session.version && CONFLICT,
        session.struckOut && INVALID,
        (to.date < (commissionedOn as string) || to.date > model.today || changed.length === 0) && INVALID,
      ],
      done: (_, toldOf) => {
        // What is left of the charge is taken back, and charged anew: as it was, or as it should have been.
        const left = leftOf(charge);
        const amountMinor = to.chargeMinor === was.chargeMinor ? left : to.chargeMinor;
        const credited = left === 0 ? [] : [credit(charge, left)];
        const kind = "INDIVIDUAL_SUPERVISION";
        const anew = { id: toldOf("ChargeRaised"), kind, to: commission, amountMinor, credited: [] };
        model.ledger.push(anew);
        Object.assign(session, { date: to.date, minutes: to.minutes, amountMinor: to.chargeMinor, charge: anew });
        session.version += 1;
        const { id: boardId } = commission.board;
        const facts = Object.fromEntries(changed.map((name) => [name, { from: was[name], to: to[name] }]));
        return [
          { kind: "IndividualSupervisionCorrected", about: { traineeId: trainee.id, boardId }, facts },
          ...credited,
          {
            kind: "ChargeRaised",
            about: { boardId, commissionId: commission.id },
            facts: { payer: "BOARD", kind, amountMinor, vatMinor: vatOn(amountMinor), currency: "GBP" },
          },
        ];
      },
    };
  },
};

const strikeOutIndividualSupervision: Step = {
  mutation: "strikeOutIndividualSupervision",
  thing: "supervisionSession",
  weight: 1,
  draw: (model, roll) => {
    if (model.sessions.length === 0) return null;
    const session = roll.one(model.sessions);
    const { id, trainee, charge, date, minutes } = session;
    const by = somebody(model, roll, 0.7, (person) => person === trainee.supervisor || person.lead === true);
    const commission = charge.to as Commission;
    const expectedVersion = named(roll, session.version);
    const reason = "It was never held.";
    const seen = sees(session, by);
    return {
      by,
      input: { sessionId: id, reason, expectedVersion },
      obstacles: [
        !isOfKind(by) && FORBIDDEN,
        !seen && ABSENT,
        !by.lead && trainee.supervisor !== by && FORBIDDEN,
        expectedVersion !== session.version && CONFLICT,
        session.struckOut && INVALID,
      ],
      done: () => {
        session.struckOut = true;
        session.version += 1;
        const { id: boardId } = commission.board;
        const about = { traineeId: trainee.id, boardId };
        const struck: Told = { kind: "IndividualSupervisionStruckOut", about, facts: { date, minutes } };
        return leftOf(charge) === 0 ? [struck] : [struck, credit(charge, leftOf(charge))];
      },
    };
  },
};

export const INDIVIDUAL: readonly Step[] = [
  logIndividualSupervision,
  correctIndividualSupervision,
  strikeOutIndividualSupervision,
];
