import { registerEnumType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { Hidden, Words } from "../graph/columns";
import { Loaded } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key, Sees, Version } from "../graph/thing";
import { Role } from "./role";
import { rolesOf } from "./roles";

registerEnumType(Role, {
  name: "Role",
  description:
    "What a person is to the programme. Trainees, reviewers and board partners have no role: their relations say it.",
});

@AThing({
  prefix: "per",
  table: "person",
  sees: "person",
  audience: { personId: "t.id" },
  description: "Somebody known to the programme.",
})
export class Person {
  @Id()
  id!: string;

  @Words(200, "As they wish to be called.")
  name!: string;

  /** The name in lower case, by which people are found and sorted. */
  @Index()
  @Hidden({ type: "varchar", length: 200 })
  sortName!: string;

  @Index({ unique: true })
  @Hidden({ type: "varchar", length: 254 })
  emailKey!: string;

  @Words(254, "Where they are written to. Null when their contact details are not yours to see.", { nullable: true })
  @Sees("contact")
  email!: string | null;

  @Words(40, "Where they are called. Null when there is none or it is not yours to see.", { nullable: true })
  @Sees("contact")
  phone!: string | null;

  @Loaded(() => [Role], { load: rolesOf, description: "What they are to the programme.", size: 1 })
  @Sees("roles")
  readonly roles?: never;

  @Hidden({ type: "datetime", precision: 3, nullable: true })
  disabledAt!: Date | null;

  /** Tokens issued before are refused. */
  @Hidden({ type: "datetime", precision: 3, nullable: true })
  signedOutAt!: Date | null;

  // How another provider names this person.
  @Hidden({ type: "varchar", length: 200, nullable: true })
  issuer!: string | null;

  @Hidden({ type: "varchar", length: 200, nullable: true })
  subject!: string | null;

  @Version()
  version!: number;
}

export const people = listing(Person, {
  orders: { NAME: { column: "sortName", direction: "ASC", description: "By name." } },
  filter: { name: is.name("sortName") },
});

/** One role of one person. */
@Entity("person_role")
@Index(["personId", "role"], { unique: true })
export class PersonRole {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;

  @Key()
  personId!: string;

  @Column("varchar", { length: 60 })
  role!: Role;
}
