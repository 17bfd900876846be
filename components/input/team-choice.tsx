"use client";

import { useRouter } from "next/navigation";
import { changedSearch } from "#components/ui/address.ts";
import { Select } from "#components/ui/select.tsx";
import type { TeamLink } from "#lib/views/shared.ts";

export interface TeamChoiceProps {
  readonly teams: readonly TeamLink[];
  readonly team: string | null;
}

/** TeamChoice counts one team's repositories only; the server counts, so the page is asked for again. */
export function TeamChoice({ teams, team }: TeamChoiceProps) {
  const router = useRouter();
  return (
    <Select
      label="Count for"
      value={team ?? ""}
      onChange={(event) =>
        router.push(changedSearch(window.location.search, { team: event.target.value || null }), { scroll: false })
      }
      options={[
        { value: "", label: "Whole organization" },
        ...teams.map(({ slug, name }) => ({ value: slug, label: name })),
      ]}
      className="needs-scripts print:hidden"
    />
  );
}
