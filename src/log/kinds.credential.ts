import { Kind } from "./kind";

/** The signed credentials of accreditations. */
export const CREDENTIAL = {
  CredentialSigned: {
    sees: "judgements",
    opens: "assessmentId",
    facts: ["accreditationId", "assessmentId"],
    description: "A credential was signed with an accreditation that the trainee and others are not told of yet.",
  },
  CredentialIssued: {
    sees: "credential",
    facts: ["accreditationId"],
    description: "A person has a signed credential of their accreditation, to show to whom they like.",
  },
  CredentialRevoked: {
    sees: "credential",
    reason: "required",
    facts: ["accreditationId", "revokedOn"],
    description: "A credential was revoked for good; another stands in its place.",
  },
} as const satisfies Record<string, Kind>;
