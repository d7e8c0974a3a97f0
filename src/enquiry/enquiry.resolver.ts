import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Enquiry } from "./enquiry.entity";
import { ArrangeCallInput, AskForCallInput, CloseEnquiryInput } from "./enquiry.inputs";
import * as enquiries from "./enquiry.service";

const AskForCallPayload = payloadOf("AskForCall", "enquiry", () => Enquiry);
const ArrangeCallPayload = payloadOf("ArrangeCall", "enquiry", () => Enquiry);
const CloseEnquiryPayload = payloadOf("CloseEnquiry", "enquiry", () => Enquiry);

@Resolver()
export class EnquiryResolver {
  @Authorized()
  @Mutation(() => AskForCallPayload, {
    description: "Asks for a call with a programme lead about a programme. At most 5 of yours may be open.",
  })
  askForCall(@Ctx() ctx: Context, @Arg("input") input: AskForCallInput): Promise<object> {
    return answer(ctx, "askForCall", input, enquiries.askForCall);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ArrangeCallPayload, {
    description: "The programme lead arranges when and with whom a call is to be, or moves it to another time.",
  })
  arrangeCall(@Ctx() ctx: Context, @Arg("input") input: ArrangeCallInput): Promise<object> {
    return answer(ctx, "arrangeCall", input, enquiries.arrangeCall);
  }

  @Authorized()
  @Mutation(() => CloseEnquiryPayload, {
    description: "Closes an enquiry that is answered, or no longer asked: the programme lead does, or who asked.",
  })
  closeEnquiry(@Ctx() ctx: Context, @Arg("input") input: CloseEnquiryInput): Promise<object> {
    return answer(ctx, "closeEnquiry", input, enquiries.closeEnquiry);
  }
}
