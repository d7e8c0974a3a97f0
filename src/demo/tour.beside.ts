import { createHash } from "node:crypto";
import { daysAfter, londonDay } from "../time";
import type { Data, Traveller } from "./tour.client";

type Say = (who: Traveller, line: string) => void;

/** A review of the tour and one of its trainees, by their ids. */
export interface Ours {
  readonly commissionId: string;
  readonly traineeId: string;
}

const REPORT = "The findings in draft. They are kept with the papers of the review.\n";
const sha256 = (bytes: string | Buffer): string => createHash("sha256").update(bytes).digest("hex");
const versionOf = async (who: Traveller, commissionId: string): Promise<number> =>
  (await who.ask("query ($id: ID!) { commission(id: $id) { version } }", { id: commissionId })).commission.version;

/** A group day with one place: who waits for it has it once it is given back. Answers what each booking was. */
export const booksDay = async (
  { asha, tom, sunniva }: Record<"asha" | "tom" | "sunniva", Traveller>,
  { traineeId }: Ours,
  say: Say,
): Promise<string[]> => {
  const { supervisionSession: day } = await sunniva.act("scheduleGroupSupervision", "supervisionSession { id date }", {
    date: daysAfter(londonDay(new Date()), 35),
    venue: "London",
    capacity: 1,
  });
  say(sunniva, `opens a group day on ${day.date} with one place`);
  const toms = (await tom.ask("{ viewer { trainees { id } } }")).viewer.trainees[0].id;
  const book = async (who: Traveller, id: string) =>
    (await who.act("bookGroupSupervision", "booking { id version state }", { sessionId: day.id, traineeId: id }))
      .booking;
  const first = await book(tom, toms);
  say(tom, `books it: ${first.state}`);
  const second = await book(asha, traineeId);
  say(asha, `books it too: ${second.state}`);
  const { booking: given } = await tom.act("cancelBooking", "booking { state }", {
    ...{ bookingId: first.id, expectedVersion: first.version },
  });
  const { trainee } = await asha.ask("query ($id: ID!) { trainee(id: $id) { bookings { id state } } }", {
    id: traineeId,
  });
  const { state } = trainee.bookings.find(({ id }: Data) => id === second.id);
  say(asha, `Tom gives his place back, and hers moves up: ${state}`);
  return [first.state, second.state, given.state, state];
};

/** A report goes to the storage and comes back byte for byte; a stranger has no address for it. Answers what each got. */
export const filesReport = async (
  base: string,
  { asha, wren, dilys }: Record<"asha" | "wren" | "dilys", Traveller>,
  { commissionId }: Ours,
  say: Say,
): Promise<{ same: boolean; stranger: unknown }> => {
  const said = {
    fileName: "Draft findings.txt",
    type: "TEXT",
    size: Buffer.byteLength(REPORT),
    sha256: sha256(REPORT),
  };
  const { document } = await asha.act("requestUpload", "document { id upload }", { commissionId, ...said });
  const { status } = await fetch(new URL(document.upload, base), { method: "PUT", body: REPORT });
  say(asha, `sends "${said.fileName}", ${said.size} bytes, to the address she was given: ${status}`);

  const documents = "query ($id: ID!) { commission(id: $id) { documents { id fileName download } } }";
  const { commission } = await wren.ask(documents, { id: commissionId });
  const { download } = commission.documents.find(({ id }: Data) => id === document.id);
  const received = Buffer.from(await (await fetch(new URL(download, base))).arrayBuffer());
  const same = sha256(received) === said.sha256;
  say(wren, `downloads it: ${received.length} bytes, the same SHA-256 is ${same}`);

  const { node: stranger } = await dilys.ask("query ($id: ID!) { node(id: $id) { ... on Document { download } } }", {
    id: document.id,
  });
  say(dilys, `asks for it by its id, and is answered ${JSON.stringify(stranger)}`);
  return { same, stranger };
};

/** What the board asked in writing is answered, and a review that has to wait rests and goes on. */
export const waitsAndGoesOn = async (
  { asha, wren }: Record<"asha" | "wren", Traveller>,
  { commissionId }: Ours,
  say: Say,
): Promise<void> => {
  const { viewer } = await asha.ask(
    "{ viewer { tasks { kind text about { ... on InformationRequest { id version request } } } } }",
  );
  const task = viewer.tasks.find(({ kind }: Data) => kind === "ANSWER_INFORMATION_REQUEST");
  say(asha, `a task waits: ${task.text}`);
  const { informationRequest } = await asha.act("answerInformationRequest", "informationRequest { state }", {
    ...{ informationRequestId: task.about.id, expectedVersion: task.about.version },
    response: "In three weeks: the findings are written, and the review team reads them.",
  });
  say(asha, `answers "${task.about.request}": ${informationRequest.state}`);

  const input = async () => ({ commissionId, expectedVersion: await versionOf(wren, commissionId) });
  const paused = await wren.act("pauseCommission", "commission { pausedOn }", {
    ...(await input()),
    reason: "The coroner hears the case first.",
  });
  say(wren, `pauses the review since ${paused.commission.pausedOn}`);
  const still = await asha.refused("advanceCommission", { ...(await input()), to: "DRAFT_REPORT" });
  say(asha, `bringing it on is refused: ${still[0]?.message}`);
  const resumed = await wren.act("resumeCommission", "commission { stage }", await input());
  say(wren, `resumes it: it goes on at ${resumed.commission.stage}`);
};

const STATEMENT = `query ($id: ID!) { commission(id: $id) { statement {
  lines { kind purpose withVat { amountMinor formatted } balance { amountMinor } }
  closingBalance { amountMinor formatted }
} } }`;

/** The board is charged quality assurance and credited a part of it. Answers whether its statement adds up line by line. */
export const settlesUp = async (
  { lead, wren }: Record<"lead" | "wren", Traveller>,
  { commissionId }: Ours,
  say: Say,
): Promise<boolean> => {
  const { charge } = await lead.act("chargeQualityAssurance", "charge { id withVat { formatted } }", {
    ...{ commissionId, amountMinor: 40_000, purpose: "Quality assurance of the draft report" },
  });
  say(lead, `charges the board quality assurance: ${charge.withVat.formatted}`);
  const { creditNote } = await lead.act("creditCharge", "creditNote { withVat { formatted } }", {
    ...{ chargeId: charge.id, amountMinor: 10_000, reason: "One reading was enough." },
  });
  say(lead, `and credits a part of it: ${creditNote.withVat.formatted}`);
  const { lines, closingBalance } = (await wren.ask(STATEMENT, { id: commissionId })).commission.statement;
  let sum = 0;
  const balanced = lines.every(({ withVat, balance }: Data) => {
    sum += withVat.amountMinor;
    return balance.amountMinor === sum;
  });
  const adds = balanced && lines.length > 0 && closingBalance.amountMinor === sum;
  say(wren, `the statement has ${lines.length} lines and comes to ${closingBalance.formatted}: it adds up is ${adds}`);
  return adds;
};
