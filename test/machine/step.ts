import type { Model, Person } from "./model";
import type { Roll } from "./roll";

/** Why something is refused: the code and, where rules are not met, which. */
export type Refusal = string;

export const FORBIDDEN: Refusal = "FORBIDDEN";
export const ABSENT: Refusal = "NOT_FOUND";
export const INVALID: Refusal = "INVALID_INPUT";
export const CONFLICT: Refusal = "CONFLICT";

/** Every rule among these that does not hold, at once; nothing where all do. */
export const unmet = (rules: Record<string, boolean>): Refusal | false => {
  const broken = Object.keys(rules).filter((rule) => !rules[rule]);
  return broken.length > 0 && `RULE_NOT_MET ${broken.sort().join(" ")}`;
};

/** An entry that must stand in the Log: facts that are named here must be among its facts. */
export interface Told {
  readonly kind: string;
  readonly facts?: Record<string, unknown>;
  readonly about?: Partial<Record<"traineeId" | "commissionId" | "boardId", string>>;
  /** Nobody, where it follows from what somebody else did. */
  readonly by?: "nobody";
}

/** Something that somebody tries. */
export interface Attempt {
  readonly by: Person;
  readonly input: Record<string, unknown>;
  /** What stands in the way, in the order in which it is asked: the first is the answer. */
  readonly obstacles: readonly (Refusal | false)[];
  /**
   * Does it in the model, once it is done: the id is that of the thing, and a kind of entry gives the id of what that
   * entry is about. Answers what the Log must tell.
   */
  done(id: string, toldOf: (kind: string) => string): Told[];
}

/** A kind of step: a mutation, and how somebody comes to try it. A further kind is one more of these. */
export interface Step {
  readonly mutation: string;
  /** What the payload calls its thing. */
  readonly thing: string;
  /** How often it is tried, beside the others. */
  readonly weight: number;
  /** An attempt by anybody, sensible or not; nothing where there is nothing to try it on. */
  draw(model: Model, roll: Roll): Attempt | null;
}

/** Somebody such as is meant, so often, where there is one; otherwise anybody. */
export const somebody = ({ people }: Model, roll: Roll, often: number, is: (person: Person) => boolean): Person => {
  const meant = people.filter(is);
  return roll.one(meant.length > 0 && roll.chance(often) ? meant : people);
};

/** The version to name: mostly the one there is. */
export const named = (roll: Roll, version: number): number =>
  roll.chance(0.95) ? version : version + roll.one([-1, 1]);
