import { Int } from "type-graphql";
import { ApplicationQuestion } from "../application/application-question.type";
import { QUESTIONS } from "../application/questions";
import { LongText, Words } from "../graph/columns";
import { Computed, ListOf, Loaded, Many } from "../graph/fields";
import { listing } from "../graph/listing";
import { AThing, Id, Reference, Version } from "../graph/thing";
import { networkMeetings } from "../network/network-meeting.entity";
import { Holds } from "../personal/holds";
import { cohorts } from "./cohort.entity";
import { Endorsement } from "./endorsement.entity";
import { Fee } from "./fee.entity";
import { ProgrammeItem } from "./programme-item.entity";
import { ProgrammeSection } from "./programme-section";
import { Standard } from "./standard.entity";
import { unpaidDays } from "./unpaid-days";

@AThing({
  prefix: "prg",
  table: "programme",
  sees: "programme",
  audience: {},
  referenced: true,
  description: "An accreditation programme: a course, a supervised practice review, an assessment, accreditation.",
})
@Holds({ nobodys: ["name", "summary", "contactEmail"] })
export class Programme {
  @Id()
  id!: string;

  @Reference("LT")
  reference!: string;

  @Words("programme", 200, "What it is called.")
  name!: string;

  @LongText("programme", "What it is, for whoever considers it.")
  summary!: string;

  @Words("programme", 254, "Where to ask.")
  contactEmail!: string;

  @ListOf(() => Endorsement, {
    sees: "programme",
    by: "programmeId",
    order: ["since"],
    size: 3,
    description: "Who endorses it, and who did: those that ended are among them.",
  })
  readonly endorsements?: never;

  @Computed(() => [ApplicationQuestion], {
    sees: "programme",
    from: [],
    value: () => QUESTIONS,
    description: "What whoever applies is asked, in order.",
  })
  readonly questions?: never;

  @ListOf(() => ProgrammeItem, {
    sees: "programme",
    by: "programmeId",
    args: {
      section: [
        () => ProgrammeSection,
        { nullable: true, description: "Of this list only; of all lists unless told." },
      ],
    },
    among: ({ section }: { section?: ProgrammeSection | null }) => [
      { sql: "t.retiredOn IS NULL", values: [] },
      ...(section ? [{ sql: "t.section = ?", values: [section] }] : []),
    ],
    order: ["section", "ordinal"],
    size: 30,
    description: "What it publishes about itself, list by list, each in its order: the items that stand today.",
  })
  readonly items?: never;

  @Loaded(() => Int, {
    sees: "programme",
    load: unpaidDays,
    description: "How many days of unpaid time a trainee sets aside: those of its list UNPAID_TIME together.",
  })
  readonly unpaidDays?: never;

  @ListOf(() => Fee, {
    sees: "programme",
    by: "programmeId",
    order: ["appliesFrom"],
    size: 5,
    description: "What it costs, from the first fee on: each is in force until the next one's first day.",
  })
  readonly fees?: never;

  @ListOf(() => Standard, {
    sees: "programme",
    by: "programmeId",
    order: ["number"],
    size: 5,
    description: "Its Standard, version by version.",
  })
  readonly standards?: never;

  @Many(() => cohorts, { sees: "programme", by: "programmeId", description: "Its cohorts." })
  readonly cohorts?: never;

  @Many(() => networkMeetings, {
    sees: "networkMeeting",
    by: "programmeId",
    description: "The meetings of its network of accredited reviewers, cancelled ones too.",
  })
  readonly networkMeetings?: never;

  @Version()
  version!: number;
}

export const programmes = listing(Programme, {
  orders: { NAME: { column: "name", direction: "ASC", description: "By name." } },
});
