import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A mutation that was done once under a key: a repeat is answered from here. Kept 24 hours. */
@Entity("idempotency")
@Index(["personId", "mutation", "key"], { unique: true })
export class Idempotency {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;

  @Column("varchar", { length: 36 })
  personId!: string;

  @Column("varchar", { length: 60 })
  mutation!: string;

  @Column("varchar", { length: 100 })
  key!: string;

  @Column("varchar", { length: 64 })
  digest!: string;

  @Column("datetime", { precision: 3 })
  at!: Date;

  @Column("varchar", { length: 36, nullable: true })
  thingId!: string | null;

  @Column("varchar", { length: 36, nullable: true })
  entryId!: string | null;
}
