import { GroupDay, Model, Person, seesTrainee, Trainee } from "./model";
import type { Roll } from "./roll";
import { ABSENT, CONFLICT, FORBIDDEN, INVALID, named, Step, somebody, Told } from "./step";

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
  const known = model.trainees.filter((trainee) => seesTrainee(model, trainee, by));
  return Array.from({ length: roll.whole(1, 3) }, () => ({
    trainee: roll.one(known.length > 0 && roll.chance(0.9) ? known : model.trainees),
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
  const hidden = marked.some(({ trainee }) => !seesTrainee(model, trainee, by));
  const seen = marked.filter(({ trainee }) => seesTrainee(model, trainee, by));
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

export const wasElsewhere = (
  { groupDays }: Model,
  { group }: Trainee,
  { id, date }: Pick<GroupDay, "id" | "date">,
): boolean => groupDays.some((other) => other.id !== id && other.date === date && group.get(other.id));

const recordGroupAttendance: Step = {
  mutation: "recordGroupAttendance",
  thing: "supervisionSession",
  weight: 16,
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

export const SUPERVISION: readonly Step[] = [recordGroupAttendance, recordCourseAttendance];
