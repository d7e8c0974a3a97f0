import { invalid, UserError } from "../mutation/refused";
import { outcome, RuleId, RuleOutcome } from "../rules/outcome";
import { hasReached } from "./commission.rules";
import { CommissionStage } from "./commission-stage";
import { Publication } from "./publication";

const { QUALITY_ASSURANCE, BOARD_RESPONSE, PUBLISHED } = CommissionStage;

const correctable = (met: boolean, because: string, next: string): RuleOutcome =>
  outcome(RuleId.CORRECTION, { needed: 1, actual: met ? 1 : 0, because: [{ text: because }], next });

/**
 * R13: what quality assurance noted can be put right as long as it is known; whether it was passed only until the board
 * has answered the report, since the board did so on the strength of it.
 */
export const mayCorrectQuality = (
  { stage, qualityPassed }: { readonly stage: CommissionStage; readonly qualityPassed: boolean | null },
  passed: boolean,
): RuleOutcome => {
  const answered = hasReached(stage, BOARD_RESPONSE) || stage === CommissionStage.ABANDONED;
  if (qualityPassed === null) {
    return correctable(false, "Quality assurance is not recorded.", "Record quality assurance first.");
  }
  return correctable(
    !answered || passed === qualityPassed,
    `Quality assurance was ${qualityPassed ? "" : "not "}passed.`,
    "The board has answered the report, or the review was abandoned: whether quality assurance was passed stays. Correct its notes.",
  );
};

/** Where a review stands by what quality assurance found, before the board has answered. */
export const stageByQuality = (stage: CommissionStage, passed: boolean): CommissionStage =>
  hasReached(stage, BOARD_RESPONSE) || stage === CommissionStage.ABANDONED
    ? stage
    : passed
      ? QUALITY_ASSURANCE
      : CommissionStage.DRAFT_REPORT;

/** A board puts its response right until it has decided what becomes of the report. */
export const mayCorrectResponse = (stage: CommissionStage): RuleOutcome =>
  correctable(
    stage === BOARD_RESPONSE,
    hasReached(stage, BOARD_RESPONSE) ? "There is a response." : "There is no response.",
    hasReached(stage, PUBLISHED)
      ? "What becomes of the report is decided: the response stays as it was read."
      : "Respond to the report first.",
  );

/** What becomes of a report can be decided anew once it was decided: what was withheld may be published later. */
export const mayCorrectPublication = (stage: CommissionStage): RuleOutcome =>
  correctable(
    hasReached(stage, PUBLISHED),
    hasReached(stage, PUBLISHED) ? "It was decided what becomes of the report." : "It is not decided yet.",
    "Decide what becomes of the report first.",
  );

/** Where a report is published: an address that a browser opens, of something that is published at all. */
export const faultsOfAddress = (publication: Publication, address: string | null): UserError[] => {
  if (address === null) return [];
  const fault = (sentence: string) => [invalid(["address"], sentence)];
  if (publication === Publication.WITHHELD) return fault("address is of something that is withheld.");
  return isWebAddress(address) ? [] : fault("address must be a web address, beginning with https:// or http://.");
};

const isWebAddress = (address: string): boolean => {
  if (!/^https?:\/\/\S+$/i.test(address)) return false;
  try {
    const { hostname, username, password } = new URL(address);
    return hostname !== "" && username === "" && password === "";
  } catch {
    return false;
  }
};
