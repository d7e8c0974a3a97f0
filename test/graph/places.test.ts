import { placesWith } from "../../src/graph/place";

const { close, open } = placesWith("a secret of thirty-two bytes, or so");

test.each([[["NAME", "zoë", "trn_1"]], [["NEWEST_FIRST", 42, "ent_1"]], [["X", null, "x_1"]]])(
  "the place %j comes out as it went in, and always as the same cursor",
  (place) => {
    expect(open(close(place))).toEqual(place);
    expect(close(place)).toBe(close(place));
  },
);

test("a cursor tells nothing: not the value, and not how long a number is", () => {
  const cursors = [7, 70_000].map((position) => close(["NEWEST_FIRST", position, "ent_01h455vb4pex5vsknk084sn02q"]));
  for (const cursor of cursors) {
    expect(Buffer.from(cursor, "base64url").toString("latin1")).not.toMatch(/NEWEST|ent_|70000/);
  }
  expect(new Set(cursors.map(({ length }) => length)).size).toBe(1);
});

test("a cursor that was altered anywhere, cut, made up or sealed elsewhere opens nothing", () => {
  const cursor = close(["NAME", "ada", "trn_1"]);
  const bytes = Buffer.from(cursor, "base64url");
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const altered = Buffer.from(bytes);
    altered[bit >> 3] = (altered[bit >> 3] as number) ^ (1 << (bit & 7));
    expect(open(altered.toString("base64url"))).toBeNull();
  }
  const plain = Buffer.from('["NAME","ada","trn_1"]').toString("base64url");
  for (const other of ["", "x", plain, cursor.slice(0, 20), placesWith("another").close(["NAME", "ada", "trn_1"])]) {
    expect(open(other)).toBeNull();
  }
});
