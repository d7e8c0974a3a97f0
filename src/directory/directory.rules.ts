import { invalid, UserError } from "../mutation/refused";
import { inWords } from "../rules/day";

/** What is agreed to, word for word: it is kept with the entry and shown with it. */
export const AGREEMENT =
  "Anybody may see my name, the number of my accreditation and what I write here, on the internet and without signing in, while my accreditation holds. I can change it or leave at any time; then my words are removed at once.";

interface Entering {
  readonly agrees: boolean;
  readonly entered: boolean;
  readonly holds: boolean;
  /** Since when it has lapsed or been withdrawn; null where it has not. */
  readonly endedOn: string | null;
}

/** What is amiss with coming into the directory: it needs an agreement, an accreditation that holds, and happens once. */
export const faultsOfEntering = ({ agrees, entered, holds, endedOn }: Entering): UserError[] => {
  const since = endedOn === null ? "" : ` since ${inWords(endedOn)}`;
  const faults: [boolean, string, string][] = [
    [!agrees, "agrees", "must be true: nobody is in the directory without agreeing to it."],
    [!holds, "accreditationId", `does not hold${since}.`],
    [entered, "accreditationId", "is in the directory already: change what it says."],
  ];
  return faults.filter(([is]) => is).map(([, field, says]) => invalid([field], `${field} ${says}`));
};
