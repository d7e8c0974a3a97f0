import { registerEnumType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { Hidden, Words } from "../graph/columns";
import { Loaded } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Holds, NAMELESS, Wordless } from "../personal/holds";
import { Role } from "./role";
import { rolesOf } from "./roles";

registerEnumType(Role, {
  name: "Role",
  description:
    "What a person is to the programme. Trainees, reviewers and board partners have no role: their relations say it.",
});

// Two first requests of one subject at the same moment make one person.
@Index(["issuer", "subject"], { unique: true })
@AThing({
  prefix: "per",
  table: "person",
  sees: "person",
  audience: { personId: "t.id" },
  description: "Somebody known to the programme.",
})
@Holds({
  about: "t.id = $",
  own: true,
  words: {
    name: NAMELESS,
    sortName: NAMELESS.toLowerCase(),
    emailKey: (personId) => `erased ${personId}`, // no two alike, and no address
    email: null,
    phone: null,
    issuer: null,
    subject: null,
  },
})
export class Person {
  @Id()
  id!: string;

  @Words("person", 200, 'As they wish to be called; "Erased person" once their data was erased.')
  name!: string;

  /** The name in lower case, by which people are found and sorted. */
  @Index()
  @Hidden({ type: "varchar", length: 200 })
  sortName!: string;

  /** By which an address finds its person; null with the address. */
  @Index({ unique: true })
  @Hidden({ type: "varchar", length: 254, nullable: true })
  emailKey!: string | null;

  @Words(
    "contact",
    254,
    "Where they are written to. Null when no address is known to be theirs, or their contact details are not yours to see.",
    { nullable: true },
  )
  email!: string | null;

  @Words("contact", 40, "Where they are called. Null when there is none or it is not yours to see.", { nullable: true })
  phone!: string | null;

  @Loaded(() => [Role], { sees: "roles", load: rolesOf, description: "What they are to the programme.", size: 1 })
  readonly roles?: never;

  @Hidden({ type: "datetime", precision: 3, nullable: true })
  disabledAt!: Date | null;

  /** Tokens issued before are refused. */
  @Hidden({ type: "datetime", precision: 3, nullable: true })
  signedOutAt!: Date | null;

  // How an identity provider names this person; null until they have signed in by it.
  @Hidden({ type: "varchar", length: 255, nullable: true })
  issuer!: string | null;

  @Hidden({ type: "varchar", length: 255, nullable: true })
  subject!: string | null;

  /** When they asked that what is held about them be erased; null once it is. */
  @Hidden({ type: "datetime", precision: 3, nullable: true })
  erasureRequestedAt!: Date | null;

  @Hidden({ type: "datetime", precision: 3, nullable: true })
  erasedAt!: Date | null;

  @Version("roles")
  version!: number;
}

export const people = listing(Person, {
  orders: { NAME: { column: "sortName", direction: "ASC", sees: "person", description: "By name." } },
  filter: { name: is.name("sortName", "person") },
});

/** One role of one person. */
@Entity("person_role")
@Index(["personId", "role"], { unique: true })
@Holds({ about: "t.personId = $", own: true, removed: "t.personId = $", nobodys: ["role"] })
export class PersonRole {
  @Wordless
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;

  @Key()
  personId!: string;

  @Column("varchar", { length: 60 })
  role!: Role;
}
