import { createHash } from "node:crypto";
import { done } from "./change";
import { Served } from "./tandem";

/** A file, as somebody has it before it is sent. */
export interface AFile {
  readonly fileName: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** The first file of a ZIP, not packed: what tells DOCX and ODT from other ones. */
const zip = (name: string, content: string): Buffer => {
  const head = Buffer.alloc(30);
  head.write("PK\x03\x04", "latin1");
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name + content)]);
};

/** A little file of each type. */
export const FILES = {
  PDF: { fileName: "report.pdf", type: "PDF", bytes: Buffer.from(`%PDF-1.7\n${"A page. ".repeat(100)}`) },
  DOCX: { fileName: "report.docx", type: "DOCX", bytes: zip("[Content_Types].xml", `<Types/>${" ".repeat(200)}`) },
  ODT: {
    fileName: "report.odt",
    type: "ODT",
    bytes: zip("mimetype", `application/vnd.oasis.opendocument.textPK${" ".repeat(200)}`),
  },
  PNG: { fileName: "plan.png", type: "PNG", bytes: Buffer.from("\x89PNG\r\n\x1a\n and so on", "latin1") },
  JPEG: { fileName: "plan.JPG", type: "JPEG", bytes: Buffer.from("\xff\xd8\xff\xe0 and so on", "latin1") },
  TEXT: { fileName: "notes.txt", type: "TEXT", bytes: Buffer.from("Plain words: naïve, €.\n") },
} as const satisfies Record<string, AFile>;

/** A PDF of so many bytes, each seed another one. */
export const pdfOf = (size: number, seed = 0): AFile => {
  const bytes = Buffer.alloc(size, `${seed} `);
  bytes.write("%PDF-1.7\n");
  return { fileName: `report-${seed}.pdf`, type: "PDF", bytes };
};

export const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** What is said of a file before it is sent. */
export const said = ({ fileName, type, bytes }: AFile) => ({
  ...{ fileName, type, size: bytes.length, sha256: sha256(bytes) },
});

export const DOCUMENT =
  "document { id version state purpose fileName type size sha256 uploadUntil storedAt upload download }";

// biome-ignore lint/suspicious/noExplicitAny: each test knows the fields it asked for.
type Seen = any;

/** Announces a file of something: the document as it is then. */
export const announced = async (
  tandem: Served,
  personId: string,
  belongs: Record<string, string>,
  file: AFile,
): Promise<Seen> => (await done(tandem, personId, "requestUpload", { ...belongs, ...said(file) }, DOCUMENT)).document;

export const put = (url: string, bytes: Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: "PUT", body: new Uint8Array(bytes), headers });

/** Announces a file and sends it: the document as it is then, for whoever sent it. */
export const sent = async (...asked: Parameters<typeof announced>): Promise<Seen> => {
  const [tandem, personId, , file] = asked;
  const { id, upload } = await announced(...asked);
  const answer = await put(upload, file.bytes);
  if (answer.status !== 204) throw new Error(`${answer.status} ${await answer.text()}`);
  return seenBy(tandem, personId, id);
};

/** A document as somebody sees it; null where they do not. */
export const seenBy = async (tandem: Served, personId: string | null, id: string): Promise<Seen> =>
  (
    await tandem
      .as(personId)
      .ask(`query ($id: ID!) { ${DOCUMENT.replace("document", "node(id: $id) { ... on Document")} } }`, { id })
  ).data.node;
