"use client";

import { useRouter } from "next/navigation";
import { changedSearch, useAddress, writeAddress } from "#components/ui/address.ts";
import { SearchBox } from "#components/ui/search-box.tsx";
import { Select } from "#components/ui/select.tsx";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import { themeNames, themes } from "#lib/model/finding.ts";
import { resourceKinds, resourceLevels } from "#lib/model/resource.ts";
import type { LearnView } from "#lib/views/learn.ts";
import type { ResourceFilter } from "./filter-resources.ts";
import { resourceKindNames, resourceLevelNames } from "./resource-words.ts";

/** useLearnFilter keeps what a reader asks of the resources in the address: `q`, `theme`, `level`, `kind`. */
export function useLearnFilter() {
  const address = useAddress();
  const [theme, level, kind] = [address.get("theme"), address.get("level"), address.get("kind")];
  const filter: ResourceFilter = { text: address.get("q") ?? "", theme, level, kind };
  const setFilter = ({ text, ...choices }: Partial<Record<keyof ResourceFilter, string | null>>) =>
    writeAddress({ ...choices, ...(text === undefined ? {} : { q: text }) });
  return { filter, setFilter, clear: () => setFilter({ text: null, theme: null, level: null, kind: null }) };
}

export interface LearnToolbarProps {
  readonly view: LearnView;
  readonly filter: ResourceFilter;
  readonly setFilter: ReturnType<typeof useLearnFilter>["setFilter"];
  /** Resources that fit. */
  readonly count: number;
}

/** LearnToolbar is the line above the resources: text, the team to order for, theme, level, kind, count. */
export function LearnToolbar({ view, filter, setFilter, count }: LearnToolbarProps) {
  // The order is made for the team, by the server.
  const router = useRouter();
  const total = view.resources.length;
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <SearchBox
        label="Search resources"
        value={filter.text}
        onChange={(event) => setFilter({ text: event.target.value === "" ? null : event.target.value })}
      />
      <div className="flex flex-wrap gap-2 max-sm:grid max-sm:basis-full max-sm:grid-cols-2">
        <Select
          label="Order for"
          value={view.team?.slug ?? ""}
          onChange={(event) =>
            router.push(changedSearch(window.location.search, { team: event.target.value || null }), { scroll: false })
          }
          options={[
            { value: "", label: "For everybody" },
            ...view.teams.map(({ slug, name }) => ({ value: slug, label: `For ${name}` })),
          ]}
          className="sm:max-w-48"
        />
        <Select
          label="Theme"
          value={filter.theme ?? ""}
          onChange={(event) => setFilter({ theme: event.target.value === "" ? null : event.target.value })}
          options={[
            { value: "", label: "Every theme" },
            ...themes.map((theme) => ({ value: theme, label: themeNames[theme] })),
          ]}
        />
        <Select
          label="Level"
          value={filter.level ?? ""}
          onChange={(event) => setFilter({ level: event.target.value === "" ? null : event.target.value })}
          options={[
            { value: "", label: "Every level" },
            ...resourceLevels.map((level) => ({ value: level, label: resourceLevelNames[level] })),
          ]}
        />
        <Select
          label="Kind"
          value={filter.kind ?? ""}
          onChange={(event) => setFilter({ kind: event.target.value === "" ? null : event.target.value })}
          options={[
            { value: "", label: "Every kind" },
            ...resourceKinds.map((kind) => ({ value: kind, label: resourceKindNames[kind] })),
          ]}
        />
      </div>
      <p aria-live="polite" className="ml-auto whitespace-nowrap px-1 text-muted-foreground text-small">
        {count === total
          ? formatCount(total, "resource", "resources")
          : `${formatNumber(count)} of ${formatCount(total, "resource", "resources")}`}
      </p>
    </div>
  );
}
