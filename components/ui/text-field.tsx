import { type ComponentProps, type ReactNode, useId } from "react";

const boxClasses = "w-full rounded-md border border-input bg-card px-2.5 placeholder:text-muted-foreground";

export interface TextFieldProps extends ComponentProps<"input"> {
  readonly label: string;
}

/** TextField is one line of text under its label. */
export function TextField({ label, ...props }: TextFieldProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <input id={id} className={`h-8 ${boxClasses}`} {...props} />
    </Labelled>
  );
}

export interface TextAreaProps extends ComponentProps<"textarea"> {
  readonly label: string;
}

/** TextArea is a few lines of text under their label, in the typeface of code: names, patterns, hosts. */
export function TextArea({ label, ...props }: TextAreaProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <textarea id={id} spellCheck={false} className={`py-1.5 font-mono text-small ${boxClasses}`} {...props} />
    </Labelled>
  );
}

interface LabelledProps {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

function Labelled({ id, label, children }: LabelledProps) {
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium text-small">
        {label}
      </label>
      {children}
    </span>
  );
}
