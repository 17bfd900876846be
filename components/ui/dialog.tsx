"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";

export interface DialogProps {
  /** The one element that opens it. */
  readonly trigger: ReactNode;
  readonly title: string;
  /** One line under the title: what happens with what is entered. */
  readonly note: string;
  readonly children: ReactNode;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Takes the focus after it has closed; without it, what opened the dialog does. */
  readonly onClosed?: () => void;
}

/** Dialog asks for something before anything else; Escape, the cross or a press outside closes it. */
export function Dialog({ trigger, title, note, children, isOpen, onOpenChange, onClosed }: DialogProps) {
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Overlay className="appear fixed inset-0 z-50 bg-background/75" />
        <Primitive.Content
          {...(onClosed === undefined
            ? {}
            : {
                onCloseAutoFocus: (event: Event) => {
                  event.preventDefault();
                  onClosed();
                },
              })}
          className="appear -translate-x-1/2 fixed top-4 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-xl flex-col rounded-md border bg-popover text-body shadow-md sm:top-16 sm:max-h-[calc(100dvh-8rem)]"
        >
          <header className="flex items-start justify-between gap-4 border-b px-5 py-4">
            <div>
              <Primitive.Title className="font-semibold text-lead">{title}</Primitive.Title>
              <Primitive.Description className="mt-0.5 text-muted-foreground text-small">{note}</Primitive.Description>
            </div>
            <Primitive.Close asChild>
              <Button variant="quiet" size="icon" aria-label="Close">
                <X aria-hidden />
              </Button>
            </Primitive.Close>
          </header>
          <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
