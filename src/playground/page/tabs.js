/**
 * GraphiQL names a tab after its operation and says nothing when it is first shown. This watches its tab strip, gives
 * the tabs we offer their titles, and tells which one was opened, if it is one of them: a tab whose operation was
 * renamed is the visitor's own.
 */
export function watchTabs(page, tabs, opened) {
  const labelled = (text) => tabs.find(({ operation, title }) => text === operation || text === title);
  // GraphiQL shows no strip for a single tab.
  if (tabs.length === 1) opened(tabs[0]);

  let shown;

  const look = () => {
    for (const button of page.querySelectorAll(".graphiql-tab-button")) {
      const tab = labelled(button.textContent);
      if (tab && tab.title !== button.textContent) button.textContent = tab.title;
    }
    const active = page.querySelector("[role=tab][aria-selected=true]");
    if (!active || active === shown) return;
    shown = active;
    opened(labelled(active.querySelector(".graphiql-tab-button").textContent));
  };
  new MutationObserver(look).observe(page, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ["aria-selected"],
  });

  // No dragging: GraphiQL fails when a tab is moved while messages arrive in it, and it knows one row of tabs only.
  const hold = (event) => {
    if (event.target.closest("[role=tab]")) event.stopPropagation();
  };
  page.addEventListener("pointerdown", hold, { capture: true });
}
