import { createFetcher } from "./fetcher.js";
import { createIdentity } from "./identity.js";
import { rememberFor } from "./memory.js";
import { showIdentity } from "./switcher.js";
import { watchTabs } from "./tabs.js";

const { React, ReactDOM, GraphiQL } = window;

// Where GraphiQL's dialogs look for what lets them write a style element.
window.__webpack_nonce__ = document.querySelector("script[nonce]").nonce;

const { endpoint, personas, tabs } = await (await fetch("playground/settings")).json();
const identity = createIdentity();
const { fetcher, hangUp, reconnect } = createFetcher(endpoint, identity);
identity.onChange = reconnect;

const { choose } = showIdentity(personas, identity);
const page = document.getElementById("graphiql");
watchTabs(page, tabs, (tab) => {
  hangUp();
  if (tab?.persona !== undefined) choose(tab.persona);
});

ReactDOM.createRoot(page).render(
  React.createElement(GraphiQL, {
    fetcher,
    storage: rememberFor(tabs),
    defaultTabs: tabs.length ? tabs.map(({ query, variables }) => ({ query, variables })) : undefined,
    defaultQuery: "",
    defaultEditorToolsVisibility: tabs.some(({ variables }) => variables) ? "variables" : undefined,
    inputValueDeprecation: true,
    schemaDescription: true,
    // Who asks is said in one place, above; and a header typed here would not reach the socket.
    isHeadersEditorEnabled: false,
    showPersistHeadersSettings: false,
  }),
);
