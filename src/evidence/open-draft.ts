import { invalid, UserError } from "../mutation/refused";
import type { EvidenceDraft } from "./draft.entity";
import { DraftState } from "./draft-state";

/** What is wrong with going on with a draft that its writer has submitted or given up. */
export const notOpen = ({ state }: EvidenceDraft): UserError[] =>
  state === DraftState.OPEN
    ? []
    : [invalid(["evidenceDraftId"], `evidenceDraftId is no open draft: its state is ${state}.`)];
