import { Button } from "#components/ui/button.tsx";
import { SearchBox } from "#components/ui/search-box.tsx";
import { Select } from "#components/ui/select.tsx";
import { TableForm } from "#components/ui/table-form.tsx";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import { themeNames, themes } from "#lib/model/finding.ts";
import { resourceKinds, resourceLevels } from "#lib/model/resource.ts";
import type { LearnView } from "#lib/views/learn.ts";
import type { ResourceFilter } from "./filter-resources.ts";
import { resourceKindNames, resourceLevelNames } from "./resource-words.ts";

export interface LearnToolbarProps {
  readonly view: LearnView;
  readonly filter: ResourceFilter;
  /** Resources that fit. */
  readonly count: number;
}

/** LearnToolbar is the line above the resources: text, the team to order for, theme, level, kind, count. */
export function LearnToolbar({ view, filter, count }: LearnToolbarProps) {
  const total = view.resources.length;
  return (
    <TableForm label="Search resources" className="flex flex-wrap items-center gap-2 print:hidden">
      <SearchBox label="Search resources" name="q" defaultValue={filter.text} autoComplete="off" />
      <div className="flex flex-wrap gap-2 max-sm:grid max-sm:basis-full max-sm:grid-cols-2">
        <Select
          label="Order for"
          name="team"
          defaultValue={view.team?.slug ?? ""}
          options={[
            { value: "", label: "For everybody" },
            ...view.teams.map(({ slug, name }) => ({ value: slug, label: `For ${name}` })),
          ]}
          className="sm:max-w-48"
        />
        <Select
          label="Theme"
          name="theme"
          defaultValue={filter.theme ?? ""}
          options={[
            { value: "", label: "Every theme" },
            ...themes.map((theme) => ({ value: theme, label: themeNames[theme] })),
          ]}
        />
        <Select
          label="Level"
          name="level"
          defaultValue={filter.level ?? ""}
          options={[
            { value: "", label: "Every level" },
            ...resourceLevels.map((level) => ({ value: level, label: resourceLevelNames[level] })),
          ]}
        />
        <Select
          label="Kind"
          name="kind"
          defaultValue={filter.kind ?? ""}
          options={[
            { value: "", label: "Every kind" },
            ...resourceKinds.map((kind) => ({ value: kind, label: resourceKindNames[kind] })),
          ]}
        />
      </div>
      <Button type="submit" className="without-scripts">
        Show
      </Button>
      <p aria-live="polite" className="ml-auto whitespace-nowrap px-1 text-muted-foreground text-small">
        {count === total
          ? formatCount(total, "resource", "resources")
          : `${formatNumber(count)} of ${formatCount(total, "resource", "resources")}`}
      </p>
    </TableForm>
  );
}
