import { CommissionStage } from "../commission/commission-stage";

/** The Standard as the rules see it. */
export interface StandardNumbers {
  readonly courseDays: number;
  readonly groupDays: number;
  /** The codes of the areas of competency. */
  readonly areas: readonly string[];
  readonly sources: number;
  readonly networkMeetings: number;
  readonly everyAreaMet: boolean;
  readonly reviewCountsFrom: CommissionStage;
  readonly assessorMayHaveSupervised: boolean;
}
