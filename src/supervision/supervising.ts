import { In } from "typeorm";
import { invalid, Refused } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { Person, PersonRole } from "../person/person.entity";
import { Role } from "../person/role";

/** Who runs a session: the viewer, or whom a programme lead names. The programme's leads supervise too. */
export const supervising = async (tx: Transaction, named: string | null | undefined): Promise<string> => {
  const viewer = tx.ctx.personId as string;
  if (!named || named === viewer) return viewer;
  if (!tx.ctx.scope.lead) throw forbidden("Only a programme lead names somebody else as the supervisor.");
  const person = await tx.find(Person, named, "supervisorId");
  const role = In([Role.SUPERVISOR, Role.PROGRAMME_LEAD]);
  if (!(await tx.manager.existsBy(PersonRole, { personId: person.id, role }))) {
    throw new Refused([invalid(["supervisorId"], "supervisorId is not a supervisor.")]);
  }
  return person.id;
};
