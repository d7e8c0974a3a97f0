import { registerEnumType } from "type-graphql";
import { CalendarDay, LongText, OneOf, Whole } from "../graph/columns";
import { One } from "../graph/fields";
import { AThing, Id, Key } from "../graph/thing";
import { Holds } from "../personal/holds";
import { Programme } from "./programme.entity";
import { ProgrammeSection } from "./programme-section";

registerEnumType(ProgrammeSection, {
  name: "ProgrammeSection",
  description: "A list that a programme publishes about itself.",
  valuesConfig: {
    MODEL: { description: "What the review model is, and where it is used." },
    BENEFITS: { description: "What an accredited reviewer gains." },
    AUDIENCE: { description: "Whom the programme is aimed at." },
    ELEMENTS: { description: "What the programme consists of." },
    SELECTION_CRITERIA: { description: "Whom it looks for: what each application is scored by." },
    DEMANDS: { description: "What conducting a review requires." },
    UNPAID_TIME: { description: "The unpaid time a trainee sets aside, each item in days." },
    TOPICS: { description: "What the course covers." },
    TOOLS: { description: "The analytic tools that are practised on the course." },
  },
});

@AThing({
  prefix: "itm",
  table: "programme_item",
  sees: "programme",
  audience: {},
  description: "One item of a list that a programme publishes about itself, such as one selection criterion.",
})
@Holds({ nobodys: ["text"] })
export class ProgrammeItem {
  @Id()
  id!: string;

  @Key({ index: true })
  programmeId!: string;

  @One(() => Programme, { sees: "programme", key: "programmeId", description: "Whose it is." })
  readonly programme?: never;

  @OneOf("programme", ProgrammeSection, "Which list it is of.")
  section!: ProgrammeSection;

  @Whole("programme", "Its place in the list, from 1.")
  ordinal!: number;

  @LongText("programme", "What it says.")
  text!: string;

  @Whole("programme", "For unpaid time: how many days. Null for other lists.", { nullable: true })
  days!: number | null;

  @CalendarDay("programme", "When it was taken from the list. Null while it is published.", { nullable: true })
  retiredOn!: string | null;
}
