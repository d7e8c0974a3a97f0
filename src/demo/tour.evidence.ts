import { daysAfter, londonDay } from "../time";
import { Ours } from "./tour.beside";
import type { Data, Traveller } from "./tour.client";

type Say = (who: Traveller, line: string) => void;

const NAME = "Robin Example";

/** The heading of a page, as whoever opened it reads it. */
const headingOf = async (page: Response): Promise<string> =>
  /<h1[^>]*>([^<]*)<\/h1>/.exec(await page.text())?.[1] ?? "no heading";

/**
 * Somebody involved in the review is named, sent a link, and writes on their page as a browser does: no account, no
 * script. Answers the headings they read: of the form, after it was sent, and when it is sent again.
 */
export const asksOthers = async (
  base: string,
  { asha, sunniva, anselm }: Record<"asha" | "sunniva" | "anselm", Traveller>,
  { commissionId, traineeId }: Ours,
  say: Say,
): Promise<string[]> => {
  const named = await asha.act("nameContributor", "contributor { id }", {
    ...{ commissionId, traineeIds: [traineeId], areaIds: ["C3", "C6"] },
    ...{ name: NAME, email: "robin@example.org", involvement: "CASE_GROUP" },
    until: daysAfter(londonDay(new Date()), 14),
  });
  say(asha, `names ${NAME} of the case group, to be asked for their input`);
  const contributorId = named.contributor.id;
  const { viewer } = await sunniva.ask(
    "{ viewer { tasks { kind text about { ... on Contributor { id version } } } } }",
  );
  const task = viewer.tasks.find(({ about }: Data) => about?.id === contributorId);
  say(sunniva, `a task waits: ${task.text}`);
  const { link } = await sunniva.act("issueContributionLink", "link", {
    ...{ contributorId, expectedVersion: task.about.version },
  });
  const page = new URL(link, base);

  const form = await headingOf(await fetch(page));
  say(sunniva, `sends the link, and ${NAME} reads: ${form}`);
  const words = {
    "area-C3": "She let us tell it in our own order, and asked what had made sense at the time.",
    "area-C6": "The two of them had agreed who listens and who leads.",
    how: "I was one of the case group.",
    agreed: "yes",
  };
  const send = () =>
    fetch(page, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
      body: new URLSearchParams(words).toString(),
    });
  const sent = await headingOf(await send());
  const { evidence } = await anselm
    .ask(
      "query ($id: ID!) { trainee(id: $id) { evidence(first: 1, orderBy: NEWEST_FIRST) { nodes { source contribution { howKnown contributor { name } } } } } }",
      { id: traineeId },
    )
    .then(({ trainee }) => trainee);
  const [{ source, contribution }] = evidence.nodes;
  say(anselm, `source ${source}, from ${contribution.contributor.name}: "${contribution.howKnown}"`);
  const again = await headingOf(await send());
  say(sunniva, `${NAME} sends it a second time, and reads: ${again}`);
  return [form, sent, again];
};

/** An item is drafted, submitted, given back and written anew. Answers the states of the first and of what replaced it. */
export const writesAnew = async (
  { asha, anselm }: Record<"asha" | "anselm", Traveller>,
  { commissionId, traineeId }: Ours,
  say: Say,
): Promise<string[]> => {
  const draft = async (title: string, text: string, more: Data = {}) => {
    const { draft: begun } = await asha.act("draftEvidence", "draft { id version }", {
      ...{ commissionId, traineeIds: [traineeId], areaIds: ["C6"], source: "TRAINEE", selfRating: "MET" },
      ...{ title, text, ...more },
    });
    const input = { evidenceDraftId: begun.id, expectedVersion: begun.version };
    return (await asha.act("submitEvidenceDraft", "evidence { id version state }", input)).evidence;
  };
  const first = await draft("Journal of the last month", "We met four times.");
  say(asha, "drafts a journal that nobody else sees, and submits it");
  const reason = "Say what you learned from it.";
  const { evidence: returned } = await anselm.act("returnEvidence", "evidence { state }", {
    ...{ evidenceId: first.id, expectedVersion: first.version, reason },
  });
  say(anselm, `gives it back: "${reason}"`);
  const { viewer } = await asha.ask("{ viewer { tasks { kind text } } }");
  const task = viewer.tasks.find(({ kind }: Data) => kind === "RESUBMIT_EVIDENCE");
  say(asha, `a task waits: ${task.text}`);
  const second = await draft("Journal of the last month", "I learned to leave a silence.", { replacesId: first.id });
  say(asha, `writes it anew: the first is ${returned.state}, what replaces it ${second.state}`);
  return [returned.state, second.state];
};
