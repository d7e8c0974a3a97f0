import { setTimeout as sleep } from "node:timers/promises";
import { booksDay, filesReport, settlesUp, waitsAndGoesOn } from "./tour.beside";
import { Data, Traveller, travellers } from "./tour.client";
import { asksOthers, writesAnew } from "./tour.evidence";
import { Begun, officesDay, takesPlace } from "./tour.place";

/** What the tour found, for whoever checks it. */
export interface Found {
  readonly begun: Begun;
  /** What came of the days, the report, the input of others and the statement beside the review. */
  readonly beside: {
    readonly booked: readonly string[];
    readonly filed: { readonly same: boolean; readonly stranger: unknown };
    readonly read: readonly string[];
    readonly written: readonly string[];
    readonly adds: boolean;
  };
  readonly accreditation: string;
  /** Ids of the entries the assessor's feed showed, in the order it showed them. */
  readonly feed: readonly string[];
  /** Ids of all entries since then that the assessor may see, in the order of the Log. */
  readonly log: readonly string[];
  readonly boardSaw: readonly string[];
  readonly boardText: string;
}

type Print = (line: string) => void;

const FEED = `subscription ($after: Cursor) { feed(after: $after) { cursor entry { id kind actor { name } } } }`;
const CHANGES = `subscription ($after: Cursor) { commissionChanged(after: $after) { entry { kind facts } commission { reference stage late } } }`;

