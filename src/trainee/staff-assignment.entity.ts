import { Index } from "typeorm";
import { CalendarDay, OneOf } from "../graph/columns";
import { One } from "../graph/fields";
import { AThing, Id, Key } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Role } from "../person/role";
import { Holds, OF_TRAINEE } from "../personal/holds";
import { Trainee } from "./trainee.entity";

@AThing({
  prefix: "asg",
  table: "staff_assignment",
  sees: "readiness",
  audience: { traineeId: "t.traineeId" },
  description: "A supervisor or assessor assigned to a trainee, now or once.",
})
@Index(["traineeId", "personId", "role"], { unique: true })
@Holds({ about: `t.personId = $ OR ${OF_TRAINEE}`, own: true })
export class StaffAssignment {
  @Id()
  id!: string;

  @Key()
  traineeId!: string;

  @One(() => Trainee, { sees: "readiness", key: "traineeId", description: "The trainee." })
  readonly trainee?: never;

  @Key({ index: true })
  personId!: string;

  @One(() => Person, { sees: "readiness", key: "personId", description: "Who is assigned." })
  readonly person?: never;

  @OneOf("readiness", Role, "As what: SUPERVISOR or ASSESSOR.")
  role!: Role;

  @CalendarDay("readiness", "Since when.")
  since!: string;

  @CalendarDay("readiness", "Until when; null while it lasts.", { nullable: true })
  endedOn!: string | null;
}
