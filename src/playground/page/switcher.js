import { nobody, pasted, persona } from "./identity.js";

const PUBLIC_ONLY = "Sees only what is public: no token is sent.";

/** Shows the personas to choose from or, where there are none, the field for a token. */
export function showIdentity(personas, identity) {
  const asking = document.getElementById("asking");
  const say = (text, failed = false) => {
    asking.textContent = text;
    asking.classList.toggle("failed", failed);
  };
  say(PUBLIC_ONLY);
  return personas.length ? showPersonas(personas, identity, say) : showTokenField(identity, say);
}

function showPersonas(personas, identity, say) {
  const select = document.getElementById("persona");
  select.add(new Option("Nobody (public)", ""));
  for (const [index, { name, role }] of personas.entries()) select.add(new Option(`${name}, ${role}`, index));
  document.getElementById("persona-field").hidden = false;

  const change = () => {
    const chosen = select.value;
    say(chosen === "" ? PUBLIC_ONLY : personas[chosen].can);
    identity.become(chosen === "" ? nobody : persona(chosen));
    // Asked for at once, so that a failure shows here and the first answer need not wait.
    identity.authorization().catch((error) => {
      if (select.value === chosen) say(error.message, true);
    });
  };
  select.addEventListener("change", change);

  return {
    choose(index) {
      if (select.value === String(index)) return;
      select.value = index;
      change();
    },
  };
}

function showTokenField(identity, say) {
  const field = document.getElementById("token");
  field.addEventListener("change", () => {
    identity.become(pasted(field.value));
    say(field.value.trim() ? "Asks with this token, which this page keeps in memory only." : PUBLIC_ONLY);
  });
  document.getElementById("token-field").hidden = false;
  return { choose: () => {} };
}
