import { outcome, RuleId, RuleOutcome } from "../rules/outcome";

/** What a trainee is in the middle of: the pair they work in, rounds that are not released, appeals not decided. */
export interface UnderWay {
  readonly pair: { readonly id: string; readonly reference: string } | null;
  readonly rounds: readonly { readonly id: string; readonly round: number; readonly decided: boolean }[];
  readonly appeals: readonly { readonly id: string; readonly round: number }[];
}

/** A trainee changes cohort or leaves between matters: no partner is left alone, and no judgement without whom it is of. */
export const nothingUnderWay = ({ pair, rounds, appeals }: UnderWay): RuleOutcome => {
  const obstacles = [
    ...(pair
      ? [
          {
            id: pair.id,
            text: `They work in pair ${pair.reference}`,
            next: "dissolve the pair or replace them in it first.",
          },
        ]
      : []),
    ...rounds.map(({ id, round, decided }) => ({
      id,
      text: `Round ${round} of their assessment is ${decided ? "not released" : "not decided"}`,
      next: decided ? "release it first." : "it is decided and released first.",
    })),
    ...appeals.map(({ id, round }) => ({
      id,
      text: `Their appeal against round ${round} is not decided`,
      next: "it is decided first, or they take it back.",
    })),
  ];
  return outcome(RuleId.PLACE_END, {
    needed: 1,
    actual: obstacles.length > 0 ? 0 : 1,
    because: obstacles.map(({ id, text }) => ({ id, text: `${text}.` })),
    next: obstacles.map(({ text, next }) => `${text}: ${next}`).join(" "),
  });
};
