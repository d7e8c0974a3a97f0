import { bring } from "./documents";
import { words } from "./reviews";
import { Made, Stage } from "./stage";

interface Written {
  readonly by: string;
  readonly commissionId: string;
  readonly source: string;
  readonly about: string;
  readonly areaIds: readonly string[];
  readonly title?: string;
  readonly selfRating?: string;
  readonly replacesId?: string;
}

const said = ({ by: _, about, title = words("Evidence"), ...more }: Written) => ({
  ...{ traineeIds: [about], title, text: words("What it says"), ...more },
});

/** An item of evidence, as it is submitted. */
export const submitted = ({ act }: Stage, written: Written): Promise<Made> =>
  act(written.by, "submitEvidence", said(written));

/** An item that came back to who wrote it. */
export const returned = async (stage: Stage, by: string, written: Written): Promise<Made> => {
  const { id: evidenceId, version: expectedVersion } = await submitted(stage, written);
  return stage.act(by, "returnEvidence", { evidenceId, expectedVersion, reason: words("Why") });
};

/** An item that its writer took back. */
export const withdrawn = async (stage: Stage, written: Written): Promise<Made> => {
  const { id: evidenceId, version: expectedVersion } = await submitted(stage, written);
  return stage.act(written.by, "withdrawEvidence", { evidenceId, expectedVersion, reason: words("Why") });
};

/** A draft that is written on in every way, but for its self-assessment where it has none. */
export const drafted = async ({ act }: Stage, written: Written): Promise<Made> => {
  const { text: _, areaIds, selfRating, ...first } = said(written);
  const { id: evidenceDraftId, version: expectedVersion } = await act(written.by, "draftEvidence", {
    ...{ ...first, areaIds: areaIds.slice(0, 1) },
    ...(selfRating ? { selfRating: "DEVELOPING" } : {}),
  });
  return act(written.by, "changeEvidenceDraft", {
    ...{ evidenceDraftId, expectedVersion, title: words("Evidence"), text: words("What it says"), areaIds },
    ...(selfRating ? { selfRating } : {}),
  });
};

/** A draft that has a file. */
export const filed = async (stage: Stage, written: Written): Promise<Made> => {
  const draft = await drafted(stage, written);
  await bring(stage, written.by, { evidenceDraftId: draft.id });
  return draft;
};

/** What becomes of a draft. */
export const ended = (
  { act }: Stage,
  by: string,
  mutation: string,
  { id: evidenceDraftId, version }: Made,
): Promise<Made> => act(by, mutation, { evidenceDraftId, expectedVersion: version });
