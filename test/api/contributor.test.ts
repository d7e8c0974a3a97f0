import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { done, refused, rejected } from "../support/change";
import { contributing, opened, sent, WORDS } from "../support/contributing";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

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

const CONTRIBUTOR = `contributor { name email involvement message until askedBy { id } about { id } areas { code }
  commission { reference } state linkIssuedAt linkIssuedBy { id } givenAt version }`;
const issue = async (contributorId: string, more: Record<string, unknown> = {}) => ({
  ...{ contributorId, expectedVersion: await our.version(contributorId), ...more },
});
const messages = (errors: readonly { message: string }[]) => errors.map(({ message }) => message);

describe("naming somebody", () => {
  test("R35: either of the pair names somebody who took part, about one trainee or both, on areas by code, for three weeks", async () => {
    const input = our.input({ traineeIds: [told.ada.id, told.ben.id], message: "Thank you." });
    const { contributor } = await done(tandem, told.ben.personId, "nameContributor", input, CONTRIBUTOR);
    expect(contributor).toEqual({
      ...{ name: "Pat Practitioner", email: "pat@example.org", involvement: "PRACTITIONER", message: "Thank you." },
      ...{ until: daysAgo(-21), askedBy: { id: told.ben.personId }, commission: { reference: review.reference } },
      about: [{ id: told.ada.id }, { id: told.ben.id }],
      areas: [{ code: "C1" }, { code: "C3" }],
      // What becomes of it is not the pair's to see.
      ...{ state: null, linkIssuedAt: null, linkIssuedBy: null, givenAt: null, version: null },
    });
  });

  test("R35: nobody else names anybody: not the supervisor, the lead, the board or another pair", async () => {
    await told.pair("Cara", "Dan");
    const cara = await told.trainee("Cara");
    for (const by of [told.supervisor.id, told.lead.id, told.seat.id]) {
      expect(await rejected(tandem, by, "nameContributor", our.input())).toBe("FORBIDDEN");
    }
    const hidden = await refused(tandem, cara.personId, "nameContributor", our.input());
    expect(hidden).toMatchObject([{ __typename: "NotFound", path: ["commissionId"] }]);
    expect(await rejected(tandem, null, "nameContributor", our.input())).toBe("UNAUTHENTICATED");
  });

  test("every value that cannot be is told at once, with its place", async () => {
    const input = { name: " ", email: "nobody", message: "a\u0007b", traineeIds: [], areaIds: [] };
    const errors = await refused(tandem, told.ada.personId, "nameContributor", our.input(input));
    expect(errors.map(({ path }) => path[0]).sort()).toEqual(["areaIds", "email", "message", "name", "traineeIds"]);
  });

  test.each([
    ["a day that is over", { until: daysAgo(1) }, "until must be from today to 90 days from now."],
    ["a day too far off", { until: daysAgo(-91) }, "until must be from today to 90 days from now."],
    ["one's own address", { email: "ADA@example.org" }, "email is of your pair: others are asked for their input."],
    ["the partner's", { email: "ben@example.org" }, "email is of your pair: others are asked for their input."],
  ])("R35: %s is refused", async (_, more, message) => {
    expect(messages(await refused(tandem, told.ada.personId, "nameContributor", our.input(more)))).toEqual([message]);
  });

  test("R35: today and the ninetieth day are taken, and nobody is named twice for a review", async () => {
    await our.named({ until: daysAgo(0) });
    await our.named({ until: daysAgo(-90), email: "another@example.org" }, told.ben.personId);
    const again = await refused(tandem, told.ben.personId, "nameContributor", our.input({ email: "PAT@example.org" }));
    expect(messages(again)).toEqual(["email is of somebody who is named already for this review."]);
  });

  test("for one review twenty people are named, and no more", async () => {
    for (let count = 0; count < 20; count += 1) await our.named({ email: `somebody-${count}@example.org` });
    const errors = await refused(tandem, told.ada.personId, "nameContributor", our.input());
    expect(errors).toMatchObject([{ path: ["commissionId"], message: expect.stringContaining("20 people") }]);
  });

  test.each([
    [CommissionStage.NEGOTIATING, "negotiating"],
    [CommissionStage.CLOSED, "closed"],
  ])("R35: while a review stands at %s nobody is asked", async (stage, words) => {
    await tandem.db.source.manager.update(Commission, { id: review.id }, { stage });
    const [error] = await refused(tandem, told.ada.personId, "nameContributor", our.input());
    expect(error).toMatchObject({ __typename: "RuleNotMet", rule: { rule: "ASKING", met: false } });
    expect(error.message).toContain(`it stands at ${words}.`);
  });

  test("trainees of another pair and areas that there are not are refused", async () => {
    const cara = await told.trainee("Cara");
    const hidden = await refused(tandem, told.ada.personId, "nameContributor", our.input({ traineeIds: [cara.id] }));
    expect(hidden).toMatchObject([{ __typename: "NotFound", path: ["traineeIds", "0"] }]);
    const input = our.input({ traineeIds: [told.ada.id, told.ada.id], areaIds: ["C9"] });
    expect(await refused(tandem, told.ada.personId, "nameContributor", input)).toMatchObject([
      { path: ["traineeIds"] },
      { __typename: "NotFound", path: ["areaIds", "0"] },
    ]);
  });
});

