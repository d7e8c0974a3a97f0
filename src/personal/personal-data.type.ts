import { Field } from "type-graphql";
import type { Context } from "../context";
import { APart } from "../graph/part";
import { Json } from "../graph/scalars";
import { Held, heldAbout } from "./held";

/** The same for everybody, so that it tells nobody whether there is something that they are not told. */
export const WITHHELD =
  "Judgements and decisions that are not released to you, and notes that are not shared with you, are told once they are. " +
  "Of others there are ids only: what you may see of them, you see elsewhere.";

@APart({ description: "What is held about the viewer, or a part of it: at most 500 records at a time." })
export class PersonalData {
  @Field(() => Json, {
    description:
      "Lists of records by the name of their type, such as `Person`, `Trainee`, `Evidence` or `Entry`: all that is about the viewer, what they wrote, and in what they had a part.",
  })
  held!: object;

  @Field(() => String, { description: "What is not among it yet, and why." })
  withheld!: string;

  @Field(() => String, {
    nullable: true,
    description: "Where it goes on: ask again `after` this place. Null when this was all.",
  })
  next!: string | null;
}

/** The viewer's own data, for their view of themselves. */
export const personalDataOf = async (
  ctx: Context,
  viewers: readonly unknown[],
  { after }: { after?: string | null },
): Promise<PersonalData[]> => {
  const found: Held = await heldAbout(ctx, after ?? null);
  return viewers.map(() => ({ ...found, withheld: WITHHELD }));
};
