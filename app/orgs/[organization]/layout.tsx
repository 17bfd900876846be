import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Frame } from "#components/frame/frame.tsx";
import { ProblemPage } from "#components/frame/problem-page.tsx";
import { currentReadContext, orProblem } from "#lib/views/current-read-context.ts";
import { readFrame } from "#lib/views/frame.ts";

export const dynamic = "force-dynamic";

interface OrganizationLayoutProps {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly organization: string }>;
}

export default async function OrganizationLayout({ children, params }: OrganizationLayoutProps) {
  const { organization } = await params;
  const frame = await orProblem(async () => readFrame(await currentReadContext(), organization));
  if ("problem" in frame) return <ProblemPage problem={frame.problem} />;
  if (frame.value === null) notFound();
  return <Frame frame={frame.value}>{children}</Frame>;
}