describe("a link", () => {
  test("R35: goes to the supervisor or a programme lead, and is told once", async () => {
    const id = await our.named();
    for (const by of [told.supervisor.id, told.lead.id]) {
      const { link, contributor } = await done(
        ...([tandem, by, "issueContributionLink", await issue(id), `link ${CONTRIBUTOR}`] as const),
      );
      expect((await opened(link)).status).toBe(200);
      expect(contributor).toMatchObject({ state: "INVITED", linkIssuedBy: { id: by } });
      const token = link.split("/").at(-1);
      expect(JSON.stringify(await tandem.db.rows("SELECT * FROM contributor"))).not.toContain(token);
      expect(JSON.stringify(await tandem.db.rows("SELECT facts FROM entry"))).not.toContain(token);
    }
  });

  test("R35: never goes to one of the pair, whatever their roles, nor to staff of others", async () => {
    const id = await our.named();
    for (const by of [told.ada.personId, told.ben.personId, told.assessor.id, told.seat.id]) {
      expect(await rejected(tandem, by, "issueContributionLink", await issue(id))).toBe("FORBIDDEN");
    }
    const [ben] = await tandem.db.rows("SELECT version FROM person WHERE id = ?", [told.ben.personId]);
    const role = { personId: told.ben.personId, role: "PROGRAMME_LEAD", expectedVersion: Number(ben?.version) };
    await done(tandem, told.lead.id, "grantRole", role);
    for (const mutation of ["issueContributionLink", "revokeContributionLink", "forgetContributor"]) {
      const reason = { revokeContributionLink: "Why.", forgetContributor: "REQUESTED" }[mutation];
      const input = await issue(id, reason ? { reason } : {});
      expect([mutation, await rejected(tandem, told.ben.personId, mutation, input)]).toEqual([mutation, "FORBIDDEN"]);
    }
    const stu = await told.person("Stu", "SUPERVISOR" as never);
    const hidden = await refused(tandem, stu.id, "issueContributionLink", await issue(id));
    expect(hidden).toMatchObject([{ __typename: "NotFound", path: ["contributorId"] }]);
  });

  test("R35: a supervisor of the partner alone does not get it", async () => {
    const toni = await told.person("Toni", "SUPERVISOR" as never);
    await told.assign(told.ben, toni, "SUPERVISOR" as never);
    const aboutAda = await our.named();
    expect(await rejected(tandem, toni.id, "issueContributionLink", await issue(aboutAda))).toBe("FORBIDDEN");
    const aboutBen = await our.named({ traineeIds: [told.ben.id], email: "other@example.org" });
    await done(tandem, toni.id, "issueContributionLink", await issue(aboutBen));
  });

  test("R35: another one ends the one before, and may give more time; repeated under its key a request tells no link", async () => {
    const id = await our.named();
    const first = await our.linked(id);
    const input = await issue(id, { until: daysAgo(-40), idempotencyKey: "another-link-1" });
    const once = await done(tandem, told.supervisor.id, "issueContributionLink", input, `link ${CONTRIBUTOR}`);
    expect(once.contributor).toMatchObject({ until: daysAgo(-40), version: 3 });
    const twice = await done(tandem, told.supervisor.id, "issueContributionLink", input, `link ${CONTRIBUTOR}`);
    expect(twice).toMatchObject({ link: null, cursor: once.cursor, contributor: { version: 3 } });
    expect([(await opened(first)).status, (await opened(once.link)).status]).toEqual([404, 200]);
  });

  test("R35: after its end there is none unless more time is given; once used it is neither made anew nor taken back", async () => {
    const id = await our.named();
    await tandem.db.source.query("UPDATE contributor SET until = ?", [daysAgo(1)]);
    const late = await refused(tandem, told.supervisor.id, "issueContributionLink", await issue(id));
    expect(messages(late)).toEqual(["until must be from today to 90 days from now."]);
    await sent(await our.linked(id, { until: daysAgo(0) }));
    for (const [mutation, more] of [
      ["issueContributionLink", {}],
      ["revokeContributionLink", { reason: "Why." }],
    ] as const) {
      const errors = await refused(tandem, told.supervisor.id, mutation, await issue(id, more));
      expect(messages(errors)).toEqual(["contributorId has given their input already."]);
    }
  });

  test("R35: is taken back with a reason that the staff reads and the pair does not; another may follow", async () => {
    const id = await our.named();
    const none = await refused(tandem, told.lead.id, "revokeContributionLink", await issue(id, { reason: "Why." }));
    expect(messages(none)).toEqual(["contributorId has no link."]);
    const link = await our.linked(id);
    const why = await issue(id, { reason: "They asked not to be asked." });
    const { contributor } = await done(tandem, told.supervisor.id, "revokeContributionLink", why, CONTRIBUTOR);
    expect(contributor).toMatchObject({ state: "REVOKED", version: 3 });
    expect((await opened(link)).status).toBe(404);
    const reasons = async (by: string) => {
      const { data } = await tandem.as(by).ask("{ entries(first: 20) { nodes { kind reason } } }");
      return data.entries.nodes.filter(({ kind }: { kind: string }) => kind === "ContributionLinkRevoked");
    };
    expect(await reasons(told.assessor.id)).toMatchObject([{ reason: "They asked not to be asked." }]);
    for (const { personId } of [told.ada, told.ben]) expect(await reasons(personId)).toEqual([]);
    expect((await opened(await our.linked(id))).status).toBe(200);
  });

  test("a change of which another was not told is a conflict", async () => {
    const id = await our.named();
    await our.linked(id);
    const stale = { contributorId: id, expectedVersion: 1 };
    expect(await refused(tandem, told.lead.id, "issueContributionLink", stale)).toMatchObject([
      { __typename: "Conflict", currentVersion: 2 },
    ]);
  });
});

