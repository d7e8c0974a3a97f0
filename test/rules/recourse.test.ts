import { AppealState } from "../../src/appeal/appeal-state";
import { AppealableRound, leavesNothingOpen, recourseOf, sentence } from "../../src/appeal/recourse.rules";
import { AssessmentOutcome } from "../../src/assessment/assessment-outcome";

const { ACCREDIT, FURTHER_EVIDENCE_NEEDED, NOT_ACCREDITED } = AssessmentOutcome;
const { OPEN, UPHELD, DISMISSED, WITHDRAWN } = AppealState;

/** A round of Ada's, released at noon on 2 March 2017 unless it says otherwise: the last day to appeal is 30 March. */
const round = (number: number, more: Partial<AppealableRound> = {}): AppealableRound => ({
  ...{ id: `asm_${number}`, round: number, assessorId: "per_Alex", outcome: NOT_ACCREDITED, released: true },
  ...{ setAside: false, releasedAt: new Date("2017-03-02T12:00:00Z"), appeal: null },
  ...more,
});
const notReleased = { released: false, releasedAt: null };
const setAside = { setAside: true, appeal: UPHELD };
const MAY = "Ada may appeal against the decision of round 1 until 30 March 2017";
const OWED = "The decision of round 1 on Ada was set aside";
const open = (number: number) => `Ada's appeal against round ${number} is not decided`;

test.each([
  { when: "on the day of the release", today: "2017-03-02", rounds: [round(1)], text: MAY },
  { when: "on the last day", today: "2017-03-30", rounds: [round(1)], text: MAY },
  { when: "on the day after it", today: "2017-03-31", rounds: [round(1)], text: null },
  { when: "asked for more", rounds: [round(1, { outcome: FURTHER_EVIDENCE_NEEDED })], text: MAY },
  {
    when: "asked for more, another round open",
    rounds: [round(1), round(2, { ...notReleased, outcome: null })],
    text: MAY,
  },
  { when: "not judged yet", rounds: [], text: null },
  { when: "decided, not released", rounds: [round(1, notReleased)], text: null },
  { when: "accredited", rounds: [round(1, { outcome: ACCREDIT })], text: null },
  { when: "accredited since", rounds: [round(1), round(2, { outcome: ACCREDIT })], text: null },
  { when: "appealed, however long ago", today: "2018-01-01", rounds: [round(1, { appeal: OPEN })], text: open(1) },
  { when: "appealed, another open", rounds: [round(1, { appeal: OPEN }), round(2, notReleased)], text: open(1) },
  { when: "dismissed", rounds: [round(1, { appeal: DISMISSED })], text: null },
  { when: "taken back", rounds: [round(1, { appeal: WITHDRAWN })], text: null },
  { when: "upheld, however long ago", today: "2018-01-01", rounds: [round(1, setAside)], text: OWED },
  { when: "upheld, one by the same", rounds: [round(1, setAside), round(2, { appeal: WITHDRAWN })], text: OWED },
  {
    when: "upheld, one by another open",
    rounds: [round(1, setAside), round(2, { ...notReleased, assessorId: "per_Olga" })],
    text: null,
  },
])("R39: what a trainee may still come to by an appeal: $when", ({ today = "2017-03-20", rounds, text }) => {
  const found = recourseOf("Ada", rounds, today);
  expect(found?.text ?? null).toBe(text);
  expect(leavesNothingOpen(found)).toMatchObject({
    ...{ rule: "APPEAL", met: text === null, next: found && sentence(found) },
    because: found ? [{ id: "asm_1", text: `${text}.` }] : [],
  });
});
