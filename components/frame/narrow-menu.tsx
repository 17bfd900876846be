"use client";

import { Menu, X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Navigation } from "./navigation.tsx";

export interface NarrowMenuProps {
  readonly slug: string;
  /** What else stands in the menu: switcher, theme. */
  readonly children: ReactNode;
}

/** NarrowMenu is the rail on a narrow screen: a button that opens it over the page. The browser closes it on Escape. */
export function NarrowMenu({ slug, children }: NarrowMenuProps) {
  const panel = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        type="button"
        popoverTarget="narrow-menu"
        aria-label="Menu"
        className="grid size-9 place-items-center rounded-md hover:bg-muted"
      >
        <Menu className="size-5" aria-hidden />
      </button>
      <div
        ref={panel}
        id="narrow-menu"
        popover="auto"
        className="appear inset-y-0 right-0 left-auto m-0 h-dvh w-72 max-w-[85vw] border-l bg-rail p-4 text-foreground shadow-md backdrop:bg-foreground/25"
      >
        <div className="flex justify-end">
          <button
            type="button"
            popoverTarget="narrow-menu"
            popoverTargetAction="hide"
            aria-label="Close menu"
            className="mb-2 grid size-9 place-items-center rounded-md hover:bg-muted"
          >
            <X className="size-5" aria-hidden />
          </button>
        </div>
        <div className="flex flex-col gap-4">
          {children}
          <Navigation slug={slug} onChoose={() => panel.current?.hidePopover()} />
        </div>
      </div>
    </>
  );
}
