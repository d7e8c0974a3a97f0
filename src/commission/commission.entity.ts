import { registerEnumType } from "type-graphql";
import { Board } from "../board/board.entity";
import { Sector } from "../board/sector";
import { charges } from "../charge/charge.entity";
import { LINES } from "../charge/statement";
import { Statement } from "../charge/statement.type";
import { statementsOfCommissions, WINDOW } from "../charge/statements";
import { Contributor } from "../contribution/contributor.entity";
import { Document } from "../document/document.entity";
import { MOST_DOCUMENTS } from "../document/document.rules";
import { notRemoved } from "../document/lists";
import { CalendarDay, Flag, Hidden, LongText, Moment, OneOf, Words } from "../graph/columns";
import { Computed, ListOf, Loaded, Many, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key, Reference, Version } from "../graph/thing";
import { commissionsAsOf } from "../history/commission.history";
import { CommissionSnapshot } from "../history/commission-snapshot.type";
import { AT } from "../history/entries";
import { informationRequests } from "../information/information-request.entity";
import { entries } from "../log/entry.entity";
import { Pair } from "../pair/pair.entity";
import { Holds, Wordless } from "../personal/holds";
import { supervisionSessions } from "../supervision/supervision-session.entity";
import { londonDay } from "../time";
import { isLate, Timed } from "./commission.rules";
import { CommissionStage } from "./commission-stage";
import { lateOn, PAUSED } from "./late";
import { Publication } from "./publication";
import { RateOffer } from "./rate-offer.entity";
import { ReviewFormat } from "./review-format";
import { REVIEW_FORMATS } from "./review-formats";
import { ReviewKind } from "./review-kind";

registerEnumType(ReviewKind, {
  name: "ReviewKind",
  description: "What kind of case review it is: `reviewKinds` tells of each.",
});
registerEnumType(ReviewFormat, {
  name: "ReviewFormat",
  description: "In which format the review is run.",
  valuesConfig: REVIEW_FORMATS,
});
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
  nobodys: ["boardResponse", "publicationAddress"],
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

  @Computed<Timed>(() => Boolean, {
    sees: "commission",
    from: ["stage", "targetOn", "pausedOn"],
    value: (commission, { now }) => isLate(commission, londonDay(now)),
    description: "Whether its target day has passed and it is not finished. Of a paused one: whether it had by then.",
  })
  readonly late?: never;

  @CalendarDay("commission", "Since when it is paused; null while it is not.", { nullable: true })
  pausedOn!: string | null;

  @CalendarDay("commission", "Until when it is expected to be paused, where that is known.", { nullable: true })
  pausedUntil!: string | null;

  /** The target day for which an entry has told that it is overdue. */
  @Wordless
  @Hidden({ type: "varchar", length: 10, nullable: true })
  overdueToldFor!: string | null;

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

  @Words("commission", 500, "Where the report, or its summary, is published, where that is known.", { nullable: true })
  publicationAddress!: string | null;

  @ListOf(() => RateOffer, {
    sees: "commission",
    by: "commissionId",
    order: ["offeredAt"],
    size: 6,
    description: "The day rates offered, in order.",
  })
  readonly rateOffers?: never;

  @ListOf(() => Document, {
    sees: "commission",
    by: "commissionId",
    order: ["announcedAt"],
    size: MOST_DOCUMENTS,
    among: notRemoved,
    description: "The reports of its review: what was announced or has come, the oldest first.",
  })
  readonly documents?: never;

  @Many(() => supervisionSessions, {
    sees: "commission",
    by: "commissionId",
    description: "The individual supervision charged to the board.",
  })
  readonly supervision?: never;

  @ListOf(() => Contributor, {
    sees: "contributors",
    by: "commissionId",
    order: ["askedAt"],
    size: 20,
    description: "Whom the pair named to be asked for input on its trainees, in order.",
  })
  readonly contributors?: never;
  @Many(() => informationRequests, {
    sees: "commission",
    by: "commissionId",
    description: "What the two sides asked each other for in writing.",
  })
  readonly informationRequests?: never;

  @Many(() => charges, { sees: "charges", by: "commissionId", description: "What the board is charged." })
  readonly charges?: never;

  @Loaded(() => Statement, {
    sees: "charges",
    args: WINDOW,
    load: statementsOfCommissions,
    size: LINES,
    description: "What the board owes the programme under it: of all time, or of the days asked for.",
  })
  readonly statement?: never;

  @Many(() => entries, {
    sees: "commission",
    by: "commissionId",
    description: "What happened to it: of what you may see.",
  })
  readonly timeline?: never;

  @Loaded(() => CommissionSnapshot, {
    sees: "commission",
    args: AT,
    load: commissionsAsOf,
    size: 10,
    description: "How it stood at a moment, from the Log. Null before it was proposed.",
  })
  readonly asOf?: never;

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
    late: is.so(({ now }) => lateOn(londonDay(now)), "commission"),
    paused: is.so(() => PAUSED, "commission"),
    boardId: is.edge(() => Board),
    pairId: is.edge(() => Pair),
  },
});
