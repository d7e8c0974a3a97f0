import { Extensions, registerEnumType } from "type-graphql";
import { Application } from "../application/application.entity";
import { Commission } from "../commission/commission.entity";
import { EvidenceDraft } from "../evidence/draft.entity";
import { Evidence } from "../evidence/evidence.entity";
import { Hidden, Moment, OneOf, Whole, Words } from "../graph/columns";
import { Computed, One } from "../graph/fields";
import { AThing, Id, Key, Version } from "../graph/thing";
import { Person } from "../person/person.entity";
import { Holds, Wordless } from "../personal/holds";
import { downloadOf, uploadOf } from "./address-of";
import { DocumentPurpose } from "./document-purpose";
import { DocumentState } from "./document-state";
import { DocumentType } from "./document-type";
import { documentsSeen } from "./seen";

registerEnumType(DocumentPurpose, {
  name: "DocumentPurpose",
  description: "What a document is to the programme.",
  valuesConfig: {
    CV: { description: "The CV of an application for a place." },
    EVIDENCE: { description: "A file of an item of evidence, or of a draft of one." },
    REPORT: { description: "A report of a commission." },
  },
});
registerEnumType(DocumentState, {
  name: "DocumentState",
  description: "How far a document has come.",
  valuesConfig: {
    AWAITED: { description: "Announced; its file has not come yet." },
    STORED: { description: "Its file has come, and is what was announced." },
    REMOVED: { description: "Its file is there no longer." },
  },
});
registerEnumType(DocumentType, {
  name: "DocumentType",
  description: "What a document may be.",
  valuesConfig: {
    PDF: { description: "PDF." },
    DOCX: { description: "A text of Microsoft Word, without macros." },
    ODT: { description: "A text in OpenDocument format." },
    PNG: { description: "An image in PNG format." },
    JPEG: { description: "An image in JPEG format." },
    TEXT: { description: "Plain text in UTF-8." },
  },
});

/** The CV of somebody's application, the files of evidence about them, and those of drafts about them or by them. */
const OF_PERSON = `(t.applicationId IN (SELECT o.id FROM application o WHERE o.personId = $)
  OR t.evidenceId IN (SELECT b.evidenceId FROM evidence_about b JOIN trainee r ON r.id = b.traineeId
    WHERE r.personId = $)
  OR t.evidenceDraftId IN (SELECT d.id FROM evidence_draft d WHERE d.writtenById = $)
  OR t.evidenceDraftId IN (SELECT b.draftId FROM evidence_draft_about b JOIN trainee r ON r.id = b.traineeId
    WHERE r.personId = $))`;

@AThing({
  prefix: "doc",
  table: "document",
  sees: "document",
  audience: {},
  visible: documentsSeen,
  description:
    "A file that belongs to an application, a draft of evidence or an item of it, or a commission, and is seen with it. `requestUpload` announces one; then it is sent to its `upload` address, and read at its `download` address.",
})
@Holds({ about: OF_PERSON, written: "t.uploadedById = $", nobodys: ["fileName"], removed: OF_PERSON })
export class Document {
  @Id()
  id!: string;

  @OneOf("document", DocumentPurpose, "What it is to the programme.")
  purpose!: DocumentPurpose;

  @Key({ nullable: true, index: true })
  applicationId!: string | null;

  @One(() => Application, { sees: "document", key: "applicationId", description: "The application whose CV it is." })
  readonly application?: never;

  @Key({ nullable: true, index: true })
  evidenceDraftId!: string | null;

  @One(() => EvidenceDraft, {
    sees: "document",
    key: "evidenceDraftId",
    description: "The draft of evidence whose file it is, until that is submitted.",
  })
  readonly evidenceDraft?: never;

  @Key({ nullable: true, index: true })
  evidenceId!: string | null;

  @One(() => Evidence, { sees: "document", key: "evidenceId", description: "The item of evidence whose file it is." })
  readonly evidence?: never;

  @Key({ nullable: true, index: true })
  commissionId!: string | null;

  @One(() => Commission, { sees: "document", key: "commissionId", description: "The commission whose report it is." })
  readonly commission?: never;

  @Key({ index: true })
  uploadedById!: string;

  @One(() => Person, { sees: "document", key: "uploadedById", description: "Who announced it, and sends it." })
  readonly uploadedBy?: never;

  @OneOf("document", DocumentState, "How far it has come.")
  state!: DocumentState;

  @Words("document", 200, "The file's name, as a label.")
  fileName!: string;

  @OneOf("document", DocumentType, "What it is.")
  type!: DocumentType;

  @Whole("document", "How many bytes it has.")
  size!: number;

  @Wordless
  @Words("document", 64, "The SHA-256 of its bytes, in hexadecimal digits.")
  sha256!: string;

  @Moment("document", "When it was announced.")
  announcedAt!: Date;

  @Moment("document", "Until when its file may be sent.")
  uploadUntil!: Date;

  @Moment("document", "When its file had come. Null before.", { nullable: true })
  storedAt!: Date | null;

  /** Under which name it lies in the storage: each attempt to send it has one of its own. */
  @Wordless
  @Hidden({ type: "varchar", length: 60, nullable: true })
  storedAs!: string | null;

  @Extensions({ address: true })
  @Computed<Pick<Document, "id" | "state" | "uploadedById" | "uploadUntil">>(() => String, {
    sees: "document",
    from: ["id", "state", "uploadedById", "uploadUntil"],
    value: uploadOf,
    nullable: true,
    description:
      "Where to send its bytes, with PUT and nothing else: for whoever announced it, once, until `uploadUntil`. Null for others, and once it has come or that time has passed.",
  })
  readonly upload?: never;

  @Extensions({ address: true })
  @Computed<Pick<Document, "id" | "state">>(() => String, {
    sees: "document",
    from: ["id", "state"],
    value: downloadOf,
    nullable: true,
    description:
      "Where its bytes are read, with GET, for five minutes: by whoever holds the address, so it is not to be passed on. Null unless it is stored.",
  })
  readonly download?: never;

  @Version()
  version!: number;
}
