import { Network } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { PageHeader } from "#components/frame/page-header.tsx";
import { InputsBody } from "#components/input/inputs-body.tsx";
import { Button } from "#components/ui/button.tsx";
import { currentReadContext } from "#lib/views/current-read-context.ts";
import { readInputs } from "#lib/views/inputs.ts";
import { flakeGraphHref } from "#lib/views/upstream-item.ts";

interface InputsPageProps {
  readonly params: Promise<{ readonly organization: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = { title: "Inputs" };

const loadQuery = createLoader({ team: parseAsString });

export default async function InputsPage({ params, searchParams }: InputsPageProps) {
  const { organization } = await params;
  const { team } = await loadQuery(searchParams);
  const view = await readInputs(await currentReadContext(), organization, team);
  if (view === null) notFound();
  return (
    <>
      <PageHeader
        title={view.team === null ? "Inputs" : `Inputs of ${view.team.name}`}
        sentence={view.sentence}
        actions={
          <Button asChild>
            <Link href={flakeGraphHref(organization)}>
              <Network aria-hidden />
              Own flakes
            </Link>
          </Button>
        }
      />
      <InputsBody view={view} parameters={await searchParams} />
    </>
  );
}
