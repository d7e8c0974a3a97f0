import { Entity, Index, PrimaryColumn } from "typeorm";
import { Holds, Wordless } from "../personal/holds";

/** A pair that conducted a commission until another, with one of its two, took it over. */
@Entity("former_pair")
@Holds({ about: "t.pairId IN (SELECT m.pairId FROM pair_member m WHERE m.personId = $)" })
export class FormerPair {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  commissionId!: string;

  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  @Index()
  pairId!: string;
}

/** The pairs that conduct one review or conducted a part of it; its id is asked for twice. */
export const PAIRS_OF_REVIEW = `
  SELECT c.pairId FROM commission c WHERE c.id = ? UNION SELECT f.pairId FROM former_pair f WHERE f.commissionId = ?`;

/** Every pair that conducts or conducted a commission which changed hands, as rows of both ids. */
export const CONDUCTED = `
  SELECT commissionId, pairId FROM former_pair
  UNION ALL SELECT c.id, c.pairId FROM commission c JOIN former_pair f ON f.commissionId = c.id`;
