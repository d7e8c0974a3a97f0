import { registerEnumType } from "type-graphql";
import { Index } from "typeorm";
import { CalendarDay, Hidden, Whole } from "../graph/columns";
import { Computed, One } from "../graph/fields";
import { Money, money } from "../graph/scalars";
import { AThing, Id, Key } from "../graph/thing";
import { Holds } from "../personal/holds";
import { COVERED, FeeCover } from "./fee-cover";
import { Programme } from "./programme.entity";
import { vatOn } from "./vat";

registerEnumType(FeeCover, {
  name: "FeeCover",
  description: "What a programme's fee pays for.",
  valuesConfig: {
    COURSE: { description: "The taught course." },
    GROUP_SUPERVISION: { description: "The days of group supervision." },
    ASSESSMENT: { description: "The assessment toward accreditation." },
  },
});

type Amount = { amountMinor: number; vatPercent: number; currency: string };
const AMOUNT = ["amountMinor", "vatPercent", "currency"];

@Index(["programmeId", "appliesFrom"], { unique: true })
@AThing({
  prefix: "fee",
  table: "fee",
  sees: "programme",
  audience: {},
  description:
    "What a programme costs from a day on. It never changes: another fee follows it. A cohort keeps the fee that is in force on its first course day.",
})
@Holds({ nobodys: ["currency"] })
export class Fee {
  @Id()
  id!: string;

  @Key()
  programmeId!: string;

  @One(() => Programme, { sees: "programme", key: "programmeId", description: "What it is the fee of." })
  readonly programme?: never;

  @CalendarDay("programme", "The first day it is in force.")
  appliesFrom!: string;

  @Computed<Amount>(() => Money, {
    sees: "programme",
    from: AMOUNT,
    value: ({ amountMinor, currency }) => money(amountMinor, currency),
    description: "The fee without VAT.",
  })
  readonly amount?: never;

  @Whole("programme", "The rate of VAT, in per cent.")
  vatPercent!: number;

  @Computed<Amount>(() => Money, {
    sees: "programme",
    from: AMOUNT,
    value: ({ amountMinor, vatPercent, currency }) => money(vatOn(amountMinor, vatPercent), currency),
    description: "VAT on the fee, rounded to the nearest penny, half a penny up.",
  })
  readonly vat?: never;

  @Computed<Amount>(() => Money, {
    sees: "programme",
    from: AMOUNT,
    value: ({ amountMinor, vatPercent, currency }) => money(amountMinor + vatOn(amountMinor, vatPercent), currency),
    description: "What is to be paid: fee and VAT.",
  })
  readonly withVat?: never;

  @Computed(() => [FeeCover], {
    sees: "programme",
    from: [],
    value: () => COVERED,
    description: "What it pays for. Individual supervision is charged to the commissioning board instead.",
  })
  readonly covers?: never;

  @Hidden({ type: "integer" })
  amountMinor!: number;

  @Hidden({ type: "varchar", length: 3 })
  currency!: string;
}
