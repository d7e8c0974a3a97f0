import { nationsNamed } from "../board/jurisdiction";
import { Sector } from "../board/sector";
import { outcome, Reason, RuleId, RuleOutcome } from "../rules/outcome";
import { ReviewKind } from "./review-kind";
import { REVIEW_KINDS } from "./review-kinds";

/** A review of some kind, as it is proposed. */
export interface ProposedKind {
  readonly kind: ReviewKind;
  readonly sector: Sector;
  readonly board: { readonly id: string; readonly name: string; readonly jurisdiction: string };
}

export const inLowerCase = (constant: string): string => constant.toLowerCase().replaceAll("_", " ");
const listed = (constants: readonly string[]): string => constants.map(inLowerCase).join(" or ");

/**
 * R1, R5, R6: whether a review of this kind can be proposed on a day. It is about whom that kind is about; the board is
 * under a law that knows it; and that law knows it on the day. The last two are not held against the kinds that the
 * programme's own text names, nor against a board that is under none of the laws we know.
 */
export const kindMayBeProposed = ({ kind, sector, board }: ProposedKind, day: string): RuleOutcome => {
  const { sectors, jurisdictions, inForceFrom, inForceTo, supersededBy, named } = REVIEW_KINDS[kind];
  const under = nationsNamed(board.jurisdiction);
  const begun = inForceFrom === null || inForceFrom <= day;
  const ended = inForceTo !== null && inForceTo < day;
  const what = `A ${inLowerCase(kind)}`;
  const instead = supersededBy ? ` Propose a ${inLowerCase(supersededBy)} (${supersededBy}) instead.` : "";

  const questions: { met: boolean; because: Reason; next: string }[] = [
    {
      met: sectors.includes(sector),
      because: { text: `${what} is about ${listed(sectors)}.` },
      next: `${what} is about ${listed(sectors)}, not about ${inLowerCase(sector)}.`,
    },
    {
      met:
        named ||
        jurisdictions.length === 0 ||
        under.length === 0 ||
        jurisdictions.some((nation) => under.includes(nation)),
      because: { id: board.id, text: `${board.name} may commission one.` },
      next: `${board.name} is under the law of ${board.jurisdiction}, which knows no ${inLowerCase(kind)}.`,
    },
    {
      met: named || (begun && !ended),
      because: { text: `${what} can be proposed on ${day}.` },
      next: ended
        ? `${what} could be proposed until ${inForceTo}.${instead}`
        : `${what} can be proposed from ${inForceFrom}.`,
    },
  ];
  const met = questions.filter((question) => question.met);
  return outcome(RuleId.REVIEW_KIND, {
    needed: questions.length,
    actual: met.length,
    because: met.map(({ because }) => because),
    next: questions
      .filter((question) => !question.met)
      .map(({ next }) => next)
      .join(" "),
  });
};
