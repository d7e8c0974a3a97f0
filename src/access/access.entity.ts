import { Index } from "typeorm";
import { Assessment } from "../assessment/assessment.entity";
import { Flag, Moment, Words } from "../graph/columns";
import { One, ToNode } from "../graph/fields";
import { is, listing } from "../graph/listing";
import { AThing, Id, Key } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Holds } from "../personal/holds";
import { accessesSeen } from "./seen";

/** One row of the access log. The Log tells of changes; this tells of reading, where that matters. */
@AThing({
  prefix: "acs",
  table: "access",
  sees: "access",
  visible: accessesSeen,
  audience: {},
  description:
    "One person opened one thing at one time. Whoever reads more of an assessment than its id has opened it, by whatever way: itself, one of its judgements, an accreditation that it led to and that is not released yet, or the facts of an entry that repeat them. Written within seconds; the same thing opened again within a moment is one access. You see your own; the programme lead sees everybody's.",
})
@Index(["personId", "at"])
@Index(["subjectId", "at"])
@Holds({ about: "t.personId = $", nobodys: ["subjectType"] })
export class Access {
  @Id()
  id!: string;

  @Index()
  @Moment("access", "When it was opened.")
  at!: Date;

  @Key()
  personId!: string;

  @One(() => Person, { sees: "access", key: "personId", description: "Who opened it." })
  readonly person?: never;

  @Words("access", 40, "The type of the thing that was opened.")
  subjectType!: string;

  @Key()
  subjectId!: string;

  @Flag(
    "access",
    "Whether they were told of it by letter: whoever keeps the server wrote out what is held about them.",
    { default: false },
  )
  byLetter!: boolean;

  @ToNode({
    sees: "access",
    key: "subjectId",
    description: "What was opened, as it is now. Reading more of it than its id opens it once more.",
  })
  readonly subject?: never;
}

export const accesses = listing(Access, {
  orders: {
    NEWEST_FIRST: { column: "at", direction: "DESC", description: "What was opened last comes first." },
    OLDEST_FIRST: { column: "at", direction: "ASC", description: "In the order it was opened." },
  },
  filter: {
    at: is.moment(),
    personId: is.edge(() => Person),
    assessmentId: { ...is.edge(() => Assessment), column: "subjectId" },
  },
});