describe("who reads what was given", () => {
  const EVIDENCE = `{ evidence { nodes { source title text submittedBy { id }
    contribution { howKnown agreed parts { text area { code } } contributor { name email } } } } }`;
  const read = async (by: string) => (await tandem.as(by).ask(EVIDENCE)).data.evidence.nodes;
  const whole = {
    ...{ howKnown: WORDS.how, parts: [{ text: WORDS["area-C1"], area: { code: "C1" } }] },
    contributor: { name: "Pat Practitioner", email: "pat@example.org" },
  };

  test("R35: without their consent the trainee sees that it is there, and neither what was said nor by whom", async () => {
    await sent(await our.invited());
    const [item] = await read(told.ada.personId);
    expect(item).toMatchObject({ source: "OTHERS", submittedBy: null, contribution: null });
    expect(JSON.stringify(item)).not.toMatch(/Pat|case group|made sense/);
    for (const by of [told.supervisor.id, told.assessor.id, told.lead.id]) {
      expect((await read(by))[0].contribution).toMatchObject({ ...whole, agreed: false });
    }
    for (const by of [told.ben.personId, told.seat.id]) expect(await read(by)).toEqual([]);
  });

  test("R35: with it the trainee reads all of it, and the partner of whom it does not speak nothing", async () => {
    await sent(await our.invited(), { ...WORDS, agreed: "yes" });
    expect((await read(told.ada.personId))[0].contribution).toMatchObject({ ...whole, agreed: true });
    expect(await read(told.ben.personId)).toEqual([]);
    const [row] = await tandem.db.rows("SELECT id FROM contribution");
    const node = `{ node(id: "${row?.id}") { id } }`;
    expect((await tandem.as(told.ben.personId).ask(node)).data.node).toBeNull();
    expect((await tandem.as(told.ada.personId).ask(node)).data.node).toEqual({ id: row?.id });
  });

  test("R35: a lead who is one of the pair reads it no sooner than any trainee", async () => {
    const person = async () =>
      Number((await tandem.db.rows("SELECT version FROM person WHERE id = ?", [told.ada.personId]))[0]?.version);
    const role = { personId: told.ada.personId, role: "PROGRAMME_LEAD", expectedVersion: await person() };
    await done(tandem, told.lead.id, "grantRole", role);
    const id = await our.named();
    await sent(await our.linked(id));
    expect((await read(told.ada.personId))[0]).toMatchObject({ source: "OTHERS", contribution: null });
    const asked = `{ commission(id: "${review.id}") { contributors { name state givenAt contribution { id } } } }`;
    expect((await tandem.as(told.ada.personId).ask(asked)).data.commission.contributors).toEqual([
      { name: "Pat Practitioner", state: null, givenAt: null, contribution: null },
    ]);
  });

  test("R35: of whom it named the pair sees nothing of what became of it, whether they have answered or not; the board not even whom", async () => {
    const answering = await our.invited();
    await our.invited({ email: "silent@example.org", name: "Silent Sage" });
    const asked = `{ commission(id: "${review.id}") { contributors { name state linkIssuedAt givenAt revokedAt version
      contribution { id } } } }`;
    const own = async () =>
      (await tandem.as(told.ada.personId).ask("{ viewer { personalData { held } } }")).data.viewer.personalData.held;
    const before = (await tandem.as(told.ada.personId).ask(asked)).data;
    const held = await own();
    expect(held.Contributor).toHaveLength(2);
    expect(JSON.stringify(held.Contributor)).not.toMatch(/link|given|state|version/);
    await sent(answering);
    const after = await own();
    expect(after.Contributor).toEqual(held.Contributor);
    expect([after.Contribution, after.ContributionPart]).toEqual([undefined, undefined]);
    expect((await tandem.as(told.ada.personId).ask(asked)).data).toEqual(before);
    const hidden = {
      state: null,
      linkIssuedAt: null,
      givenAt: null,
      revokedAt: null,
      version: null,
      contribution: null,
    };
    expect(before.commission.contributors).toEqual([
      { name: "Pat Practitioner", ...hidden },
      { name: "Silent Sage", ...hidden },
    ]);
    const { data } = await tandem.as(told.supervisor.id).ask(asked);
    expect(data.commission.contributors).toMatchObject([{ state: "GIVEN" }, { state: "INVITED" }]);
    expect((await tandem.as(told.seat.id).ask(asked)).data.commission.contributors).toBeNull();
  });
});

