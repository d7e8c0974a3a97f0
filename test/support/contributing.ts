import { Commission } from "../../src/commission/commission.entity";
import type { Context } from "../../src/context";
import { askedBy } from "../../src/contribution/asked";
import { give } from "../../src/contribution/give";
import { hashOf, newToken } from "../../src/contribution/link";
import type { Database } from "../../src/database/database";
import type { Log } from "../../src/log/log";
import { PUBLIC } from "../../src/scope/scope";
import { londonDay } from "../../src/time";
import { done } from "./change";
import { Story } from "./story";
import { Served } from "./tandem";

const THING = "contributor { id version }";

/** A story's pair names people, its supervisor sends them their links, and they write. */
export const contributing = (tandem: Served, told: Story, review: Commission) => {
  const input = (more: Record<string, unknown> = {}) => ({
    ...{ commissionId: review.id, name: "Pat Practitioner", email: "pat@example.org", involvement: "PRACTITIONER" },
    ...{ traineeIds: [told.ada.id], areaIds: ["C1", "C3"], ...more },
  });
  const named = async (more: Record<string, unknown> = {}, by = told.ada.personId): Promise<string> =>
    (await done(tandem, by, "nameContributor", input(more), THING)).contributor.id;
  const version = async (id: string): Promise<number> =>
    Number((await tandem.db.rows("SELECT version FROM contributor WHERE id = ?", [id]))[0]?.version);
  const linked = async (contributorId: string, more: Record<string, unknown> = {}): Promise<string> => {
    const asked = { contributorId, expectedVersion: await version(contributorId), ...more };
    const { link } = await done(tandem, told.supervisor.id, "issueContributionLink", asked, `${THING} link`);
    return link;
  };
  return { input, named, version, linked, invited: async (more = {}) => linked(await named(more)) };
};

export const WORDS = {
  "area-C1": "She asked the practitioners how it had made sense to them.",
  "area-C3": "",
  how: "I was one of the case group.",
};

/** Somebody opens a page, without cookies or a token. */
export const opened = (link: string, headers: Record<string, string> = {}) =>
  fetch(link, { redirect: "manual", headers });

/** Somebody sends a form, as a browser does or with other headers. */
export const sent = (link: string, words: Record<string, string> = WORDS, headers: Record<string, string> = {}) =>
  fetch(link, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(words).toString(),
  });

/** Nobody, as whoever writes on a page is. */
export const nobody = ({ db, log }: { db: Database; log: Log }, now: Date): Context => ({
  ...{ db, log, personId: null, scope: PUBLIC, now, opened: new Set(), loaders: new Map() },
});

/** Without a network: a contributor's link is used, on every area they are asked about. Answers what came of it. */
export const givenBy = async (
  house: { db: Database; log: Log },
  contributorId: string,
  now: Date,
  { agreed = false, howKnown = WORDS.how, text = () => WORDS["area-C1"] } = {},
): Promise<"now" | "before" | null> => {
  const token = newToken();
  await house.db.source.query("UPDATE contributor SET linkHash = ? WHERE id = ?", [hashOf(token), contributorId]);
  const asked = await askedBy(house.db.rows, token, londonDay(now));
  const parts = (asked?.areas ?? []).map(({ id }) => ({ areaId: id, text: text() }));
  return give(nobody(house, now), token, { parts, howKnown, agreed });
};
