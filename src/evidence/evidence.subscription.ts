import { Arg, Authorized, ID, Resolver, Root } from "type-graphql";
import { One } from "../graph/fields";
import { APart } from "../graph/part";
import { Cursor } from "../graph/scalars";
import { FromLog } from "../hub/live";
import { Message } from "../hub/message";
import { factsOf } from "../log/facts";
import { Trainee } from "../trainee/trainee.entity";
import { Evidence } from "./evidence.entity";

@APart({
  description: "An item of evidence arrived. One that is about both of a pair brings a message for each.",
})
export class EvidenceSubmitted extends Message {
  @One(() => Evidence, { key: "subjectId", description: "The item." })
  readonly evidence?: never;

  @One(() => Trainee, { key: "traineeId", description: "Whom this message is about." })
  readonly trainee?: never;
}

@Resolver()
export class EvidenceSubscription {
  @Authorized()
  @FromLog(() => EvidenceSubmitted, {
    kinds: ["EvidenceSubmitted"],
    about: ["traineeId", "commissionId"],
    matches: (entry, { traineeId, commissionId }) =>
      (traineeId == null || traineeId === entry.traineeId) &&
      (commissionId == null || commissionId === factsOf(entry)?.commissionId),
    description: "Evidence as it arrives.",
  })
  evidenceSubmitted(
    @Root() message: EvidenceSubmitted,
    @Arg("after", () => Cursor, { nullable: true, description: "Continue after this place." }) _after?: string,
    @Arg("traineeId", () => ID, { nullable: true, description: "Only about this trainee." }) _traineeId?: string,
    @Arg("commissionId", () => ID, { nullable: true, description: "Only from this commission." })
    _commissionId?: string,
  ): EvidenceSubmitted {
    return message;
  }
}
