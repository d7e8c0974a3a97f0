import { listening } from "../listening";
import { IDS } from "../oracle/parts";
import { FEEDS, Feed, mayFollow, rowsOf } from "../oracle/subscriptions";
import { Sight } from "../sight";
import { absentId } from "../truth/truth";
import { Matrix, Viewer } from "../viewing";

/** Whether a viewer may begin a subscription about a thing: they see it, and could be told something of it. */
const mayBegin = (sight: Sight, feed: Feed, id: string): boolean =>
  sight.sees(id) && (feed.kinds === undefined || rowsOf(feed).some((row) => sight.mightSee(id, row)));

const typesOf = (sight: Sight, arg: string): readonly string[] => {
  const type = IDS[arg];
  if (!type) throw new Error(`What is ${arg} the id of? Say so in oracle/parts.ts.`);
  return type === "anything" ? sight.world.selections.things : [type];
};

/** Ids to ask a subscription about: of each type one or two that the viewer may follow, and as many they may not. */
const someFor = (sight: Sight, feed: Feed, arg: string): { open: string[]; shut: string[] } => {
  const ids = typesOf(sight, arg).map((type) => {
    const all = sight.world.truth.ids(type);
    return [all.filter((id) => mayBegin(sight, feed, id)), all.filter((id) => !mayBegin(sight, feed, id))] as const;
  });
  const most = ids.length > 1 ? 1 : 2;
  return {
    open: ids.flatMap(([open]) => open.slice(0, most)),
    shut: ids.flatMap(([, shut]) => shut.slice(-most)),
  };
};

/** The ids by which a viewer may ask a feed, a few: what entries are about, and one kind of thing they happen to. */
export const openFor = (sight: Sight, feed: Feed, arg: string): string[] =>
  someFor(sight, feed, arg).open.filter((id) => /^(trn|pai|com|brd|per|evd)_/.test(id));

const NOT_FOUND = "NOT_FOUND";

/**
 * How each subscription begins: UNAUTHENTICATED without a token, FORBIDDEN where it is not the viewer's to follow, and
 * NOT_FOUND for what is hidden just as for what never was.
 */
export const byStarts = async ({ cells, room }: Matrix, viewer: Viewer): Promise<void> => {
  const { sight, personId } = viewer;
  const ear = await listening(room, personId);
  const begins = async (name: string, args: Record<string, string>, expected: string, required = "") => {
    const said = Object.entries(args).map(([arg, value]) => `${arg}: "${value}"`);
    const list = said.length > 0 ? `(${said.join(", ")})` : required;
    const got = await ear.follow(`subscription { ${name}${list} { cursor } }`);
    const at = { road: "starts", viewer: viewer.name, thing: `${name}${list}` };
    cells.check(at, expected, Array.isArray(got) ? "begins" : got);
  };
  for (const [name, feed] of Object.entries(FEEDS)) {
    const refused = personId === null ? "UNAUTHENTICATED" : mayFollow(feed, sight.standing) ? null : "FORBIDDEN";
    if (name !== "readinessChanged") await begins(name, {}, refused ?? "begins");
    for (const arg of feed.about) {
      const { open, shut } = someFor(sight, feed, arg);
      for (const id of open) await begins(name, { [arg]: id }, refused ?? "begins");
      const never = [absentId(typesOf(sight, arg)[0] as string), absentId("Charge"), "not an id"];
      for (const id of [...shut, ...never]) await begins(name, { [arg]: id }, refused ?? NOT_FOUND);
    }
  }
  ear.close();
};
