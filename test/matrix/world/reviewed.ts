import { daysOf } from "../../../src/accreditation/accredit";
import { Accreditation } from "../../../src/accreditation/accreditation.entity";
import { newId } from "../../../src/id";
import { StatusReview } from "../../../src/status-review/status-review.entity";
import { StatusReviewOutcome } from "../../../src/status-review/status-review-outcome";
import { daysAgo } from "../../support/story.beginning";
import { stranger } from "./ends";
import { People } from "./people";
import { SetUp } from "./programmes";
import { words } from "./reviews";
import { Stage } from "./stage";

/** Yearly reviews of earlier years: of a reviewer in a pair, and of a lead. */
export const reviewedBefore = async (
  { db }: Stage,
  { Rex, Lorna, Lee }: People,
  accreditations: Readonly<Record<string, string>>,
): Promise<void> => {
  const reviewed = (personId: string, decidedById: string, ago: number, more: Partial<StatusReview>) =>
    db.source.manager.insert(StatusReview, {
      ...{ id: newId("srv"), accreditationId: accreditations[personId] as string, personId, decidedById },
      ...{
        yearFrom: daysAgo(ago + 365),
        dueOn: daysAgo(ago),
        meetingsNeeded: 1 + (ago % 7),
        meetingsAttended: ago % 5,
      },
      decidedAt: new Date(`${daysAgo(ago - 3)}T10:00:00.000Z`),
      ...more,
    });
  const conditions = { conditions: words("Conditions"), conditionsUntil: daysAgo(610) };
  await reviewed(Rex, Lee, 680, {
    ...{ outcome: StatusReviewOutcome.CONDITIONAL, reason: words("Why"), ...conditions },
    conditionsMetAt: new Date(`${daysAgo(620)}T10:00:00.000Z`),
  });
  await reviewed(Lorna, Lee, 751, { outcome: StatusReviewOutcome.RENEWED });
  await reviewed(Rex, Lorna, 315, { outcome: StatusReviewOutcome.RENEWED, reason: words("Why") });
};

/** Two whom nobody else knows: the review of one is due, the other's accreditation has lapsed. The sweep tells of both. */
export const unwatched = async (
  stage: Stage,
  people: People,
  { programmes }: Pick<SetUp, "programmes">,
): Promise<{ readonly due: string; readonly lapsed: string }> => {
  const accredited = async (name: string, more: Partial<Accreditation>) => {
    const id = newId("acc");
    const personId = await stranger(stage, people, name);
    const reference = `LT-${name.toUpperCase()}`;
    await stage.tell(async (tx) => {
      const accreditation = await tx.add(Accreditation, {
        ...{ id, reference, personId, programmeId: programmes.first, version: 1 },
        ...{ traineeId: null, assessmentId: null, accreditedOn: daysAgo(1_200), withdrawnOn: null, restoredOn: null },
        ...more,
      });
      tx.append("AccreditationReleased", accreditation, { personId }, { reference, ...daysOf(accreditation) });
      return id;
    });
    return id;
  };
  const days = (due: number, lapse: number) => ({
    ...{ yearFrom: daysAgo(due + 365), reviewDueOn: daysAgo(due), lapsesOn: daysAgo(lapse) },
  });
  return {
    due: await accredited("Xan", { ...days(60, -31), conditionsUntil: null }),
    lapsed: await accredited("Xia", { ...days(-290, 11), conditionsUntil: daysAgo(12) }),
  };
};

/** What a lead decides of two accreditations, once time has done its part. */
export const decided = async (
  { act, version }: Stage,
  { Lee }: People,
  { due, lapsed }: { readonly due: string; readonly lapsed: string },
): Promise<void> => {
  const decides = async (mutation: string, accreditationId: string, more: object = {}) => {
    const input = { accreditationId, expectedVersion: await version("accreditation", accreditationId) };
    await act(Lee, mutation, { ...input, reason: words("Why"), ...more });
  };
  const conditions = { conditions: words("Conditions"), conditionsUntil: daysAgo(-90) };
  await decides("decideStatusReview", due, { outcome: "CONDITIONAL", ...conditions });
  await decides("confirmConditionsMet", due);
  await decides("withdrawAccreditation", lapsed);
  await decides("restoreAccreditation", lapsed);
};
