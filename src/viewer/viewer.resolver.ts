import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../context";
import { Viewer } from "./viewer.type";

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: "Whoever asks; null without a token." })
  viewer(@Ctx() { personId }: Context): object | null {
    return personId ? { id: personId, personId } : null;
  }
}
