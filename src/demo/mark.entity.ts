import { Column, Entity, PrimaryColumn } from "typeorm";

/** The demo's mark: written by the start that filled this database, so that no real one is taken for a demo. */
@Entity("demo_mark")
export class DemoMark {
  @PrimaryColumn("integer")
  id!: number;

  @Column("datetime", { precision: 3 })
  filledAt!: Date;
}
