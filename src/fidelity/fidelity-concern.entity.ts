import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { Accreditation } from "../accreditation/accreditation.entity";
import { Commission } from "../commission/commission.entity";
import { Key } from "../graph/thing";
import { Person } from "../person/person.entity";
import { ERASED, Holds, Wordless } from "../personal/holds";
import { FidelityOutcome } from "./fidelity-outcome";

/** A foreign key only: both RESTRICTs are stated as MariaDB reports them. */
const Refers =
  (target: () => object, name: string): PropertyDecorator =>
  (prototype, property) => {
    ManyToOne(target as never, { onDelete: "RESTRICT", onUpdate: "RESTRICT" })(prototype, property as string);
    JoinColumn({ name })(prototype, property as string);
  };

/** R42: a concern that an accredited reviewer did not work with fidelity to the model on a review. */
@Entity("fidelity_concern")
@Holds({
  about: "t.personId = $",
  own: true,
  part: "t.raisedById = $ OR t.closedById = $",
  words: { concern: ERASED, answer: null, closingReason: null },
})
@Index(["personId", "commissionId"])
export class FidelityConcern {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;

  @Key({ index: true })
  accreditationId!: string;

  @Refers(() => Accreditation, "accreditationId")
  protected readonly accreditation?: never;

  @Key()
  personId!: string;

  @Refers(() => Person, "personId")
  protected readonly person?: never;

  @Key({ index: true })
  commissionId!: string;

  @Refers(() => Commission, "commissionId")
  protected readonly commission?: never;

  @Column({ type: "text" })
  concern!: string;

  @Column({ type: "datetime", precision: 3 })
  raisedAt!: Date;

  @Key()
  raisedById!: string;

  @Refers(() => Person, "raisedById")
  protected readonly raisedBy?: never;

  @Column({ type: "text", nullable: true })
  answer!: string | null;

  @Column({ type: "datetime", precision: 3, nullable: true })
  answeredAt!: Date | null;

  @Wordless
  @Column({ type: "varchar", length: 60, nullable: true })
  outcome!: FidelityOutcome | null;

  /** Null while it is open: for so long its accreditation is not renewed (E17). */
  @Column({ type: "datetime", precision: 3, nullable: true })
  closedAt!: Date | null;

  @Key({ nullable: true })
  closedById!: string | null;

  @Refers(() => Person, "closedById")
  protected readonly closedBy?: never;

  @Column({ type: "text", nullable: true })
  closingReason!: string | null;

  @Column("integer")
  version!: number;
}
