import { awaitsFiles, handIn, removeWith } from "../document/with-draft";
import { newId } from "../id";
import { differences } from "../log/differences";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuse } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { arrive } from "./arrive";
import { DraftAbout, DraftArea, EvidenceDraft } from "./draft.entity";
import {
  ChangeEvidenceDraftInput,
  DiscardEvidenceDraftInput,
  DraftEvidenceInput,
  SubmitEvidenceDraftInput,
} from "./draft.inputs";
import { DraftState } from "./draft-state";
import { notOpen } from "./open-draft";
import { At, fitting, Meant, partiesTo } from "./submission";

/** Begins an item of evidence. Who may not submit it (E20) may not draft it either: they learn so before they write. */
export const draft: UseCase<DraftEvidenceInput> = async (tx, { areaIds, text, selfRating, ...input }) => {
  const meant = { ...input, areaIds: areaIds ?? [], selfRating: selfRating ?? null };
  const parties = await partiesTo(tx, meant);
  await tx.once();
  const areas = await fitting(tx, parties, meant);
  const { commission, trainees, replaced } = parties;
  const personId = tx.ctx.personId as string;
  const said = { source: meant.source, title: input.title, text: text ?? null, selfRating: meant.selfRating };
  const ids = { commissionId: commission.id, replacesId: replaced?.id ?? null };
  const begun = await tx.add(EvidenceDraft, {
    ...{ id: newId("evr"), writtenById: personId, ...said, ...ids },
    ...{ state: DraftState.OPEN, evidenceId: null, begunAt: tx.ctx.now, version: 1 },
  });
  const traineeIds = trainees.map(({ id }) => id);
  for (const traineeId of traineeIds) await tx.add(DraftAbout, { draftId: begun.id, traineeId });
  for (const { id: areaId } of areas) await tx.add(DraftArea, { draftId: begun.id, areaId });
  const told = { ...said, ...ids, traineeIds, areaIds: areas.map(({ id }) => id) };
  tx.append("EvidenceDrafted", begun, { personId }, told);
  return begun.id;
};

/** The writer writes on: of what is given, and nothing of what is not. */
export const change: UseCase<ChangeEvidenceDraftInput> = async (tx, input) => {
  const draft = await open(tx, input.evidenceDraftId);
  await tx.once();
  tx.expect(draft, input.expectedVersion);
  refuse(notOpen(draft));
  const before = await meantBy(tx, draft);
  const meant = {
    ...before,
    areaIds: input.areaIds ?? before.areaIds,
    selfRating: input.selfRating ?? before.selfRating,
  };
  // What stands in the draft already is named by it; what is given now by its own name.
  const at: At = (...path) => (path[0] === "areaIds" || path[0] === "selfRating" ? path : ["evidenceDraftId"]);
  const areas = await fitting(tx, await partiesTo(tx, meant, at), meant, at);

  const { title, text, selfRating } = input;
  const values = {
    ...(title == null ? {} : { title }),
    ...(text == null ? {} : { text }),
    ...(selfRating == null ? {} : { selfRating }),
  };
  const changed = differences(draft, values);
  const areaIds = { from: before.areaIds, to: areas.map(({ id }) => id).sort() };
  const tagged = areaIds.from.join() !== areaIds.to.join();
  if (Object.keys(changed).length === 0 && !tagged) {
    throw new Refused([invalid([], "Nothing of it is other than what is saved.")]);
  }
  await tx.change(EvidenceDraft, draft, values);
  if (tagged) {
    await tx.manager.delete(DraftArea, { draftId: draft.id });
    for (const areaId of areaIds.to) await tx.add(DraftArea, { draftId: draft.id, areaId });
  }
  const about = { personId: draft.writtenById };
  tx.append("EvidenceDraftChanged", draft, about, { ...changed, ...(tagged ? { areaIds } : {}) });
  return draft.id;
};

/** The writer gives a draft up, and its files with it. */
export const discard: UseCase<DiscardEvidenceDraftInput> = async (tx, { evidenceDraftId, expectedVersion }) => {
  const draft = await open(tx, evidenceDraftId);
  await tx.once();
  tx.expect(draft, expectedVersion);
  refuse(notOpen(draft));
  const { state: from, writtenById: personId } = draft;
  await removeWith(tx, draft);
  await tx.change(EvidenceDraft, draft, { state: DraftState.DISCARDED });
  tx.append("EvidenceDraftDiscarded", draft, { personId }, { from, to: draft.state });
  return draft.id;
};

/** R33–R36: what was drafted arrives as evidence, by the same rules as what is submitted at once. */
export const submitDraft: UseCase<SubmitEvidenceDraftInput> = async (tx, { evidenceDraftId, expectedVersion }) => {
  const draft = await open(tx, evidenceDraftId);
  await tx.once();
  tx.expect(draft, expectedVersion);
  const meant = await meantBy(tx, draft);
  refuse([
    ...notOpen(draft),
    draft.text === null && invalid(["evidenceDraftId"], "evidenceDraftId has no text yet."),
    meant.areaIds.length === 0 && invalid(["evidenceDraftId"], "evidenceDraftId speaks to no area yet."),
    ...(await awaitsFiles(tx, draft)),
  ]);
  const whole: At = () => ["evidenceDraftId"];
  const parties = await partiesTo(tx, meant, whole);
  const areas = await fitting(tx, parties, meant, whole);

  const { source, title, selfRating, replacesId, state: from, writtenById: submittedById } = draft;
  const { commission, trainees } = parties;
  const text = draft.text as string;
  const said = { source, title, text, commission, areas, trainees, submittedById, selfRating, replacesId };
  const evidenceId = await arrive(tx, said);
  await handIn(tx, draft, evidenceId);
  await tx.change(EvidenceDraft, draft, { state: DraftState.SUBMITTED, evidenceId });
  const facts = { from, to: draft.state, evidenceId };
  tx.append("EvidenceDraftSubmitted", draft, { personId: submittedById }, facts);
  return evidenceId;
};

/** A draft, locked. Nobody but its writer sees it: to all others there is none. */
const open = (tx: Transaction, draftId: string): Promise<EvidenceDraft> =>
  tx.find(EvidenceDraft, draftId, "evidenceDraftId");

/** What a draft is to be, as it stands; its areas by their ids, in order. */
const meantBy = async (tx: Transaction, draft: EvidenceDraft): Promise<Meant> => {
  const { commissionId, source, selfRating, replacesId } = draft;
  const about = await tx.manager.find(DraftAbout, { where: { draftId: draft.id }, order: { traineeId: "ASC" } });
  const areas = await tx.manager.find(DraftArea, { where: { draftId: draft.id }, order: { areaId: "ASC" } });
  const traineeIds = about.map(({ traineeId }) => traineeId);
  return {
    commissionId,
    source,
    selfRating,
    replacesId,
    traineeIds,
    areaIds: areas.map(({ areaId }) => areaId).sort(),
  };
};
