import { Arg, Authorized, ID, Resolver, Root } from "type-graphql";
import { One } from "../graph/fields";
import { APart } from "../graph/part";
import { Cursor } from "../graph/scalars";
import { FromLog } from "../hub/live";
import { Message } from "../hub/message";
import { Commission } from "./commission.entity";

@APart({ description: "Something happened to a commission." })
export class CommissionChanged extends Message {
  @One(() => Commission, { key: "commissionId", description: "The commission, as it is now." })
  readonly commission?: never;
}

@Resolver()
export class CommissionSubscription {
  @Authorized()
  @FromLog(() => CommissionChanged, {
    kinds: [
      "CommissionProposed",
      "RateOffered",
      "RateAccepted",
      "CommissionGranted",
      "CommissionDeclined",
      "CommissionReassigned",
      "CommissionAdvanced",
      "QualityAssured",
      "PublicationDecided",
    ],
    about: "commissionId",
    matches: (entry, { commissionId, boardId }) =>
      (commissionId == null || commissionId === entry.commissionId) && (boardId == null || boardId === entry.boardId),
    description: "What happens to commissions: proposals, offers, decisions, stages, and by whom they are conducted.",
  })
  commissionChanged(
    @Root() message: CommissionChanged,
    @Arg("after", () => Cursor, { nullable: true, description: "Continue after this place." }) _after?: string,
    @Arg("commissionId", () => ID, { nullable: true, description: "Only this commission." }) _commissionId?: string,
    @Arg("boardId", () => ID, { nullable: true, description: "Only this board's." }) _boardId?: string,
  ): CommissionChanged {
    return message;
  }
}
