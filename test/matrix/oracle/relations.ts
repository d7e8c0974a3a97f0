import { Row, Truth } from "../truth/truth";

/** Whose a thing is: the ids of those it is about, and what has happened to it. */
export interface Matter {
  readonly trainees?: readonly unknown[];
  readonly persons?: readonly unknown[];
  readonly pairs?: readonly unknown[];
  readonly commissions?: readonly unknown[];
  readonly boards?: readonly unknown[];
  /** Who gave it: one's own words are one's own. */
  readonly giver?: unknown;
  /** The reviewer whose own it is: nobody else's by what the person is, or was, beside it. */
  readonly ofReviewer?: unknown;
  /** Who held a session with a reviewer: nobody is assigned to one. */
  readonly heldBy?: unknown;
  /** What somebody opened: that they did would tell that it is there. */
  readonly opened?: Matter;
  readonly released?: boolean;
  readonly shared?: boolean;
}

const KINDS = ["trainees", "persons", "pairs", "commissions", "boards"] as const;
export type Related = { readonly [Kind in (typeof KINDS)[number]]: ReadonlySet<unknown> };

const related = (of: Partial<Record<(typeof KINDS)[number], Iterable<unknown>>>): Related =>
  Object.fromEntries(
    KINDS.map((kind) => [kind, new Set([...(of[kind] ?? [])].filter((id) => id !== null))]),
  ) as unknown as Related;

/** Whether a matter is one of those that somebody is related to. */
export const concerns = (to: Related, matter: Matter): boolean =>
  KINDS.some((kind) => matter[kind]?.some((id) => to[kind].has(id)));

export type Relation =
  | "applicant"
  | "self"
  | "reviewersOwn"
  | "partner"
  | "reviewer"
  | "supervisor"
  | "assessor"
  | "board"
  | "boardOfPair"
  | "colleague"
  /** Whoever conducted the same review, before or after: no more is theirs to see by it, but less. */
  | "conductedWith";

/** What somebody is to the programme and to whom. */
export interface Standing {
  readonly personId: string | null;
  readonly lead: boolean;
  /** What they may be at all, whether or not there is anybody to be it to. */
  readonly roles: ReadonlySet<string>;
  readonly to: Readonly<Record<Relation, Related>>;
}

