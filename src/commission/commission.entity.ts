import { registerEnumType } from "type-graphql";
import { Board } from "../board/board.entity";
import { Sector } from "../board/sector";
import { CalendarDay, Flag, LongText, Moment, OneOf } from "../graph/columns";
import { Computed, ListOf, Many, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key, Reference, Version } from "../graph/thing";
import { entries } from "../log/entry.entity";
import { Pair } from "../pair/pair.entity";
import { Holds } from "../personal/holds";
import { charges } from "../supervision/charge.entity";
import { supervisionSessions } from "../supervision/supervision-session.entity";
import { londonDay } from "../time";
import { isLate } from "./commission.rules";
import { CommissionStage } from "./commission-stage";
import { Publication } from "./publication";
import { RateOffer } from "./rate-offer.entity";
import { ReviewFormat } from "./review-format";
import { ReviewKind } from "./review-kind";

registerEnumType(ReviewKind, { name: "ReviewKind", description: "What kind of case review it is." });
registerEnumType(ReviewFormat, { name: "ReviewFormat", description: "In which format the review is run." });
registerEnumType(Publication, { name: "Publication", description: "What the board does with the report." });

@AThing({
  prefix: "com",
  table: "commission",
  sees: "commission",
  audience: { commissionId: "t.id", boardId: "t.boardId" },
  referenced: true,
  description: "A board asks a pair for a case review, and pays for it.",
})
@Holds({
  about: `(t.pairId IN (SELECT m.pairId FROM pair_member m WHERE m.personId = $) OR t.id IN
    (SELECT f.commissionId FROM former_pair f JOIN pair_member m ON m.pairId = f.pairId WHERE m.personId = $))`,
  words: { qualityNotes: null },
  nobodys: ["boardResponse"],
})
export class Commission {
  @Id()
  id!: string;

  @Reference("LT-2017-004")
  reference!: string;

  @Key({ index: true })
  boardId!: string;

  @One(() => Board, { sees: "commission", key: "boardId", description: "The board." })
  readonly board?: never;

  @Key({ index: true })
  pairId!: string;

  @One(() => Pair, { sees: "commission", key: "pairId", description: "The pair that conducts the review." })
  readonly pair?: never;

  @ListOf(() => Pair, {
    sees: "office",
    by: { table: "former_pair", parent: "commissionId", child: "pairId" },
    order: ["formedOn", "id"],
    size: 2,
    description: "The pairs that conducted it before, where a partner left: for a programme lead.",
  })
  readonly formerPairs?: never;

  @OneOf("commission", CommissionStage, "Where it stands.")
  stage!: CommissionStage;

  @OneOf("commission", ReviewKind, "What kind of review.")
  reviewKind!: ReviewKind;

  @OneOf("commission", ReviewFormat, "In which format.")
  format!: ReviewFormat;

  @OneOf("commission", Sector, "Whether it is about a child or an adult.")
  sector!: Sector;

  @Flag("commission", "Whether it is the supervised practice review of a trainee.")
  practice!: boolean;

  @Moment("commission", "When the pair proposed it.")
  proposedAt!: Date;

  @CalendarDay("commission", "When the board commissioned it.", { nullable: true })
  commissionedOn!: string | null;

  @CalendarDay("commission", "When the review itself began.", { nullable: true })
  startedOn!: string | null;

  @CalendarDay("commission", "When the board wants it finished.", { nullable: true })
  targetOn!: string | null;

  @Computed<{ stage: CommissionStage; targetOn: string | null }>(() => Boolean, {
    sees: "commission",
    from: ["stage", "targetOn"],
    value: ({ stage, targetOn }, { now }) => isLate(stage, targetOn, londonDay(now)),
    description: "Whether its target day has passed and it is not finished.",
  })
  readonly late?: never;

  @Flag("commission", "Whether quality assurance was passed; null until it is recorded.", { nullable: true })
  qualityPassed!: boolean | null;

  @CalendarDay("commission", "When quality assurance was recorded.", { nullable: true })
  qualityRecordedOn!: string | null;

  @LongText("qualityNotes", "What quality assurance noted. Null when it is not yours to see.", { nullable: true })
  qualityNotes!: string | null;

  @LongText("commission", "The board's written response to the report.", { nullable: true })
  boardResponse!: string | null;

  @OneOf("commission", Publication, "What the board did with the report; null until it decides.", { nullable: true })
  publication!: Publication | null;

  @ListOf(() => RateOffer, {
    sees: "commission",
    by: "commissionId",
    order: ["offeredAt"],
    size: 6,
    description: "The day rates offered, in order.",
  })
  readonly rateOffers?: never;

  @Many(() => supervisionSessions, {
    sees: "commission",
    by: "commissionId",
    description: "The individual supervision charged to the board.",
  })
  readonly supervision?: never;

  @Many(() => charges, { sees: "charges", by: "commissionId", description: "What the board is charged." })
  readonly charges?: never;

  @Many(() => entries, {
    sees: "commission",
    by: "commissionId",
    description: "What happened to it: of what you may see.",
  })
  readonly timeline?: never;

  @Version()
  version!: number;
}

export const commissions = listing(Commission, {
  orders: {
    NEWEST_FIRST: { column: "proposedAt", direction: "DESC", description: "What was proposed last comes first." },
    REFERENCE: { column: "reference", direction: "ASC", description: "By reference." },
  },
  filter: {
    stage: is.oneOf(CommissionStage, "CommissionStage"),
    sector: is.oneOf(Sector, "Sector"),
    practice: is.flag(),
    targetOn: is.date(),
    boardId: is.edge(() => Board),
    pairId: is.edge(() => Pair),
  },
});
