import type { ReactNode } from "react";
import { FlakeMark } from "#components/glyph/flake-mark.tsx";

export interface BarePageProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** BarePage is a page outside of any organization: the mark, one sentence, and the way on. */
export function BarePage({ title, children }: BarePageProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center px-6 py-16">
      <FlakeMark className="mb-6 size-12 text-primary" />
      <h1 className="font-semibold text-figure tracking-tight">{title}</h1>
      <div className="mt-3 flex flex-col gap-6 text-lead">{children}</div>
    </main>
  );
}
