import { ClassType, Field } from "type-graphql";
import { One } from "../graph/fields";
import { APart } from "../graph/part";
import { Cursor } from "../graph/scalars";
import { UserErrorType } from "./user-errors";

/** Makes `<Mutation>Payload`: the thing, the errors, and the cursor of the change. */
export const payloadOf = (mutation: string, thing: string, target: () => ClassType): ClassType => {
  const name = `${mutation}Payload`;
  const made = { [name]: class {} }[name] as ClassType;
  APart({ description: `What ${mutation} answers.` })(made);
  One(target, { key: "thingId", description: "The thing, as it is after the change." })(made.prototype, thing);
  Field(() => [UserErrorType], { description: "Why it was refused; empty when it was done." })(
    made.prototype,
    "errors",
  );
  Field(() => Cursor, {
    nullable: true,
    description: "The place of this change in the Log: a subscription `after` it continues from here. Null on refusal.",
  })(made.prototype, "cursor");
  return made;
};
