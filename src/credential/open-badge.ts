import type { Row } from "../database/database";
import { addressesUnder } from "./addresses";
import { inSeconds, Signable } from "./signature";
import { statusEntry } from "./status-entry";

/** What a credential is awarded for: a programme as one version of its Standard has it. */
export interface Award {
  readonly programme: Row;
  readonly standard: Row;
  readonly areas: readonly Row[];
  /** Who stands behind the programme today. */
  readonly endorsements: readonly Row[];
}

/** Who issues credentials: the programme, by what it says of itself to anybody. */
export const issuerOf = ({ id, name, summary, contactEmail }: Row, base: string) => ({
  id: addressesUnder(base).issuer(id as string),
  type: ["Profile"],
  name,
  description: summary,
  email: contactEmail,
});

const endorsedBy = ({ by, number }: Row): string => `Endorsed by ${by}${number === null ? "" : ` (${number})`}.`;

/** R37, R47: what was achieved, by which criteria, and who stands behind it. */
export const achievementOf = ({ programme, standard, areas, endorsements }: Award, base: string) => ({
  id: addressesUnder(base).achievement(standard.id as string),
  type: ["Achievement"],
  achievementType: "Certification",
  name: programme.name,
  description: [programme.summary, ...endorsements.map(endorsedBy)].join(" "),
  criteria: {
    narrative: [
      "Judged on evidence from practice, in these areas of competency:",
      ...areas.map(({ code, name, description }) => `- ${code}, ${name}: ${description}`),
    ].join("\n"),
  },
  inLanguage: "en-GB",
  version: String(standard.number),
});

/** What one credential states. */
export interface Stated {
  readonly award: Award;
  /** Of the credential and of its holder: opaque, and used nowhere else. */
  readonly id: string;
  readonly holderId: string;
  readonly name: string;
  readonly reference: string;
  readonly accreditedOn: string;
  readonly statusIndex: number;
}

/** The credential as Open Badges 3.0 has it, unsigned. */
export const openBadge = (stated: Stated, base: string, now: Date): Signable => {
  const { programme } = stated.award;
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    id: stated.id,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: programme.name,
    issuer: issuerOf(programme, base),
    validFrom: inSeconds(now),
    awardedDate: `${stated.accreditedOn}T00:00:00Z`,
    credentialSubject: {
      id: stated.holderId,
      type: ["AchievementSubject"],
      identifier: [{ type: "IdentityObject", hashed: false, identityHash: stated.name, identityType: "name" }],
      licenseNumber: stated.reference,
      achievement: achievementOf(stated.award, base),
    },
    credentialStatus: statusEntry(base, programme.id as string, stated.statusIndex),
  };
};
