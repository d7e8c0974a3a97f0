import { CommissionStage } from "../../src/commission/commission-stage";
import { linkIsOpen, reviewGoesOn } from "../../src/contribution/contribution.rules";
import { stateOn } from "../../src/contribution/contributor-state";

const review = { reference: "LT-1", stage: CommissionStage.SCOPING, dissolvedOn: null };
const open = { until: "2017-06-30", review, present: [true, true] };

test.each([
  ["on its last day", {}, "2017-06-30", true],
  ["the day after", {}, "2017-07-01", false],
  ["once the pair has ended", { review: { ...review, dissolvedOn: "2017-06-01" } }, "2017-06-30", false],
  ["once the review is closed", { review: { ...review, stage: CommissionStage.CLOSED } }, "2017-06-30", false],
  ["when one of those asked about has gone", { present: [true, false] }, "2017-06-30", false],
])("R35: a link %s", (_, more, day, is) => {
  expect(linkIsOpen({ ...open, ...more }, day)).toBe(is);
});

test.each(Object.values(CommissionStage))("R35: whether somebody is asked while a review stands at %s", (stage) => {
  const over = ["NEGOTIATING", "DECLINED", "ABANDONED", "CLOSED"].includes(stage);
  expect(reviewGoesOn({ ...review, stage })).toMatchObject({ rule: "ASKING", met: !over, needed: 1 });
});

const nothing = { until: "2017-06-30", linkIssuedAt: null, revokedAt: null, givenAt: null, forgottenAt: null };
test.each([
  ["NAMED", {}],
  ["INVITED", { linkIssuedAt: "then" }],
  ["EXPIRED", { linkIssuedAt: "then", until: "2017-06-29" }],
  ["REVOKED", { linkIssuedAt: "then", revokedAt: "then" }],
  ["GIVEN", { linkIssuedAt: "then", givenAt: "then", until: "2017-06-29" }],
  ["FORGOTTEN", { linkIssuedAt: "then", givenAt: "then", forgottenAt: "then" }],
])("R35: what has become of somebody who was named: %s", (state, happened) => {
  expect(stateOn("2017-06-30", { ...nothing, ...happened })).toBe(state);
});
