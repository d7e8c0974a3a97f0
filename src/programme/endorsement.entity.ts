import { CalendarDay, Words } from "../graph/columns";
import { One } from "../graph/fields";
import { AThing, Id, Key } from "../graph/thing";
import { Holds } from "../personal/holds";
import { Programme } from "./programme.entity";

@AThing({
  prefix: "end",
  table: "endorsement",
  sees: "programme",
  audience: {},
  description: "That somebody outside it stands behind a programme: who, and from when until when.",
})
@Holds({ nobodys: ["by", "number"] })
export class Endorsement {
  @Id()
  id!: string;

  @Key({ index: true })
  programmeId!: string;

  @One(() => Programme, { sees: "programme", key: "programmeId", description: "What is endorsed." })
  readonly programme?: never;

  @Words("programme", 200, "Who endorses it.")
  by!: string;

  @Words("programme", 40, "The endorser's number for its provider, leading zeros kept. Null when it has none.", {
    nullable: true,
  })
  number!: string | null;

  @CalendarDay("programme", "Since when. Null for one of before such days were kept.", { nullable: true })
  since!: string | null;

  @CalendarDay("programme", "The day it ended. Null while it stands.", { nullable: true })
  until!: string | null;
}
