"use client";

import { type MouseEvent, type ReactNode, useRef } from "react";

export interface NarrowMenuProps {
  /** The picture of the button that opens it. */
  readonly openMark: ReactNode;
  /** The picture of the button that closes it. */
  readonly closeMark: ReactNode;
  /** What stands in the menu: switcher, theme, the navigation. */
  readonly children: ReactNode;
}

/** NarrowMenu is the rail on a narrow screen: a button that opens it over the page. The browser closes it on Escape. */
export function NarrowMenu({ openMark, closeMark, children }: NarrowMenuProps) {
  const panel = useRef<HTMLDivElement>(null);

  // Another page is on its way then, and the menu would stand over it.
  function closeAfterChoice({ target }: MouseEvent) {
    if (target instanceof Element && target.closest("nav a") !== null) panel.current?.hidePopover();
  }

  return (
    <>
      <button
        type="button"
        popoverTarget="narrow-menu"
        aria-label="Menu"
        className="grid size-9 place-items-center rounded-md hover:bg-muted"
      >
        {openMark}
      </button>
      <div
        ref={panel}
        id="narrow-menu"
        popover="auto"
        className="appear inset-y-0 right-0 left-auto m-0 h-dvh w-72 max-w-[85vw] border-l bg-rail p-4 text-foreground shadow-md backdrop:bg-background/75"
      >
        <div className="flex justify-end">
          <button
            type="button"
            popoverTarget="narrow-menu"
            popoverTargetAction="hide"
            aria-label="Close menu"
            className="mb-2 grid size-9 place-items-center rounded-md hover:bg-muted"
          >
            {closeMark}
          </button>
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
        <div className="flex flex-col gap-4" onClick={closeAfterChoice}>
          {children}
        </div>
      </div>
    </>
  );
}
