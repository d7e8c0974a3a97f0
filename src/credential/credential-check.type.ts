import { Field, registerEnumType } from "type-graphql";
import { AccreditationStanding } from "../accreditation/accreditation-standing";
import { APart } from "../graph/part";
import { CredentialFault, CredentialVerdict } from "./check";

registerEnumType(CredentialVerdict, {
  name: "CredentialVerdict",
  description: "What a credential turns out to be.",
  valuesConfig: {
    VALID: { description: "It is genuine, and the accreditation that it states holds." },
    SUSPENDED: { description: "It is genuine; its accreditation has lapsed, and may be restored." },
    REVOKED: {
      description:
        "It is genuine and good no more: its accreditation was withdrawn, or another credential stands for it.",
    },
    NOT_GENUINE: { description: "It is no credential of this server: see `why`." },
  },
});

registerEnumType(CredentialFault, {
  name: "CredentialFault",
  description: "Why a credential is not genuine.",
  valuesConfig: {
    MALFORMED: { description: "It has not the form of a credential: a JSON Web Signature (RS256) in compact form." },
    OTHER_ISSUER: { description: "Somebody else issued it: ask them." },
    UNKNOWN_KEY: { description: "It names this server as its issuer, and a key that this server never had." },
    ALTERED: { description: "Its signature does not fit: it was changed, or signed by somebody else." },
    NOT_ON_RECORD: { description: "Its signature fits, and no credential of that name is on record." },
    NOT_YET_VALID: { description: "What it states does not hold yet." },
  },
});

@APart({
  name: "CredentialCheck",
  description: "What a credential is: the number and standing that it stands for, and nothing else of anybody.",
})
export class CredentialCheckType {
  @Field(() => CredentialVerdict, { description: "What it turns out to be." })
  verdict!: CredentialVerdict;

  @Field(() => CredentialFault, { nullable: true, description: "Why it is not genuine; null where it is." })
  why!: CredentialFault | null;

  @Field(() => String, { nullable: true, description: "The number of the accreditation; null unless it is genuine." })
  reference!: string | null;

  @Field(() => AccreditationStanding, {
    nullable: true,
    description: "Whether the accreditation holds today; null unless the credential is genuine.",
  })
  standing!: AccreditationStanding | null;
}
