import type { TableFilter } from "#components/ui/table-rows.ts";
import type { InputRow } from "#lib/views/inputs.ts";
import { upstreamKindNames, upstreamKinds } from "#lib/views/upstream-kind-names.ts";

/** inputFilters are the choices above the list of upstreams. */
export const inputFilters: readonly TableFilter<InputRow>[] = [
  {
    id: "relation",
    label: "Direct or not",
    options: [
      { value: "direct", label: "Declared somewhere" },
      { value: "transitive", label: "Only through others" },
    ],
    matches: (row, relation) => (row.direct !== null) === (relation === "direct"),
  },
  {
    id: "kind",
    label: "Every kind",
    options: upstreamKinds.map((kind) => ({ value: kind, label: upstreamKindNames[kind] })),
    matches: (row, kind) => row.kind === kind,
  },
  {
    id: "state",
    label: "In any state",
    options: [
      { value: "old", label: "Some beyond the limit" },
      { value: "unsupported", label: "Unsupported branch" },
      { value: "behind", label: "Some behind their branch" },
      { value: "unreached", label: "Some not updated" },
      { value: "repeated", label: "Repeated in a lock" },
    ],
    matches: matchesState,
  },
];

function matchesState({ direct, refs, repeating }: InputRow, state: string): boolean {
  switch (state) {
    case "old":
      return (direct?.spread?.beyond ?? 0) > 0;
    case "unsupported":
      return refs.some(({ status }) => status === "unmaintained");
    case "behind":
      return (direct?.drift.behind ?? 0) > 0;
    case "unreached":
      return (direct?.reach.unreached ?? 0) > 0;
    case "repeated":
      return repeating > 0;
    default:
      return false;
  }
}
