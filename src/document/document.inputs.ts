import { Matches } from "class-validator";
import { InputType } from "type-graphql";
import { AnId, Choice, Count, MutationInput, SeenVersion, Text } from "../mutation/inputs";
import { MOST_BYTES } from "./document.rules";
import { DocumentType } from "./document-type";

@InputType({
  description:
    "A file to be sent, and what it belongs to: exactly one of `applicationId`, `evidenceDraftId` and `commissionId`.",
})
export class RequestUploadInput extends MutationInput {
  @AnId({ optional: true, description: "The application of yours whose CV it is, by id or reference: a draft." })
  applicationId?: string;

  @AnId({ optional: true, description: "The draft of evidence of yours whose file it is: one that is open." })
  evidenceDraftId?: string;

  @AnId({
    optional: true,
    description: "The commission of your pair whose report it is, by id or reference: one that goes on.",
  })
  commissionId?: string;

  @Text({
    most: 200,
    description: "The file's name, as a label: no path, and with the ending that its type has.",
  })
  fileName!: string;

  @Choice(DocumentType, { description: "What it is: its first bytes must say the same." })
  type!: DocumentType;

  @Count({ least: 1, most: MOST_BYTES, description: "How many bytes it has." })
  size!: number;

  @Text({ most: 64, description: "The SHA-256 of its bytes, in 64 hexadecimal digits." })
  @Matches(/^[0-9a-f]{64}$/i, { message: "sha256 must be 64 hexadecimal digits." })
  sha256!: string;
}

@InputType({ description: "A document whose file is to be there no longer." })
export class RemoveDocumentInput extends MutationInput {
  @AnId({ description: "The document." })
  documentId!: string;

  @Text({ most: 1_000, description: "Why: whoever sees what it belongs to reads it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}
