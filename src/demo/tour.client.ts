import { Client, createClient } from "graphql-ws";
import WebSocket from "ws";

// biome-ignore lint/suspicious/noExplicitAny: answers differ from question to question.
export type Data = Record<string, any>;

/** A person of the tour: asks over HTTP, watches over WebSocket, with a token of their own. */
export interface Traveller {
  readonly name: string;
  ask(query: string, variables?: Data): Promise<Data>;
  /** Runs a mutation that must succeed; answers its payload. */
  act(mutation: string, selection: string, input: Data): Promise<Data>;
  /** Runs a mutation that must be refused; answers its errors. */
  refused(mutation: string, input: Data): Promise<Data[]>;
  watch(query: string, variables: Data, onMessage: (data: Data) => void): () => Promise<void>;
  leave(): Promise<void>;
}

const typeOf = (mutation: string): string => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

/** The demo's people by name, as its playground offers them. */
export const travellers = async (base: string): Promise<(name: string) => Promise<Traveller>> => {
  const settings = (await (await fetch(`${base}/playground/settings`)).json()) as { personas: { name: string }[] };
  return async (name) => {
    const index = settings.personas.findIndex((persona) => persona.name === name);
    if (index < 0) throw new Error(`${base} is not a demo with ${name} in it.`);
    const answer = await fetch(`${base}/playground/personas/${index}/token`, { method: "POST" });
    return traveller(base, name, ((await answer.json()) as { token: string }).token);
  };
};

/** Whoever comes along, without an account. */
export const passerBy = (base: string): Traveller => traveller(base, "Anybody");

const traveller = (base: string, name: string, token?: string): Traveller => {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const sockets: Client[] = [];
  const ask = async (query: string, variables: Data = {}): Promise<Data> => {
    const response = await fetch(`${base}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...authorization },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
    if (errors || !data) throw new Error(`${name}: ${errors?.map(({ message }) => message).join(" ")}`);
    return data;
  };
  const send = async (mutation: string, selection: string, input: Data): Promise<Data> => {
    const query = `mutation ($input: ${typeOf(mutation)}!) { done: ${mutation}(input: $input) { ${selection} cursor errors { __typename code message path ... on RuleNotMet { rule { rule next parts { rule met needed actual next } } } } } }`;
    return (await ask(query, { input })).done as Data;
  };
  return {
    name,
    ask,
    act: async (mutation, selection, input) => {
      const payload = await send(mutation, selection, input);
      if (payload.errors.length > 0) throw new Error(`${name}, ${mutation}: ${payload.errors[0].message}`);
      return payload;
    },
    refused: async (mutation, input) => {
      const { errors } = await send(mutation, "", input);
      if (errors.length === 0) throw new Error(`${name}, ${mutation}: was not refused.`);
      return errors;
    },
    watch: (query, variables, onMessage) => {
      const client = createClient({
        url: `${base.replace(/^http/, "ws")}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: authorization,
        retryAttempts: 0,
      });
      sockets.push(client);
      let listening = true;
      client.subscribe<Data>(
        { query, variables },
        {
          next: ({ data, errors }) => (data ? listening && onMessage(data) : fail(name, errors)),
          error: (error) => fail(name, error),
          complete: () => undefined,
        },
      );
      return async () => {
        listening = false;
        await client.dispose();
      };
    },
    leave: async () => {
      for (const client of sockets) await client.dispose();
    },
  };
};

const fail = (name: string, error: unknown): never => {
  throw new Error(`${name}'s subscription: ${JSON.stringify(error)}`);
};
