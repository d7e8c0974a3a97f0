import { Draft, Model } from "./model";
import type { Roll } from "./roll";
import { ABSENT, CONFLICT, INVALID, named, Step, somebody, Told } from "./step";
import { arrive, asInput, given, meaning, standing } from "./steps.evidence";

const draftEvidence: Step = {
  mutation: "draftEvidence",
  thing: "draft",
  weight: 2,
  draw: (model, roll) => {
    const { by, meant } = meaning(model, roll) ?? {};
    if (!by || !meant) return null;
    return {
      by,
      input: asInput(meant),
      obstacles: [...given(model, by, meant), ...standing(model, by, meant)],
      done: (id) => {
        model.drafts.push({ ...meant, id, by, open: true, version: 1 });
        const { source, title } = meant;
        return [{ kind: "EvidenceDrafted", facts: { source, title } }];
      },
    };
  },
};

/** A draft is its writer's alone: to all others there is none. */
const written = (
  step: Pick<Step, "mutation" | "thing" | "weight">,
  refused: (model: Model, draft: Draft) => readonly (string | false)[],
  done: (model: Model, draft: Draft, id: string) => Told[],
): Step => ({
  ...step,
  draw: (model: Model, roll: Roll) => {
    const open = model.drafts.filter((draft) => draft.open);
    const draft = roll.one(open.length > 0 && roll.chance(0.85) ? open : model.drafts);
    if (!draft) return null;
    const by = somebody(model, roll, 0.85, (person) => person === draft.by);
    const expectedVersion = named(roll, draft.version);
    return {
      by,
      input: { evidenceDraftId: draft.id, expectedVersion },
      obstacles: [
        by !== draft.by && ABSENT,
        expectedVersion !== draft.version && CONFLICT,
        !draft.open && INVALID,
        ...refused(model, draft),
      ],
      done: (id) => {
        draft.open = false;
        draft.version += 1;
        return done(model, draft, id);
      },
    };
  },
});

/** By the rules of the day on which it is submitted. */
const submitEvidenceDraft = written(
  { mutation: "submitEvidenceDraft", thing: "evidence", weight: 2 },
  (model, draft) => standing(model, draft.by, draft),
  (model, draft, id) => [
    { kind: "EvidenceDraftSubmitted", facts: { from: "OPEN", to: "SUBMITTED", evidenceId: id } },
    ...arrive(model, id, draft.by, draft),
  ],
);

const discardEvidenceDraft = written(
  { mutation: "discardEvidenceDraft", thing: "draft", weight: 1 },
  () => [],
  () => [{ kind: "EvidenceDraftDiscarded", facts: { from: "OPEN", to: "DISCARDED" } }],
);

export const DRAFT: readonly Step[] = [draftEvidence, submitEvidenceDraft, discardEvidenceDraft];
