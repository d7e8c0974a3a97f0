import type { Data, Traveller } from "./tour.client";

export type Say = (who: Traveller, line: string) => void;

/** Somebody's accreditation, as they and the lead call it. */
export interface Holder {
  readonly asha: Traveller;
  readonly lead: Traveller;
  readonly accreditationId: string;
}

const VERSION = `query ($id: ID!) { node(id: $id) {
  ... on Accreditation { version } ... on Commission { version }
  ... on NetworkMeeting { shown: version }
} }`;

const versionOf = async (who: Traveller, id: string): Promise<number> => {
  const { node } = await who.ask(VERSION, { id });
  return node.version ?? node.shown;
};

/** The lead decides something about her accreditation; the input is completed. */
export const decisions = ({ lead, accreditationId }: Holder) => {
  const input = async (more: Data) => ({
    accreditationId,
    expectedVersion: await versionOf(lead, accreditationId),
    ...more,
  });
  return {
    act: async (mutation: string, selection: string, more: Data) => lead.act(mutation, selection, await input(more)),
    refused: async (mutation: string, more: Data) => lead.refused(mutation, await input(more)),
  };
};

/** A meeting of the network, put into the calendar. Answers its id. */
export const meetingOn = async ({ lead }: Holder, date: string): Promise<string> =>
  (
    await lead.act("scheduleNetworkMeeting", "networkMeeting { id }", {
      ...{ programmeId: "LT", date, venue: "London", topic: "What our reviews had in common" },
    })
  ).networkMeeting.id;

/** Whether she was there; with a reason, where something else was said before. */
export const marks = async (
  { lead, accreditationId }: Holder,
  meetingId: string,
  mark: { attended: boolean; reason?: string },
): Promise<void> => {
  await lead.act("recordNetworkAttendance", "networkMeeting { id }", {
    ...{ meetingId, expectedVersion: await versionOf(lead, meetingId) },
    attendance: [{ accreditationId, ...mark }],
  });
};

/** A later review for a pair of two who are accredited, up to its commission. Answers its id. */
export const laterReview = async (
  { asha, lead }: Holder,
  { greg, wren }: Record<"greg" | "wren", Traveller>,
  targetOn: string,
): Promise<string> => {
  const id = async (who: Traveller) => (await who.ask("{ viewer { person { id } } }")).viewer.person.id;
  const both = [asha, greg];
  const personIds = await Promise.all(both.map(id));
  const { pair } = await lead.act("formPair", "pair { id }", { personIds, practice: false });
  const { commission } = await asha.act("proposeCommission", "commission { id }", {
    ...{ boardId: "NORTHMOOR", pairId: pair.id, practice: false, targetOn },
    ...{ reviewKind: "SERIOUS_CASE_REVIEW", format: "FOCUSED", sector: "CHILDREN" },
  });
  const input = async () => ({ commissionId: commission.id, expectedVersion: await versionOf(wren, commission.id) });
  for (const [index, member] of both.entries()) {
    const { rateOffer } = await wren.act("offerRate", "rateOffer { id version }", {
      ...{ ...(await input()), personId: personIds[index], amountMinor: 60_000 },
    });
    await member.act("acceptRate", "rateOffer { id }", {
      ...{ rateOfferId: rateOffer.id, expectedVersion: rateOffer.version },
    });
  }
  await wren.act("grantCommission", "commission { stage }", await input());
  return commission.id;
};

/** A concern about her work is raised, answered and closed. Answers whether a renewal was in its way while it was open. */
export const concern = async (
  { asha, lead, accreditationId }: Holder,
  wren: Traveller,
  commissionId: string,
  say: Say,
): Promise<{ openBlocked: boolean; boardSaw: unknown }> => {
  const { fidelityConcern: raised } = await lead.act("raiseFidelityConcern", "fidelityConcern { id version concern }", {
    ...{ accreditationId, commissionId, concern: "The plan has findings in it before anybody has been heard." },
  });
  say(lead, `raises a concern about the later review: "${raised.concern}"`);
  const { accreditation } = await asha.ask(
    "query ($id: ID!) { accreditation(id: $id) { statusReview { parts { rule met next } } } }",
    { id: accreditationId },
  );
  const blocked = accreditation.statusReview.parts.find(({ rule }: Data) => rule === "E17");
  say(asha, `sees what it means for her next review: ${blocked.next}`);
  const { fidelityConcern: answered } = await asha.act("answerFidelityConcern", "fidelityConcern { version answer }", {
    ...{ fidelityConcernId: raised.id, expectedVersion: raised.version },
    answer: "You are right: they were guesses. They are out of the plan.",
  });
  say(asha, `answers: "${answered.answer}"`);
  const { fidelityConcern: closed } = await lead.act("closeFidelityConcern", "fidelityConcern { outcome }", {
    ...{ fidelityConcernId: raised.id, expectedVersion: answered.version },
    ...{ outcome: "PUT_RIGHT", reason: "The new plan asks before it answers." },
  });
  say(lead, `closes it: ${closed.outcome}`);
  const { commission } = await wren.ask(BOARD, { id: commissionId });
  const boardSaw = commission.pair.members.map(({ person }: Data) => person.name);
  const { node } = await wren.ask("query ($id: ID!) { node(id: $id) { id } }", { id: raised.id });
  const { accreditation: hers } = await wren.ask(HERS, { id: accreditationId });
  say(
    wren,
    `sees that ${boardSaw.join(" and ")} conduct ${commission.reference}; of the concern and the reviews: ${JSON.stringify([node, hers?.statusReview ?? null, hers?.fidelityConcerns ?? null])}`,
  );
  return { openBlocked: !blocked.met, boardSaw: [node, hers?.statusReview ?? null, hers?.fidelityConcerns ?? null] };
};

const BOARD = "query ($id: ID!) { commission(id: $id) { reference pair { members { person { name } } } } }";
const HERS =
  "query ($id: ID!) { accreditation(id: $id) { standing statusReview { met } fidelityConcerns { totalCount } } }";