/** Plays an application, a day of the office and a practice review to its end as the people of the demo, and prints what each of them sees. */
export const tour = async (base: string, print: Print): Promise<Found> => {
  const meet = await travellers(base);
  const [lead, second, effie, asha, tom, dilys, sunniva, anselm, wren] = (await Promise.all(
    [
      ...["Programme Lead A", "Programme Lead B", "Effie Langstone"],
      ...["Asha Bellweather", "Tom Quillfeather", "Dilys Penhallow", "Sunniva Hale", "Anselm Roe", "Wren Castell"],
    ].map(meet),
  )) as [Traveller, Traveller, Traveller, Traveller, Traveller, Traveller, Traveller, Traveller, Traveller];
  const everyone = [lead, second, effie, asha, tom, dilys, sunniva, anselm, wren];
  const say = ({ name }: Traveller, line: string) =>
    print(`${name.startsWith("Programme Lead") ? "Lead" : name.split(" ")[0]}: ${line}`);

  try {
    const begun = await takesPlace({ effie, lead, second }, say);
    await officesDay(lead, say);

    // Two feeds are opened first, each from the place its own query was read at.
    const feed: Data[] = [];
    const start = await anselm.ask("{ cursor }");
    const watchFeed = (after: string) =>
      anselm.watch(FEED, { after }, ({ feed: message }) => {
        feed.push(message);
        say(anselm, `feed ${feed.length}: ${message.entry.kind} by ${message.entry.actor?.name ?? "somebody"}`);
      });
    let closeLid = watchFeed(start.cursor);
    const boardMessages: Data[] = [];
    wren.watch(CHANGES, { after: start.cursor }, ({ commissionChanged }) => {
      boardMessages.push(commissionChanged);
      say(wren, `${commissionChanged.commission.reference} is now at ${commissionChanged.commission.stage}`);
    });

    const me = (
      await asha.ask(
        `{ viewer { trainees { id reference readiness { met actual needed next } pair { commissions { nodes { id reference stage version } } } } } }`,
      )
    ).viewer.trainees[0];
    const commission = me.pair.commissions.nodes[0];
    say(
      asha,
      `${me.reference}: ${me.readiness.actual} of ${me.readiness.needed} rules met. Next: ${me.readiness.next}`,
    );
    const early = await anselm.refused("openAssessment", { traineeId: me.id });
    say(
      anselm,
      `openAssessment is refused by ${early[0]?.rule.parts
        .filter((part: Data) => !part.met)
        .map((part: Data) => part.rule)
        .join(", ")}`,
    );

    const ours = { commissionId: commission.id, traineeId: me.id };
    const booked = await booksDay({ asha, tom, sunniva }, ours, say);
    const filed = await filesReport(base, { asha, wren, dilys }, ours, say);
    const read = await asksOthers(base, { asha, sunniva, anselm }, ours, say);
    const written = await writesAnew({ asha, anselm }, ours, say);
    await waitsAndGoesOn({ asha, wren }, ours, say);
    await supervise(sunniva, me.id, say);
    await finishReview({ asha, sunniva, lead }, me.id, commission.id, say);
    const adds = await settlesUp({ lead, wren }, ours, say);

    // The assessor closes the laptop, misses what happens, and resumes after the last cursor.
    await settled(() => feed.length >= 3);
    await closeLid();
    const lastSeen = feed.at(-1)?.cursor;
    say(anselm, `closes the laptop after feed ${feed.length}`);
    await respond(wren, commission.id, say);
    const ready = (
      await asha.ask("query ($id: ID!) { trainee(id: $id) { readiness { met actual needed } } }", { id: me.id })
    ).trainee.readiness;
    say(asha, `${ready.actual} of ${ready.needed} rules met: ready is ${ready.met}`);
    closeLid = watchFeed(lastSeen);

    const assessment = await assess(anselm, me.id, say);
    const hidden = (
      await asha.ask(
        "query ($id: ID!) { trainee(id: $id) { assessments { nodes { outcome } } accreditation { reference } } }",
        { id: me.id },
      )
    ).trainee;
    say(
      asha,
      `before the release: ${hidden.assessments?.nodes.length ?? 0} assessments, accreditation ${hidden.accreditation?.reference ?? "none"}`,
    );
    await lead.act("releaseAssessment", "assessment { id }", {
      assessmentId: assessment,
      expectedVersion: await versionOf(lead, assessment),
    });
    const seen = (
      await asha.ask(
        "query ($id: ID!) { trainee(id: $id) { standing accreditation { reference standing reviewDueOn } assessments { nodes { outcome judgements { rating } } } } }",
        { id: me.id },
      )
    ).trainee;
    say(
      asha,
      `${seen.standing}: ${seen.accreditation.reference}, ${seen.accreditation.standing}, next review ${seen.accreditation.reviewDueOn}; ${seen.assessments.nodes[0].judgements.length} judgements to read`,
    );

    const board = await wren.ask(
      "{ commissions { nodes { reference stage late pair { members { person { name } trainee { assessments { nodes { outcome } } evidence { totalCount } readiness { met } } } } charges { nodes { amount { formatted } } } } } }",
    );
    const [review] = board.commissions.nodes;
    say(
      wren,
      `${review.reference}: ${review.stage}, ${review.charges.nodes.length} charges; judgements and evidence: ${JSON.stringify(review.pair.members[0].trainee.assessments)}, ${JSON.stringify(review.pair.members[0].trainee.evidence)}`,
    );

    const log = await since(anselm, start.cursor);
    await settled(() => feed.length >= log.length);
    say(anselm, `the feed showed ${feed.length} entries; the Log has ${log.length} for him since the tour began`);
    return {
      begun,
      beside: { booked, filed, read, written, adds },
      accreditation: seen.accreditation.reference,
      feed: feed.map(({ entry }) => entry.id),
      log,
      boardSaw: boardMessages.map((message) => message.commission.stage),
      boardText: JSON.stringify([boardMessages, board]),
    };
  } finally {
    for (const person of everyone) await person.leave();
  }
};

type Say = (who: Traveller, line: string) => void;

const versionOf = async (who: Traveller, id: string): Promise<number> =>
  (
    await who.ask(
      "query ($id: ID!) { node(id: $id) { ... on Commission { version } ... on Assessment { version } ... on SupervisionSession { version } } }",
      { id },
    )
  ).node.version;

/** Waits for messages that are on their way; gives up after ten seconds. */
const settled = async (is: () => boolean): Promise<void> => {
  for (let waited = 0; !is() && waited < 10_000; waited += 20) await sleep(20);
  if (!is()) throw new Error("A message did not arrive within ten seconds.");
};

