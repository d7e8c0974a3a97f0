import { TypeID } from "typeid-js";

const URN = "urn:uuid:";
const FORM = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a credential is called outside: its id, in a form that needs no address to stay there. */
export const urnOf = (id: string): string => URN + TypeID.fromString(id).toUUID();

/** The id of the credential that is called so; null where the name has not that form. */
export const idOfUrn = (urn: unknown): string | null =>
  typeof urn === "string" && FORM.test(urn) ? TypeID.fromUUID("crd", urn.slice(URN.length)).toString() : null;
