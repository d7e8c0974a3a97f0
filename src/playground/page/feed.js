const KEPT = 50;
const PAUSE_MS = 50;

/**
 * A subscription as GraphiQL observes one. GraphiQL shows the latest value only, so each value is the whole list:
 * every message under its number and time, newest first. A burst of messages is shown as one value.
 */
export function createFeed(client, request, feeds) {
  return {
    subscribe(observer) {
      let messages = [];
      let count = 0;
      let waiting = false;
      let over = false;

      const show = () => {
        waiting = false;
        if (over) return;
        observer.next(
          messages.length ? Object.fromEntries(messages) : { listening: "Messages appear here, newest first." },
        );
      };
      const add = (label, message) => {
        messages = [[label, message], ...messages].slice(0, KEPT);
        if (!waiting) setTimeout(show, PAUSE_MS);
        waiting = true;
      };
      const end = (label, message) => {
        feeds.delete(feed);
        add(label, message);
        show();
        over = true;
        observer.complete();
      };

      // GraphiQL may show another tab from here on: not a word more.
      const leave = () => {
        over = true;
        feeds.delete(feed);
        unsubscribe();
      };
      const feed = {
        startAfresh() {
          messages = [];
          count = 0;
          show();
        },
        hangUp() {
          leave();
          observer.complete();
        },
      };
      feeds.add(feed);
      show();

      const unsubscribe = client.subscribe(request, {
        next: (message) => add(`message ${++count}, ${new Date().toLocaleTimeString()}`, message),
        error: (reason) => end("stopped", { errors: errorsOf(reason) }),
        complete: () => end("ended", `after ${count} ${count === 1 ? "message" : "messages"}`),
      });
      return { unsubscribe: leave };
    },
  };
}

/** A refusal is a list of GraphQL errors; a broken socket is a close event, or an event that says nothing at all. */
function errorsOf(reason) {
  if (Array.isArray(reason)) return reason;
  if (reason.code) return [{ message: `The server closed the socket: ${reason.code} ${reason.reason}` }];
  return [{ message: reason.message ?? "The socket could not be opened." }];
}
