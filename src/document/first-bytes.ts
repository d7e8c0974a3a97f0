import { DocumentType } from "./document-type";

/** So many bytes tell the type of a file, where there are as many. */
export const TELLING_BYTES = 128;

const starts = (head: Buffer, ...bytes: number[]): boolean => head.subarray(0, bytes.length).equals(Buffer.from(bytes));

/** Where in a ZIP its first file's name begins, and where it is told how long that is. */
const [NAME_AT, NAME_LENGTH_AT] = [30, 26];

/** The first file of a ZIP and what of it follows its name; null where it is none. */
const firstOfZip = (head: Buffer): { name: string; rest: Buffer } | null => {
  if (head.length < NAME_AT || !starts(head, 0x50, 0x4b, 0x03, 0x04)) return null;
  const end = NAME_AT + head.readUInt16LE(NAME_LENGTH_AT);
  return { name: head.subarray(NAME_AT, end).toString("latin1"), rest: head.subarray(end) };
};

/** What writers of DOCX begin with; nothing in its first bytes says more than that. */
const OF_DOCX = /^(\[Content_Types\]\.xml|(_rels|docProps|word|customXml)\/.*)$/;
const OF_ODT = "application/vnd.oasis.opendocument.text";

const IS: Readonly<Record<DocumentType, (head: Buffer) => boolean>> = {
  [DocumentType.PDF]: (head) => head.subarray(0, 5).toString("latin1") === "%PDF-",
  [DocumentType.PNG]: (head) => starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  [DocumentType.JPEG]: (head) => starts(head, 0xff, 0xd8, 0xff),
  [DocumentType.DOCX]: (head) => OF_DOCX.test(firstOfZip(head)?.name ?? ""),
  // An ODT begins with its own media type, not packed: a template or a spreadsheet with another.
  [DocumentType.ODT]: (head) => {
    const first = firstOfZip(head);
    const said = first?.rest.subarray(0, OF_ODT.length + 2).toString("latin1") ?? "";
    return first?.name === "mimetype" && (said === OF_ODT || said === `${OF_ODT}PK`);
  },
  // Told by all of its bytes: see `plainText`.
  [DocumentType.TEXT]: () => true,
};

/** Whether a file may be of this type, by its first bytes. */
export const beginsAs = (type: DocumentType, head: Buffer): boolean => IS[type](head);

/** Looks at a text as it comes: whether what came until now, and at the end the whole, is UTF-8 without control signs. */
export const plainText = (): ((bytes: Buffer | null) => boolean) => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return (bytes) => {
    try {
      const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
      return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
    } catch {
      return false;
    }
  };
};
