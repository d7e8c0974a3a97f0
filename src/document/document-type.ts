/** What a document may be. */
export enum DocumentType {
  PDF = "PDF",
  DOCX = "DOCX",
  ODT = "ODT",
  PNG = "PNG",
  JPEG = "JPEG",
  TEXT = "TEXT",
}

interface Form {
  /** How such a file is announced to a browser. */
  readonly media: string;
  /** What a file's name may end with. */
  readonly endings: readonly string[];
}

export const FORMS: Readonly<Record<DocumentType, Form>> = {
  [DocumentType.PDF]: { media: "application/pdf", endings: ["pdf"] },
  [DocumentType.DOCX]: {
    media: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: ["docx"],
  },
  [DocumentType.ODT]: { media: "application/vnd.oasis.opendocument.text", endings: ["odt"] },
  [DocumentType.PNG]: { media: "image/png", endings: ["png"] },
  [DocumentType.JPEG]: { media: "image/jpeg", endings: ["jpg", "jpeg"] },
  [DocumentType.TEXT]: { media: "text/plain; charset=utf-8", endings: ["txt", "md"] },
};
