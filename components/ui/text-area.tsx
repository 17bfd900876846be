import { type ComponentProps, useId } from "react";

export interface TextAreaProps extends ComponentProps<"textarea"> {
  readonly label: string;
}

/** TextArea is a few lines of text under their label, in the typeface of code: names, patterns, hosts. */
export function TextArea({ label, ...props }: TextAreaProps) {
  const id = useId();
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium text-small">
        {label}
      </label>
      <textarea
        id={id}
        spellCheck={false}
        className="w-full rounded-md border border-input bg-card px-2.5 py-1.5 font-mono text-small placeholder:text-muted-foreground"
        {...props}
      />
    </span>
  );
}
