import { GraphQLInputObjectType, getNamedType, getNullableType, isInputObjectType, isListType } from "graphql";
import { makeSchema } from "../../src/schema";
import { theBeginning, VIEWERS } from "./beginning";
import { Change, changes } from "./changes";
import { expectAlike, isId, prefixMeant, unseenBy } from "./hidden";
import { theSequel } from "./sequel";
import { snapshotOf } from "./snapshot";
import { documentOf, versioned } from "./trying";
import { ask, daysBefore, Input, idOf, shapeOf, World, worldFrom } from "./world";

jest.setTimeout(120_000);

// What a refusal says of a hidden thing it says of one that never was.

const schema = makeSchema();
let world: World;
let all: readonly Change[];

beforeAll(async () => {
  world = await worldFrom(await theBeginning());
  await theSequel(world);
  daysBefore(0);
  all = changes((name) => idOf(world.known, name));
});
afterAll(async () => {
  await world.tandem.close();
  jest.useRealTimers();
});

/** Which mutations were given a hidden thing where they name one. */
const tried = new Set<string>();

test.each(VIEWERS)(
  "to %s every change is refused as of nothing, whatever version it names, and does nothing",
  async (viewer) => {
    const unseen = await unseenBy(world, viewer);
    const before = await snapshotOf(world.tandem.db);
    for (const change of all.filter(({ by }) => by.split(" ").includes(viewer))) {
      const { mutation, input } = change;
      const query = documentOf(world, mutation);
      const refusal = async (named: Input) => {
        const { status, body } = await ask(world, viewer, query, { input: named });
        expect([mutation, named, body.data?.done?.errors]).not.toEqual([mutation, named, []]);
        return { status, body };
      };
      for (const { path, prefix } of idsOf(change)) {
        for (const version of shapeOf(world, mutation).input.getFields().expectedVersion ? [1, 2] : [1]) {
          await expectAlike(unseen, prefix, async (ids) => {
            const answers = [];
            for (const id of ids) {
              const named = withId(input, path, id) as Input;
              answers.push(await refusal(versioned(world, { mutation, input: named }, version)));
            }
            return answers;
          });
        }
        if (unseen.hidden(prefix).length > 0) tried.add(`${mutation} ${path.filter((at) => at !== "0").join(".")}`);
      }
    }
    expect(await snapshotOf(world.tandem.db)).toEqual(before);
  },
);

/** Where an input names, or could name, a thing, and of which type. */
const idsOf = ({ mutation, input }: Change): { path: string[]; prefix: string }[] => {
  const found: { path: string[]; prefix: string }[] = [];
  const look = (type: GraphQLInputObjectType, value: Input, path: readonly string[]): void => {
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      const at = [...path, field.name, ...(isListType(getNullableType(field.type)) ? ["0"] : [])];
      if (isId(field)) found.push({ path: at, prefix: prefixMeant(field.name) });
      const inner = value[field.name] as Input | Input[] | undefined;
      const first = Array.isArray(inner) ? inner[0] : inner;
      if (isInputObjectType(named) && first) look(named, first, at);
    }
  };
  look(shapeOf(world, mutation).input, input, []);
  return found;
};

/** The same input with another id there. */
const withId = (value: unknown, [at, ...rest]: readonly string[], id: string): unknown => {
  if (at === undefined) return id;
  if (value === undefined) return at === "0" ? [withId(undefined, rest, id)] : { [at]: withId(undefined, rest, id) };
  if (Array.isArray(value))
    return value.map((inner, index) => (index === Number(at) ? withId(inner, rest, id) : inner));
  return { ...(value as Input), [at]: withId((value as Input)[at], rest, id) };
};

test("every mutation is among those tried", () => {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect([...new Set(all.map(({ mutation }) => mutation))].sort()).toEqual(mutations.sort());
});

