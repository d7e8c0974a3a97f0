import { Ids, Scope } from "./scope";

/** Ids without repeats or nulls, in an order of their own: equal scopes must be equal texts. */
export const sorted = (ids: Iterable<unknown>): string[] =>
  [...new Set([...ids].filter((id) => id != null) as string[])].sort();

/** A member of a pair, and a commission of that pair: one of each combination. */
export interface Link {
  pairId: string;
  personId: string;
  traineeId: string | null;
  commissionId: string | null;
  boardId: string | null;
  stage: string | null;
}
/** Pairs, their commissions and who works on them: as much as the persons asked for have to do with. */
export interface Links {
  readonly members: readonly Link[];
  readonly staff: readonly { traineeId: string; personId: string }[];
  readonly seats: readonly { boardId: string; personId: string }[];
  /** The programme's leads: everybody who signs in may know their names. */
  readonly leads: readonly string[];
}

/** One person's own parts in the programme. */
export interface Viewed {
  personId: string;
  /** Whether they wrote what is theirs before it is anybody else's: an application, or a draft of evidence. */
  writes: boolean;
  trainees: string[];
  /** The reviews they conduct, or conducted a part of, whatever became of their pair. */
  conducted: string[];
  /** Trainees who conducted a review that was theirs as well, before it changed hands or after. */
  conductedWith: string[];
  boards: string[];
  supervises: string[];
  assesses: string[];
  /** Reviewers whom they supervised one to one, and who supervised them as a reviewer. */
  supervisedWith: string[];
}

/** Whom and what a person is related to, by relation. */
export const relations = (me: Viewed, links: Links, lead: boolean): Scope["ids"] => {
  const pairsWhere = (is: (link: Link) => boolean) => new Set(links.members.filter(is).map(({ pairId }) => pairId));
  const inPairs = (pairs: ReadonlySet<string>) => links.members.filter(({ pairId }) => pairId && pairs.has(pairId));
  const gather = (found: readonly Link[], more: Ids = {}): Ids => ({
    traineeId: sorted([...found.map(({ traineeId }) => traineeId), ...(more.traineeId ?? [])]),
    personId: sorted([...found.map(({ personId }) => personId), ...(more.personId ?? [])]),
  });
  const work = (pairs: ReadonlySet<string>): Ids => ({
    pairId: sorted([...pairs].filter(Boolean)),
    commissionId: sorted(inPairs(pairs).map(({ commissionId }) => commissionId)),
  });

  const asTrainee = pairsWhere(({ personId, traineeId }) => personId === me.personId && traineeId !== null);
  const partners = inPairs(asTrainee).filter(({ personId }) => personId !== me.personId);
  const partner = gather(partners);
  const asReviewer = pairsWhere(
    ({ personId, traineeId, pairId }) => pairId !== "" && personId === me.personId && traineeId === null,
  );
  const reviewed = gather(inPairs(asReviewer).filter(({ personId }) => personId !== me.personId));
  if (lead) {
    const only = ({ traineeId = [] }: Ids): Ids => ({ traineeId });
    // What is withheld from a partner stays withheld from who has left the review, and from who came to it.
    const withheld = only(gather(partners, { traineeId: me.conductedWith }));
    // By person: what they wrote that is nobody else's yet, and what is noted of who conducts a review as a reviewer.
    const personId = me.writes || me.conducted.length > 0 ? [me.personId] : [];
    return trimmed({
      self: { traineeId: me.trainees, personId, commissionId: me.conducted },
      partner: withheld,
      reviewer: only(reviewed),
    });
  }

  const assigned = (trainees: readonly string[]): Ids => {
    const own = links.members.filter(({ traineeId }) => traineeId !== null && trainees.includes(traineeId));
    return { ...gather(own, { traineeId: trainees }), ...work(new Set(own.map(({ pairId }) => pairId))) };
  };
  const boardPairs = pairsWhere(
    ({ boardId, stage }) =>
      boardId !== null && me.boards.includes(boardId) && stage !== "DECLINED" && stage !== "ABANDONED",
  );
  const supervisor = assigned(me.supervises);
  const assessor = assigned(me.assesses);

  const worksWith = new Set([...asTrainee, ...asReviewer, ...(supervisor.pairId ?? []), ...(assessor.pairId ?? [])]);
  const trainees = new Set([...me.trainees, ...me.supervises, ...me.assesses]);
  // Not those of a board's own pairs: with whom else these deal, or have dealt, is not for it to know.
  const boards = new Set([...me.boards, ...inPairs(worksWith).map(({ boardId }) => boardId)]);
  return trimmed({
    self: { ...work(asTrainee), traineeId: me.trainees, personId: [me.personId] },
    partner,
    reviewer: { ...work(asReviewer), ...reviewed },
    supervisor,
    assessor,
    board: {
      boardId: me.boards,
      pairId: sorted([...boardPairs]),
      commissionId: sorted(
        links.members
          .filter(({ boardId }) => boardId !== null && me.boards.includes(boardId))
          .map(({ commissionId }) => commissionId),
      ),
    },
    boardOfPair: { pairId: sorted([...boardPairs]), ...gather(inPairs(boardPairs)) },
    colleague: {
      personId: sorted([
        ...links.staff.filter(({ traineeId }) => trainees.has(traineeId)).map(({ personId }) => personId),
        ...links.leads,
        ...me.supervisedWith,
        ...links.seats.filter(({ boardId }) => boards.has(boardId)).map(({ personId }) => personId),
        ...inPairs(new Set([...worksWith, ...boardPairs]))
          .filter(({ traineeId }) => traineeId === null)
          .map(({ personId }) => personId),
      ]),
    },
  });
};

/** Empty lists say nothing: equal scopes must be equal texts. */
const trimmed = (ids: Scope["ids"]): Scope["ids"] =>
  Object.fromEntries(
    Object.entries(ids)
      .map(([relation, byId]) => [
        relation,
        Object.fromEntries(
          Object.entries(byId)
            .filter(([, among]) => among.length > 0)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        ),
      ])
      .filter(([, byId]) => Object.keys(byId as object).length > 0),
  );
