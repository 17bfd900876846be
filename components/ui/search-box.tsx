import { Search } from "lucide-react";
import type { ComponentProps } from "react";

export interface SearchBoxProps extends Omit<ComponentProps<"input">, "type" | "placeholder" | "className"> {
  /** What is searched: "Filter repositories". */
  readonly label: string;
}

/** SearchBox is the box of a toolbar in which one types what to look for. */
export function SearchBox({ label, ...props }: SearchBoxProps) {
  return (
    <label className="relative grow max-sm:basis-40 sm:max-w-64">
      <span className="sr-only">{label}</span>
      <Search
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 size-3.5 text-muted-foreground"
        aria-hidden
      />
      <input
        type="search"
        placeholder={label}
        className="h-8 w-full rounded-md border bg-card pr-2.5 pl-8 placeholder:text-muted-foreground hover:border-input"
        {...props}
      />
    </label>
  );
}
