import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { Key } from "../graph/thing";
import { Holds, Wordless } from "../personal/holds";

/** A mutation that was done once under a key: a repeat is answered from here. Kept 24 hours. */
@Entity("idempotency")
@Index(["personId", "mutation", "key"], { unique: true })
@Holds({
  about: "t.personId = $",
  own: true,
  // Also what others asked about them: a digest of a name and an address can be guessed back.
  removed: "t.personId = $ OR t.thingId = $",
  nobodys: ["mutation", "key"],
  secret: ["digest"],
})
export class Idempotency {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;

  @Key()
  personId!: string;

  @Column("varchar", { length: 60 })
  mutation!: string;

  @Column("varchar", { length: 100 })
  key!: string;

  @Column("varchar", { length: 64 })
  digest!: string;

  @Column("datetime", { precision: 3 })
  at!: Date;

  @Key({ nullable: true })
  thingId!: string | null;

  @Key({ nullable: true })
  entryId!: string | null;
}
