import { registerEnumType } from "type-graphql";
import { Index } from "typeorm";
import { charges } from "../charge/charge.entity";
import { commissions } from "../commission/commission.entity";
import { CalendarDay, Hidden, OneOf, Words } from "../graph/columns";
import { ListOf, Many, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key, Reference, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Holds } from "../personal/holds";
import { BoardKind } from "./board-kind";
import { Sector } from "./sector";

registerEnumType(BoardKind, {
  name: "BoardKind",
  description: "What kind of board it is; kinds differ between nations and years.",
});
registerEnumType(Sector, { name: "Sector", description: "Whom a board or review is about." });

@AThing({
  prefix: "brd",
  table: "board",
  sees: "board",
  audience: { boardId: "t.id" },
  referenced: true,
  description: "A safeguarding board: it commissions case reviews and pays for them.",
})
@Holds({ nobodys: ["name", "sortName", "jurisdiction"] })
export class Board {
  @Id()
  id!: string;

  @Reference("NORTHMOOR")
  reference!: string;

  @Words("board", 200, "What it is called.")
  name!: string;

  @Index()
  @Hidden({ type: "varchar", length: 200 })
  sortName!: string;

  @OneOf("board", BoardKind, "What kind of board.")
  kind!: BoardKind;

  @OneOf("board", Sector, "Whether it safeguards children or adults.")
  sector!: Sector;

  @Words("board", 60, "The nation or region whose law it works under.")
  jurisdiction!: string;

  @ListOf(() => Seat, { sees: "charges", by: "boardId", order: ["since"], size: 10, description: "Who speaks for it." })
  readonly seats?: never;

  @Many(() => commissions, { sees: "commission", by: "boardId", description: "Its commissions." })
  readonly commissions?: never;

  @Many(() => charges, { sees: "charges", by: "boardId", description: "What it is charged." })
  readonly charges?: never;

  @Version("charges")
  version!: number;
}

export const boards = listing(Board, {
  orders: { NAME: { column: "sortName", direction: "ASC", sees: "board", description: "By name." } },
  filter: {
    name: is.name("sortName", "board"),
    kind: is.oneOf(BoardKind, "BoardKind"),
    sector: is.oneOf(Sector, "Sector"),
  },
});

@AThing({
  prefix: "sea",
  table: "seat",
  sees: "charges",
  audience: { boardId: "t.boardId", personId: "t.personId" },
  description: "A person's right to speak for a board.",
})
@Index(["boardId", "personId"], { unique: true })
@Holds({ about: "t.personId = $", own: true })
export class Seat {
  @Id()
  id!: string;

  @Key()
  boardId!: string;

  @One(() => Board, { sees: "charges", key: "boardId", description: "The board." })
  readonly board?: never;

  @Key({ index: true })
  personId!: string;

  @One(() => Person, { sees: "charges", key: "personId", description: "Who speaks for it." })
  readonly person?: never;

  @CalendarDay("charges", "Since when.")
  since!: string;

  @CalendarDay("charges", "Until when; null while it lasts.", { nullable: true })
  endedOn!: string | null;
}
