import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { Holds, Wordless } from "../personal/holds";

/** A pair of keys that credentials are signed with. The newest signs; the public half of all of them stays published. */
@Entity("signing_key")
@Holds({ nobodys: ["publicKey"], secret: ["privateKey"] })
export class SigningKey {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;

  /** Counts up: two instances that make one at the same moment make the same one. */
  @Index({ unique: true })
  @Column("integer")
  number!: number;

  /** As a JSON Web Key. */
  @Column("text")
  publicKey!: string;

  /** As PKCS #8, sealed under SECRET. */
  @Column("text")
  privateKey!: string;

  @Column("datetime", { precision: 3 })
  madeAt!: Date;
}
