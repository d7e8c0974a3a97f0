import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import { Board } from "./board.entity";
import { ChangeBoardInput, EndSeatInput, GrantSeatInput, RegisterBoardInput } from "./board.inputs";
import * as boards from "./board.service";

const RegisterBoardPayload = payloadOf("RegisterBoard", "board", () => Board);
const ChangeBoardPayload = payloadOf("ChangeBoard", "board", () => Board);
const GrantSeatPayload = payloadOf("GrantSeat", "board", () => Board);
const EndSeatPayload = payloadOf("EndSeat", "board", () => Board);

@Resolver()
export class BoardResolver {
  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => RegisterBoardPayload, { description: "The programme lead registers a safeguarding board." })
  registerBoard(@Ctx() ctx: Context, @Arg("input") input: RegisterBoardInput): Promise<object> {
    return answer(ctx, "registerBoard", input, boards.register);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => ChangeBoardPayload, {
    description: "The programme lead corrects what is known of a board, and says why. The history keeps both.",
  })
  changeBoard(@Ctx() ctx: Context, @Arg("input") input: ChangeBoardInput): Promise<object> {
    return answer(ctx, "changeBoard", input, boards.change);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => GrantSeatPayload, { description: "The programme lead lets a person speak for a board." })
  grantSeat(@Ctx() ctx: Context, @Arg("input") input: GrantSeatInput): Promise<object> {
    return answer(ctx, "grantSeat", input, boards.grantSeat);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => EndSeatPayload, { description: "The programme lead ends a person's seat on a board." })
  endSeat(@Ctx() ctx: Context, @Arg("input") input: EndSeatInput): Promise<object> {
    return answer(ctx, "endSeat", input, boards.endSeat);
  }
}
