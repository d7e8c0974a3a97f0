import { registerEnumType } from "type-graphql";
import { Commission } from "../commission/commission.entity";
import { RateSide } from "../commission/rate-side";
import { CalendarDay, LongText, Moment, OneOf } from "../graph/columns";
import { Computed, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Holds } from "../personal/holds";
import { londonDay } from "../time";
import { isOverdue } from "./information.rules";
import { InformationState } from "./information-state";

registerEnumType(InformationState, {
  name: "InformationState",
  description: "What has become of a request for information.",
  valuesConfig: {
    OPEN: { description: "It waits for the other side." },
    ANSWERED: { description: "The other side gave what was asked for." },
    REFUSED: { description: "The other side said why it does not give it." },
    WITHDRAWN: { description: "Who asked needs it no more." },
  },
});

@AThing({
  prefix: "inq",
  table: "information_request",
  sees: "commission",
  audience: { commissionId: "t.commissionId", boardId: "t.boardId" },
  description:
    "Information that one side of a commission asks the other for in writing, and what was answered. It speaks of papers, people's offices and dates; it names nobody whom the review is about.",
})
@Holds({ part: "t.askerId = $ OR t.responderId = $", nobodys: ["request", "response"] })
export class InformationRequest {
  @Id()
  id!: string;

  @Key({ index: true })
  commissionId!: string;

  @One(() => Commission, { sees: "commission", key: "commissionId", description: "The commission." })
  readonly commission?: never;

  @Key({ index: true })
  boardId!: string;

  @OneOf("commission", RateSide, "Which side asks: the pair, or the board.")
  askedBy!: RateSide;

  @Key()
  askerId!: string;

  @One(() => Person, { sees: "commission", key: "askerId", description: "Who asked." })
  readonly asker?: never;

  @LongText("commission", "What is asked for.")
  request!: string;

  @Moment("commission", "When it was asked.")
  askedAt!: Date;

  @CalendarDay("commission", "By when the answer is needed.")
  dueOn!: string;

  @Computed<{ state: InformationState; dueOn: string }>(() => Boolean, {
    sees: "commission",
    from: ["state", "dueOn"],
    value: (request, { now }) => isOverdue(request, londonDay(now)),
    description: "Whether that day has passed and it is still open.",
  })
  readonly overdue?: never;

  @OneOf("commission", InformationState, "What has become of it.")
  state!: InformationState;

  @LongText("commission", "What the other side answered, or why it does not; null until then.", { nullable: true })
  response!: string | null;

  @Key({ nullable: true })
  responderId!: string | null;

  @One(() => Person, { sees: "commission", key: "responderId", description: "Who answered." })
  readonly responder?: never;

  @Moment("commission", "When it was answered; null until then.", { nullable: true })
  respondedAt!: Date | null;

  @Version()
  version!: number;
}

export const informationRequests = listing(InformationRequest, {
  orders: {
    NEWEST_FIRST: { column: "askedAt", direction: "DESC", description: "What was asked last comes first." },
    DUE_FIRST: { column: "dueOn", direction: "ASC", description: "What is needed first comes first." },
  },
  filter: { state: is.oneOf(InformationState, "InformationState"), dueOn: is.date() },
});
