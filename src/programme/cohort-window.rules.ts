import { invalid, UserError } from "../mutation/refused";

interface Window {
  readonly opensOn: string;
  readonly applyBy: string;
  /** The first course day. */
  readonly begins: string;
}

/** R3, R54: applications end on or after the day they open, and before the course begins. */
export const faultsOfWindow = ({ opensOn, applyBy, begins }: Window): UserError[] => [
  ...(applyBy < opensOn ? [invalid(["applyBy"], "applyBy must not be before opensOn.")] : []),
  ...(applyBy >= begins ? [invalid(["applyBy"], `applyBy must be before the first course day, ${begins}.`)] : []),
];
