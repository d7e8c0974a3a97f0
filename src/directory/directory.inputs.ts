import { ArrayMinSize } from "class-validator";
import { InputType } from "type-graphql";
import { Jurisdiction } from "../board/jurisdiction";
import { Sector } from "../board/sector";
import { AnId, Choices, MutationInput, SeenVersion, Text, YesNo } from "../mutation/inputs";
import { AGREEMENT } from "./directory.rules";

/** What somebody says of themselves in the directory. */
@InputType()
export abstract class DirectoryWordsInput extends MutationInput {
  @ArrayMinSize(1, { message: "sectors must name at least 1." })
  @Choices(Sector, { description: "Whether you work in reviews about children, about adults or both." })
  sectors!: Sector[];

  @Choices(Jurisdiction, {
    description: "The nations of the United Kingdom you work in; none where you work elsewhere.",
  })
  nations!: Jurisdiction[];

  @Text({ most: 200, description: "Where you work: a region, or a country. Anybody may read it." })
  area!: string;

  @Text({ most: 200, optional: true, description: "The languages you work in. Anybody may read it." })
  languages?: string;

  @Text({
    most: 254,
    optional: true,
    description:
      "How you wish to be reached. Anybody may read it, and machines do: leave it out, or give an address that you use for nothing else.",
  })
  contact?: string;
}

@InputType({ description: "An entry of your own in the public directory." })
export class EnterDirectoryInput extends DirectoryWordsInput {
  @AnId({ description: "Your accreditation, by id or number." })
  accreditationId!: string;

  @YesNo({ description: `Whether you agree to this: "${AGREEMENT}"` })
  agrees!: boolean;
}

@InputType({
  description: "Your entry as it is to be from now on: what is left out is no longer there.",
})
export class ChangeDirectoryEntryInput extends DirectoryWordsInput {
  @AnId({ description: "The entry, by id or number." })
  directoryEntryId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "An entry of your own that is to be in the directory no longer." })
export class LeaveDirectoryInput extends MutationInput {
  @AnId({ description: "The entry, by id or number." })
  directoryEntryId!: string;

  @SeenVersion()
  expectedVersion!: number;
}

@InputType({ description: "Somebody's entry that is to be in the directory no longer." })
export class RemoveDirectoryEntryInput extends MutationInput {
  @AnId({ description: "The entry, by id or number." })
  directoryEntryId!: string;

  @Text({ most: 1_000, description: "Why. They read it." })
  reason!: string;

  @SeenVersion()
  expectedVersion!: number;
}
