import { Board, Seat } from "../../src/board/board.entity";
import { BoardKind } from "../../src/board/board-kind";
import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import type { Log } from "../../src/log/log";
import { PersonRole, Person as PersonRow } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { Trainee as TraineeRow } from "../../src/trainee/trainee.entity";
import { story, tell } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { Model, Pair, Person, readinessOf, Trainee } from "./model";

/**
 * Two pairs of trainees with their staff, four boards and a stranger. Gil and Hana are in no pair yet. Dev and Hana have missed a course day; Fen safeguards
 * nobody; Ben has a seat beside, and is an assessor of the other pair; Sam, who supervises Ada and Ben, is an assessor of
 * theirs as well. All of it in the database, and in the model.
 */
export const begin = async (db: Database, log: Log): Promise<Model> => {
  const s = await story({ db, log });
  const change = (work: Parameters<typeof tell>[2]) => tell({ db, log }, s.lead.id, work);
  const pairOfCara = await s.pair("Cara", "Dev");
  const [cara, dev] = [await s.trainee("Cara"), await s.trainee("Dev")];
  const [gil, hana] = [await s.trainee("Gil"), await s.trainee("Hana")];
  const stu = await s.person("Stu Supervisor", Role.SUPERVISOR);
  const ann = await s.person("Ann Assessor", Role.ASSESSOR);
  const [eastvale, fen, harrowmere] = [
    await s.boardNamed("Eastvale"),
    await s.boardNamed("Fen"),
    await s.boardNamed("Harrowmere"),
  ];
  await db.source.manager.update(Board, { id: fen.id }, { kind: BoardKind.COMMUNITY_SAFETY_PARTNERSHIP });
  const seats = {
    Eve: await s.seatOn(eastvale, "Eve"),
    Fay: await s.seatOn(fen, "Fay"),
    Hal: await s.seatOn(harrowmere, "Hal"),
  };
  const stranger = await s.person("Sid");

  const granted = (personId: string, role: Role) =>
    change(async (tx) => {
      const person = await tx.manager.findOneByOrFail(PersonRow, { id: personId });
      await tx.add(PersonRole, { id: newId("rol"), personId, role });
      tx.append("RoleGranted", person, { personId }, { role });
    });
  await granted(s.ben.personId, Role.ASSESSOR);
  await granted(s.supervisor.id, Role.ASSESSOR);
  await change(async (tx) => {
    const [boardId, personId, since] = [harrowmere.id, s.ben.personId, daysAgo(900)];
    const seat = await tx.add(Seat, { id: newId("sea"), boardId, personId, since, endedOn: null });
    tx.append("SeatGranted", seat, { boardId }, { personId, since });
  });
  const ben = await db.source.manager.findOneByOrFail(PersonRow, { id: s.ben.personId });
  for (const trainee of [s.ada, s.ben]) await s.assign(trainee, s.supervisor, Role.ASSESSOR);
  for (const trainee of [cara, dev]) {
    await s.assign(trainee, stu, Role.SUPERVISOR);
    await s.assign(trainee, ann, Role.ASSESSOR);
    await s.assign(trainee, ben, Role.ASSESSOR);
  }
  for (const trainee of [gil, hana]) {
    await s.assign(trainee, stu, Role.SUPERVISOR);
    await s.assign(trainee, ann, Role.ASSESSOR);
  }
  for (const trainee of [s.ada, s.ben, cara, gil]) await s.attendCourse(trainee);
  for (const trainee of [dev, hana]) await s.attendCourse(trainee, 3);

  const boards = [s.board, eastvale, fen, harrowmere].map(({ id, name }) => ({ id, name, safeguards: id !== fen.id }));
  const speaksFor = (...ids: string[]) => boards.filter(({ id }) => ids.includes(id));
  const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({ id, name, boards: [], ...more });
  const people = {
    Lee: person(s.lead.id, "Lee", { lead: true }),
    Sam: person(s.supervisor.id, "Sam", { supervisor: true, assessor: true }),
    Stu: person(stu.id, "Stu", { supervisor: true }),
    Alex: person(s.assessor.id, "Alex", { assessor: true }),
    Ann: person(ann.id, "Ann", { assessor: true }),
    Nia: person(s.seat.id, "Nia", { boards: speaksFor(s.board.id) }),
    Eve: person(seats.Eve.id, "Eve", { boards: speaksFor(eastvale.id) }),
    Fay: person(seats.Fay.id, "Fay", { boards: speaksFor(fen.id) }),
    Hal: person(seats.Hal.id, "Hal", { boards: speaksFor(harrowmere.id) }),
    Sid: person(stranger.id, "Sid"),
    Ada: person(s.ada.personId, "Ada"),
    Ben: person(ben.id, "Ben", { assessor: true, boards: speaksFor(harrowmere.id) }),
    Cara: person(cara.personId, "Cara"),
    Dev: person(dev.personId, "Dev"),
    Gil: person(gil.personId, "Gil"),
    Hana: person(hana.personId, "Hana"),
  };

  const trainee = (row: TraineeRow, who: Person, days: number, supervisor: Person, assessors: Person[]): Trainee => ({
    ...{ id: row.id, person: who, supervisor, assessors, pair: null },
    course: new Map(s.courseDays.slice(0, days).map(({ number }) => [number, true])),
    ...{ group: new Map(), rounds: [], supervisedBy: new Set(), accredited: false },
  });
  const paired = (id: string, ...trainees: Trainee[]): Pair => {
    const pair: Pair = { id, trainees, joinedOn: new Map(), ended: false, version: 1 };
    for (const one of trainees) one.pair = pair;
    return pair;
  };
  const [ofAda, ofCara] = [
    [people.Alex, people.Sam],
    [people.Ann, people.Ben],
  ];
  const pairs = [
    paired(
      s.adaAndBen.id,
      trainee(s.ada, people.Ada, 4, people.Sam, ofAda),
      trainee(s.ben, people.Ben, 4, people.Sam, ofAda),
    ),
    paired(
      pairOfCara.id,
      trainee(cara, people.Cara, 4, people.Stu, ofCara),
      trainee(dev, people.Dev, 3, people.Stu, ofCara),
    ),
  ];
  const alone = [
    trainee(gil, people.Gil, 4, people.Stu, [people.Ann]),
    trainee(hana, people.Hana, 3, people.Stu, [people.Ann]),
  ];
  const model: Model = {
    people: Object.values(people),
    boards,
    ...{ pairs, everyPair: [...pairs], trainees: [...pairs.flatMap((pair) => pair.trainees), ...alone] },
    courseDays: s.courseDays.map(({ id, number }) => ({ id, number, version: 1 })),
    ...{ commissions: [], groupDays: [], information: [], items: [], drafts: [], sessions: [], ledger: [] },
    today: daysAgo(0),
  };
  // The story writes courses and pairs as they are: what of readiness that met is told here.
  for (const trainee of model.trainees) {
    const { id: traineeId } = trainee;
    const met = Object.entries(readinessOf(model, trainee)).flatMap(([rule, is]) => (is ? [rule] : []));
    if (met.length === 0) continue;
    await change(async (tx) => {
      const row = await tx.manager.findOneByOrFail(TraineeRow, { id: traineeId });
      for (const rule of met) tx.append("ReadinessChanged", row, { traineeId }, { rule, from: false, to: true });
    });
  }
  return model;
};
