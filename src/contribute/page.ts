import { Html, html, NOTHING } from "./html";
import { STYLE } from "./style";

/** A whole page. It loads nothing and runs nothing. */
export const page = (title: string, content: Html): string =>
  html`${new Html("<!doctype html>")}
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${STYLE}
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`.text;

/** A page that says one thing: a heading, and what to do. */
export const notice = (heading: string, ...sentences: readonly string[]): string =>
  page(heading, html`<h1>${heading}</h1>${sentences.map((sentence) => html`<p>${sentence}</p>`)}`);

/** What is amiss with a form, at its head: it is read out and takes the focus, and each fault leads to its field. */
export const summary = (faults: readonly { readonly field: string; readonly text: string }[]): Html =>
  faults.length === 0
    ? NOTHING
    : html`<div class="faults" role="alert" aria-labelledby="faults" tabindex="-1" autofocus>
<h2 id="faults">Nothing was sent yet</h2>
<ul>${faults.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}</ul>
</div>`;
