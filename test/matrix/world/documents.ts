import { arrive } from "../../../src/document/arrival";
import { Document } from "../../../src/document/document.entity";
import { PUBLIC } from "../../../src/scope/scope";
import { said } from "../../support/sending";
import { words } from "./reviews";
import { Made, Stage } from "./stage";

type Belongs = Readonly<Record<string, string>>;

/** A little file, now of one type and now of another. */
const aFile = () => {
  const content = words("A file");
  const [start, type, ending] = /[13579]$/.test(content) ? ["", "TEXT", "txt"] : ["%PDF-", "PDF", "pdf"];
  return { fileName: `${content.replace(/\W+/g, "-")}.${ending}`, type, bytes: Buffer.from(start + content) };
};

/** Somebody announces a file. */
export const announce = ({ act }: Stage, by: string, belongs: Belongs, file = aFile()): Promise<Made> =>
  act(by, "requestUpload", { ...belongs, ...said(file) });

/** Somebody announces a file, and it comes. */
export const bring = async (stage: Stage, by: string, belongs: Belongs): Promise<string> => {
  const { db, room } = stage;
  const file = aFile();
  const { id } = await announce(stage, by, belongs, file);
  const document = await db.source.manager.findOneByOrFail(Document, { id });
  const ctx = { ...room.contextFor({ personId: by, scope: PUBLIC }), now: document.announcedAt };
  await arrive(
    ctx,
    room.documents.storage,
    document,
    (async function* () {
      yield file.bytes;
    })(),
  );
  return id;
};

export const remove = async ({ act, version }: Stage, by: string, documentId: string): Promise<Made> =>
  act(by, "removeDocument", {
    documentId,
    reason: words("Why"),
    expectedVersion: await version("document", documentId),
  });

/** Files of drafts by everybody who writes one, and reports by both of each pair: some removed, some still awaited. */
export const documents = async (stage: Stage, lead: string): Promise<void> => {
  const { db } = stage;
  const drafts = await db.rows("SELECT id, writtenById FROM evidence_draft WHERE state = 'OPEN' ORDER BY id");
  const brought: string[] = [];
  for (const { id, writtenById } of drafts) {
    brought.push(await bring(stage, writtenById as string, { evidenceDraftId: id as string }));
  }
  const authors = await db.rows(
    `SELECT MIN(c.id) AS commissionId, m.personId FROM commission c JOIN pair_member m ON m.pairId = c.pairId
     WHERE c.stage NOT IN ('DECLINED', 'ABANDONED', 'CLOSED') GROUP BY m.personId ORDER BY m.personId`,
  );
  for (const { commissionId, personId } of authors) {
    const [by, belongs] = [personId as string, { commissionId: commissionId as string }];
    const report = await bring(stage, by, belongs);
    if (brought.length % 2 === 0) await remove(stage, by, report);
    const { id } = await announce(stage, by, belongs);
    brought.push(id);
    // It is awaited for as long as the world of the matrix lasts.
    await db.source.manager.update(Document, { id }, { uploadUntil: new Date("2099-01-01T00:00:00.000Z") });
  }
  const [handedIn] = await db.rows("SELECT id FROM document WHERE evidenceId IS NOT NULL ORDER BY id");
  await remove(stage, lead, handedIn?.id as string);
};
