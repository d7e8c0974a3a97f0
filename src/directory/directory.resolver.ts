import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context";
import { answer } from "../mutation/answer";
import { payloadOf } from "../mutation/payload";
import { KindOfPerson } from "../scope/kinds-of-person";
import {
  ChangeDirectoryEntryInput,
  EnterDirectoryInput,
  LeaveDirectoryInput,
  RemoveDirectoryEntryInput,
} from "./directory.inputs";
import * as directory from "./directory.service";
import { DirectoryEntry } from "./directory-entry.entity";

const EnterDirectoryPayload = payloadOf("EnterDirectory", "directoryEntry", () => DirectoryEntry);
const ChangeDirectoryEntryPayload = payloadOf("ChangeDirectoryEntry", "directoryEntry", () => DirectoryEntry);
const LeaveDirectoryPayload = payloadOf("LeaveDirectory", "directoryEntry", () => DirectoryEntry);
const RemoveDirectoryEntryPayload = payloadOf("RemoveDirectoryEntry", "directoryEntry", () => DirectoryEntry);

@Resolver()
export class DirectoryResolver {
  @Authorized()
  @Mutation(() => EnterDirectoryPayload, {
    description:
      "Puts you into the public directory, with an accreditation of yours that holds. Nobody else can do it for you. What you write is shown to anybody, as you agree by it, while the accreditation holds; should it lapse the entry waits, and is seen by you and the programme lead alone.",
  })
  enterDirectory(@Ctx() ctx: Context, @Arg("input") input: EnterDirectoryInput): Promise<object> {
    return answer(ctx, "enterDirectory", input, directory.enter);
  }

  @Authorized()
  @Mutation(() => ChangeDirectoryEntryPayload, {
    description: "Says anew what your entry in the public directory says of you.",
  })
  changeDirectoryEntry(@Ctx() ctx: Context, @Arg("input") input: ChangeDirectoryEntryInput): Promise<object> {
    return answer(ctx, "changeDirectoryEntry", input, directory.change);
  }

  @Authorized()
  @Mutation(() => LeaveDirectoryPayload, {
    description:
      "Takes you out of the public directory. What you wrote is removed at once, so the payload's thing is null; that you had agreed, and until when, stays on record. You may enter again.",
  })
  leaveDirectory(@Ctx() ctx: Context, @Arg("input") input: LeaveDirectoryInput): Promise<object> {
    return answer(ctx, "leaveDirectory", input, directory.leave);
  }

  @Authorized<KindOfPerson>("LEAD")
  @Mutation(() => RemoveDirectoryEntryPayload, {
    description:
      "The programme lead takes somebody out of the public directory, as if they had left, and says why. The payload's thing is null: nothing of it is left to see.",
  })
  removeDirectoryEntry(@Ctx() ctx: Context, @Arg("input") input: RemoveDirectoryEntryInput): Promise<object> {
    return answer(ctx, "removeDirectoryEntry", input, directory.remove);
  }
}
