import { daysAfter } from "../time";
import { Data, passerBy, Traveller, travellers } from "./tour.client";
import { concern, decisions, Holder, laterReview, marks, meetingOn, Say } from "./tour.network";
import type { Years } from "./tour.server";

/** What the years after an accreditation came to, for whoever checks it. */
export interface Lived {
  /** The rules that the first renewal was refused by. */
  readonly refusedBy: readonly string[];
  readonly outcomes: readonly string[];
  readonly openBlocked: boolean;
  /** The concern, the review and the concerns of a reviewer, as the board is answered. */
  readonly boardSaw: unknown;
  /** What anybody who asked for her number was told, and for her credential, each time. */
  readonly verified: readonly string[];
  readonly credentials: readonly string[];
  /** Who was in the directory: at first, while it was withdrawn, at the end. */
  readonly listed: readonly string[][];
}

const DAYS =
  "query ($id: ID!) { accreditation(id: $id) { id reference standing yearFrom reviewDueOn meetingsThisYear credential { jwt } statusReviews { outcome } } }";

/** Plays the two years after an accreditation, with their reviews, on a server whose clock is put forward. */
export const yearsAfter = async (
  { base, on }: Years,
  number: string,
  print: (line: string) => void,
): Promise<Lived> => {
  const meet = await travellers(base);
  const [lead, asha, greg, wren] = (await Promise.all(
    ["Programme Lead A", "Asha Bellweather", "Greg Oakhanger", "Wren Castell"].map(meet),
  )) as [Traveller, Traveller, Traveller, Traveller];
  const anybody = passerBy(base);
  const say: Say = ({ name }, line) =>
    print(`${name.startsWith("Programme Lead") ? "Lead" : name.split(" ")[0]}: ${line}`);
  const hers = async () => (await asha.ask(DAYS, { id: number })).accreditation;
  const first = await hers();
  const holder: Holder = { asha, lead, accreditationId: first.id };
  const { act, refused } = decisions(holder);
  const shown = shownTo(anybody, number, say);
  const turned = (day: string) => {
    on(day);
    print(`\n— ${day} —`);
  };

  await shown.verify();
  await shown.check(first.credential.jwt);
  await asha.act("enterDirectory", "directoryEntry { id }", {
    ...{ accreditationId: first.id, agrees: true, sectors: ["CHILDREN"], nations: ["ENGLAND"], area: "Northmoor" },
  });
  say(asha, "agrees to be in the public directory");
  await shown.directory();
  const review = await laterReview(holder, { greg, wren }, daysAfter(first.reviewDueOn, 90));
  say(wren, "commissions a later review from Asha and Greg: both accredited, no practice review");

  const [spring, summer, autumn] = await threeMeetings(holder, first.yearFrom);
  turned(daysAfter(first.yearFrom, 300));
  await marks(holder, spring, { attended: true });
  await marks(holder, summer, { attended: true });
  await marks(holder, autumn, { attended: false });
  say(lead, "records who was at the three meetings of the year: Asha at two of them");
  turned(first.reviewDueOn);
  const missing = (await refused("decideStatusReview", { outcome: "RENEWED" }))[0]?.rule.parts.filter(
    ({ met }: Data) => !met,
  );
  say(lead, `renewing is refused: ${tree(missing)}`);
  const reason = "Her name stands on the second sheet.";
  await marks(holder, autumn, { attended: true, reason });
  say(lead, `puts the third meeting right: "${reason}"`);
  await decide(act, { outcome: "RENEWED" }, (line) => say(lead, line));

  const second = await hers();
  turned(daysAfter(second.yearFrom, 40));
  const { openBlocked, boardSaw } = await concern(holder, wren, review, say);
  const [third, fourth] = await threeMeetings(holder, second.yearFrom);
  turned(second.reviewDueOn);
  await marks(holder, third, { attended: true });
  await marks(holder, fourth, { attended: true });
  say(asha, `${(await hers()).meetingsThisYear} meetings this year: one short`);
  await decide(
    act,
    {
      outcome: "CONDITIONAL",
      reason: "The third meeting of the year was missed.",
      conditions: "Come to the next one, and bring the later review.",
      conditionsUntil: daysAfter(second.reviewDueOn, 60),
    },
    (line) => say(lead, line),
  );
  await shown.verify();
  const next = await meetingOn(holder, daysAfter(second.reviewDueOn, 30));
  turned(daysAfter(second.reviewDueOn, 31));
  await marks(holder, next, { attended: true });
  const met = await act("confirmConditionsMet", "accreditation { standing }", { reason: "She came, and brought it." });
  say(lead, `confirms that the conditions are met: ${met.accreditation.standing}`);
  const last = await hers();
  say(
    asha,
    `her reviews: ${last.statusReviews.map(({ outcome }: Data) => outcome).join(", ")}; the next is due on ${last.reviewDueOn}`,
  );

  const withdrawn = await act("withdrawAccreditation", "accreditation { standing }", {
    reason: "To show what follows.",
  });
  say(lead, `withdraws it: ${withdrawn.accreditation.standing}`);
  await shown.verify();
  await shown.check(first.credential.jwt);
  await shown.directory();
  const restored = await act("restoreAccreditation", "accreditation { standing }", { reason: "It was shown." });
  say(lead, `restores it: ${restored.accreditation.standing}`);
  await shown.verify();
  await shown.check(first.credential.jwt, "the credential of before");
  await shown.check((await hers()).credential.jwt, "the one that takes its place");
  await shown.directory();
  return {
    refusedBy: missing.map(({ rule }: Data) => rule),
    outcomes: last.statusReviews.map(({ outcome }: Data) => outcome),
    ...{ openBlocked, boardSaw },
    ...shown.said,
  };
};

