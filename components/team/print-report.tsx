"use client";

import { Printer } from "lucide-react";
import { Button } from "#components/ui/button.tsx";

/** PrintReport prints the team's report of one page, for a meeting without a screen. */
export function PrintReport() {
  return (
    <Button className="needs-scripts" onClick={() => window.print()}>
      <Printer aria-hidden />
      Print report
    </Button>
  );
}
