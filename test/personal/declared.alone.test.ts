import "reflect-metadata";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { entities } from "../../src/database/parts";
import { Hidden, LongText } from "../../src/graph/columns";
import { Key } from "../../src/graph/thing";
import { allHoldings, Holds, undeclaredIn } from "../../src/personal/holds";

test("every column of every entity says whose words it holds, or that it can hold none", () => {
  expect(undeclaredIn(entities)).toEqual([]);
  expect(allHoldings().map(([{ name }]) => name)).toEqual(expect.arrayContaining(entities.map(({ name }) => name)));
});

test("an entity that says nothing is refused", () => {
  class Diary {}
  expect(undeclaredIn([Diary])).toEqual(["Diary does not say whose data it holds."]);
});

test("a text column that is left out is refused, however it is declared", () => {
  @Holds({ about: "t.personId = $", words: { told: null } })
  class Letter {
    @PrimaryColumn("varchar", { length: 36 })
    id!: string;

    @Key()
    personId!: string;

    @Column("varchar", { length: 10 })
    short!: string;

    @Hidden({ type: "text" })
    long!: string;

    @LongText("person", "Shown.", { nullable: true })
    shown!: string | null;

    @LongText("person", "Told of.", { nullable: true })
    told!: string | null;

    @Column("json")
    form!: object;

    @Column("integer")
    pages!: number;
  }
  expect(undeclaredIn([Letter])).toEqual(
    ["id", "short", "long", "shown", "form"].map((name) => `Letter.${name} does not say whose words it holds.`),
  );
});

test("words without a person, a person without rows and a replacement that cannot be are refused", () => {
  @Entity("note")
  @Holds({ words: { text: null, gone: null }, nobodys: ["text"] })
  class Note {
    @LongText("person", "Words.")
    text!: string;
  }
  expect(undeclaredIn([Note])).toEqual([
    "Note.gone is not a column, or is spoken of twice.",
    "Note.text is not a column, or is spoken of twice.",
    "Note.text cannot be emptied: it needs words in their place.",
    "Note does not say whom its rows are about.",
  ]);
  @Holds({})
  class Visit {
    @Key()
    traineeId!: string;
  }
  expect(undeclaredIn([Visit])).toEqual(["Visit does not say whom its rows are about."]);
});
