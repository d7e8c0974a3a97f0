import { aroundField } from "../../support/around-field";
import { ask } from "../../support/change";
import { send } from "../../support/raw-http";
import { until } from "../../support/until";
import { FEED } from "./asking";
import { BEN, disaster } from "./words";
import { World } from "./world";

/** The database fails in every way, and so do our own resolvers. */
export const disasters = async ({ tandem, s, stranger, say }: World, logged: () => string): Promise<void> => {
  const { rows } = tandem.db;
  const db = tandem.db as { rows: typeof rows };
  const people = { "the lead": s.lead.id, "a stranger": stranger };
  const everybody = async (query: string) => {
    for (const [to, personId] of Object.entries(people)) {
      say(to, await tandem.as(personId).ask(query));
      const refused = ({ code, reason }: { code: number; reason: string }) => ({ code, reason });
      say(to, await tandem.ws(personId).ask(query).catch(refused));
    }
  };
  const health = async () => {
    for (const path of ["/livez", "/readyz"]) say("the public", (await send(new URL(path, tandem.url))).body);
  };
  await health();
  for (const thrown of [
    disaster(),
    "ZqpBenQz",
    { message: "ZqpBenQz" },
    Object.assign(disaster(), { extensions: { code: "FORBIDDEN" } }),
  ]) {
    aroundField(tandem, "Query", "programmes", () => {
      throw thrown;
    });
    await everybody("{ programmes(last: 3) { nodes { name } } }");
  }
  aroundField(tandem, "Query", "cohorts", () => ({ nodes: "ZqpBenQz" }));
  await everybody("{ cohorts(last: 3) { nodes { name } } }");

  // A message that fails, a tail that fails, and a sign-in that fails.
  aroundField(tandem, "Subscription", "feed", () => {
    throw disaster();
  });
  const listening = tandem.ws(s.lead.id).subscribe(FEED, { after: await tandem.log.head() });
  await s.append("EvidenceSubmitted", { traineeId: s.ada.id });
  say("the lead", await listening.take(1));

  // A unique index that the services do not know of: the driver quotes the row.
  await tandem.db.source.query("CREATE UNIQUE INDEX zqonce ON person (phone)");
  const twice = { name: "ZqsNameQz", email: "zqsothermailqz@example.org", phone: BEN.phone };
  say("the lead", await ask(tandem, s.lead.id, "invitePerson", twice));

  db.rows = async () => {
    throw disaster();
  };
  await everybody("{ programmes { totalCount } }");
  say("the lead", await tandem.ws(s.lead.id).closed);
  await health();
  await until(() => /the tail of the Log will look again/.test(logged()));
  db.rows = rows;
  await tandem.db.close();
  await everybody("{ programmes { totalCount } }");
  await health();
};
