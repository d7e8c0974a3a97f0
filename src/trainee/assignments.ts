import { IsNull } from "typeorm";
import { Transaction } from "../mutation/transact";
import { londonDay } from "../time";
import { StaffAssignment } from "./staff-assignment.entity";
import { Trainee } from "./trainee.entity";

/** Ends assignments to a trainee that last, with an entry for each: whose they were see no more of the trainee. */
export const endAssignments = async (
  tx: Transaction,
  trainee: Trainee,
  assignments: readonly StaffAssignment[],
  reason: string,
): Promise<void> => {
  const endedOn = londonDay(tx.ctx.now);
  for (const { id, personId, role } of assignments) {
    await tx.manager.update(StaffAssignment, { id }, { endedOn });
    tx.append("StaffUnassigned", trainee, { traineeId: trainee.id }, { personId, role, endedOn }, reason);
  }
};

/** The assignments to a trainee that last. */
export const assignmentsOf = ({ manager }: Transaction, { id: traineeId }: Trainee): Promise<StaffAssignment[]> =>
  manager.find(StaffAssignment, { where: { traineeId, endedOn: IsNull() }, order: { id: "ASC" } });
