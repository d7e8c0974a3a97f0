import { Index } from "typeorm";
import { Accreditation } from "../accreditation/accreditation.entity";
import { Flag } from "../graph/columns";
import { One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Holds } from "../personal/holds";
import { NetworkMeeting } from "./network-meeting.entity";

@AThing({
  prefix: "nwa",
  table: "network_attendance",
  sees: "statusReview",
  audience: { personId: "t.personId" },
  description: "Whether an accredited reviewer was at a meeting of the network.",
})
@Index(["meetingId", "accreditationId"], { unique: true })
@Holds({ about: "t.personId = $" })
export class NetworkAttendance {
  @Id()
  id!: string;

  @Key()
  meetingId!: string;

  @One(() => NetworkMeeting, { sees: "statusReview", key: "meetingId", description: "The meeting." })
  readonly meeting?: never;

  @Key({ index: true })
  accreditationId!: string;

  @One(() => Accreditation, {
    sees: "statusReview",
    key: "accreditationId",
    description: "The accreditation for which it counts.",
  })
  readonly accreditation?: never;

  @Key({ index: true })
  personId!: string;

  @One(() => Person, { sees: "statusReview", key: "personId", description: "Who is accredited." })
  readonly person?: never;

  @Flag("statusReview", "Whether they were there.")
  attended!: boolean;
}

export const networkAttendance = listing(NetworkAttendance, {
  orders: { RECORDED: { column: "id", direction: "ASC", description: "As it was recorded, the earliest first." } },
  filter: { attended: is.flag() },
});
