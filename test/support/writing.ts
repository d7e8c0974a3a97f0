import { ask, done, refused, rejected } from "./change";
import { Story } from "./story";
import { Served } from "./tandem";

export const EVIDENCE = `evidence { id version state title text selfRating areas { code } about { id }
  replaces { id title state } replacedBy { id } submittedBy { id } }`;
export const DRAFT = `draft { id version state title text selfRating areas { code } about { id } replaces { id }
  evidence { id } }`;

interface Seen {
  readonly id: string;
  readonly version: number;
}
type More = Record<string, unknown>;

/** Evidence about Ada from one review, as it is written, returned and written anew, through the API. */
export const writing = (tandem: Served, told: Story, commissionId: string) => {
  const item = (more: More = {}) => ({
    ...{ commissionId, source: "TRAINEE", title: "What I missed", text: "Whose day it was." },
    ...{ traineeIds: [told.ada.id], areaIds: ["C1"], ...more },
  });
  const ofItem = ({ id: evidenceId, version: expectedVersion }: Seen, reason = "It says too little.") => ({
    ...{ evidenceId, expectedVersion, reason },
  });
  const ofDraft = ({ id: evidenceDraftId, version: expectedVersion }: Seen, more: More = {}) => ({
    ...{ evidenceDraftId, expectedVersion, ...more },
  });
  const { personId } = told.ada;
  return {
    item,
    ofItem,
    ofDraft,
    submit: async (more: More = {}, by = personId) =>
      (await done(tandem, by, "submitEvidence", item(more), EVIDENCE)).evidence,
    giveBack: async (one: Seen, by = told.supervisor.id) =>
      (await done(tandem, by, "returnEvidence", ofItem(one), EVIDENCE)).evidence,
    withdraw: async (one: Seen, by = personId) =>
      (await done(tandem, by, "withdrawEvidence", ofItem(one), EVIDENCE)).evidence,
    draft: async (more: More = {}, by = personId) => (await done(tandem, by, "draftEvidence", item(more), DRAFT)).draft,
    change: async (one: Seen, more: More, by = personId) =>
      (await done(tandem, by, "changeEvidenceDraft", ofDraft(one, more), DRAFT)).draft,
    discard: async (one: Seen, by = personId) =>
      (await done(tandem, by, "discardEvidenceDraft", ofDraft(one), DRAFT)).draft,
    submitDraft: async (one: Seen, by = personId) =>
      (await done(tandem, by, "submitEvidenceDraft", ofDraft(one), EVIDENCE)).evidence,
    refused: (mutation: string, input: More, by = personId) => refused(tandem, by, mutation, input),
    rejected: (mutation: string, input: More, by: string | null) => rejected(tandem, by, mutation, input),
    asked: async (query: string, by: string) => {
      const { data, errors } = await tandem.as(by).ask(query);
      expect(errors).toBeUndefined();
      return data;
    },
    try: (mutation: string, input: More, by = personId) => ask(tandem, by, mutation, input),
  };
};
