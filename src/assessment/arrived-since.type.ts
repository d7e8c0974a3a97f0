import { Field } from "type-graphql";
import { Evidence } from "../evidence/evidence.entity";
import { One } from "../graph/fields";
import { APart } from "../graph/part";
import { DateTime } from "../graph/scalars";

@APart({ description: "An item of evidence that arrived when what an assessment is judged on was fixed already." })
export class LaterEvidence {
  @One(() => Evidence, { key: "evidenceId", description: "The item." })
  readonly evidence?: never;

  @Field(() => DateTime, { description: "When it arrived." })
  submittedAt!: string;
}
