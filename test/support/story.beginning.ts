import { Board, Seat } from "../../src/board/board.entity";
import { BoardKind } from "../../src/board/board-kind";
import { Sector } from "../../src/board/sector";
import { CommissionStage } from "../../src/commission/commission-stage";
import { CourseDay } from "../../src/course/course-day.entity";
import { sortNameOf } from "../../src/graph/sort-name";
import { newId } from "../../src/id";
import { Transaction } from "../../src/mutation/transact";
import { Person, PersonRole } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { Cohort } from "../../src/programme/cohort.entity";
import { Fee } from "../../src/programme/fee.entity";
import { Programme } from "../../src/programme/programme.entity";
import { CompetencyArea, Standard } from "../../src/programme/standard.entity";
import { londonDay } from "../../src/time";
import { StaffAssignment } from "../../src/trainee/staff-assignment.entity";
import { Trainee } from "../../src/trainee/trainee.entity";

export const daysAgo = (days: number): string => londonDay(new Date(Date.now() - days * 86_400_000));

export const invite = async (tx: Transaction, name: string, role?: Role): Promise<Person> => {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
  const person = await tx.add(Person, {
    id: newId("per"),
    name,
    sortName: sortNameOf(name),
    emailKey: email,
    email,
    phone: null,
    disabledAt: null,
    signedOutAt: null,
    issuer: null,
    subject: null,
    version: 1,
  });
  tx.append("PersonInvited", person, { personId: person.id }, { name });
  if (role) {
    await tx.add(PersonRole, { id: newId("rol"), personId: person.id, role });
    tx.append("RoleGranted", person, { personId: person.id }, { role });
  }
  return person;
};

export const openCohort = async (tx: Transaction) => {
  const programme = await tx.add(Programme, {
    id: newId("prg"),
    reference: "LT",
    name: "Learning together",
    summary: "Reviewers learn in pairs, on a real review.",
    contactEmail: "programme@example.org",
    version: 1,
  });
  const standard = await tx.add(Standard, {
    id: newId("std"),
    programmeId: programme.id,
    number: 1,
    courseDays: 4,
    groupDays: 4,
    sources: 3,
    networkMeetings: 3,
    everyAreaMet: true,
    reviewCountsFrom: CommissionStage.DRAFT_REPORT,
    assessorMayHaveSupervised: false,
  });
  const areas: CompetencyArea[] = [];
  for (let number = 1; number <= 6; number += 1) {
    const said = { code: `C${number}`, name: `Area ${number}`, description: `What area ${number} asks.` };
    areas.push(await tx.add(CompetencyArea, { id: newId("are"), standardId: standard.id, ...said }));
  }
  const fee = { amountMinor: 350_000, vatPercent: 20, currency: "GBP" };
  await tx.add(Fee, { id: newId("fee"), programmeId: programme.id, appliesFrom: daysAgo(600), ...fee });
  const cohort = await tx.add(Cohort, {
    id: newId("coh"),
    reference: "LT-2017",
    programmeId: programme.id,
    standardId: standard.id,
    name: "The first cohort",
    opensOn: daysAgo(600),
    applyBy: daysAgo(500),
    decisionsExpected: daysAgo(470).slice(0, 7),
    capacity: 16,
    feeMinor: 350_000,
    vatPercent: 20,
    currency: "GBP",
    version: 1,
  });
  const courseDays: CourseDay[] = [];
  for (const [index, ago] of [390, 389, 380, 379].entries()) {
    const said = { number: index + 1, date: daysAgo(ago), venue: "London", topics: "Systems thinking", version: 1 };
    courseDays.push(await tx.add(CourseDay, { id: newId("day"), cohortId: cohort.id, ...said }));
  }
  tx.append("ProgrammeCreated", programme, {}, { reference: programme.reference });
  tx.append("CohortOpened", cohort, {}, { reference: cohort.reference });
  return { programme, standard, areas, cohort, courseDays };
};

export const register = async (tx: Transaction, name: string): Promise<Board> => {
  const kind = { kind: BoardKind.LSCB, sector: Sector.CHILDREN, jurisdiction: "England", version: 1 };
  const called = { reference: name.toUpperCase(), name, sortName: sortNameOf(name) };
  const board = await tx.add(Board, { id: newId("brd"), ...called, ...kind });
  tx.append("BoardRegistered", board, { boardId: board.id }, { name });
  return board;
};

export const seated = async (tx: Transaction, board: Board, name: string): Promise<Person> => {
  const person = await invite(tx, name);
  const { id: personId } = person;
  const seat = await tx.add(Seat, {
    id: newId("sea"),
    boardId: board.id,
    personId,
    since: daysAgo(900),
    endedOn: null,
  });
  tx.append("SeatGranted", seat, { boardId: board.id }, { personId, since: seat.since });
  return person;
};

export const assigned = async (tx: Transaction, trainee: Trainee, person: Person, role: Role): Promise<void> => {
  const { id: traineeId } = trainee;
  const said = { traineeId, personId: person.id, role, since: daysAgo(300) };
  const assignment = await tx.add(StaffAssignment, { id: newId("asg"), ...said });
  tx.append("StaffAssigned", assignment, { traineeId }, { personId: person.id, role });
};
