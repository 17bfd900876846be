import { Monitor, Moon, Sun } from "lucide-react";
import { ThemeButtons } from "./theme-buttons.tsx";

const marks = {
  light: <Sun className="size-3.5" aria-hidden />,
  dark: <Moon className="size-3.5" aria-hidden />,
  system: <Monitor className="size-3.5" aria-hidden />,
};

/** ThemeToggle chooses the theme; its pictures are drawn on the server, so that no browser loads them. */
export function ThemeToggle() {
  return <ThemeButtons marks={marks} />;
}
