import { LongText, Moment, Words } from "../graph/columns";
import { One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { ERASED, Holds } from "../personal/holds";
import { Programme } from "../programme/programme.entity";

@AThing({
  prefix: "enq",
  table: "enquiry",
  sees: "application",
  audience: { personId: "t.personId" },
  description: "Somebody's query about a programme, and the call with a programme lead that answers it.",
})
@Holds({
  about: "t.personId = $",
  part: "t.withId = $",
  own: true,
  words: { question: ERASED, phone: null, preferredTimes: null },
})
export class Enquiry {
  @Id()
  id!: string;

  @Key({ index: true })
  programmeId!: string;

  @One(() => Programme, { sees: "application", key: "programmeId", description: "The programme it is about." })
  readonly programme?: never;

  @Key({ index: true })
  personId!: string;

  @One(() => Person, { sees: "application", key: "personId", description: "Who asks." })
  readonly person?: never;

  @LongText("application", "What they ask.")
  question!: string;

  @Words("application", 40, "Where to call them. Null: as their contact details say.", { nullable: true })
  phone!: string | null;

  @Words("application", 500, "When a call would suit them.", { nullable: true })
  preferredTimes!: string | null;

  @Moment("application", "When they asked.")
  askedAt!: Date;

  @Moment("application", "When the call is to be. Null until it is arranged.", { nullable: true })
  callAt!: Date | null;

  @Key({ nullable: true, index: true })
  withId!: string | null;

  @One(() => Person, { sees: "application", key: "withId", description: "The programme lead they will speak to." })
  readonly with?: never;

  @Moment("application", "When it was closed. Null while it is open.", { nullable: true })
  closedAt!: Date | null;

  @Version()
  version!: number;
}

export const enquiries = listing(Enquiry, {
  orders: {
    NEWEST_FIRST: { column: "askedAt", direction: "DESC", description: "What was asked last comes first." },
    OLDEST_FIRST: { column: "askedAt", direction: "ASC", description: "What was asked first comes first." },
  },
  filter: { askedAt: is.moment(), callAt: is.moment(), programmeId: is.edge(() => Programme) },
});
