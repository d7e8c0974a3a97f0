import { Story } from "./story";
import { Tandem } from "./tandem";

const HISTORY = `query History($first: Int) { entries(first: $first, orderBy: NEWEST_FIRST) {
  nodes { kind facts reason actor { id } subject { id } } } }`;

/** The newest entries, newest first, as the programme lead reads them; without what readiness adds to a change. */
export const history = async (tandem: Tandem, { lead }: Story, most: number) => {
  const { data } = await tandem.as(lead.id).ask(HISTORY, { first: most + 20 });
  return data.entries.nodes.filter(({ kind }: { kind: string }) => kind !== "ReadinessChanged").slice(0, most);
};
