"use client";

import { useTheme } from "next-themes";
import { type ReactNode, useSyncExternalStore } from "react";
import { cn } from "#components/ui/class-names.ts";

const choices = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "system", label: "As the system" },
] as const;

const never = () => () => {};

export interface ThemeButtonsProps {
  /** The picture of each choice. */
  readonly marks: Readonly<Record<(typeof choices)[number]["value"], ReactNode>>;
}

/** ThemeButtons chooses light, dark, or what the system says. The server cannot know the choice, so none is marked until the browser has. */
export function ThemeButtons({ marks }: ThemeButtonsProps) {
  const { theme, setTheme } = useTheme();
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset className="needs-scripts inline-flex self-start rounded-md border bg-card p-0.5">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ value, label }) => {
        const isChosen = isInBrowser && theme === value;
        return (
          <button
            key={value}
            type="button"
            aria-pressed={isChosen}
            aria-label={label}
            data-hint={label}
            onClick={() => setTheme(value)}
            className={cn(
              "grid size-7 place-items-center rounded-md hover:text-foreground",
              isChosen ? "bg-muted text-foreground" : "text-muted-foreground",
            )}
          >
            {marks[value]}
          </button>
        );
      })}
    </fieldset>
  );
}
