import { invalid, Refused } from "../mutation/refused";
import { Person } from "./person.entity";

/** Refuses somebody who was erased: nobody is there to take a part. */
export const refuseErased = ({ erasedAt }: Person, ...path: string[]): void => {
  if (erasedAt) throw new Refused([invalid(path, `${path.join(".")} is of somebody who was erased.`)]);
};
