import * as linguist from "linguist-languages";
import { expect, it } from "vitest";
import { countLanguages } from "#e2e/github/languages.ts";
import { countLanguages as countLocally } from "../local/languages.ts";

it("counts languages through the emulator as the local provider does, for every known extension", () => {
  const extensions = Object.values(linguist).flatMap((language) =>
    "extensions" in language ? [...language.extensions] : [],
  );
  const paths = ["Makefile", "Dockerfile", "a", ".nix", ...extensions.map((extension) => `folder/file${extension}`)];

  const emulated = paths.map((path) => countLanguages([{ path, mode: "100644", type: "blob", oid: "", size: 7 }]));
  const local = paths.map((path) => countLocally([{ path, type: "file", oid: "", sizeBytes: 7 }]));

  expect(emulated.map((shares) => shares.map(({ name }) => name))).toEqual(
    local.map((shares) => shares.map(({ name }) => name)),
  );
});
