import { takeApplications } from "../support/applying";
import { done, refused, rejected } from "../support/change";
import { announced, FILES, put, said, seenBy, sent } from "../support/sending";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let s: Story;
let commissionId: string;
beforeEach(async () => {
  tandem = await startTandem();
  s = await story(tandem);
  ({ id: commissionId } = await s.commissioned(s.adaAndBen, s.board));
});
afterEach(() => tandem.close());

const REPORT = said(FILES.PDF);
const request = (by: string, input: Record<string, unknown>) => [tandem, by, "requestUpload", input] as const;
const faults = async (by: string, input: Record<string, unknown>): Promise<[string, string][]> =>
  (await refused(...request(by, input))).map(({ path, message }) => [path.join("."), message]);

/** A draft of somebody who applies. */
const draftOf = async (personId: string): Promise<{ id: string; version: number }> => {
  await takeApplications(tandem.db, s.cohort);
  const begun = { cohortId: s.cohort.id };
  return (await done(tandem, personId, "beginApplication", begun, "application { id version }")).application;
};

test("R34: either of the pair may send a report of their commission, and nobody else", async () => {
  for (const { personId } of [s.ada, s.ben]) await announced(tandem, personId, { commissionId }, FILES.PDF);
  for (const by of [s.seat.id, s.supervisor.id, s.assessor.id, s.lead.id]) {
    expect(await rejected(...request(by, { ...REPORT, commissionId }))).toBe("FORBIDDEN");
  }
  const nick = await s.person("Nick");
  expect(await faults(nick.id, { ...REPORT, commissionId })).toEqual([
    ["commissionId", expect.stringContaining("no such")],
  ]);
  expect(
    (
      await tandem
        .as(null)
        .ask(
          `mutation { requestUpload(input: { commissionId: "${commissionId}", fileName: "a.pdf", type: PDF, size: 1, sha256: "${"0".repeat(64)}" }) { cursor } }`,
        )
    ).errors?.[0].extensions.code,
  ).toBe("UNAUTHENTICATED");
});

test("R34: reports come until a commission is over, and from then on a programme lead alone removes one", async () => {
  const set = (stage: string) => tandem.db.source.query("UPDATE commission SET stage = ?", [stage]);
  const early = await sent(tandem, s.ada.personId, { commissionId }, FILES.PDF);
  const waiting = await announced(tandem, s.ada.personId, { commissionId }, FILES.PNG);
  await set("PUBLISHED");
  await announced(tandem, s.ben.personId, { commissionId }, FILES.PDF);
  for (const stage of ["CLOSED", "DECLINED", "ABANDONED"]) {
    await set(stage);
    const [refusal] = await refused(...request(s.ada.personId, { ...REPORT, commissionId }));
    expect(refusal).toMatchObject({ code: "RULE_NOT_MET", rule: { rule: "UNDER_WAY" } });
    expect((await put(waiting.upload, FILES.PNG.bytes)).status).toBe(409);
    const removal = { documentId: early.id, reason: "An old one.", expectedVersion: 2 };
    expect(await rejected(tandem, s.ada.personId, "removeDocument", removal)).toBe("FORBIDDEN");
  }
  await done(tandem, s.lead.id, "removeDocument", { documentId: early.id, reason: "A name.", expectedVersion: 2 });
});

test("R53: an applicant may send the CV of their own draft, and nobody else; once submitted it stays as it was read", async () => {
  const kim = await s.person("Kim");
  const { id: applicationId } = await draftOf(kim.id);
  const { id } = await sent(tandem, kim.id, { applicationId }, { ...FILES.PDF, fileName: "CV.pdf" });
  for (const by of [s.lead.id, s.ada.personId]) {
    expect(await faults(by, { ...REPORT, applicationId })).toEqual([
      ["applicationId", expect.stringContaining("no such")],
    ]);
    expect(await seenBy(tandem, by, id)).toBeNull();
  }
  const waiting = await announced(tandem, kim.id, { applicationId }, FILES.PDF);
  await tandem.db.source.query("UPDATE application SET state = 'SUBMITTED', submittedAt = startedAt WHERE id = ?", [
    applicationId,
  ]);
  expect(await faults(kim.id, { ...REPORT, applicationId })).toEqual([
    ["applicationId", expect.stringContaining("no draft")],
  ]);
  expect((await put(waiting.upload, FILES.PDF.bytes)).status).toBe(409);
  // From then on the programme leads see it with the application.
  expect(await seenBy(tandem, s.lead.id, id)).toMatchObject({
    state: "STORED",
    download: expect.any(String),
    upload: null,
  });
  const forbidden = { documentId: id, reason: "Another one.", expectedVersion: 2 };
  expect(await rejected(tandem, kim.id, "removeDocument", forbidden)).toBe("FORBIDDEN");
  await done(tandem, s.lead.id, "removeDocument", forbidden);
});

