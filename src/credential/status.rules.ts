import { Held, standing } from "../accreditation/accreditation.rules";
import { AccreditationStanding } from "../accreditation/accreditation-standing";

/** Whether a credential is to be relied on. */
export enum CredentialStatus {
  VALID = "VALID",
  SUSPENDED = "SUSPENDED",
  REVOKED = "REVOKED",
}

/**
 * What a credential is good for on a day: suspended while its accreditation has lapsed, revoked once that is withdrawn or
 * another credential has taken its place. What is due, or has conditions, holds.
 */
export const credentialStatus = (
  { revokedOn, ...accreditation }: Held & { readonly revokedOn: string | null },
  today: string,
): CredentialStatus => {
  if (revokedOn !== null) return CredentialStatus.REVOKED;
  switch (standing(accreditation, today)) {
    case AccreditationStanding.WITHDRAWN:
      return CredentialStatus.REVOKED;
    case AccreditationStanding.LAPSED:
      return CredentialStatus.SUSPENDED;
    default:
      return CredentialStatus.VALID;
  }
};
