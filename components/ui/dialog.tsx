"use client";

import {
  type ComponentProps,
  cloneElement,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { Button } from "./button.tsx";
import { LineMark } from "./line-mark.tsx";
import { closeLine } from "./lines.ts";
import { plainElement } from "./plain-element.ts";

export interface DialogProps {
  /** The one button that opens it. */
  readonly trigger: ReactElement<ComponentProps<"button">>;
  readonly title: string;
  /** One line under the title: what happens with what is entered. */
  readonly note: string;
  readonly children: ReactNode;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Takes the focus after it has closed; without it, what opened the dialog does. */
  readonly onClosed?: () => void;
}

/** Dialog asks for something before anything else: the browser's own, which keeps the focus. Escape or the cross closes it. */
export function Dialog({ trigger, title, note, children, isOpen, onOpenChange, onClosed }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // A page may have one for each of its findings; most are never opened, and none is before that.
  const [wasOpened, setWasOpened] = useState(false);
  const open = () => {
    setWasOpened(true);
    onOpenChange(true);
  };
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <>
      {cloneElement(plainElement(trigger), { onClick: open, "aria-haspopup": "dialog" })}
      {wasOpened ? (
        <dialog
          ref={dialog}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-note`}
          onClose={() => {
            onOpenChange(false);
            onClosed?.();
          }}
          className="appear mx-auto mt-4 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-xl flex-col rounded-md border bg-popover text-body text-foreground shadow-md backdrop:bg-background/75 open:flex sm:mt-16 sm:max-h-[calc(100dvh-8rem)]"
        >
          <header className="flex items-start justify-between gap-4 border-b px-5 py-4">
            <div>
              <h2 id={`${id}-title`} className="font-semibold text-lead">
                {title}
              </h2>
              <p id={`${id}-note`} className="mt-0.5 text-muted-foreground text-small">
                {note}
              </p>
            </div>
            <Button variant="quiet" size="icon" aria-label="Close" onClick={() => onOpenChange(false)}>
              <LineMark line={closeLine} />
            </Button>
          </header>
          <div className="min-h-0 overflow-y-auto px-5 py-4">{isOpen ? children : null}</div>
        </dialog>
      ) : null}
    </>
  );
}
