import { Arg, Authorized, ID, Resolver, Root } from "type-graphql";
import { ToNode } from "../graph/fields";
import { APart } from "../graph/part";
import { Cursor } from "../graph/scalars";
import { FromLog } from "../hub/live";
import { Message } from "../hub/message";
import { AUDIENCE } from "../scope/condition";
import { EntryKind, EntryKinds } from "./kinds";

@APart({ description: "Any entry of the Log that you may see." })
export class FeedMessage extends Message {
  @ToNode({ key: "subjectId", description: "What it happened to, as it is now." })
  readonly subject?: never;
}

@Resolver()
export class FeedSubscription {
  @Authorized()
  @FromLog(() => FeedMessage, {
    about: "about",
    matches: (entry, { kinds, about }) =>
      (kinds == null || (kinds as EntryKind[]).includes(entry.kind)) &&
      (about == null || [entry.subjectId, ...AUDIENCE.map((id) => entry[id])].includes(about as string)),
    description: "Everything that happens, of what you may see.",
  })
  feed(
    @Root() message: FeedMessage,
    @Arg("after", () => Cursor, { nullable: true, description: "Continue after this place." }) _after?: string,
    @Arg("kinds", () => [EntryKinds], { nullable: true, description: "Only entries of these kinds." })
    _kinds?: EntryKind[],
    @Arg("about", () => ID, {
      nullable: true,
      description: "Only what happened to this thing or concerns this trainee, pair, commission, board or person.",
    })
    _about?: string,
  ): FeedMessage {
    return message;
  }
}
