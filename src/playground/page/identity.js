/** Who the page asks as. Tokens live here, in memory, and nowhere else. */
export function createIdentity() {
  let token = async () => undefined;
  return {
    onChange: () => {},
    /** The value of the authorization header, or undefined for nobody. */
    async authorization() {
      const held = await token();
      return held && `Bearer ${held}`;
    },
    become(nextToken) {
      token = nextToken;
      this.onChange();
    },
  };
}

export const nobody = async () => undefined;

export const pasted = (text) => {
  const token = text.trim().replace(/^bearer\s+/i, "");
  return async () => token || undefined;
};

/** A persona's token: minted when it is first needed, and again shortly before it expires. */
export function persona(index) {
  let held;
  let minting;
  return async () => {
    if (held && !expiresSoon(held)) return held.token;
    minting ??= mint(index).finally(() => {
      minting = undefined;
    });
    held = await minting;
    return held.token;
  };
}

const expiresSoon = ({ expiresAt }) => expiresAt !== undefined && Date.parse(expiresAt) - Date.now() < 10_000;

async function mint(index) {
  const response = await fetch(`playground/personas/${index}/token`, { method: "POST" });
  if (!response.ok) throw new Error(`No token could be had for this persona (${response.status}).`);
  return response.json();
}
