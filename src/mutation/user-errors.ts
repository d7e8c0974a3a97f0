import { Field, Int, InterfaceType, registerEnumType } from "type-graphql";
import { APart } from "../graph/part";
import { RuleOutcomeType } from "../rules/rule-outcome.type";

const Codes = {
  INVALID_INPUT: "INVALID_INPUT",
  NOT_FOUND: "NOT_FOUND",
  RULE_NOT_MET: "RULE_NOT_MET",
  CONFLICT: "CONFLICT",
  IDEMPOTENCY_CONFLICT: "IDEMPOTENCY_CONFLICT",
} as const;
registerEnumType(Codes, { name: "UserErrorCode", description: "Why a mutation was refused." });

const TYPE_OF: Record<string, string> = {
  INVALID_INPUT: "InvalidInput",
  NOT_FOUND: "NotFound",
  RULE_NOT_MET: "RuleNotMet",
  CONFLICT: "Conflict",
  IDEMPOTENCY_CONFLICT: "IdempotencyConflict",
};

@InterfaceType("UserError", {
  description: "An expected refusal. Nothing was changed; all faults are listed.",
  resolveType: ({ code }: { code: string }) => TYPE_OF[code],
})
export abstract class UserErrorType {
  @Field(() => Codes, { description: "What kind of refusal." })
  code!: string;

  @Field(() => String, { description: "For people to read." })
  message!: string;

  @Field(() => [String], { description: "Which part of `input` is meant; empty when the whole is." })
  path!: string[];
}

const refusal = { implements: UserErrorType };

@APart({ ...refusal, description: "A value that cannot be: one for each fault." })
export class InvalidInput extends UserErrorType {}

@APart({ ...refusal, description: "Something the input names is not there, or not yours to see." })
export class NotFound extends UserErrorType {}

@APart({ ...refusal, description: "A rule of the programme stands in the way." })
export class RuleNotMet extends UserErrorType {
  @Field(() => RuleOutcomeType, { description: "The rule: what it needs, what there is, why, and the next step." })
  rule!: RuleOutcomeType;
}

@APart({ ...refusal, description: "The thing has changed since the version that was expected." })
export class Conflict extends UserErrorType {
  @Field(() => Int, { description: "Its version now." })
  currentVersion!: number;
}

@APart({ ...refusal, description: "The idempotency key was used before, with another input." })
export class IdempotencyConflict extends UserErrorType {}
