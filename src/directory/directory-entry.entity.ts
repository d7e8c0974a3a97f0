import { Index } from "typeorm";
import { Accreditation } from "../accreditation/accreditation.entity";
import { Jurisdiction } from "../board/jurisdiction";
import { Sector } from "../board/sector";
import { Hidden, Moment, Words } from "../graph/columns";
import { Computed, One } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { choicesIn } from "../graph/several";
import { AThing, Id, Key, Reference, Version } from "../graph/thing";
import { ERASED, Holds, NAMELESS, Wordless } from "../personal/holds";
import { directorySeen } from "./seen";

@AThing({
  prefix: "dir",
  table: "directory_entry",
  sees: "directory",
  visible: directorySeen,
  audience: { personId: "t.personId" },
  referenced: true,
  description:
    "An accredited reviewer in the public directory: who agreed to it, in their own words. Anybody sees it while the accreditation holds, and nobody once they have left.",
})
@Holds({
  about: "t.personId = $",
  own: true,
  removed: "t.personId = $",
  words: {
    name: NAMELESS,
    sortName: NAMELESS.toLowerCase(),
    area: ERASED,
    areaKey: ERASED.toLowerCase(),
    languages: null,
    contact: null,
  },
  nobodys: ["agreedTo"],
})
export class DirectoryEntry {
  @Id()
  id!: string;

  @Reference("LT-7K3Q-9XMB")
  reference!: string;

  /** One for each accreditation: who has left and comes again comes back to it. */
  @Index({ unique: true })
  @Key()
  accreditationId!: string;

  @One(() => Accreditation, {
    sees: "directory",
    key: "accreditationId",
    description: "The accreditation, for who may see it. Anybody may ask `verifyAccreditation` for its number.",
  })
  readonly accreditation?: never;

  @Key({ index: true })
  personId!: string;

  /** The person's, repeated: whoever sees it here need not see the person. */
  @Words("directory", 200, "As they are called.")
  name!: string;

  @Index()
  @Hidden({ type: "varchar", length: 200 })
  sortName!: string;

  /** As `chosen` writes it, like the nations. */
  @Wordless
  @Hidden({ type: "varchar", length: 60 })
  sectorList!: string;

  @Computed<Pick<DirectoryEntry, "sectorList">>(() => [Sector], {
    sees: "directory",
    from: ["sectorList"],
    value: ({ sectorList }) => choicesIn(sectorList),
    description: "Whether they work in reviews about children, about adults or both.",
  })
  readonly sectors?: never;

  @Wordless
  @Hidden({ type: "varchar", length: 100 })
  nationList!: string;

  @Computed<Pick<DirectoryEntry, "nationList">>(() => [Jurisdiction], {
    sees: "directory",
    from: ["nationList"],
    value: ({ nationList }) => choicesIn(nationList),
    description: "The nations of the United Kingdom they work in; none where they work elsewhere: see `area`.",
  })
  readonly nations?: never;

  @Words("directory", 200, "Where they work, in their own words.")
  area!: string;

  /** What an area is found by. */
  @Hidden({ type: "varchar", length: 200 })
  areaKey!: string;

  @Words("directory", 200, "The languages they work in, in their own words; null where they say nothing of it.", {
    nullable: true,
  })
  languages!: string | null;

  @Words(
    "directory",
    254,
    "How they wish to be reached: an address, a telephone number or a page of their own choosing. Null where they give none.",
    { nullable: true },
  )
  contact!: string | null;

  @Moment("directory", "When they agreed to be in the directory.")
  agreedAt!: Date;

  @Words("directory", 500, "What they agreed to, word for word.")
  agreedTo!: string;

  /** When they left, or were taken out. Their words went with it. */
  @Hidden({ type: "datetime", precision: 3, nullable: true })
  leftAt!: Date | null;

  @Version()
  version!: number;
}

export const directory = listing(DirectoryEntry, {
  orders: {
    NAME: { column: "sortName", direction: "ASC", sees: "directory", description: "By name." },
    REFERENCE: { column: "reference", direction: "ASC", description: "By number." },
  },
  filter: {
    name: is.name("sortName", "directory"),
    area: is.name("areaKey", "directory"),
    sectors: is.among(Sector, "Sector", "sectorList", "directory"),
    nations: is.among(Jurisdiction, "Jurisdiction", "nationList", "directory"),
  },
});
