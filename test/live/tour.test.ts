import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { tour } from "../../src/demo/tour";
import type { Data } from "../../src/demo/tour.client";
import { ownServer } from "../../src/demo/tour.server";
import { yearsAfter } from "../../src/demo/tour.years";

jest.setTimeout(120_000);

/** The demo on a server of its own, as anybody would start it. */
const demo = async () => {
  const env = { PATH: process.env.PATH, PORT: "0", DATABASE_URL: "sqlite::memory:", LOG_LEVEL: "error" };
  const server = spawn(process.execPath, [join(__dirname, "../../src/server.js")], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let complaints = "";
  server.stderr.on("data", (text) => {
    complaints += text;
  });
  const [line] = (await once(createInterface({ input: server.stdout }), "line")) as [string];
  const stop = async () => {
    server.kill("SIGTERM");
    await once(server, "exit");
  };
  const base = line.replace(/^Tandem is ready at (.*)\/graphql$/, "$1");
  return { base, stop, complaints: () => complaints };
};

let server: Awaited<ReturnType<typeof demo>>;
let years: Awaited<ReturnType<typeof ownServer>>;
/** Of the accreditation that the tour comes to. */
let number: string;
beforeAll(async () => {
  server = await demo();
  years = await ownServer();
});
afterAll(async () => {
  await server.stop();
  await years.stop();
});

test("each tab of the playground is answered when it is first played", async () => {
  const { base } = server;
  const { tabs } = (await (await fetch(`${base}/playground/settings`)).json()) as Data;
  const played: { title: string; status: number; faults: unknown }[] = [];
  for (const { title, query, variables, persona } of tabs) {
    // Live ones are played in a browser only.
    if (query.includes("subscription ")) continue;
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (persona !== undefined) {
      const minted = await fetch(`${base}/playground/personas/${persona}/token`, { method: "POST" });
      headers.authorization = `Bearer ${((await minted.json()) as Data).token}`;
    }
    const body = JSON.stringify({ query, variables: JSON.parse(variables ?? "{}") });
    const answer = await fetch(`${base}/graphql`, { method: "POST", headers, body });
    const { data, errors } = (await answer.json()) as Data;
    const refused = Object.values(data ?? {}).flatMap((payload) => (payload as Data)?.errors ?? []);
    played.push({ title, status: answer.status, faults: errors ?? refused });
  }
  expect(played.length).toBeGreaterThanOrEqual(17);
  expect(played.filter(({ status, faults }) => status !== 200 || (faults as unknown[]).length > 0)).toEqual([]);
  expect(server.complaints()).toBe("");
});

test("the tour comes to a trainee accredited, every entry seen once and in order, and no judgement seen by the board", async () => {
  const lines: string[] = [];
  const found = await tour(years.base, (line) => lines.push(line));
  const { begun, beside, accreditation, feed, log, boardSaw, boardText } = found;

  expect(begun.heard).toEqual([
    ...["ApplicationChanged", "ApplicationSubmitted", "ApplicationDecided", "PlaceConfirmed", "PlaceTakenUp"],
  ]);
  expect(begun.text).toMatch(/"totalScore":null,"scores":null/);
  expect(begun.standing).toBe("ENROLLED");
  expect(beside).toEqual({
    booked: ["PLACE", "WAITING", "CANCELLED", "PLACE"],
    filed: { same: true, stranger: null },
    read: ["Your input on Asha Bellweather", ...Array(2).fill("Thank you: your input has arrived")],
    written: ["RETURNED", "SUBMITTED"],
    adds: true,
  });
  expect(accreditation).toMatch(/^LT-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  expect(log.length).toBeGreaterThanOrEqual(19);
  expect(feed).toEqual(log);
  expect(new Set(feed).size).toBe(feed.length);
  expect(boardSaw).toEqual(["FINDINGS", "FINDINGS", "FINDINGS", "DRAFT_REPORT", "QUALITY_ASSURANCE", "BOARD_RESPONSE"]);
  expect(boardText).not.toMatch(/JudgementRecorded|AssessmentDecided|"rating"|"outcome":"/);
  expect(lines.filter((line) => line.startsWith("Asha: before the release"))).toEqual([
    "Asha: before the release: 0 assessments, accreditation none",
  ]);
  number = accreditation;
});

test("R42, R45, R46: the years after go on to the second annual review, and tell nobody more than they may see", async () => {
  const lines: string[] = [];
  const lived = await yearsAfter(years, number, (line) => lines.push(line));

  expect(lived).toEqual({
    refusedBy: ["E16"],
    outcomes: ["RENEWED", "CONDITIONAL"],
    openBlocked: true,
    boardSaw: [null, null, null],
    verified: ["ACTIVE", "CONDITIONAL", "WITHDRAWN", "ACTIVE"],
    credentials: ["VALID", "REVOKED", "REVOKED", "VALID"],
    listed: [["Asha Bellweather"], [], ["Asha Bellweather"]],
  });
  // Neither anybody nor the board hears of a reason or a concern.
  const told = lines.filter((line) => line.startsWith("Anybody") || line.startsWith("Wren")).join(" ");
  expect(told).not.toMatch(/findings|meeting|To show/);
});
