import { Asked } from "../contribution/asked";
import { html } from "./html";
import { namesOf } from "./invitation";
import { notice, page } from "./page";

/** What whoever has sent their input is told, then and whenever they come back. */
export const thanks = (asked: Asked): string =>
  page(
    "Thank you: your input has arrived",
    html`<h1>Thank you: your input has arrived</h1>
<p>It stands among the evidence about ${namesOf(asked)} from the review ${asked.reference}. Those who assess it read it
with the rest; you need not do anything more.</p>
<p>This link has been used, and what was sent cannot be changed here. You can close this page. To have it removed, or
with a question, write to <a href="mailto:${asked.contact}">${asked.contact}</a>.</p>`,
  );

/** The same for every link that leads nowhere, whatever has become of it: nothing is learned by trying. */
export const NOWHERE = notice(
  "This link leads nowhere",
  "It may have been copied in part, or its last day may be over, or another one may have been sent in its place.",
  "If somebody asked you for your input, please ask whoever sent you the link for a new one. Nothing was sent or kept.",
);

const KEEP = "Go back with your browser's Back button: what you wrote should still be there.";

/** What is said of a request that cannot be taken, by its status. */
export const REFUSED: Readonly<Record<number, string>> = {
  403: notice(
    "This was not sent from its own page",
    "For your safety input is taken only from the page that your link leads to. Open the link, and send it from there.",
  ),
  413: notice("That is too much", "What you sent is longer than can be taken, and nothing of it was kept.", KEEP),
  429: notice("Please wait a moment", "There were many requests from where you are. Nothing was kept.", KEEP),
  503: notice("Please try again in a moment", "Your input could not be kept just now, and nothing was.", KEEP),
};

export const UNREADABLE = notice("This could not be read", "Open your link again, and send it from there.");
export const BROKEN = notice("Something went wrong", "It is our fault, and nothing was kept. Please try again.", KEEP);
