import { IsNull } from "typeorm";
import { Transaction } from "../mutation/transact";
import { Role } from "../person/role";
import { StaffAssignment } from "../trainee/staff-assignment.entity";
import { Trainee } from "../trainee/trainee.entity";

/**
 * Whether the viewer acts for this trainee as who supervises them: the assigned supervisor, or a programme lead. Nobody
 * supervises themself.
 */
export const supervises = async ({ ctx, manager }: Transaction, trainee: Trainee): Promise<boolean> =>
  trainee.personId !== ctx.personId &&
  (ctx.scope.lead ||
    manager.existsBy(StaffAssignment, {
      traineeId: trainee.id,
      personId: ctx.personId as string,
      role: Role.SUPERVISOR,
      endedOn: IsNull(),
    }));

/** Whether the viewer books for this trainee: for oneself, or as who supervises them. */
export const booksFor = async (tx: Transaction, trainee: Trainee): Promise<boolean> =>
  trainee.personId === tx.ctx.personId || (await supervises(tx, trainee));
