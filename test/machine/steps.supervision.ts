import { dayAfter } from "./day";
import {
  Commission,
  GroupDay,
  leftOf,
  Model,
  Person,
  seesCommission,
  seesPair,
  Trainee,
  traineesOf,
  vatOn,
} from "./model";
import type { Roll } from "./roll";
import { ABSENT, CONFLICT, FORBIDDEN, INVALID, named, Step, somebody, Told } from "./step";
import { recent } from "./steps.commission";
import { credit } from "./steps.money";

export const isOfKind = ({ supervisor, lead }: Person): boolean => Boolean(supervisor || lead);

/** Supervisors and leads mostly, and anybody else. */
export const ofKind = (model: Model, roll: Roll): Person => somebody(model, roll, 0.85, isOfKind);

/** Who is named as the supervisor: mostly nobody, so that it is whoever acts. */
export const supervising = (model: Model, roll: Roll, by: Person) => {
  const supervisor = roll.chance(0.85) ? by : roll.one(model.people);
  return {
    supervisor,
    input: supervisor === by ? {} : { supervisorId: supervisor.id },
    obstacles: [
      supervisor !== by && !by.lead && FORBIDDEN,
      supervisor !== by && !isOfKind(supervisor) && INVALID,
    ] as const,
  };
};

interface Mark {
  readonly trainee: Trainee;
  readonly attended: boolean;
  readonly reason: string | null;
}

/** Some trainees, mostly known to whoever marks them, and there; half of the corrections have a reason. */
const marks = (model: Model, roll: Roll, by: Person): Mark[] => {
  const known = traineesOf(model).filter(({ pair }) => seesPair(model, pair, by));
  return Array.from({ length: roll.whole(1, 3) }, () => ({
    trainee: roll.one(known.length > 0 && roll.chance(0.9) ? known : traineesOf(model)),
    attended: roll.chance(0.9),
    reason: roll.chance(0.5) ? "Written down wrongly." : null,
  }));
};
const asInput = (marked: readonly Mark[]) => ({
  attendance: marked.map(({ trainee, attended, reason }) => ({
    traineeId: trainee.id,
    attended,
    ...(reason ? { reason } : {}),
  })),
});
const twice = (marked: readonly Mark[]): boolean => new Set(marked.map(({ trainee }) => trainee)).size < marked.length;

/** Every fault of a list at once: whom the viewer does not see, and who is named twice. */
const faultsOfList = (model: Model, by: Person, marked: readonly Mark[]) => {
  const hidden = marked.some(({ trainee }) => !seesPair(model, trainee.pair, by));
  const seen = marked.filter(({ trainee }) => seesPair(model, trainee.pair, by));
  if (hidden && twice(seen)) return `${INVALID} ${ABSENT}`;
  return hidden ? ABSENT : twice(marked) && INVALID;
};

/** The Log tells of each trainee; what was recorded already is a correction, and says why. */
const told = (kind: string, facts: object, marked: readonly Mark[], known: (trainee: Trainee) => boolean | undefined) =>
  marked.map(({ trainee, attended }): Told => {
    const from = known(trainee) ?? null;
    return { kind, about: { traineeId: trainee.id }, facts: { ...facts, from, to: attended } };
  });
const unexplained = (marked: readonly Mark[], known: (trainee: Trainee) => boolean | undefined): boolean =>
  marked.some(({ trainee, attended, reason }) => known(trainee) === !attended && reason === null);

const wasElsewhere = ({ groupDays }: Model, { group }: Trainee, { id, date }: GroupDay): boolean =>
  groupDays.some((other) => other.id !== id && other.date === date && group.get(other.id));

const recordGroupAttendance: Step = {
  mutation: "recordGroupAttendance",
  thing: "supervisionSession",
  weight: 12,
  draw: (model, roll) => {
    if (model.groupDays.length === 0) return null;
    const day = roll.one(model.groupDays.slice(-8));
    const by = roll.chance(0.6) ? day.supervisor : ofKind(model, roll);
    const marked = marks(model, roll, by);
    const known = ({ group }: Trainee) => group.get(day.id);
    const expectedVersion = named(roll, day.version);
    const { id, date } = day;
    return {
      by,
      input: { sessionId: id, expectedVersion, ...asInput(marked) },
      obstacles: [
        !isOfKind(by) && FORBIDDEN,
        !by.lead && day.supervisor !== by && FORBIDDEN,
        faultsOfList(model, by, marked),
        expectedVersion !== day.version && CONFLICT,
        (day.cancelled || date > model.today || unexplained(marked, known)) && INVALID,
        // A session lasts a day: nobody was at two of them.
        marked.some(({ trainee, attended }) => attended && wasElsewhere(model, trainee, day)) && INVALID,
      ],
      done: () => {
        const entries = told("GroupSupervisionAttended", { date }, marked, known);
        for (const { trainee, attended } of marked) trainee.group.set(id, attended);
        day.version += 1;
        return entries;
      },
    };
  },
};

const recordCourseAttendance: Step = {
  mutation: "recordCourseAttendance",
  thing: "courseDay",
  weight: 1,
  draw: (model, roll) => {
    const day = roll.one(model.courseDays);
    const by = somebody(model, roll, 0.7, ({ lead }) => lead === true);
    const marked = marks(model, roll, by);
    const known = ({ course }: Trainee) => course.get(day.number);
    const expectedVersion = named(roll, day.version);
    return {
      by,
      input: { courseDayId: day.id, expectedVersion, ...asInput(marked) },
      obstacles: [
        !by.lead && FORBIDDEN,
        faultsOfList(model, by, marked),
        expectedVersion !== day.version && CONFLICT,
        unexplained(marked, known) && INVALID,
      ],
      done: () => {
        const entries = told("CourseAttendanceRecorded", { day: day.number }, marked, known);
        for (const { trainee, attended } of marked) trainee.course.set(day.number, attended);
        day.version += 1;
        return entries;
      },
    };
  },
};

const logIndividualSupervision: Step = {
  mutation: "logIndividualSupervision",
  thing: "supervisionSession",
  weight: 6,
  draw: (model, roll) => {
    if (model.commissions.length === 0) return null;
    const commission = recent(model, roll);
    const trainee = roll.one(roll.chance(0.9) ? commission.pair.trainees : traineesOf(model));
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
        !seesPair(model, trainee.pair, by) && ABSENT,
        !by.lead && trainee.supervisor !== by && FORBIDDEN,
        !seesCommission(commission, by) && ABSENT,
        ...obstacles,
        (trainee.pair !== pair || !commissionedOn || date < commissionedOn || date > model.today) && INVALID,
        payer === "TRAINEE" && "RULE_NOT_MET E10",
      ],
      done: (id, toldOf) => {
        trainee.supervisedBy.add(supervisor);
        const kind = "INDIVIDUAL_SUPERVISION";
        const charge = { id: toldOf("ChargeRaised"), kind, to: commission, amountMinor, credited: [] };
        model.ledger.push(charge);
        model.sessions.push({ id, date, minutes, trainee, charge, struckOut: false, version: 1 });
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
    const seen = by.lead || trainee.person === by || isStaff(trainee, by) || by.boards.includes(commission.board);
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

const isStaff = ({ supervisor, assessors }: Trainee, person: Person): boolean =>
  supervisor === person || assessors.includes(person);

export const SUPERVISION: readonly Step[] = [
  recordGroupAttendance,
  recordCourseAttendance,
  logIndividualSupervision,
  strikeOutIndividualSupervision,
];
