import { CommissionStage } from "../../src/commission/commission-stage";
import { lastOffer } from "../../src/commission/negotiation.rules";
import {
  faultsOfAddress,
  mayCorrectPublication,
  mayCorrectQuality,
  mayCorrectResponse,
  stageByQuality,
} from "../../src/commission/outcome.rules";
import { Publication } from "../../src/commission/publication";
import { isOpen, isOverdue } from "../../src/information/information.rules";
import { InformationState } from "../../src/information/information-state";

const { DRAFT_REPORT, QUALITY_ASSURANCE, BOARD_RESPONSE, PUBLISHED, CLOSED, ABANDONED } = CommissionStage;
const STAGES = Object.values(CommissionStage);

test.each([
  { stage: DRAFT_REPORT, was: null, to: true, met: false },
  { stage: DRAFT_REPORT, was: false, to: true, met: true, leadsTo: QUALITY_ASSURANCE },
  { stage: QUALITY_ASSURANCE, was: true, to: false, met: true, leadsTo: DRAFT_REPORT },
  { stage: QUALITY_ASSURANCE, was: true, to: true, met: true, leadsTo: QUALITY_ASSURANCE },
  { stage: BOARD_RESPONSE, was: true, to: false, met: false },
  { stage: BOARD_RESPONSE, was: true, to: true, met: true, leadsTo: BOARD_RESPONSE },
  { stage: CLOSED, was: true, to: true, met: true, leadsTo: CLOSED },
  { stage: CLOSED, was: true, to: false, met: false },
  { stage: ABANDONED, was: false, to: true, met: false },
  { stage: ABANDONED, was: false, to: false, met: true, leadsTo: ABANDONED },
])("R13: at $stage an outcome of $was can be put right to $to: $met", ({ stage, was, to, met, leadsTo }) => {
  expect(mayCorrectQuality({ stage, qualityPassed: was }, to)).toMatchObject({ rule: "CORRECTION", met });
  if (leadsTo) expect(stageByQuality(stage, to)).toBe(leadsTo);
});

test("a board's response is put right between it and the decision on the report, and that decision ever after", () => {
  expect(STAGES.filter((stage) => mayCorrectResponse(stage).met)).toEqual([BOARD_RESPONSE]);
  expect(STAGES.filter((stage) => mayCorrectPublication(stage).met)).toEqual([PUBLISHED, CLOSED]);
});

test.each([
  { address: null, publication: Publication.WITHHELD, fine: true },
  { address: "https://example.org/report.pdf?of=2017", publication: Publication.FULL, fine: true },
  { address: "HTTP://example.org", publication: Publication.SUMMARY_ONLY, fine: true },
  { address: "https://example.org/", publication: Publication.WITHHELD, fine: false },
  { address: "ftp://example.org/", publication: Publication.FULL, fine: false },
  { address: "https://a@example.org/", publication: Publication.FULL, fine: false },
  { address: "https:///report", publication: Publication.FULL, fine: true }, // browsers read it as https://report
  { address: " https://example.org/", publication: Publication.FULL, fine: false },
])("a report that is $publication may be at $address: $fine", ({ address, publication, fine }) => {
  expect(faultsOfAddress(publication, address)).toHaveLength(fine ? 0 : 1);
});

test.each(Object.values(InformationState))("a request that is %s is open, or overdue, or neither", (state) => {
  const open = state === InformationState.OPEN;
  expect(isOpen({ state })).toMatchObject({ rule: "OPEN_REQUEST", met: open });
  expect(isOverdue({ state, dueOn: "2017-07-01" }, "2017-07-02")).toBe(open);
  expect(isOverdue({ state, dueOn: "2017-07-02" }, "2017-07-02")).toBe(false);
});

test("R21: of a person's offers the last is the one that counts, whatever became of it", () => {
  const made = (id: string, personId: string, withdrawnAt: string | null = null) => ({
    ...{ id, personId, acceptedAt: null, withdrawnAt },
  });
  const offers = [made("rat_1", "per_a"), made("rat_2", "per_b"), made("rat_3", "per_a", "2017-07-01")];
  expect(lastOffer(offers, "per_a")?.id).toBe("rat_3");
  expect(lastOffer(offers, "per_b")?.id).toBe("rat_2");
  expect(lastOffer(offers, "per_c")).toBeNull();
});