/** Works out a person's relations from who is in which pair, on which board and assigned to whom. */
export const standingOf = (truth: Truth, personId: string | null): Standing => {
  const ids = (name: string, column: string, value: unknown, wanted = "id") =>
    truth.where(name, column, value).map((row) => row[wanted]);
  const roles = new Set(ids("person_role", "personId", personId, "role") as string[]);

  const works = (pairId: unknown) => truth.row(pairId).dissolvedOn === null;
  const lasts = ({ endedOn = null }: Row) => endedOn === null;
  const mine = truth.where("PairMember", "personId", personId).filter(({ pairId }) => works(pairId));
  const asTrainee = mine.filter(({ traineeId }) => traineeId !== null).map(({ pairId }) => pairId);
  const asReviewer = mine.filter(({ traineeId }) => traineeId === null).map(({ pairId }) => pairId);
  const members = (pairs: readonly unknown[]) => pairs.flatMap((pairId) => truth.where("PairMember", "pairId", pairId));
  const commissionsOf = (pairs: readonly unknown[]) => pairs.flatMap((pairId) => ids("Commission", "pairId", pairId));
  const theirs = (pairs: readonly unknown[]) => ({ pairs, commissions: commissionsOf(pairs) });
  const people = (found: ReturnType<typeof members>) => ({
    trainees: found.map(({ traineeId }) => traineeId),
    persons: found.map((member) => member.personId),
  });
  const others = (pairs: readonly unknown[]) => people(members(pairs).filter((member) => member.personId !== personId));

  const assignedAs = (role: string) =>
    roles.has(role)
      ? truth
          .where("StaffAssignment", "personId", personId)
          .filter((assignment) => assignment.role === role && lasts(assignment))
          .map(({ traineeId }) => traineeId)
      : [];
  const pairsOf = (trainees: readonly unknown[]) =>
    trainees.flatMap((id) => ids("PairMember", "traineeId", id, "pairId")).filter(works);
  const assigned = (trainees: readonly unknown[]) => ({
    trainees,
    persons: trainees.map((id) => truth.row(id).personId),
    ...theirs(pairsOf(trainees)),
  });

  const boards = truth
    .where("Seat", "personId", personId)
    .filter(lasts)
    .map(({ boardId }) => boardId);
  const asked = boards.flatMap((id) => truth.where("Commission", "boardId", id));
  // Section 5: "of its pairs". A pair is a board's from the proposal on, and no longer once it has come to nothing.
  const itsPairs = asked
    .filter(({ stage }) => stage !== "DECLINED" && stage !== "ABANDONED")
    .map(({ pairId }) => pairId)
    .filter(works);

  const own = ids("Trainee", "personId", personId);
  const [supervised, assessed] = [assignedAs("SUPERVISOR"), assignedAs("ASSESSOR")];
  const workedWith = [...asTrainee, ...asReviewer, ...pairsOf(supervised), ...pairsOf(assessed)];
  const boardsAround = [...boards, ...commissionsOf(workedWith).map((id) => truth.row(id).boardId)];
  const sessionsWith = (column: string, other: string) =>
    truth
      .where("SupervisionSession", column, personId)
      .filter(({ reviewerId }) => reviewerId !== null)
      .map((session) => session[other]);
  const colleagues = [
    ...[...own, ...supervised, ...assessed]
      .flatMap((id) => truth.where("StaffAssignment", "traineeId", id))
      .filter(lasts)
      .map((assignment) => assignment.personId),
    ...ids("person_role", "role", "PROGRAMME_LEAD", "personId"),
    ...boardsAround
      .flatMap((id) => truth.where("Seat", "boardId", id))
      .filter(lasts)
      .map((seat) => seat.personId),
    ...members([...workedWith, ...itsPairs])
      .filter(({ traineeId }) => traineeId === null)
      .map((member) => member.personId),
    ...sessionsWith("reviewerId", "supervisorId"),
    ...(roles.has("SUPERVISOR") ? sessionsWith("supervisorId", "reviewerId") : []),
  ];
  const everConducted = truth
    .where("PairMember", "personId", personId)
    .flatMap(({ pairId }) => [
      ...ids("Commission", "pairId", pairId),
      ...ids("former_pair", "pairId", pairId, "commissionId"),
    ])
    .filter((id) => truth.where("former_pair", "commissionId", id).length > 0);
  const whoConducted = everConducted.flatMap((id) => [
    truth.row(id).pairId,
    ...ids("former_pair", "commissionId", id, "pairId"),
  ]);
  const signedIn = personId !== null;
  return {
    personId,
    lead: roles.has("PROGRAMME_LEAD"),
    roles,
    to: {
      applicant: related({ persons: truth.where("Application", "personId", personId).map((row) => row.personId) }),
      self: related({ trainees: own, persons: [personId], ...theirs(asTrainee) }),
      reviewersOwn: related({ persons: asReviewer.length > 0 ? [personId] : [], ...theirs(asReviewer) }),
      partner: related({ ...others(asTrainee), ...theirs(asTrainee) }),
      reviewer: related({ ...others(asReviewer), ...theirs(asReviewer) }),
      supervisor: related(assigned(supervised)),
      assessor: related(assigned(assessed)),
      board: related({ boards, commissions: asked.map(({ id }) => id), pairs: itsPairs }),
      boardOfPair: related({ ...people(members(itsPairs)), pairs: itsPairs }),
      colleague: related({ persons: signedIn ? colleagues : [] }),
      conductedWith: related({ trainees: others(whoConducted).trainees }),
    },
  };
};
