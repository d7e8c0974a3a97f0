import { InputType } from "type-graphql";
import { AnId, MutationInput, SeenVersion, Text } from "../mutation/inputs";

@InputType()
export abstract class AccreditationInput extends MutationInput {
  @AnId({ description: "The accreditation, by id or number." })
  accreditationId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "An accreditation that the programme takes back." })
export class WithdrawAccreditationInput extends AccreditationInput {
  @Text({ most: 1_000, description: "Why. The person reads it; others only see that it was withdrawn." })
  reason!: string;
}

@InputType({ description: "An accreditation that lapsed or was withdrawn, and holds again." })
export class RestoreAccreditationInput extends AccreditationInput {
  @Text({ most: 1_000, description: "Why. The person reads it; others only see that it was restored." })
  reason!: string;
}
