import { Commission } from "../../src/commission/commission.entity";
import { verifyLog } from "../../src/log/verify";
import { done } from "../support/change";
import { contributing, opened, sent, WORDS } from "../support/contributing";
import { counts } from "../support/counts";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { SECRET, startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let review: Commission;
let our: ReturnType<typeof contributing>;
beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  review = await told.commissioned(told.adaAndBen, told.board);
  our = contributing(tandem, told, review);
});
afterEach(() => tandem.close());

/** What is there to be opened, and that nothing changes by it. */
const unchanged = async (ask: () => Promise<Response>): Promise<{ status: number; page: string; headers: Headers }> => {
  const before = await counts(tandem.db);
  const response = await ask();
  const page = await response.text();
  expect(await counts(tandem.db)).toEqual(before);
  return { status: response.status, page, headers: response.headers };
};
const rowsOf = async (table: string) => tandem.db.rows(`SELECT * FROM ${table}`);

test("R35: the page says who asks, for what review and for what, who reads it and how long it is kept; opening it changes nothing", async () => {
  const link = await our.invited({ message: "You saw <b>most</b> of it.", traineeIds: [told.ada.id, told.ben.id] });
  expect(link).toMatch(new RegExp(`^${tandem.url.replace("/graphql", "")}/contribute/[\\w-]{43}$`));
  for (const _ of [1, 2]) {
    const { status, page, headers } = await unchanged(() => opened(link));
    expect(status).toBe(200);
    for (const said of [
      ...["This page is for Pat Practitioner.", "Ada has named you", `serious case review ${review.reference}`],
      ...["You saw &lt;b&gt;most&lt;/b&gt; of it.", "The supervisor, the assessor and the leads", "one year after"],
      ...["names and details of the people the review is about", "programme@example.org", "Ada and Ben"],
    ]) {
      expect(page).toContain(said);
    }
    expect(page).toContain('<html lang="en-GB">');
    expect(page).not.toContain("Northmoor");
    expect(Object.fromEntries(headers)).toMatchObject({
      ...{ "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "referrer-policy": "no-referrer" },
      ...{ "x-robots-tag": "noindex, nofollow", "x-frame-options": "DENY" },
      "content-security-policy": expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      ),
    });
    expect(headers.get("set-cookie")).toBeNull();
  }
  const head = await unchanged(() => fetch(link, { method: "HEAD" }));
  expect([head.status, head.page]).toEqual([200, ""]);
});

test("R35: what is sent is kept once as evidence from others, whoever sends it again is told so, and the Log verifies", async () => {
  const link = await our.invited();
  const first = await sent(link, { ...WORDS, "area-C3": "  She wrote\r\nclearly. 🙂 " });
  expect([first.status, first.headers.get("location")]).toEqual([303, new URL(link).pathname]);
  const done = await unchanged(() => opened(link));
  expect([done.status, done.page]).toEqual([200, expect.stringContaining("Thank you: your input has arrived")]);

  const again = await unchanged(() => sent(link, { ...WORDS, "area-C1": "Something else." }));
  expect([again.status, again.page]).toEqual([409, done.page]);

  const [item] = await rowsOf("evidence");
  expect(item).toMatchObject({ source: "OTHERS", submittedById: null, commissionId: review.id });
  expect(JSON.stringify(item)).not.toMatch(/Pat|pat@|made sense|case group/);
  expect(await rowsOf("evidence_about")).toEqual([{ evidenceId: item?.id, traineeId: told.ada.id }]);
  expect(await rowsOf("contribution")).toMatchObject([{ howKnown: "I was one of the case group.", agreed: 0 }]);
  const parts = await tandem.db.rows("SELECT text FROM contribution_part ORDER BY ordinal");
  expect(parts).toEqual([{ text: WORDS["area-C1"] }, { text: "She wrote\nclearly. 🙂" }]);
  const entries = await tandem.db.rows(
    "SELECT kind, actorId FROM entry WHERE kind IN ('ContributionGiven', 'EvidenceSubmitted') ORDER BY position",
  );
  expect(entries).toEqual([
    { kind: "EvidenceSubmitted", actorId: null },
    { kind: "ContributionGiven", actorId: null },
  ]);
  expect((await verifyLog(tandem.db, SECRET)).fault).toBeNull();
});

