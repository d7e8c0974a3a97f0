import type { Context } from "../context";
import type { Load } from "../graph/fields";
import { refuseUnfit } from "../mutation/inputs";
import { badInput } from "../operation/errors";
import { londonDay } from "../time";
import { StatusReviewSupposition } from "./status-review.inputs";
import { StatusReviewFacts, statusReview } from "./status-review.rules";
import { statusReviewFacts } from "./status-review-facts";
import { asSupposed, contradictionsIn } from "./supposed.rules";

/** The arguments of `Accreditation.statusReview`. */
export const SUPPOSING = {
  suppose: [
    () => StatusReviewSupposition,
    {
      nullable: true,
      description: "Facts to suppose beside those there are: what would the answer be? None unless told.",
    },
  ],
} satisfies Record<string, [() => object, object]>;

/** What a status review counts for: each thing that is supposed is one more. */
export const sizeOfStatusReview = ({ suppose }: { suppose?: StatusReviewSupposition | null }): number => {
  if (!suppose) return 10;
  refuseUnfit(StatusReviewSupposition, suppose);
  const { attendedOn, notAttendedOn, closedConcernIds } = suppose;
  return 10 + [attendedOn, notAttendedOn, closedConcernIds].flatMap((supposed) => supposed ?? []).length;
};

/** Answers `Accreditation.statusReview`, by the function that renewing is refused by. */
export const statusReviewOf: Load = async (
  { db, now }: Context,
  accreditations: readonly { id: string }[],
  { suppose }: { suppose?: StatusReviewSupposition | null },
) => {
  const today = londonDay(now);
  const facts = await statusReviewFacts(
    db.rows,
    accreditations.map(({ id }) => id),
  );
  return accreditations.map(({ id }) => {
    const found = facts.get(id);
    if (!found) return null;
    return suppose ? supposed(found, suppose, today) : statusReview(found, today);
  });
};

/** The answer under a supposition; an error of its own where that contradicts the facts of this accreditation. */
const supposed = (facts: StatusReviewFacts, suppose: StatusReviewSupposition, today: string) => {
  const contradictions = contradictionsIn(facts, suppose);
  if (contradictions.length > 0) return badInput(`The supposition contradicts itself: ${contradictions.join(" ")}`);
  return statusReview(asSupposed(facts, suppose), suppose.on ?? today);
};
