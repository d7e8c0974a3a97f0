import { Index } from "typeorm";
import { CalendarDay, Moment, Words } from "../graph/columns";
import { Many, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Holds } from "../personal/holds";
import { Programme } from "../programme/programme.entity";
import { networkAttendance } from "./network-attendance.entity";

@AThing({
  prefix: "nwm",
  table: "network_meeting",
  sees: "networkMeeting",
  audience: {},
  description:
    "A meeting of a programme's network: of everybody it has accredited. Each of them is to attend a minimum of such meetings a year.",
})
@Holds({ nobodys: ["venue", "topic"] })
export class NetworkMeeting {
  @Id()
  id!: string;

  @Key({ index: true })
  programmeId!: string;

  @One(() => Programme, { sees: "networkMeeting", key: "programmeId", description: "Whose network meets." })
  readonly programme?: never;

  @Index()
  @CalendarDay("networkMeeting", "When it is.")
  date!: string;

  @Words("networkMeeting", 200, "Where it is held.")
  venue!: string;

  @Words("networkMeeting", 200, "What it is about.")
  topic!: string;

  @Moment("networkMeeting", "When it was cancelled: it does not take place. Null otherwise.", { nullable: true })
  cancelledAt!: Date | null;

  // Nobody's in particular, so the list is the programme lead's; everybody else has `Accreditation.networkAttendance`.
  @Many(() => networkAttendance, {
    sees: "statusReview",
    by: "meetingId",
    description: "Of whom it is recorded whether they were there: for the programme lead.",
  })
  readonly attendance?: never;

  // It rises with attendance as with corrections of the meeting. The latter are told to everybody who signs in: from a
  // version that rose without one they could tell that attendance was recorded.
  @Version("statusReview")
  version!: number;
}

export const networkMeetings = listing(NetworkMeeting, {
  orders: {
    NEWEST_FIRST: { column: "date", direction: "DESC", description: "The latest comes first." },
    OLDEST_FIRST: { column: "date", direction: "ASC", description: "The earliest comes first." },
  },
  filter: { date: is.date(), programmeId: is.edge(() => Programme) },
});
