import { dayAfter } from "./day";
import { Information, isMember, isUnderWay, Model, Person, seesCommission, sideOf } from "./model";
import type { Roll } from "./roll";
import { ABSENT, CONFLICT, FORBIDDEN, INVALID, named, Step, somebody, Told, unmet } from "./step";
import { about, isSeat, ofASide, recent } from "./steps.commission";
import { words } from "./steps.stage";

const requestInformation: Step = {
  mutation: "requestInformation",
  thing: "informationRequest",
  weight: 2,
  draw: (model, roll) => {
    if (model.commissions.length === 0) return null;
    const commission = recent(model, roll);
    const by = ofASide(model, roll, commission);
    const side = sideOf(commission, by);
    const dueOn = dayAfter(model.today, roll.chance(0.9) ? roll.whole(0, 9) : -1);
    const request = words(roll, "The minutes of the panel.");
    return {
      by,
      input: { commissionId: commission.id, request, dueOn },
      obstacles: [
        !isMember(model, by) && !isSeat(by) && FORBIDDEN,
        request === " " && INVALID,
        !seesCommission(commission, by) && ABSENT,
        side === null && FORBIDDEN,
        unmet({ UNDER_WAY: isUnderWay(commission, "NEGOTIATING") }),
        dueOn < model.today && INVALID,
      ],
      done: (id) => {
        const askedBy = side as Information["askedBy"];
        model.information.push({ id, commission, askedBy, state: "OPEN", version: 1 });
        return [{ kind: "InformationRequested", about: about(commission), facts: { askedBy, request, dueOn } }];
      },
    };
  },
};

/** What is done to a request once: by the side that asked, or by the other one. */
const ending = (
  step: Pick<Step, "mutation" | "weight">,
  isTheirs: (requested: Information, by: Person) => boolean,
  end: (roll: Roll) => { input: Record<string, unknown>; valid: boolean; to: Information["state"]; kind: string },
): Step => ({
  ...step,
  thing: "informationRequest",
  draw: (model: Model, roll: Roll) => {
    const open = model.information.filter(({ state }) => state === "OPEN");
    const requested = roll.one(open.length > 0 && roll.chance(0.8) ? open : model.information);
    if (!requested) return null;
    const { commission, state: from } = requested;
    const by = somebody(model, roll, 0.7, (person) => isTheirs(requested, person));
    const expectedVersion = named(roll, requested.version);
    const { input, valid, to, kind } = end(roll);
    return {
      by,
      input: { informationRequestId: requested.id, expectedVersion, ...input },
      obstacles: [
        !isMember(model, by) && !isSeat(by) && FORBIDDEN,
        !valid && INVALID,
        !seesCommission(commission, by) && ABSENT,
        !isTheirs(requested, by) && FORBIDDEN,
        expectedVersion !== requested.version && CONFLICT,
        unmet({ OPEN_REQUEST: from === "OPEN" }),
      ],
      done: (): Told[] => {
        requested.state = to;
        requested.version += 1;
        return [{ kind, about: about(commission), facts: { from, to } }];
      },
    };
  },
});

const answerInformationRequest = ending(
  { mutation: "answerInformationRequest", weight: 2 },
  ({ commission, askedBy }, by) => ![null, askedBy].includes(sideOf(commission, by)),
  (roll) => {
    const response = words(roll, "They are in the annex.");
    const given = roll.chance(0.7);
    const to = given ? "ANSWERED" : "REFUSED";
    return { input: { response, given }, valid: response !== " ", to, kind: "InformationAnswered" };
  },
);

const withdrawInformationRequest = ending(
  { mutation: "withdrawInformationRequest", weight: 2 },
  ({ commission, askedBy }, by) => sideOf(commission, by) === askedBy,
  (roll) => {
    const reason = words(roll, "We have them.");
    return { input: { reason }, valid: reason !== " ", to: "WITHDRAWN", kind: "InformationRequestWithdrawn" };
  },
);

export const INFORMATION: readonly Step[] = [requestInformation, answerInformationRequest, withdrawInformationRequest];
