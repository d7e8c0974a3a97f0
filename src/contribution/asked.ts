import { CommissionStage } from "../commission/commission-stage";
import { ReviewKind } from "../commission/review-kind";
import { Rows } from "../personal/holds";
import { linkIsOpen } from "./contribution.rules";
import { hashOf, isToken } from "./link";

/** An area somebody is asked about. */
export interface AskedArea {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly description: string;
}

/** What a link leads to: what its page says of the review, of whom it is about and of what is asked. */
export interface Asked {
  readonly contributorId: string;
  readonly commissionId: string;
  readonly given: boolean;
  readonly name: string;
  readonly until: string;
  readonly message: string | null;
  readonly askedBy: string;
  readonly reference: string;
  readonly reviewKind: ReviewKind;
  readonly about: readonly { readonly id: string; readonly personId: string; readonly name: string }[];
  readonly areas: readonly AskedArea[];
  /** Where the programme is written to. */
  readonly contact: string;
}

/**
 * What a token leads to on a day; null where it leads nowhere: it was never one, was replaced or taken back, its last day
 * is over, or nobody is there any more to be asked about. Whoever has used it still finds that they have.
 */
export const askedBy = async (rows: Rows, token: string, day: string): Promise<Asked | null> => {
  if (!isToken(token)) return null;
  const [found] = await rows(
    `SELECT k.id, k.name, k.until, k.message, k.givenAt, k.commissionId, c.reference, c.reviewKind, c.stage,
       p.dissolvedOn, b.name AS askedBy
     FROM contributor k JOIN commission c ON c.id = k.commissionId JOIN pair p ON p.id = c.pairId
     JOIN person b ON b.id = k.askedById WHERE k.linkHash = ?`,
    [hashOf(token)],
  );
  if (!found) return null;
  const about = await rows(
    `SELECT t.id, t.personId, t.standing, r.name, r.erasedAt, g.contactEmail FROM contributor_about a
     JOIN trainee t ON t.id = a.traineeId JOIN person r ON r.id = t.personId
     JOIN cohort h ON h.id = t.cohortId JOIN programme g ON g.id = h.programmeId
     WHERE a.contributorId = ? ORDER BY t.sortName, t.id`,
    [found.id ?? null],
  );
  const review = {
    reference: found.reference as string,
    stage: found.stage as CommissionStage,
    dissolvedOn: found.dissolvedOn as string | null,
  };
  const present = about.map(({ standing, erasedAt }) => standing !== "WITHDRAWN" && erasedAt === null);
  const given = found.givenAt !== null;
  if (!given && !linkIsOpen({ until: found.until as string, review, present }, day)) return null;
  const areas = await rows(
    `SELECT r.id, r.code, r.name, r.description FROM contributor_area a JOIN competency_area r ON r.id = a.areaId
     WHERE a.contributorId = ? ORDER BY r.code`,
    [found.id ?? null],
  );
  return {
    ...found,
    contributorId: found.id,
    given,
    about,
    areas,
    contact: about[0]?.contactEmail,
  } as unknown as Asked;
};