test("wherever something can be hidden from who may use it, it was named", () => {
  // Typed by hand: what a mutation names beside these is open to everybody who may use it.
  const named = [
    ...[
      "acceptRate rateOfferId",
      "advanceCommission commissionId",
      "changePerson personId",
      "decideAssessment assessmentId",
    ],
    ...["abandonCommission commissionId", "agreeTargetDay commissionId", "pauseCommission commissionId"],
    ...["resumeCommission commissionId", "withdrawRate rateOfferId", "correctBoardResponse commissionId"],
    ...["correctPublication commissionId", "requestInformation commissionId"],
    "answerInformationRequest informationRequestId",
    "withdrawInformationRequest informationRequestId",
    "answerFidelityConcern fidelityConcernId",
    ...["declineCommission commissionId", "grantCommission commissionId", "logIndividualSupervision commissionId"],
    "logIndividualSupervision reviewerId",
    ...["logIndividualSupervision supervisorId", "logIndividualSupervision traineeId", "offerRate commissionId"],
    ...["offerRate personId", "openAssessment assessorId", "openAssessment traineeId", "proposeCommission pairId"],
    ...["changeApplication applicationId", "submitApplication applicationId", "withdrawApplication applicationId"],
    ...["reopenApplication applicationId", "closeEnquiry enquiryId", "scoreApplication applicationId"],
    ...["decideApplication applicationId", "withdrawOffer applicationId", "confirmPlace applicationId"],
    "declinePlace applicationId",
    ...["nameContributor commissionId", "nameContributor traineeIds"],
    ...["issueContributionLink contributorId", "revokeContributionLink contributorId"],
    ...["requestUpload applicationId", "requestUpload evidenceDraftId", "requestUpload commissionId"],
    "removeDocument documentId",
    ...["recordBoardResponse commissionId", "recordGroupAttendance attendance.traineeId"],
    ...["recordGroupAttendance sessionId", "recordJudgement assessmentId", "recordPublication commissionId"],
    ...["recordJudgement evidenceIds", "appealDecision assessmentId"],
    ...["decideAppeal appealId", "withdrawAppeal appealId"],
    ...["releaseAssessment assessmentId", "scheduleGroupSupervision supervisorId", "submitEvidence commissionId"],
    ...["bookGroupSupervision traineeId", "cancelBooking bookingId", "changeGroupSupervision supervisorId"],
    ...["changeGroupSupervision facilitatorIds", "correctIndividualSupervision sessionId"],
    ...["strikeOutIndividualSupervision sessionId", "shareSupervisionNotes sessionId"],
    ...["submitEvidence traineeIds", "submitEvidence replacesId", "draftEvidence commissionId"],
    ...["draftEvidence traineeIds", "draftEvidence replacesId", "changeEvidenceDraft evidenceDraftId"],
    ...["discardEvidenceDraft evidenceDraftId", "submitEvidenceDraft evidenceDraftId", "returnEvidence evidenceId"],
    ...["withdrawEvidence evidenceId", "takeInEvidence assessmentId", "takeInEvidence evidenceIds"],
    ...["bookGroupSupervision sessionId", "changeGroupSupervision sessionId", "cancelGroupSupervision sessionId"],
    "scheduleGroupSupervision facilitatorIds",
    ...["enterDirectory accreditationId", "changeDirectoryEntry directoryEntryId", "leaveDirectory directoryEntryId"],
  ];
  expect([...tried].sort()).toEqual(named.sort());
});

test("a key that somebody else has used is as new", async () => {
  const key = { idempotencyKey: "a key of one's own" };
  const submitted = async (by: string) => {
    const change = all.find(({ mutation, by: of }) => mutation === "submitEvidence" && of === by) as Change;
    const { body } = await ask(world, by, documentOf(world, "submitEvidence"), { input: { ...change.input, ...key } });
    return body.data.done.errors;
  };
  for (const by of ["Ada", "Ada", "Sam", "Cara"]) expect([by, await submitted(by)]).toEqual([by, []]);
});