describe("forgetting", () => {
  test("R35: a lead has name, address and words of a contributor removed; the item still counts, and the link leads nowhere", async () => {
    const id = await our.named({ message: "A word of ours." });
    const link = await our.linked(id);
    await done(tandem, told.lead.id, "revokeContributionLink", await issue(id, { reason: "Pat was away." }));
    const again = await our.linked(id);
    await sent(again);
    const input = await issue(id, { reason: "REQUESTED" });
    expect(await rejected(tandem, told.supervisor.id, "forgetContributor", input)).toBe("FORBIDDEN");
    const { contributor } = await done(tandem, told.lead.id, "forgetContributor", input, CONTRIBUTOR);
    expect(contributor).toMatchObject({ name: "Erased person", email: "Erased", message: null, state: "FORGOTTEN" });
    for (const each of [link, again]) expect((await opened(each)).status).toBe(404);
    const tables = ["contributor", "contribution", "contribution_part", "entry", "evidence"];
    const all = await Promise.all(tables.map((table) => tandem.db.rows(`SELECT * FROM ${table}`)));
    expect(JSON.stringify(all)).not.toMatch(/Pat |pat@|made sense|case group|A word of ours/);
    expect(await tandem.db.rows("SELECT source FROM evidence")).toEqual([{ source: "OTHERS" }]);
    const errors = await refused(tandem, told.lead.id, "forgetContributor", await issue(id, { reason: "REQUESTED" }));
    expect(messages(errors)).toEqual(["contributorId is of somebody who was forgotten."]);
  });
});

