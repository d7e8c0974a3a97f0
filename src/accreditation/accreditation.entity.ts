import { registerEnumType } from "type-graphql";
import { Index } from "typeorm";
import { CalendarDay } from "../graph/columns";
import { Computed, One } from "../graph/fields";
import { listing } from "../graph/listing";
import { AThing, Id, Key, Reference, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Programme } from "../programme/programme.entity";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { standing } from "./accreditation.rules";
import { AccreditationStanding } from "./accreditation-standing";

registerEnumType(AccreditationStanding, {
  name: "AccreditationStanding",
  description: "Whether an accreditation holds.",
});

@AThing({
  prefix: "acc",
  table: "accreditation",
  sees: "name",
  audience: { personId: "t.personId", traineeId: "t.traineeId" },
  referenced: true,
  description: "A person accredited as a reviewer, and so a member of the network. It is reviewed every year.",
})
export class Accreditation {
  @Id()
  id!: string;

  @Reference("LT-7K3Q-9XMB")
  reference!: string;

  @Key({ index: true })
  personId!: string;

  @One(() => Person, { key: "personId", description: "Who is accredited." })
  readonly person?: never;

  @Key({ index: true })
  programmeId!: string;

  @One(() => Programme, { key: "programmeId", description: "By which programme." })
  readonly programme?: never;

  /** Null for those accredited before this system held the records. */
  @Index({ unique: true })
  @Key({ nullable: true })
  traineeId!: string | null;

  @One(() => Trainee, { key: "traineeId", description: "The trainee's record that led to it." })
  readonly trainee?: never;

  @CalendarDay("When it was given; membership of the network begins with it.")
  accreditedOn!: string;

  @CalendarDay("When its next annual review is due.")
  reviewDueOn!: string;

  @CalendarDay("When it lapsed; null while it has not.", { nullable: true })
  lapsedOn!: string | null;

  @CalendarDay("When it was withdrawn; null while it was not.", { nullable: true })
  withdrawnOn!: string | null;

  @Computed<{ reviewDueOn: string; lapsedOn: string | null; withdrawnOn: string | null }>(() => AccreditationStanding, {
    from: ["accreditedOn", "reviewDueOn", "lapsedOn", "withdrawnOn"],
    value: (accreditation, { now }) => standing(accreditation, londonDay(now)),
    description: "Whether it holds today.",
  })
  readonly standing?: never;

  @Version()
  version!: number;
}

export const accreditations = listing(Accreditation, {
  orders: {
    NEWEST_FIRST: { column: "accreditedOn", direction: "DESC", description: "The latest comes first." },
    REFERENCE: { column: "reference", direction: "ASC", description: "By number." },
  },
});
