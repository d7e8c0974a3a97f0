import { registerEnumType } from "type-graphql";
import { knownToHoldOn } from "../accreditation/holding";
import { Application } from "../application/application.entity";
import { Seat } from "../board/board.entity";
import type { Context } from "../context";
import { Computed, ListOf, Loaded, One } from "../graph/fields";
import { APart } from "../graph/part";
import { Pair } from "../pair/pair.entity";
import { Person } from "../person/person.entity";
import { ROWS_AT_A_TIME } from "../personal/held";
import { PersonalData, personalDataOf } from "../personal/personal-data.type";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { Task } from "./task.type";
import { tasksOf } from "./tasks";

/** What somebody is, by their roles and by what they have to do with. */
export enum ViewerKind {
  LEAD = "LEAD",
  SUPERVISOR = "SUPERVISOR",
  ASSESSOR = "ASSESSOR",
  BOARD_PARTNER = "BOARD_PARTNER",
  TRAINEE = "TRAINEE",
  REVIEWER = "REVIEWER",
  APPLICANT = "APPLICANT",
}
registerEnumType(ViewerKind, {
  name: "ViewerKind",
  description: "What somebody is to the programme.",
  valuesConfig: {
    LEAD: { description: "Runs the programme." },
    SUPERVISOR: { description: "Supervises trainees." },
    ASSESSOR: { description: "Assesses trainees." },
    BOARD_PARTNER: { description: "Speaks for a board." },
    TRAINEE: { description: "Is, or was, a trainee." },
    REVIEWER: { description: "Is accredited." },
    APPLICANT: { description: "Applies, or applied, for a place." },
  },
});

/** Not read from the scope: a programme lead's says nothing of a seat or an accreditation. */
const kindsOf = async ({ db, scope, personId, now }: Context): Promise<ViewerKind[]> => {
  const holds = knownToHoldOn(londonDay(now));
  const rows = await db.rows(
    `SELECT 'BOARD_PARTNER' AS kind FROM seat WHERE personId = ? AND endedOn IS NULL
     UNION SELECT 'TRAINEE' FROM trainee WHERE personId = ?
     UNION SELECT 'APPLICANT' FROM application WHERE personId = ?
     UNION SELECT 'REVIEWER' FROM accreditation t WHERE t.personId = ? AND ${holds.sql}`,
    [personId, personId, personId, personId, ...holds.values],
  );
  const is = new Set(rows.map(({ kind }) => kind as ViewerKind));
  if (scope.lead) is.add(ViewerKind.LEAD);
  if (scope.supervisor) is.add(ViewerKind.SUPERVISOR);
  if (scope.assessor) is.add(ViewerKind.ASSESSOR);
  return Object.values(ViewerKind).filter((kind) => is.has(kind));
};

@APart({ own: true, description: "Whoever asks." })
export class Viewer {
  @One(() => Person, { key: "personId", description: "Who they are." })
  readonly person?: never;

  @Computed(() => [ViewerKind], {
    from: [],
    value: (_, ctx) => kindsOf(ctx),
    description: "What they are: several at once are possible.",
  })
  readonly kinds?: never;

  @ListOf(() => Application, {
    by: "personId",
    order: ["startedAt"],
    size: 3,
    description: "Their own applications, drafts too, the earliest first.",
  })
  readonly applications?: never;

  @ListOf(() => Trainee, {
    by: "personId",
    order: ["enrolledOn"],
    size: 3,
    description: "Their own records as a trainee, the earliest first.",
  })
  readonly trainees?: never;

  @ListOf(() => Seat, { by: "personId", order: ["since"], size: 3, description: "The boards they speak for." })
  readonly seats?: never;

  @ListOf(() => Pair, {
    by: { table: "pair_member", parent: "personId", child: "pairId" },
    order: ["formedOn"],
    size: 3,
    description: "The pairs they are or were one of.",
  })
  readonly pairs?: never;

  @Loaded(() => PersonalData, {
    from: ["personId"],
    load: personalDataOf,
    args: { after: [() => String, { nullable: true, description: "Where it goes on: `next` of the part before." }] },
    size: ROWS_AT_A_TIME,
    description: "All that is held about them and that they may see, in parts.",
  })
  readonly personalData?: never;

  @Computed(() => [Task], {
    from: [],
    value: (_, ctx) => tasksOf(ctx),
    description: "What waits for them, the most urgent first; at most 50.",
  })
  readonly tasks?: never;
}
