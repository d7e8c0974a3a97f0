/** Signs that RFC 8187 lets stand as they are. */
const PLAIN = /[^A-Za-z0-9!#$&+.^_`|~-]/gu;

/**
 * The Content-Disposition of something to be kept and not shown, by RFC 6266: a name in ASCII, and beside it the true one
 * for those who can read it.
 */
export const attachment = (fileName: string): string => {
  const ascii = fileName.replace(/[^\x20-\x7e]/gu, "_").replace(/["\\%]/g, "_");
  const exact = fileName.replace(PLAIN, (sign) => encodeURIComponent(sign).replace(/['()*]/g, escaped));
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
};

const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
