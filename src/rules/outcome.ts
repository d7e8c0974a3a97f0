export enum RuleId {
  READINESS = "READINESS",
}
export interface Reason {
  text: string;
  id?: string;
}
export interface RuleOutcome {
  rule: RuleId;
  title: string;
  phrase: string;
  met: boolean;
  needed: number;
  actual: number;
  because: Reason[];
  next: string | null;
  parts: RuleOutcome[];
}
