import { ApplicationState } from "./application-state";

interface Offer {
  readonly state: ApplicationState;
  readonly confirmBy: string | null;
}

/** R63: an offered place is confirmed by the end of its day in London. */
export const faultsOfConfirming = ({ state, confirmBy }: Offer, today: string): string[] => {
  if (state !== ApplicationState.OFFERED) return [`applicationId has no place on offer: its state is ${state}.`];
  return confirmBy !== null && today > confirmBy
    ? [`applicationId had to be confirmed by the end of ${confirmBy} in London, where it is ${today}.`]
    : [];
};

const HOLDS_A_PLACE: ReadonlySet<ApplicationState> = new Set([ApplicationState.OFFERED, ApplicationState.CONFIRMED]);

/** Whether a place becomes free when the application comes to its end. */
export const holdsPlace = ({ state }: { state: ApplicationState }): boolean => HOLDS_A_PLACE.has(state);

/** Only an offered or confirmed place is given back; who is a trainee leaves as one. */
export const faultsOfDeclining = ({ state }: { state: ApplicationState }): string[] =>
  holdsPlace({ state }) ? [] : [`applicationId has no place to give back: its state is ${state}.`];
