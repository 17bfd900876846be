"use client";

import { parseAsString, useQueryState } from "nuqs";
import { AddressScope } from "#components/ui/address-scope.tsx";
import { Select } from "#components/ui/select.tsx";
import type { TeamLink } from "#lib/views/shared.ts";

export interface TeamChoiceProps {
  readonly teams: readonly TeamLink[];
  readonly team: string | null;
}

/** TeamChoice counts one team's repositories only; the server counts, so the page is asked for again. */
export function TeamChoice(props: TeamChoiceProps) {
  return (
    <AddressScope>
      <AddressedChoice {...props} />
    </AddressScope>
  );
}

function AddressedChoice({ teams, team }: TeamChoiceProps) {
  const [, setTeam] = useQueryState("team", parseAsString.withOptions({ shallow: false, history: "push" }));
  return (
    <Select
      label="Count for"
      value={team ?? ""}
      onChange={(event) => setTeam(event.target.value === "" ? null : event.target.value)}
      options={[
        { value: "", label: "Whole organization" },
        ...teams.map(({ slug, name }) => ({ value: slug, label: name })),
      ]}
      className="print:hidden"
    />
  );
}
