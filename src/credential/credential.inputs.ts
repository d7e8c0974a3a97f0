import { InputType } from "type-graphql";
import { AnId, MutationInput, Text } from "../mutation/inputs";

@InputType({ description: "Of which accreditation a credential is issued." })
export class IssueCredentialInput extends MutationInput {
  @AnId({ description: "The accreditation, by id or reference." })
  accreditationId!: string;
}

@InputType({ description: "Which credential another one takes the place of, and why." })
export class ReplaceCredentialInput extends MutationInput {
  @AnId({ description: "The credential that stands today: it is revoked for good." })
  credentialId!: string;

  @Text({ most: 1_000, description: "Why: the holder reads it." })
  reason!: string;
}
