import { Field, Int } from "type-graphql";
import { One } from "../graph/fields";
import { APart } from "../graph/part";
import { CompetencyArea } from "../programme/standard.entity";
import { EvidenceSource } from "./evidence-source";

@APart({
  name: "EvidenceMatrixCell",
  description: "How much evidence there is for one area from one source.",
})
export class MatrixCell {
  @One(() => CompetencyArea, { key: "areaId", description: "The area." })
  readonly area?: never;

  @Field(() => String, { description: "The area's short code." })
  code!: string;

  @Field(() => EvidenceSource, { description: "The source." })
  source!: EvidenceSource;

  @Field(() => Int, { description: "How many items." })
  count!: number;
}
