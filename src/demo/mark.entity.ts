import { Column, Entity, PrimaryColumn } from "typeorm";
import { Holds } from "../personal/holds";

/** The demo's mark: written by the start that filled this database, so that no real one is taken for a demo. */
@Entity("demo_mark")
@Holds({})
export class DemoMark {
  @PrimaryColumn("integer")
  id!: number;

  /** Null while it is being filled: a start that was cut off is begun anew. */
  @Column("datetime", { precision: 3, nullable: true })
  filledAt!: Date | null;
}