test("R35: an item is only tagged with the areas that were written on", async () => {
  await sent(await our.invited());
  const tags = await tandem.db.rows(
    "SELECT a.code FROM evidence_area e JOIN competency_area a ON a.id = e.areaId ORDER BY a.code",
  );
  expect(tags).toEqual([{ code: "C1" }]);
});

test("R35: assessors watch it arrive, and it counts among the three sources", async () => {
  const link = await our.invited();
  const feed = tandem
    .ws(told.assessor.id)
    .subscribe(
      "subscription { evidenceSubmitted { evidence { source submittedBy { id } contribution { howKnown } } } }",
    );
  await tandem.ws(told.assessor.id).ask("{ __typename }");
  await new Promise((resolve) => setTimeout(resolve, 300));
  await sent(link);
  const [message] = await feed.take(1);
  expect(message?.data.evidenceSubmitted.evidence).toEqual({
    ...{ source: "OTHERS", submittedBy: null, contribution: { howKnown: WORDS.how } },
  });
  const { data } = await tandem
    .as(told.ada.personId)
    .ask(
      `{ trainee(id: "${told.ada.id}") { evidenceMatrix { code source count } readiness { parts { rule actual } } } }`,
    );
  expect(data.trainee.evidenceMatrix).toContainEqual({ code: "C1", source: "OTHERS", count: 1 });
  expect(data.trainee.readiness.parts).toContainEqual({ rule: "E12", actual: 1 });
});

test("R35: bytes that are no text are told of, and not kept as a sign that says nothing", async () => {
  const link = await our.invited();
  const body = "area-C1=%ED%A0%80&how=x";
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await fetch(link, { method: "POST", headers, body, redirect: "manual" });
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining("a sign that cannot be read.")]);
});

test("R35: every fault of a form is told at once, each beside its field, and what was written stays in it", async () => {
  const link = await our.invited();
  const long = "🙂".repeat(2_001);
  const filled = { "area-C1": long, "area-C3": `a${String.fromCharCode(7)}b`, how: " \u200b ", agreed: "yes" };
  const { status, page } = await unchanged(() => sent(link, filled));
  expect(status).toBe(422);
  for (const [field, fault] of [
    ["area-C1", "What you write on Area 1 may have at most 2,000 characters: it has 2,001."],
    ["area-C3", "What you write on Area 3 has a sign in it that is not part of a text."],
    ["how", "Say how you know what you write."],
  ]) {
    expect(page).toContain(`<li><a href="#${field}">${fault}</a></li>`);
    expect(page).toContain(`<span class="fault" id="${field}-fault">${fault}</span>`);
    expect(page).toMatch(
      new RegExp(`id="${field}"[^>]*aria-describedby="${field}-fault ${field}-hint"[^>]*aria-invalid`),
    );
  }
  expect(page).toContain(`>\n${long}</textarea>`);
  expect(page).toContain('value="yes" checked>');
  expect(page).toMatch(/<title>Error: .*role="alert"[^>]*tabindex="-1" autofocus>/s);

  const empty = await unchanged(() => sent(link, {}));
  expect([empty.status, empty.page]).toEqual([422, expect.stringContaining("at least one of the areas")]);
  const most = { ...WORDS, "area-C1": "🙂".repeat(2_000), "area-C3": "\u00e9".repeat(2_000), how: "🙂".repeat(500) };
  expect((await sent(link, most)).status).toBe(303);
});

