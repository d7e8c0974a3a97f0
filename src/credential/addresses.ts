/** Where what anybody may check credentials by is published, on the server. */
export const KEY_SET = "/.well-known/jwks.json";
export const KEYS = "/credentials/keys";
export const ISSUERS = "/credentials/issuers";
export const ACHIEVEMENTS = "/credentials/achievements";
export const STATUS = "/credentials/status";

/** The same, as addresses that are signed: a credential keeps those it was signed with. */
export const addressesUnder = (base: string) => ({
  key: (keyId: string) => `${base}${KEYS}/${keyId}`,
  issuer: (programmeId: string) => `${base}${ISSUERS}/${programmeId}`,
  achievement: (standardId: string) => `${base}${ACHIEVEMENTS}/${standardId}`,
  statusList: (programmeId: string) => `${base}${STATUS}/${programmeId}`,
});
