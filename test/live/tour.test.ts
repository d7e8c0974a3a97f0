import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { tour } from "../../src/demo/tour";

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
    return complaints;
  };
  return { base: line.replace(/^Tandem is ready at (.*)\/graphql$/, "$1"), stop };
};

test("the tour ends with the trainee accredited, every entry seen once and in order, and no judgement seen by the board", async () => {
  const { base, stop } = await demo();
  const lines: string[] = [];
  const found = await tour(base, (line) => lines.push(line));
  const complaints = await stop();
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
  expect(complaints).toBe("");
});
