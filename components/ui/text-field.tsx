import { type ComponentProps, useId } from "react";

export interface TextFieldProps extends ComponentProps<"input"> {
  readonly label: string;
}

/** TextField is one line of text under its label. */
export function TextField({ label, ...props }: TextFieldProps) {
  const id = useId();
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium text-small">
        {label}
      </label>
      <input
        id={id}
        className="h-8 w-full rounded-md border border-input bg-card px-2.5 placeholder:text-muted-foreground"
        {...props}
      />
    </span>
  );
}
