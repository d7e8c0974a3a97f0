import { invalid, UserError } from "../mutation/refused";

/** What stands against a first credential: two never stand for one accreditation. */
export const mayIssue = (holds: boolean, current: string | null): (UserError | false)[] => [
  !holds && invalid(["accreditationId"], `accreditationId ${HOLDS_NO_MORE}`),
  current !== null &&
    invalid(["accreditationId"], "accreditationId has a credential: replaceCredential revokes it and issues another."),
];

/**
 * What stands against another one in its place. Who names one that was replaced meanwhile has not seen the new one. Before
 * the release nothing is replaced: an entry of it, and the status list, would tell of what is not made known.
 */
export const mayReplace = (released: boolean, holds: boolean, revokedOn: string | null): (UserError | false)[] => [
  !released && invalid(["credentialId"], "credentialId states an accreditation that is not released yet."),
  !holds && invalid(["credentialId"], `credentialId states an accreditation that ${HOLDS_NO_MORE}`),
  revokedOn !== null && invalid(["credentialId"], `credentialId was revoked on ${revokedOn}.`),
];

const HOLDS_NO_MORE = "holds no more: only what holds has a credential.";
