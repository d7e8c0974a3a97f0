import { Arg, Authorized, ID, Resolver, Root } from "type-graphql";
import { One } from "../graph/fields";
import { APart } from "../graph/part";
import { Cursor } from "../graph/scalars";
import { FromLog } from "../hub/live";
import { Message } from "../hub/message";
import { Trainee } from "../trainee/trainee.entity";
import { SupervisionSession } from "./supervision-session.entity";

@APart({
  description:
    "A trainee's attendance of a group day was recorded, or an individual session with a trainee or a reviewer was logged, corrected or struck out.",
})
export class SupervisionLogged extends Message {
  @One(() => SupervisionSession, { key: "subjectId", description: "The session, as it is now." })
  readonly session?: never;

  @One(() => Trainee, {
    key: "traineeId",
    description: "The trainee, as they are now; null where it was held with a reviewer.",
  })
  readonly trainee?: never;
}

@Resolver()
export class SupervisionSubscription {
  @Authorized()
  @FromLog(() => SupervisionLogged, {
    kinds: [
      "GroupSupervisionAttended",
      "IndividualSupervisionLogged",
      "IndividualSupervisionCorrected",
      "IndividualSupervisionStruckOut",
    ],
    about: "traineeId",
    matches: ({ traineeId }, args) => args.traineeId == null || args.traineeId === traineeId,
    description: "Supervision as it is logged and corrected, in groups and one to one.",
  })
  supervisionLogged(
    @Root() message: SupervisionLogged,
    @Arg("after", () => Cursor, { nullable: true, description: "Continue after this place." }) _after?: string,
    @Arg("traineeId", () => ID, { nullable: true, description: "Only this trainee's." }) _traineeId?: string,
  ): SupervisionLogged {
    return message;
  }
}
