import { invalid, UserError } from "../mutation/refused";

/** So many enquiries one person may have open. */
export const MOST_OPEN = 5;

const A_YEAR_MS = 366 * 86_400_000;

interface Arranging {
  readonly now: Date;
  readonly asker: string;
  readonly before: { readonly callAt: Date | null; readonly withId: string | null; readonly closedAt: Date | null };
  readonly at: Date;
  readonly with: { readonly id: string; readonly lead: boolean; readonly disabled: boolean };
  readonly reason: string | null;
}

/** R67: what cannot be of a call: it is to come within a year, with a programme lead, and moved only with a reason. */
export const faultsOfCall = ({ now, asker, before, at, with: lead, reason }: Arranging): UserError[] => {
  const moved = before.callAt !== null && before.callAt.getTime() !== at.getTime();
  const same = before.callAt !== null && !moved && before.withId === lead.id;
  const faults: [boolean, string, string][] = [
    [before.closedAt !== null, "enquiryId", "is closed."],
    [at <= now, "at", "must not be in the past."],
    [at.getTime() > now.getTime() + A_YEAR_MS, "at", "must be within a year from now."],
    [same, "at", "is when the call is already, and with whom."],
    [!lead.lead, "withId", "must be a programme lead."],
    [lead.disabled, "withId", "must be somebody who may sign in."],
    [lead.id === asker, "withId", "must be somebody other than who asks."],
    [moved && reason === null, "reason", "must say why the call is moved."],
  ];
  return faults.filter(([is]) => is).map(([, field, says]) => invalid([field], `${field} ${says}`));
};