test("R35: who waits for their link is a task of the supervisor, and of the lead where there is none; of nobody once it is sent", async () => {
  const id = await our.named();
  const tasks = async (by: string) => {
    const { data } = await tandem.as(by).ask("{ viewer { tasks { kind text about { id } } } }");
    return data.viewer.tasks.filter(({ kind }: { kind: string }) => kind === "SEND_CONTRIBUTION_LINK");
  };
  const waiting = [{ kind: "SEND_CONTRIBUTION_LINK", text: expect.stringContaining("Pat"), about: { id } }];
  expect(await tasks(told.supervisor.id)).toEqual(waiting);
  for (const by of [told.lead.id, told.ada.personId, told.assessor.id]) expect(await tasks(by)).toEqual([]);
  await tandem.db.source.query("UPDATE staff_assignment SET endedOn = ?", [daysAgo(0)]);
  expect(await tasks(told.lead.id)).toEqual(waiting);
  await done(tandem, told.lead.id, "issueContributionLink", await issue(id));
  expect(await tasks(told.lead.id)).toEqual([]);
});

describe("Ben has left the review, and Cat came", () => {
  const benLeaves = async () => {
    const cat = await told.trainee("Cat");
    await told.attendCourse(cat);
    const pair = { pairId: told.adaAndBen.id, leavingPersonId: told.ben.personId, joiningPersonId: cat.personId };
    await done(tandem, told.lead.id, "replacePartner", { ...pair, reason: "Ben is unwell.", expectedVersion: 1 });
  };
  const tasks = async () => {
    const { data } = await tandem.as(told.supervisor.id).ask("{ viewer { tasks { kind about { id } } } }");
    return data.viewer.tasks.filter(({ kind }: { kind: string }) => kind === "SEND_CONTRIBUTION_LINK");
  };

  test("R22, R35: a link that was sent about him leads to its page while it runs, and no new one is issued", async () => {
    const id = await our.named({ traineeIds: [told.ben.id] });
    const link = await our.linked(id);
    const waits = await our.named({ traineeIds: [told.ben.id], email: "another@example.org" });
    expect(await tasks()).toMatchObject([{ about: { id: waits } }]);
    await benLeaves();
    expect(await tasks()).toEqual([]);
    for (const each of [id, waits]) {
      const errors = await refused(tandem, told.lead.id, "issueContributionLink", await issue(each));
      expect(messages(errors)).toEqual(["contributorId is about nobody of the pair any more."]);
    }
    expect((await opened(link)).status).toBe(200);
    await sent(link);
    const about = "SELECT a.traineeId FROM evidence_about a JOIN contribution c ON c.evidenceId = a.evidenceId";
    expect(await tandem.db.rows(about)).toEqual([{ traineeId: told.ben.id }]);
  });

  test("R22, R35: of a link about both, one that was sent stays about both, and a new one is about who is there", async () => {
    const both = { traineeIds: [told.ada.id, told.ben.id] };
    const id = await our.named(both);
    const link = await our.linked(id);
    await benLeaves();
    expect(await (await opened(link)).text()).toMatch(/Ada.*Ben/s);
    const { contributor, link: anew } = await done(
      ...([tandem, told.supervisor.id, "issueContributionLink", await issue(id)] as const),
      `${CONTRIBUTOR} link`,
    );
    expect(contributor.about).toEqual([{ id: told.ada.id }]);
    const entries = await tandem.db.rows(
      "SELECT facts FROM entry WHERE kind = 'ContributionLinkIssued' ORDER BY position",
    );
    expect(entries.map(({ facts }) => JSON.parse(String(facts)))).toEqual([
      {},
      { traineeIds: { from: [told.ada.id, told.ben.id].sort(), to: [told.ada.id] } },
    ]);
    expect((await opened(link)).status).toBe(404);
    const page = await (await opened(anew)).text();
    expect(page).toContain("Ada");
    expect(page).not.toContain("Ben");
  });
});
