import { Held, holdsOn } from "../accreditation/accreditation.rules";

/** A member's accreditation, as far as its days decide what counts. */
export interface Membership extends Pick<Held, "lapsesOn" | "withdrawnOn" | "reviewDueOn"> {
  readonly accreditedOn: string;
  readonly yearFrom: string;
}

/** R41: who is accredited is a member of the network, from that day on and as long as it holds. */
export const isMemberOn = (membership: Membership, day: string): boolean => holdsOn(membership, day);

/** R45 (E16): whether a meeting on a day counts in the year that the next review looks at. */
export const countsThisYear = ({ yearFrom, reviewDueOn }: Membership, day: string): boolean =>
  yearFrom <= day && day < reviewDueOn;
