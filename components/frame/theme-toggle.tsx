"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { cn } from "#components/ui/class-names.ts";

const choices = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "system", label: "As the system", icon: Monitor },
] as const;

const never = () => () => {};

/** ThemeToggle chooses light, dark, or what the system says. The server cannot know the choice, so none is marked until the browser has. */
export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset className="inline-flex self-start rounded-md border bg-card p-0.5">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ value, label, icon: Icon }) => {
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
              "grid size-7 place-items-center rounded-md text-muted-foreground hover:text-foreground",
              isChosen && "bg-muted text-foreground",
            )}
          >
            <Icon className="size-3.5" aria-hidden />
          </button>
        );
      })}
    </fieldset>
  );
}
