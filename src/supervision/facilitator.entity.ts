import { Entity, Index, PrimaryColumn } from "typeorm";
import { Holds, Wordless } from "../personal/holds";

/** Who runs a group day together with its supervisor. */
@Entity("supervision_facilitator")
@Holds({ about: "t.personId = $" })
export class SupervisionFacilitator {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  sessionId!: string;

  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  @Index()
  personId!: string;
}
