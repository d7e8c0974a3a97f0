const OURS = "tandem:";
const OFFERED = `${OURS}offered`;
const TAB_STATE = `${OURS}graphiql:tabState`;

/**
 * Where GraphiQL keeps tabs, history and theme: the browser's storage, under names of our own, because every server
 * at this address shares it. When the server offers other tabs than last time, those are opened afresh.
 */
export function rememberFor(tabs) {
  const offered = JSON.stringify(tabs);
  if (localStorage.getItem(OFFERED) !== offered) {
    localStorage.removeItem(TAB_STATE);
    localStorage.setItem(OFFERED, offered);
  }

  const names = () => Object.keys(localStorage).filter((name) => name.startsWith(OURS));
  return {
    getItem(name) {
      // GraphiQL also keeps these two by themselves, a moment later or earlier: after a reload in between, it would
      // take them for a tab it has not got and open it once more.
      if (name === "graphiql:query") return activeTab()?.query ?? null;
      if (name === "graphiql:variables") return activeTab()?.variables ?? null;
      return localStorage.getItem(OURS + name);
    },
    setItem: (name, value) => localStorage.setItem(OURS + name, value),
    removeItem: (name) => localStorage.removeItem(OURS + name),
    clear() {
      for (const name of names()) localStorage.removeItem(name);
    },
    get length() {
      return names().length;
    },
  };
}

function activeTab() {
  const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem(TAB_STATE) ?? "{}");
  return tabs?.[activeTabIndex];
}
