import type { Context } from "../context";
import type { Load } from "../graph/fields";
import { faultsIn } from "../mutation/inputs";
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

/** Answers `Accreditation.statusReview`, by the function that renewing is refused by. */
export const statusReviewOf: Load = async (
  { db, now }: Context,
  accreditations: readonly { id: string }[],
  { suppose }: { suppose?: StatusReviewSupposition | null },
) => {
  // A field's arguments come as they were sent, without the class that knows what they may be.
  const given = suppose && Object.assign(new StatusReviewSupposition(), suppose);
  const faults = given ? faultsIn(given).map(({ message }) => message) : [];
  if (faults.length > 0) throw badInput(faults.join(" "));
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
