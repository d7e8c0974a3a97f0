import { createFeed } from "./feed.js";
import { createClient } from "./graphql-ws/client.js";

const { parse } = window.GraphiQL.GraphQL;

const FORBIDDEN = 4403;

/** How GraphiQL reaches the server: queries and mutations by POST, subscriptions over one socket. */
export function createFetcher(endpoint, identity) {
  const client = createSocketClient(endpoint, identity);
  const feeds = new Set();

  return {
    fetcher({ query, variables, operationName }) {
      const chosen = chooseOperation(query, operationName);
      const request = { query, variables, operationName: chosen?.name?.value };
      return chosen?.operation === "subscription"
        ? createFeed(client, request, feeds)
        : post(endpoint, request, identity);
    },
    /** GraphiQL goes on with a subscription when a tab is added or closed, and writes its messages into another. */
    hangUp() {
      for (const feed of feeds) feed.hangUp();
    },
    /** Open subscriptions go on as whoever asks now. */
    reconnect() {
      for (const feed of feeds) feed.startAfresh();
      client.terminate();
    },
  };
}

async function post(endpoint, request, identity) {
  const headers = { "content-type": "application/json", accept: "application/graphql-response+json, application/json" };
  try {
    // The documentation is public: a token that is refused must not hide it.
    const authorization = request.operationName === "IntrospectionQuery" ? undefined : await identity.authorization();
    if (authorization) headers.authorization = authorization;
    const response = await fetch(endpoint, { method: "POST", headers, body: JSON.stringify(request) });
    const text = await response.text();
    return response.headers.get("content-type")?.includes("json")
      ? JSON.parse(text)
      : { errors: [{ message: `${response.status} ${response.statusText}: ${text.slice(0, 500)}` }] };
  } catch (error) {
    return { errors: [{ message: error.message }] };
  }
}

function createSocketClient(endpoint, identity) {
  const url = new URL(endpoint, location.href);
  url.protocol = url.protocol.replace("http", "ws");
  let accepted = false;

  return createClient({
    // The token is fetched before the socket opens, because an open socket must introduce itself within seconds.
    // A failure is told by connectionParams: one thrown here would be lost.
    url: async () => {
      await identity.authorization().catch(() => undefined);
      return url.href;
    },
    connectionParams: async () => {
      const authorization = await identity.authorization();
      return authorization ? { authorization } : {};
    },
    on: {
      connecting: () => {
        accepted = false;
      },
      connected: () => {
        accepted = true;
      },
    },
    // At once after a switch of persona, then ever more slowly.
    retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, retries === 0 ? 0 : 1000 * 2 ** retries)),
    shouldRetry: (reason) => {
      // A token that was good has expired, and the next one may do; one refused at the door will be refused again.
      if (reason.code === FORBIDDEN) return accepted;
      const noToken = reason instanceof Error && reason.code === undefined;
      return !noToken;
    },
  });
}

/** What a document would do. GraphiQL's own idea of it lags behind a change of tabs: its name counts if it is there. */
function chooseOperation(query, operationName) {
  try {
    const operations = parse(query).definitions.filter(({ kind }) => kind === "OperationDefinition");
    return operations.find(({ name }) => name?.value === operationName) ?? operations[0];
  } catch {
    // The server says what is wrong with it.
    return undefined;
  }
}
