import { CommissionStage } from "./commission-stage";
export const isLate = (stage: CommissionStage, targetOn: string | null, today: string): boolean =>
  Boolean(stage) && targetOn !== null && targetOn < today;
