import { Jurisdiction, nationsNamed } from "../../src/board/jurisdiction";
import { Sector } from "../../src/board/sector";
import { ReviewKind } from "../../src/commission/review-kind";
import { kindMayBeProposed } from "../../src/commission/review-kind.rules";
import { REVIEW_KINDS, reviewKinds } from "../../src/commission/review-kinds";

const { CHILDREN, ADULTS } = Sector;
const NAMED: readonly ReviewKind[] = Object.values(ReviewKind).slice(0, 5);

const asked = (kind: ReviewKind, sector: Sector, jurisdiction: string, day = "2026-11-24") =>
  kindMayBeProposed({ kind, sector, board: { id: "brd_1", name: "Northmoor", jurisdiction } }, day);

test.each([
  { said: "England", nations: ["ENGLAND"] },
  { said: "england and wales", nations: ["ENGLAND", "WALES"] },
  { said: "Scotland (Highlands)", nations: ["SCOTLAND"] },
  { said: "Northern Ireland", nations: ["NORTHERN_IRELAND"] },
  { said: "Ireland", nations: [] },
  { said: "New South Wales", nations: [] },
  { said: "New England, United States", nations: [] },
  { said: "Jersey", nations: [] },
])("R6: a board under the law of $said is in $nations", ({ said, nations }) => {
  expect(nationsNamed(said)).toEqual(nations);
});

const { LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW, CHILD_PRACTICE_REVIEW, SINGLE_UNIFIED_SAFEGUARDING_REVIEW } =
  ReviewKind;

test.each([
  { kind: CHILD_PRACTICE_REVIEW, sector: CHILDREN, in: "Wales", day: "2012-12-31", actual: 2 },
  { kind: CHILD_PRACTICE_REVIEW, sector: CHILDREN, in: "Wales", day: "2013-01-01", actual: 3 },
  { kind: CHILD_PRACTICE_REVIEW, sector: CHILDREN, in: "Wales", day: "2024-09-30", actual: 3 },
  { kind: CHILD_PRACTICE_REVIEW, sector: CHILDREN, in: "Wales", day: "2024-10-01", actual: 2 },
  { kind: CHILD_PRACTICE_REVIEW, sector: ADULTS, in: "Scotland", day: "2024-10-01", actual: 0 },
  { kind: SINGLE_UNIFIED_SAFEGUARDING_REVIEW, sector: ADULTS, in: "Wales", day: "2024-10-01", actual: 3 },
  { kind: LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW, sector: CHILDREN, in: "England", day: "2026-01-01", actual: 3 },
  { kind: LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW, sector: CHILDREN, in: "Wales", day: "2026-01-01", actual: 2 },
  { kind: LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW, sector: CHILDREN, in: "Guernsey", day: "2026-01-01", actual: 3 },
  { kind: LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW, sector: ADULTS, in: "England", day: "2026-01-01", actual: 2 },
])("R5, R6: a $kind about $sector in $in on $day meets $actual of 3", ({ kind, sector, in: where, day, actual }) => {
  const found = asked(kind, sector, where, day);
  expect(found).toMatchObject({ rule: "REVIEW_KIND", needed: 3, actual, met: actual === 3 });
  expect(found.because).toHaveLength(actual);
});

test("a kind that is held no longer is refused with what is held in its place", () => {
  expect(asked(CHILD_PRACTICE_REVIEW, CHILDREN, "Wales").next).toBe(
    "A child practice review could be proposed until 2024-09-30. Propose a single unified safeguarding review (SINGLE_UNIFIED_SAFEGUARDING_REVIEW) instead.",
  );
});

test("all that speaks against a kind is said at once", () => {
  expect(asked(CHILD_PRACTICE_REVIEW, ADULTS, "Scotland", "2012-01-01").next).toBe(
    "A child practice review is about children, not about adults. Northmoor is under the law of Scotland, which knows no child practice review. A child practice review can be proposed from 2013-01-01.",
  );
});

test.each(NAMED)("R1, R6: a %s, which the programme's text names, is taken from any board on any day", (kind) => {
  for (const jurisdiction of ["England", "Scotland", "Wales", "Nova Scotia, Canada"]) {
    for (const day of ["2001-01-01", "2017-06-01", "2031-01-01"]) {
      for (const sector of [CHILDREN, ADULTS]) {
        const { met } = asked(kind, sector, jurisdiction, day);
        expect({ kind, jurisdiction, day, sector, met }).toMatchObject({
          met: REVIEW_KINDS[kind].sectors.includes(sector),
        });
      }
    }
  }
});

test("R5: a serious case review is about children, a safeguarding adult review about adults", () => {
  expect(asked(ReviewKind.SERIOUS_CASE_REVIEW, ADULTS, "England").next).toBe(
    "A serious case review is about children, not about adults.",
  );
  expect(asked(ReviewKind.SAFEGUARDING_ADULT_REVIEW, CHILDREN, "England").met).toBe(false);
});

test("what is known of the kinds holds together", () => {
  for (const { kind, sectors, jurisdictions, inForceFrom, inForceTo, supersededBy } of reviewKinds()) {
    expect(sectors.length).toBeGreaterThan(0);
    if (inForceFrom && inForceTo) expect(inForceFrom < inForceTo).toBe(true);
    // What has ended names what came after it, which is about the same people, in the same place, and goes on.
    expect({ kind, ended: inForceTo !== null }).toEqual({ kind, ended: supersededBy !== null });
    if (!supersededBy) continue;
    const successor = REVIEW_KINDS[supersededBy];
    expect(successor.inForceTo).toBeNull();
    expect(successor.sectors).toEqual(expect.arrayContaining([...sectors]));
    if (successor.jurisdictions.length > 0) expect(successor.jurisdictions).toEqual(jurisdictions);
  }
  expect(Object.values(Jurisdiction)).toHaveLength(4);
});
