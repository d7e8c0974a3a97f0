import { Asked, AskedArea } from "../contribution/asked";
import { inWords } from "../rules/day";
import { AGREED, Fault, Filled, fieldOf, HOW, MOST_ON_AREA, MOST_ON_KNOWING } from "./form";
import { Html, html, NOTHING } from "./html";
import { page, summary } from "./page";

/** R35: the page on which somebody is asked: who asks, for what, who reads it, how long it is kept; and the form. */
export const invitation = (asked: Asked, filled: Filled, faults: readonly Fault[] = []): string => {
  const people = namesOf(asked);
  const heading = `Your input on ${people}`;
  const title = faults.length > 0 ? `Error: ${heading}` : heading;
  return page(
    title,
    html`${summary(faults)}<h1>${heading}</h1>${said(asked, people)}${form(asked, people, filled, faults)}`,
  );
};

export const namesOf = ({ about }: Asked): string => about.map(({ name }) => name).join(" and ");

const said = (
  { name, askedBy, message, about, reference, reviewKind, until, contact }: Asked,
  people: string,
): Html => {
  const one = about.length === 1;
  return html`<p>This page is for ${name}. If that is not you, please close it and tell whoever sent it.</p>
<h2>Who asks, and what for</h2>
<p>${askedBy} has named you as somebody who took part in the ${reviewKind.toLowerCase().replaceAll("_", " ")} ${reference}.
${people} ${one ? "is" : "are"} in training to become ${one ? "an accredited reviewer" : "accredited reviewers"}, and ${one ? "is" : "are"}
assessed on evidence from that review. What you write here is part of that evidence. You are free not to answer.</p>
${message === null ? NOTHING : html`<p>${askedBy} writes:</p><blockquote>${message}</blockquote>`}
<h2>Who will read it</h2>
<ul>
<li>The supervisor, the assessor and the leads of the programme read it, and know that it is from you.</li>
<li>${people} will see that input from others has arrived, and on which areas. They read what you wrote, and are told that it was you, only if you agree to it below.</li>
<li>Please bear in mind that they know whom they named: with few people asked, they may guess who answered.</li>
</ul>
<h2>How long it is kept</h2>
<p>Until one year after the assessment is over; then your name, your address and what you wrote are removed.
If you want that sooner, or have a question, write to <a href="mailto:${contact}">${contact}</a>.</p>
<h2>Before you write</h2>
<p>Please leave out names and details of the people the review is about. You can send this once, until the end of
${inWords(until)}, and cannot change it afterwards. Nothing is kept until you send it.</p>`;
};

const form = (
  { areas }: Asked,
  people: string,
  filled: Filled,
  faults: readonly Fault[],
): Html => html`<form method="post" novalidate>
<fieldset>
<legend>What you saw</legend>
<p>Write on at least one area, about what you saw ${people} do. Leave empty what you cannot speak about.</p>
${areas.map((area) => areaField(area, filled, faults))}
</fieldset>
${field({
  name: HOW,
  label: "How do you know it?",
  hint: `What you took part in, and when. At most ${MOST_ON_KNOWING} characters.`,
  rows: 3,
  ...{ filled, faults },
})}
<fieldset>
<legend>Who may read it</legend>
<div class="field choice">
<input type="checkbox" id="${AGREED}" name="${AGREED}" value="yes"${filled[AGREED] === "yes" ? new Html(" checked") : NOTHING}>
<label for="${AGREED}">${people} may read what I wrote, and know that it was me.</label>
</div>
</fieldset>
<button type="submit">Send my input</button>
</form>`;

const areaField = (area: AskedArea, filled: Filled, faults: readonly Fault[]): Html =>
  field({
    name: fieldOf(area),
    label: area.name,
    hint: `${area.description} At most ${MOST_ON_AREA.toLocaleString("en-GB")} characters.`,
    rows: 6,
    ...{ filled, faults },
  });

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly rows: number;
  readonly filled: Filled;
  readonly faults: readonly Fault[];
}

const field = ({ name, label, hint, rows, filled, faults }: Field): Html => {
  const own = faults.filter((fault) => fault.field === name);
  const described = own.length > 0 ? `${name}-fault ${name}-hint` : `${name}-hint`;
  return html`<div class="field">
<label for="${name}">${label}</label>
<span class="hint" id="${name}-hint">${hint}</span>
${own.length > 0 ? html`<span class="fault" id="${name}-fault">${own.map(({ text }) => text).join(" ")}</span>` : NOTHING}
<textarea id="${name}" name="${name}" rows="${rows}" aria-describedby="${described}"${own.length > 0 ? new Html(' aria-invalid="true"') : NOTHING}>
${filled[name] ?? ""}</textarea>
</div>`;
};
