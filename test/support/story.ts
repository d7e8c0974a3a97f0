import { Board } from "../../src/board/board.entity";
import type { Context } from "../../src/context";
import { CourseDay } from "../../src/course/course-day.entity";
import { newId } from "../../src/id";
import { NewEntry } from "../../src/log/log";
import { Transaction, transact } from "../../src/mutation/transact";
import { Pair, PairMember } from "../../src/pair/pair.entity";
import { Person } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { Cohort } from "../../src/programme/cohort.entity";
import { Programme } from "../../src/programme/programme.entity";
import { CompetencyArea, Standard } from "../../src/programme/standard.entity";
import { loadScopes } from "../../src/scope/load";
import { PUBLIC } from "../../src/scope/scope";
import { Trainee } from "../../src/trainee/trainee.entity";
import { TraineeStanding } from "../../src/trainee/trainee-standing";
import { assigned, daysAgo, invite, openCohort, register, seated } from "./story.beginning";
import { Practice, practice } from "./story.practice";
import type { Tandem } from "./tandem";

/** Tells a part of a story: in one transaction, with its entries, as the given person. */
export const tell = async (
  { db, log }: Pick<Tandem, "db" | "log">,
  personId: string | null,
  work: (tx: Transaction) => Promise<unknown>,
): Promise<void> => {
  const scope = (personId && (await loadScopes(db, [personId])).get(personId)) || PUBLIC;
  const ctx: Context = { db, log, personId, scope, now: new Date(), opened: new Set(), loaders: new Map() };
  await transact(ctx, null, async (tx) => {
    await work(tx);
    return "";
  });
};

export interface Cast {
  readonly lead: Person;
  readonly supervisor: Person;
  readonly assessor: Person;
  readonly programme: Programme;
  readonly standard: Standard;
  /** The six areas, C1 to C6. */
  readonly areas: readonly CompetencyArea[];
  readonly cohort: Cohort;
  /** Four, all in the past. */
  readonly courseDays: readonly CourseDay[];
  readonly board: Board;
  /** Who speaks for the board. */
  readonly seat: Person;
  /** Two trainees and the pair they form, with supervisor and assessor assigned. */
  readonly ada: Trainee;
  readonly ben: Trainee;
  readonly adaAndBen: Pair;
}

export interface Story extends Cast, Practice {
  person(name: string, role?: Role): Promise<Person>;
  /** The trainee of this name: the one there is, or a new one on the cohort. */
  trainee(name: string): Promise<Trainee>;
  pair(one: string, other: string): Promise<Pair>;
  assign(trainee: Trainee, person: Person, role: Role.SUPERVISOR | Role.ASSESSOR): Promise<void>;
  boardNamed(name: string): Promise<Board>;
  seatOn(board: Board, name: string): Promise<Person>;
  /** Writes an entry about nothing else: for tests of the Log and the wire. */
  append(kind: NewEntry["kind"], about: NewEntry["about"], facts?: Record<string, unknown>): Promise<void>;
}

/** The beginning of a programme: a lead, a supervisor, an assessor, a cohort, a board with a seat, a pair of trainees. */
export const story = async (tandem: Pick<Tandem, "db" | "log">): Promise<Story> => {
  const known = new Map<string, Trainee>();
  const lead = await founded(tandem);
  const told = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    let made: T | undefined;
    await tell(tandem, lead.id, async (tx) => {
      made = await work(tx);
    });
    return made as T;
  };

  const enrol = async (tx: Transaction, cohort: Cohort, name: string): Promise<Trainee> => {
    const person = await invite(tx, name);
    const trainee = await tx.add(Trainee, {
      id: newId("trn"),
      reference: `${cohort.reference}-T${String(known.size + 1).padStart(2, "0")}`,
      personId: person.id,
      cohortId: cohort.id,
      sortName: person.sortName,
      standing: TraineeStanding.ENROLLED,
      enrolledOn: daysAgo(400),
      pairId: null,
      version: 1,
    });
    const { reference, enrolledOn } = trainee;
    const facts = { reference, cohort: cohort.reference, enrolledOn };
    tx.append("TraineeEnrolled", trainee, { traineeId: trainee.id }, facts);
    known.set(name, trainee);
    return trainee;
  };
  const join = async (tx: Transaction, one: Trainee, other: Trainee): Promise<Pair> => {
    const formed = { reference: `P-${newId("p").slice(-8)}`, formedOn: daysAgo(350), dissolvedOn: null, version: 1 };
    const pair = await tx.add(Pair, { id: newId("pai"), ...formed });
    for (const [index, trainee] of [one, other].entries()) {
      const { id: traineeId, personId } = trainee;
      await tx.add(PairMember, { id: newId("mem"), pairId: pair.id, ordinal: index + 1, personId, traineeId });
      await tx.change(Trainee, trainee, { pairId: pair.id });
      tx.append("PairFormed", pair, { pairId: pair.id, traineeId, personId }, { reference: pair.reference });
    }
    return pair;
  };

  const cast = await told(async (tx): Promise<Cast> => {
    const supervisor = await invite(tx, "Sam Supervisor", Role.SUPERVISOR);
    const assessor = await invite(tx, "Alex Assessor", Role.ASSESSOR);
    const intake = await openCohort(tx);
    const board = await register(tx, "Northmoor");
    const seat = await seated(tx, board, "Nia Northmoor");
    const ada = await enrol(tx, intake.cohort, "Ada");
    const ben = await enrol(tx, intake.cohort, "Ben");
    const adaAndBen = await join(tx, ada, ben);
    for (const trainee of [ada, ben]) {
      await assigned(tx, trainee, supervisor, Role.SUPERVISOR);
      await assigned(tx, trainee, assessor, Role.ASSESSOR);
    }
    return { lead, supervisor, assessor, ...intake, board, seat, ada, ben, adaAndBen };
  });
  const trainee = async (name: string) => known.get(name) ?? told((tx) => enrol(tx, cast.cohort, name));
  return {
    ...cast,
    ...practice(cast, told),
    trainee,
    person: (name, role) => told((tx) => invite(tx, name, role)),
    pair: async (one, other) => {
      const [first, second] = [await trainee(one), await trainee(other)];
      return told((tx) => join(tx, first, second));
    },
    assign: (to, person, role) => told((tx) => assigned(tx, to, person, role)),
    boardNamed: (name) => told((tx) => register(tx, name)),
    seatOn: (board, name) => told((tx) => seated(tx, board, name)),
    append: (kind, about, facts = {}) => told(async (tx) => tx.append(kind, cast.ada, about, facts)),
  };
};

/** The first programme lead: nobody was there to invite them. */
const founded = async (tandem: Pick<Tandem, "db" | "log">): Promise<Person> => {
  let lead: Person | undefined;
  await tell(tandem, null, async (tx) => {
    lead = await invite(tx, "Lee Lead", Role.PROGRAMME_LEAD);
  });
  return lead as Person;
};
