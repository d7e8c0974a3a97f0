import type { RuleOutcome } from "../rules/outcome";

export type UserErrorCode = "INVALID_INPUT" | "NOT_FOUND" | "RULE_NOT_MET" | "CONFLICT" | "IDEMPOTENCY_CONFLICT";

/** An expected "no", as the client gets it. A plain object: the executor throws any Error it is handed. */
export interface UserError {
  readonly code: UserErrorCode;
  readonly message: string;
  /** From `input`; empty when the whole is meant. */
  readonly path: readonly string[];
  readonly rule?: RuleOutcome;
  readonly currentVersion?: number;
}

/** Thrown inside a transaction so that it rolls back; answered as the payload's errors at the edge. */
export class Refused extends Error {
  constructor(readonly errors: readonly UserError[]) {
    super(errors.map(({ message }) => message).join(" "));
  }
}

/** Refuses with every fault there is; goes on where there is none. */
export const refuse = (faults: readonly (UserError | false)[]): void => {
  const found = faults.filter((fault) => fault !== false);
  if (found.length > 0) throw new Refused(found);
};

export const invalid = (path: readonly string[], message: string): UserError => ({
  code: "INVALID_INPUT",
  message,
  path,
});

export const absent = (...path: string[]): Refused =>
  new Refused([{ code: "NOT_FOUND", message: "There is no such thing, or it is not yours to see.", path }]);

export const conflict = (currentVersion: number): Refused =>
  new Refused([
    {
      code: "CONFLICT",
      message: "It has changed since you read it: read it again and decide anew.",
      path: ["expectedVersion"],
      currentVersion,
    },
  ]);

const sentence = ({ title, next, parts }: RuleOutcome): string =>
  next ?? parts.find(({ met }) => !met)?.next ?? `${title}: not met.`;

/** Refuses with every outcome that is not met. */
export const refuseUnless = (...outcomes: readonly RuleOutcome[]): void => {
  const unmet = outcomes.filter(({ met }) => !met);
  if (unmet.length > 0) {
    throw new Refused(unmet.map((rule) => ({ code: "RULE_NOT_MET", message: sentence(rule), path: [], rule })));
  }
};
