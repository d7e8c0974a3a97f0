import { done } from "../support/change";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

test("the sockets of somebody who is erased close, and they hear nothing of it", async () => {
  const { id: personId } = await told.person("Nick");
  const socket = tandem.ws(personId);
  const after = await tandem.log.head();
  const feed = socket.subscribe("subscription ($after: Cursor) { feed(after: $after) { entry { kind } } }", { after });
  await told.append("RoleGranted", { personId });
  await feed.take(1);
  const input = { personId, reason: "REQUESTED", expectedVersion: 1 };
  await done(tandem, told.lead.id, "erasePerson", input);
  expect((await socket.closed).code).toBe(4403);
  expect(feed.received).toHaveLength(1);
});
