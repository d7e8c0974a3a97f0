import { registerEnumType } from "type-graphql";
import { Board } from "../board/board.entity";
import { Sector } from "../board/sector";
import { CalendarDay, Flag, LongText, Moment, OneOf } from "../graph/columns";
import { Computed, ListOf, Many, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key, Reference, Sees, Version } from "../graph/thing";
import { entries } from "../log/entry.entity";
import { Pair } from "../pair/pair.entity";
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
export class Commission {
  @Id()
  id!: string;

  @Reference("LT-2017-004")
  reference!: string;

  @Key({ index: true })
  boardId!: string;

  @One(() => Board, { key: "boardId", description: "The board." })
  readonly board?: never;

  @Key({ index: true })
  pairId!: string;

  @One(() => Pair, { key: "pairId", description: "The pair that conducts the review." })
  readonly pair?: never;

  @OneOf(CommissionStage, "Where it stands.")
  stage!: CommissionStage;

  @OneOf(ReviewKind, "What kind of review.")
  reviewKind!: ReviewKind;

  @OneOf(ReviewFormat, "In which format.")
  format!: ReviewFormat;

  @OneOf(Sector, "Whether it is about a child or an adult.")
  sector!: Sector;

  @Flag("Whether it is the supervised practice review of a trainee.")
  practice!: boolean;

  @Moment("When the pair proposed it.")
  proposedAt!: Date;

  @CalendarDay("When the board commissioned it.", { nullable: true })
  commissionedOn!: string | null;

  @CalendarDay("When the review itself began.", { nullable: true })
  startedOn!: string | null;

  @CalendarDay("When the board wants it finished.", { nullable: true })
  targetOn!: string | null;

  @Computed<{ stage: CommissionStage; targetOn: string | null }>(() => Boolean, {
    from: ["stage", "targetOn"],
    value: ({ stage, targetOn }, { now }) => isLate(stage, targetOn, londonDay(now)),
    description: "Whether its target day has passed and it is not finished.",
  })
  readonly late?: never;

  @Flag("Whether quality assurance was passed; null until it is recorded.", { nullable: true })
  qualityPassed!: boolean | null;

  @CalendarDay("When quality assurance was recorded.", { nullable: true })
  qualityRecordedOn!: string | null;

  @LongText("What quality assurance noted. Null when it is not yours to see.", { nullable: true })
  @Sees("qualityNotes")
  qualityNotes!: string | null;

  @LongText("The board's written response to the report.", { nullable: true })
  boardResponse!: string | null;

  @OneOf(Publication, "What the board did with the report; null until it decides.", { nullable: true })
  publication!: Publication | null;

  @ListOf(() => RateOffer, {
    by: "commissionId",
    order: ["offeredAt"],
    size: 6,
    description: "The day rates offered, in order.",
  })
  readonly rateOffers?: never;

  @Many(() => supervisionSessions, {
    by: "commissionId",
    description: "The individual supervision charged to the board.",
  })
  @Sees("commission")
  readonly supervision?: never;

  @Many(() => charges, { by: "commissionId", description: "What the board is charged." })
  readonly charges?: never;

  @Many(() => entries, { by: "commissionId", description: "What happened to it: of what you may see." })
  @Sees("commission")
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
    boardId: is.id(),
    pairId: is.id(),
  },
});
