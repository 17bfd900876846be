"use client";

import { type ComponentProps, cloneElement, type ReactElement, type ReactNode, type ToggleEvent, useId } from "react";
import { cn } from "./class-names.ts";
import { plainElement } from "./plain-element.ts";

export interface PopoverPanelProps extends Omit<ComponentProps<"div">, "id" | "popover"> {
  /** The one button that opens it. */
  readonly trigger: ReactElement<ComponentProps<"button">>;
  readonly children: ReactNode;
  readonly role: "dialog" | "menu";
  /** With which edge of the button the panel lines up. */
  readonly align: "start" | "center" | "end";
  readonly onOpen?: (panel: HTMLElement) => void;
}

const gapPixels = 4;
const edgePixels = 8;

/**
 * PopoverPanel floats beside the button that opens it. It is the browser's own popover: Escape or a press elsewhere
 * closes it, and the focus goes back to the button.
 */
export function PopoverPanel({ trigger, children, role, align, onOpen, className, ...props }: PopoverPanelProps) {
  const id = useId();

  function open({ currentTarget: panel, newState }: ToggleEvent<HTMLElement>) {
    if (newState !== "open") return;
    const opener = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`);
    if (opener !== null) place(panel, opener.getBoundingClientRect(), align);
    onOpen?.(panel);
  }

  return (
    <>
      {cloneElement(plainElement(trigger), { popoverTarget: id, "aria-haspopup": role })}
      <div
        id={id}
        popover="auto"
        role={role}
        onToggle={open}
        className={cn(
          "appear inset-auto m-0 max-h-[60dvh] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-md border bg-popover text-body text-foreground shadow-md print:hidden",
          className,
        )}
        {...props}
      >
        {children}
      </div>
    </>
  );
}

/** Below the opener, or above it where there is more room, and always inside the window. */
function place(panel: HTMLElement, opener: DOMRect, align: PopoverPanelProps["align"]): void {
  const { offsetWidth: width, offsetHeight: height } = panel;
  const lefts = { start: opener.left, center: opener.left + (opener.width - width) / 2, end: opener.right - width };
  const left = Math.min(lefts[align], window.innerWidth - width - edgePixels);
  const isAbove = opener.bottom + gapPixels + height > window.innerHeight && opener.top > height + gapPixels;
  panel.style.left = `${Math.max(edgePixels, left)}px`;
  panel.style.top = `${isAbove ? opener.top - height - gapPixels : opener.bottom + gapPixels}px`;
}
