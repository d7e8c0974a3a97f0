import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Charge } from "./charge.entity";
import { ChargeFeeInput, ChargeQualityAssuranceInput, CreditChargeInput } from "./charge.inputs";
import * as charges from "./charge.service";

const ChargeFeePayload = payloadOf("ChargeFee", "charge", () => Charge);
const ChargeQualityAssurancePayload = payloadOf("ChargeQualityAssurance", "charge", () => Charge);
const CreditChargePayload = payloadOf("CreditCharge", "creditNote", () => Charge);

@Resolver()
export class ChargeResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ChargeFeePayload, {
    description:
      "The programme lead charges a trainee the fee of their cohort. Whoever is enrolled is charged it at once: this is for who became a trainee before there was a ledger of fees, or whose fee was credited. Not while a fee of theirs stands.",
  })
  chargeFee(@Ctx() ctx: Context, @Arg("input") input: ChargeFeeInput): Promise<object> {
    return answer(ctx, "chargeFee", input, charges.chargeFee);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ChargeQualityAssurancePayload, {
    description:
      "The programme lead charges a board for the quality assurance of a review, once there is a draft report: of a practice review, and of any that accredited reviewers conduct later.",
  })
  chargeQualityAssurance(@Ctx() ctx: Context, @Arg("input") input: ChargeQualityAssuranceInput): Promise<object> {
    return answer(ctx, "chargeQualityAssurance", input, charges.chargeQualityAssurance);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => CreditChargePayload, {
    description:
      "The programme lead takes back a charge, or a part of it, by a credit note: a line of its own, since none is ever changed or removed. Nothing is credited by itself: whether somebody who leaves the programme still owes the fee, the lead decides.",
  })
  creditCharge(@Ctx() ctx: Context, @Arg("input") input: CreditChargeInput): Promise<object> {
    return answer(ctx, "creditCharge", input, charges.credit);
  }
}
