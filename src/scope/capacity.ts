import { Scope } from "./scope";
import { Relation, RowName, TABLE } from "./table";

/** What is a trainee's own in these rows is a reviewer's own as well. */
const OF_REVIEWERS: ReadonlySet<RowName> = new Set(["individualSupervision", "supervisionNotes"]);

/** Whether the table gives this person's kind anything in a row: whether or not there is something yet. */
export const maySeeAny = (scope: Scope, row: RowName): boolean => {
  const { ids } = scope;
  const is: Record<Relation, boolean> = {
    public: true,
    signedIn: scope.personId !== null,
    self: ids.self?.traineeId !== undefined || (OF_REVIEWERS.has(row) && ids.reviewer !== undefined),
    partner: ids.partner !== undefined,
    reviewer: ids.reviewer !== undefined,
    supervisor: scope.supervisor,
    assessor: scope.assessor,
    board: ids.board?.boardId !== undefined,
    boardOfPair: ids.board?.boardId !== undefined,
    colleague: false,
    lead: scope.lead,
  };
  return (Object.keys(TABLE[row].cells) as Relation[]).some((relation) => is[relation]);
};