const tree = (parts: readonly Data[]): string =>
  parts.map(({ rule, actual, needed, next }) => `${rule}, ${actual} of ${needed}: ${next}`).join(" ");

/** Three meetings of a year, by when they are. */
const threeMeetings = async (holder: Holder, yearFrom: string): Promise<[string, string, string]> => [
  await meetingOn(holder, daysAfter(yearFrom, 65)),
  await meetingOn(holder, daysAfter(yearFrom, 155)),
  await meetingOn(holder, daysAfter(yearFrom, 285)),
];

const decide = async (
  act: ReturnType<typeof decisions>["act"],
  input: Data,
  tell: (line: string) => void,
): Promise<void> => {
  const { statusReview } = await act(
    "decideStatusReview",
    "statusReview { outcome meetingsAttended meetingsNeeded conditionsUntil accreditation { standing reviewDueOn } }",
    input,
  );
  const { outcome, meetingsAttended, meetingsNeeded, conditionsUntil, accreditation } = statusReview;
  const until = conditionsUntil === null ? "" : `, conditions until ${conditionsUntil}`;
  tell(
    `decides the yearly review: ${outcome} with ${meetingsAttended} of ${meetingsNeeded} meetings${until}; ${accreditation.standing}, the next is due on ${accreditation.reviewDueOn}`,
  );
};

/** What anybody finds out who has her number, or a copy of her credential, or looks for a reviewer. */
const shownTo = (anybody: Traveller, number: string, say: Say) => {
  const said = { verified: [] as string[], credentials: [] as string[], listed: [] as string[][] };
  return {
    said,
    verify: async () => {
      const { verifyAccreditation: is } = await anybody.ask(
        "query ($number: String!) { verifyAccreditation(number: $number) { standing accreditedOn reviewDueOn } }",
        { number },
      );
      said.verified.push(is.standing);
      say(anybody, `${number} is ${is.standing}, since ${is.accreditedOn}, next review ${is.reviewDueOn}`);
    },
    check: async (jwt: string, which = "the credential that she shows") => {
      const { verifyCredential: is } = await anybody.ask(
        "query ($jwt: String!) { verifyCredential(jwt: $jwt) { verdict } }",
        { jwt },
      );
      said.credentials.push(is.verdict);
      say(anybody, `${which} is ${is.verdict}`);
    },
    directory: async () => {
      const { directory } = await anybody.ask(
        '{ directory(filter: { area: { contains: "Northmoor" }, sectors: { include: CHILDREN } }) { nodes { name } } }',
      );
      const names = directory.nodes.map(({ name }: Data) => name);
      said.listed.push(names);
      say(anybody, `reviewers near Northmoor, for children: ${names.join(", ") || "nobody"}`);
    },
  };
};
