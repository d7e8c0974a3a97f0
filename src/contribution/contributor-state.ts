/** What has become of somebody who was named. */
export enum ContributorState {
  NAMED = "NAMED",
  INVITED = "INVITED",
  EXPIRED = "EXPIRED",
  REVOKED = "REVOKED",
  GIVEN = "GIVEN",
  FORGOTTEN = "FORGOTTEN",
}

/** What the state is worked out from: moments as they are read, null where it has not happened. */
export interface Happened {
  readonly until: string;
  readonly linkIssuedAt: unknown;
  readonly revokedAt: unknown;
  readonly givenAt: unknown;
  readonly forgottenAt: unknown;
}

/** The state on a day. What was given stays given: its link has been used, and does not expire. */
export const stateOn = (day: string, happened: Happened): ContributorState => {
  const { until, linkIssuedAt, revokedAt, givenAt, forgottenAt } = happened;
  if (forgottenAt) return ContributorState.FORGOTTEN;
  if (givenAt) return ContributorState.GIVEN;
  if (revokedAt) return ContributorState.REVOKED;
  if (until < day) return ContributorState.EXPIRED;
  return linkIssuedAt ? ContributorState.INVITED : ContributorState.NAMED;
};
