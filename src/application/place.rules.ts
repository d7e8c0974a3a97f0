import { ApplicationState } from "./application-state";

interface Offer {
  readonly state: ApplicationState;
  readonly confirmBy: string | null;
  /** As what trainee the applicant has a place already, and on which other cohort they confirmed one. */
  readonly trainee: string | null;
  readonly elsewhere: string | null;
}

/** R63: an offered place is confirmed by the end of its day in London, by whoever holds no other. */
export const faultsOfConfirming = ({ state, confirmBy, trainee, elsewhere }: Offer, today: string): string[] => {
  if (state !== ApplicationState.OFFERED) return [`applicationId has no place on offer: its state is ${state}.`];
  const late = confirmBy !== null && today > confirmBy;
  return [
    ...(late ? [`applicationId had to be confirmed by the end of ${confirmBy} in London, where it is ${today}.`] : []),
    ...(trainee ? [`applicationId is of a trainee already, ${trainee}: a person has one place.`] : []),
    ...(elsewhere ? [`applicationId is one of two: give back your place on ${elsewhere} first.`] : []),
  ];
};

const HOLDS_A_PLACE: ReadonlySet<ApplicationState> = new Set([ApplicationState.OFFERED, ApplicationState.CONFIRMED]);

/** Whether a place becomes free when the application comes to its end. */
export const holdsPlace = ({ state }: { state: ApplicationState }): boolean => HOLDS_A_PLACE.has(state);

/** Only an offered or confirmed place is given back; who is a trainee leaves as one. */
export const faultsOfDeclining = ({ state }: { state: ApplicationState }): string[] =>
  holdsPlace({ state }) ? [] : [`applicationId has no place to give back: its state is ${state}.`];