test("R35: a guess, a link that was replaced or taken back, and one of a pair that has ended answer alike, and nothing changes", async () => {
  const id = await our.named();
  const replaced = await our.linked(id);
  const link = await our.linked(id);
  const base = link.slice(0, link.lastIndexOf("/") + 1);
  const guess = await unchanged(() => opened(`${base}${"A".repeat(43)}`));
  expect([guess.status, guess.page]).toEqual([404, expect.stringContaining("This link leads nowhere")]);
  const alike = async (...links: string[]) => {
    for (const each of links) {
      for (const ask of [() => opened(each), () => sent(each)]) {
        const { status, page } = await unchanged(ask);
        expect([each, status, page]).toEqual([each, 404, guess.page]);
      }
    }
  };
  await alike(replaced, `${base}x`, `${base}${"%00".repeat(9)}`, `${base}${"A".repeat(44)}`);

  await tandem.db.source.query("UPDATE pair SET dissolvedOn = ?", [daysAgo(0)]);
  await alike(link);
  await tandem.db.source.query("UPDATE pair SET dissolvedOn = NULL");
  await tandem.db.source.query("UPDATE trainee SET standing = 'WITHDRAWN' WHERE id = ?", [told.ada.id]);
  await alike(link);
  await tandem.db.source.query("UPDATE trainee SET standing = 'ENROLLED'");
  await tandem.db.source.query("UPDATE person SET erasedAt = '2026-01-01 00:00:00.000' WHERE id = ?", [
    told.ada.personId,
  ]);
  await alike(link);
  await tandem.db.source.query("UPDATE person SET erasedAt = NULL");
  await tandem.db.source.query("UPDATE contributor SET until = ?", [daysAgo(1)]);
  await alike(link);
  await tandem.db.source.query("UPDATE contributor SET until = ?", [daysAgo(0)]);
  expect((await opened(link)).status).toBe(200);

  const why = { contributorId: id, reason: "They asked not to be.", expectedVersion: await our.version(id) };
  await done(tandem, told.supervisor.id, "revokeContributionLink", why);
  await alike(link);
});

test("R35: input sent from another site is refused, whether the browser says so itself or names the origin", async () => {
  const link = await our.invited();
  const own = new URL(link).origin;
  for (const headers of [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "cross-site", origin: own },
    { origin: "https://elsewhere.example.org" },
    { origin: "https://elsewhere.example.org", referer: link },
  ]) {
    const { status, page } = await unchanged(() => sent(link, WORDS, headers as unknown as Record<string, string>));
    expect([headers, status]).toEqual([headers, 403]);
    expect(page).toContain("This was not sent from its own page");
  }
  expect((await sent(link, {}, { "sec-fetch-site": "same-origin", origin: "null" })).status).toBe(422);
  expect((await sent(link, {}, { origin: own })).status).toBe(422);
  expect((await sent(link, WORDS, { origin: "null" })).status).toBe(303); // as a page tells that gives no referrer
});

test("what is too large, of another type, or no form is a page with its status, and nothing changes", async () => {
  const link = await our.invited();
  const large = await unchanged(() => sent(link, { ...WORDS, how: "a".repeat(300_000) }));
  expect([large.status, large.page]).toEqual([413, expect.stringContaining("That is too much")]);
  for (const type of ["application/json", "multipart/form-data; boundary=x", "text/plain"]) {
    const other = await unchanged(() => sent(link, WORDS, { "content-type": type }));
    expect([type, other.status, other.page]).toEqual([type, 415, expect.stringContaining("This could not be read")]);
  }
  const none = await unchanged(() => fetch(link, { method: "POST", redirect: "manual" }));
  expect([none.status, none.page]).toEqual([422, expect.stringContaining("Nothing was sent yet")]);
});

test("who opens pages too often from one address is told to wait, and the rest of what it may ask is of the same bucket", async () => {
  await tandem.close();
  tandem = await startTandem({ rateLimit: true });
  const { origin } = new URL(tandem.url);
  const statuses: number[] = [];
  let last = await opened(`${origin}/contribute/x`);
  for (let count = 0; count < 200 && last.status !== 429; count += 1) {
    statuses.push(last.status);
    last = await opened(`${origin}/contribute/x`);
  }
  expect(last.status).toBe(429);
  expect(Number(last.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  expect(await last.text()).toContain("Please wait a moment");
  expect(statuses.length).toBeGreaterThanOrEqual(39);
  expect(new Set(statuses)).toEqual(new Set([404]));
});

test("R35: of two who send the same form at the same moment one is taken", async () => {
  for (let round = 0; round < 6; round += 1) {
    const link = await our.invited({ email: `round-${round}@example.org` });
    const answers = await Promise.all([sent(link), sent(link), sent(link)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(await rowsOf("evidence")).toHaveLength(round + 1);
    expect(await rowsOf("contribution")).toHaveLength(round + 1);
  }
});
