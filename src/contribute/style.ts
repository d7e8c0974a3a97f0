import { createHash } from "node:crypto";
import { Html } from "./html";

const CSS = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1b1f24; font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
h2, legend { font-size: 1.25rem; line-height: 1.3; font-weight: 700; margin: 0 0 .5rem; padding: 0; }
h2 { margin-top: 2rem; }
p, ul { margin: 0 0 1rem; }
ul { padding-left: 1.25rem; }
a { color: #174a9c; }
blockquote { margin: 0 0 1rem; padding: .25rem 1rem; border-left: .25rem solid #6b7280; white-space: pre-line; }
fieldset { border: 0; margin: 2rem 0 0; padding: 0; min-width: 0; }
.field { margin: 0 0 1.75rem; }
label { display: block; font-weight: 700; }
.hint { display: block; margin: .125rem 0 .375rem; color: #4a5260; }
.fault { display: block; margin: .125rem 0 .375rem; color: #a3150c; font-weight: 700; }
textarea { display: block; width: 100%; padding: .625rem; border: .125rem solid #5b6472; border-radius: .25rem; background: #fff; color: inherit; font: inherit; resize: vertical; }
textarea[aria-invalid] { border-color: #a3150c; }
.choice { display: flex; gap: .75rem; align-items: flex-start; }
.choice input { flex: none; width: 1.5rem; height: 1.5rem; margin: .125rem 0 0; accent-color: #174a9c; }
.choice label { font-weight: 400; }
.faults, .notice { border: .25rem solid #a3150c; padding: 1rem 1.25rem .25rem; margin: 0 0 2rem; }
.notice { border-color: #174a9c; }
.faults h2, .notice h2 { margin: 0 0 .5rem; }
.faults a { color: #a3150c; font-weight: 700; }
button { border: 0; border-radius: .25rem; padding: .875rem 1.5rem; background: #174a9c; color: #fff; font: inherit; font-weight: 700; cursor: pointer; }
button:hover { background: #0f3778; }
:focus-visible { outline: .1875rem solid #b45309; outline-offset: .125rem; }
@media (max-width: 30rem) { main { padding-top: 1.25rem; } h1 { font-size: 1.5rem; } button { width: 100%; } }
`;

/** The page's style, written into it: it needs no second request. */
export const STYLE = new Html(`<style>${CSS}</style>`);

/** What a browser may do on the page: apply this style and send the form to where it comes from. Nothing else. */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(CSS).digest("base64")}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");
