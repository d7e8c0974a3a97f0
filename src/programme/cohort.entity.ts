import { Int } from "type-graphql";
import { applications } from "../application/application.entity";
import { CourseDay } from "../course/course-day.entity";
import { CalendarDay, Hidden, Whole, Words } from "../graph/columns";
import { Computed, ListOf, Loaded, Many, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { Money, money } from "../graph/scalars";
import { AThing, Id, Key, Reference, Version } from "../graph/thing";
import { Holds } from "../personal/holds";
import { londonDay } from "../time";
import { trainees } from "../trainee/trainee.entity";
import { breakEvenOf } from "./break-even";
import { placesLeftOf, placesTakenOf } from "./places";
import { Programme } from "./programme.entity";
import { Standard } from "./standard.entity";
import { vatOn } from "./vat";

type Fee = { feeMinor: number; vatPercent: number; currency: string };
const vatOf = ({ feeMinor, vatPercent }: Fee): number => vatOn(feeMinor, vatPercent);
const FEE = ["feeMinor", "vatPercent", "currency"];

@AThing({
  prefix: "coh",
  table: "cohort",
  sees: "programme",
  audience: {},
  referenced: true,
  description: "One intake of a programme: its application window, course days, places and fee.",
})
@Holds({ nobodys: ["name", "decisionsExpected", "currency"] })
export class Cohort {
  @Id()
  id!: string;

  @Reference("LT-2017")
  reference!: string;

  @Key({ index: true })
  programmeId!: string;

  @One(() => Programme, { sees: "programme", key: "programmeId", description: "The programme." })
  readonly programme?: never;

  @Key({ index: true })
  standardId!: string;

  @One(() => Standard, {
    sees: "programme",
    key: "standardId",
    description: "The version of the Standard it is pinned to.",
  })
  readonly standard?: never;

  @Words("programme", 200, "What it is called.")
  name!: string;

  @CalendarDay("programme", "When applications open.")
  opensOn!: string;

  @CalendarDay("programme", "The last day of application; it ends at midnight in London.")
  applyBy!: string;

  @Words("programme", 7, "The month in which applicants hear, as YYYY-MM.")
  decisionsExpected!: string;

  @Whole("programme", "How many places there are.")
  capacity!: number;

  @Loaded(() => Int, {
    sees: "office",
    load: placesTakenOf,
    description: "How many places are held: by trainees who have not left, and by applicants who confirmed one.",
  })
  readonly placesTaken?: never;

  @Loaded(() => Int, {
    sees: "office",
    load: placesLeftOf,
    description: "How many places nobody holds, whether or not they are on offer.",
  })
  readonly placesLeft?: never;

  @Computed<{ opensOn: string; applyBy: string }>(() => Boolean, {
    sees: "programme",
    from: ["opensOn", "applyBy"],
    value: ({ opensOn, applyBy }, { now }) => opensOn <= londonDay(now) && londonDay(now) <= applyBy,
    description: "Whether it takes applications today.",
  })
  readonly open?: never;

  @Computed<Fee>(() => Money, {
    sees: "programme",
    from: FEE,
    value: ({ feeMinor, currency }) => money(feeMinor, currency),
    description:
      "The fee without VAT, pinned when the cohort opened: it covers the course, group supervision and assessment.",
  })
  readonly fee?: never;

  @Computed<Fee>(() => Money, {
    sees: "programme",
    from: FEE,
    value: (fee) => money(vatOf(fee), fee.currency),
    description: "VAT on the fee, rounded to the nearest penny, half a penny up.",
  })
  readonly vat?: never;

  @Computed<Fee>(() => Money, {
    sees: "programme",
    from: FEE,
    value: (fee) => money(fee.feeMinor + vatOf(fee), fee.currency),
    description: "What is to be paid: fee and VAT.",
  })
  readonly feeWithVat?: never;

  @Loaded(() => Int, {
    sees: "programme",
    from: ["feeMinor"],
    args: {
      dayRateMinor: [
        () => Int,
        { defaultValue: 50_000, description: "A day rate in pence: each trainee agrees their own with the board." },
      ],
    },
    load: breakEvenOf,
    description: "How many paid days of a review, at a day rate, bring in the fee without VAT.",
  })
  readonly breakEvenDays?: never;

  @Hidden({ type: "integer" })
  feeMinor!: number;

  @Hidden({ type: "integer" })
  vatPercent!: number;

  @Hidden({ type: "varchar", length: 3 })
  currency!: string;

  @ListOf(() => CourseDay, {
    sees: "programme",
    by: "cohortId",
    order: ["number"],
    size: 4,
    description: "Its course days.",
  })
  readonly courseDays?: never;

  @Many(() => applications, {
    sees: "application",
    by: "cohortId",
    description: "The applications for it that were submitted.",
  })
  readonly applications?: never;

  @Many(() => trainees, { sees: "name", by: "cohortId", description: "Its trainees." })
  readonly trainees?: never;

  @Version()
  version!: number;
}

export const cohorts = listing(Cohort, {
  orders: {
    NEWEST_FIRST: { column: "applyBy", direction: "DESC", description: "The latest application deadline comes first." },
    REFERENCE: { column: "reference", direction: "ASC", description: "By reference." },
  },
  filter: { applyBy: is.date(), programmeId: is.edge(() => Programme) },
});
