import { Scope } from "./scope";

/** What somebody may be, for the question whether an act is theirs at all. */
export type KindOfPerson = "LEAD" | "SUPERVISOR" | "ASSESSOR" | "SEAT" | "MEMBER";

export const isKindOfPerson = (scope: Scope, kind: KindOfPerson): boolean => {
  const is: Record<KindOfPerson, boolean> = {
    LEAD: scope.lead,
    SUPERVISOR: scope.supervisor,
    ASSESSOR: scope.assessor,
    SEAT: scope.seat,
    MEMBER: scope.member,
  };
  return is[kind];
};
