import { Index } from "typeorm";
import { Accreditation } from "../accreditation/accreditation.entity";
import { OPENS_UNTIL_RELEASED, seenOnceReleased } from "../accreditation/seen";
import { CalendarDay, Hidden, LongText, Moment } from "../graph/columns";
import { One } from "../graph/fields";
import { AThing, Id, Key } from "../graph/thing";
import { Holds } from "../personal/holds";

@AThing({
  prefix: "crd",
  table: "credential",
  sees: "credential",
  visible: seenOnceReleased("credential"),
  opens: OPENS_UNTIL_RELEASED,
  audience: { personId: "t.personId", traineeId: "t.traineeId" },
  description:
    "A signed statement that somebody is accredited: an Open Badges 3.0 credential, for its holder to give to whom they like. Whoever is given it can check it by the keys and the status list that are published. Its holder and the programme lead see it; until its accreditation is released, those who see the decision.",
})
@Holds({ about: "t.personId = $", words: { jwt: null } })
export class Credential {
  @Id()
  id!: string;

  @Key({ index: true })
  accreditationId!: string;

  @One(() => Accreditation, { sees: "credential", key: "accreditationId", description: "What it states." })
  readonly accreditation?: never;

  /** The accreditation again while it is the one that stands for it, so that no two ever do; null once it is revoked. */
  @Index({ unique: true })
  @Key({ nullable: true })
  currentOf!: string | null;

  @Key({ index: true })
  personId!: string;

  /** As its accreditation has them, by which it is told who sees it. */
  @Key({ nullable: true })
  traineeId!: string | null;

  @Key({ nullable: true })
  assessmentId!: string | null;

  /** Its place in the status list: drawn at random, so that credentials can neither be counted nor told apart by it. */
  @Index({ unique: true })
  @Hidden({ type: "integer" })
  statusIndex!: number;

  @LongText(
    "credential",
    "The credential itself: a JSON Web Signature in compact form. Null where its holder's data was erased.",
    { nullable: true },
  )
  jwt!: string | null;

  @Moment("credential", "When it was signed.")
  issuedAt!: Date;

  @CalendarDay("credential", "When it was revoked for good, as another took its place; null while it stands.", {
    nullable: true,
  })
  revokedOn!: string | null;
}
