import { ChevronDown } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { cn } from "./class-names.ts";

export interface SelectProps extends Omit<ComponentProps<"select">, "children"> {
  readonly label: string;
  /** Shows the label, as forms do; otherwise the first option says what is chosen. */
  readonly isLabelShown?: boolean;
  readonly options: readonly (SelectOption | SelectGroup)[];
}

/** SelectOption is one choice. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** SelectGroup is some choices under a heading. */
export interface SelectGroup {
  readonly label: string;
  readonly options: readonly SelectOption[];
}

/** Select picks one of a few. It is the browser's own, so that it works with every keyboard, screen and reader. */
export function Select({ label, isLabelShown = false, options, className, ...props }: SelectProps) {
  const id = useId();
  return (
    <span className={cn("inline-flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={id} className={isLabelShown ? "font-medium text-small" : "sr-only"}>
        {label}
      </label>
      <span className="relative inline-flex">
        <select
          id={id}
          className="h-8 w-full appearance-none truncate rounded-md border bg-card py-0 pr-7 pl-2.5 text-body hover:border-input"
          {...props}
        >
          {options.map((option) =>
            "value" in option ? (
              <Option key={option.value} option={option} />
            ) : (
              <optgroup key={option.label} label={option.label}>
                {option.options.map((one) => (
                  <Option key={one.value} option={one} />
                ))}
              </optgroup>
            ),
          )}
        </select>
        <ChevronDown
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2 size-3.5 text-muted-foreground"
          aria-hidden
        />
      </span>
    </span>
  );
}

function Option({ option: { value, label } }: { readonly option: SelectOption }) {
  return <option value={value}>{label}</option>;
}