test("R53: a CV that has come as a file makes an application complete without a reference, and one that is awaited does not", async () => {
  const kim = await s.person("Kim");
  const { id: applicationId } = await draftOf(kim.id);
  const missing = async () =>
    (
      await tandem
        .as(kim.id)
        .ask(`{ application(id: "${applicationId}") { completeness { because { text } } documents { id state } } }`)
    ).data.application;
  const CV = { text: "There is not yet: your CV, or where it is." };
  expect((await missing()).completeness.because).toContainEqual(CV);
  const { id, upload } = await announced(tandem, kim.id, { applicationId }, FILES.DOCX);
  expect((await missing()).completeness.because).toContainEqual(CV);
  await put(upload, FILES.DOCX.bytes);
  const { completeness, documents } = await missing();
  expect(completeness.because).not.toContainEqual(CV);
  expect(documents).toEqual([{ id, state: "STORED" }]);
  await done(tandem, kim.id, "removeDocument", { documentId: id, reason: "An old one.", expectedVersion: 2 });
  expect(await missing()).toMatchObject({ documents: [], completeness: { because: expect.arrayContaining([CV]) } });
});

test.each([
  ["../../etc/passwd.pdf", "it has a sign of a path in it"],
  ["C:\\report.pdf", "it has a sign of a path in it"],
  ["a/b.pdf", "it has a sign of a path in it"],
  ["report\u202efdp.pdf", "it has a sign of a path in it"],
  ["report\u0000.pdf", "sign"],
  ["two\nlines.pdf", "line break"],
  [".pdf", "begins or ends with a dot"],
  ["report.pdf ", "begins or ends with a dot or a space"],
  ["report.exe", "must end with .pdf, as its type is PDF"],
  ["report.pdf.html", "must end with .pdf"],
  ["report", "must end with .pdf"],
])("a file is not to be called %j", async (fileName, sentence) => {
  const found = await faults(s.ada.personId, { ...REPORT, commissionId, fileName });
  expect(found).toContainEqual(["fileName", expect.stringContaining(sentence)]);
  expect(found.every(([path]) => path === "fileName")).toBe(true);
});

test("every fault of a request is told at once", async () => {
  const all = { commissionId, fileName: "", type: "PDF", size: 25 * 1024 * 1024 + 1, sha256: "XYZ" };
  expect((await faults(s.ada.personId, all)).map(([path]) => path).sort()).toEqual(["fileName", "sha256", "size"]);
  expect(await faults(s.ada.personId, { ...REPORT, commissionId, size: 0 })).toEqual([
    ["size", "size must be at least 1."],
  ]);
  expect(await faults(s.ada.personId, REPORT)).toEqual([["", expect.stringContaining("none was given")]]);
  const both = { ...REPORT, commissionId, evidenceDraftId: commissionId };
  expect((await faults(s.ada.personId, both)).map(([path]) => path)).toEqual(["evidenceDraftId", "commissionId"]);
});

test("a thing has ten documents at most, and room again when one is removed", async () => {
  const documents = [];
  for (let count = 0; count < 10; count += 1)
    documents.push(await announced(tandem, s.ada.personId, { commissionId }, FILES.TEXT));
  expect(await faults(s.ben.personId, { ...REPORT, commissionId })).toEqual([
    ["commissionId", expect.stringContaining("10 documents")],
  ]);
  const removal = { documentId: documents[0].id, reason: "The wrong one.", expectedVersion: 1 };
  await done(tandem, s.ada.personId, "removeDocument", removal);
  await announced(tandem, s.ben.personId, { commissionId }, FILES.TEXT);
});

test("a repeat with the same key announces one file, and answers with its address again", async () => {
  const input = { ...REPORT, commissionId, idempotencyKey: "once-and-again" };
  const answers = [];
  for (let time = 0; time < 2; time += 1) {
    answers.push((await done(tandem, s.ada.personId, "requestUpload", input, "document { id upload }")).document);
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[0].upload).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/documents\/u-/);
});

test("who brought a document removes it, or a programme lead; others who see it may not", async () => {
  const { id: documentId } = await sent(tandem, s.ada.personId, { commissionId }, FILES.PDF);
  const removal = { documentId, reason: "It names somebody.", expectedVersion: 2 };
  for (const by of [s.ben.personId, s.seat.id, s.supervisor.id]) {
    expect(await rejected(tandem, by, "removeDocument", removal)).toBe("FORBIDDEN");
  }
  expect(await refused(tandem, s.lead.id, "removeDocument", { ...removal, expectedVersion: 1 })).toMatchObject([
    { code: "CONFLICT" },
  ]);
  await done(tandem, s.lead.id, "removeDocument", removal);
  expect(await seenBy(tandem, s.ada.personId, documentId)).toMatchObject({
    state: "REMOVED",
    download: null,
    upload: null,
  });
  expect(await refused(tandem, s.lead.id, "removeDocument", { ...removal, expectedVersion: 3 })).toMatchObject([
    { code: "INVALID_INPUT", path: ["documentId"] },
  ]);
  const [entry] = await tandem.db.rows("SELECT actorId, reason FROM entry WHERE kind = 'ReportRemoved'");
  expect(entry).toEqual({ actorId: s.lead.id, reason: "It names somebody." });
});