const supervise = async (sunniva: Traveller, traineeId: string, say: Say): Promise<void> => {
  const { viewer } = await sunniva.ask("{ viewer { tasks { kind text about { id } } } }");
  const task = viewer.tasks.find(({ about }: Data) => about?.id.startsWith("sup_"));
  say(sunniva, `${viewer.tasks.length} tasks wait; the first: ${viewer.tasks[0].text}`);
  const session = task.about.id;
  const { supervisionSession: attended } = await sunniva.act("recordGroupAttendance", "supervisionSession { date }", {
    sessionId: session,
    expectedVersion: await versionOf(sunniva, session),
    attendance: [{ traineeId, attended: true }],
  });
  say(sunniva, `records the group day of ${attended.date}`);
};

const finishReview = async (
  { asha, sunniva, lead }: Record<"asha" | "sunniva" | "lead", Traveller>,
  traineeId: string,
  commissionId: string,
  say: Say,
): Promise<void> => {
  const version = () => versionOf(lead, commissionId);
  const { commission } = await asha.act("advanceCommission", "commission { stage }", {
    commissionId,
    to: "DRAFT_REPORT",
    expectedVersion: await version(),
  });
  say(asha, `brings the review to ${commission.stage}`);
  const { evidence } = await sunniva.act("submitEvidence", "evidence { title source }", {
    commissionId,
    source: "OTHERS",
    title: "The supervisor's note on leading the review team",
    text: "She kept the group's attention on the system, not on people.",
    traineeIds: [traineeId],
    areaIds: ["C3", "C6"],
  });
  say(sunniva, `submits "${evidence.title}" from source ${evidence.source}`);
  const assured = await lead.act("recordQualityAssurance", "commission { stage qualityPassed }", {
    commissionId,
    passed: true,
    notes: "The findings follow from the analysis.",
    expectedVersion: await version(),
  });
  say(lead, `quality assurance passed is ${assured.commission.qualityPassed}: ${assured.commission.stage}`);
};

const respond = async (wren: Traveller, commissionId: string, say: Say): Promise<void> => {
  const { commission } = await wren.act("recordBoardResponse", "commission { stage }", {
    commissionId,
    text: "The board accepts the findings.",
    expectedVersion: await versionOf(wren, commissionId),
  });
  say(wren, `responds to the report: ${commission.stage}`);
};

const assess = async (anselm: Traveller, traineeId: string, say: Say): Promise<string> => {
  const { assessment } = await anselm.act("openAssessment", "assessment { id round }", { traineeId });
  say(anselm, `opens round ${assessment.round}`);
  const input = async () => ({ assessmentId: assessment.id, expectedVersion: await versionOf(anselm, assessment.id) });
  const decide = { outcome: "ACCREDIT", summary: "The model was put into practice throughout." };
  for (const areaId of ["C1", "C2", "C3", "C4", "C5", "C6"]) {
    if (areaId === "C6") {
      const errors = await anselm.refused("decideAssessment", { ...(await input()), ...decide });
      say(anselm, `deciding with five areas is refused: ${errors[0]?.message}`);
    }
    await anselm.act("recordJudgement", "judgement { id }", {
      ...(await input()),
      areaId,
      rating: "MET",
      strengths: "The choices made are explained and hold.",
      areasToWorkOn: "Plan the writing earlier.",
    });
  }
  const decided = await anselm.act("decideAssessment", "assessment { outcome }", { ...(await input()), ...decide });
  say(anselm, `decides: ${decided.assessment.outcome}`);
  return assessment.id;
};

/** The ids of all entries after a cursor that somebody may see, oldest first: as another, fresh reader of the Log. */
const since = async (who: Traveller, after: string): Promise<string[]> => {
  const ids: string[] = [];
  const { cursor } = await who.ask("{ cursor }");
  let last = after;
  const stop = who.watch(FEED, { after }, ({ feed }) => {
    ids.push(feed.entry.id);
    last = feed.cursor;
  });
  const newest = (await who.ask("{ entries(first: 1) { nodes { id } } }")).entries.nodes[0].id;
  await settled(() => ids.at(-1) === newest || last === cursor);
  await stop();
  return ids;
};
