import Link from "next/link";
import type { ReactNode } from "react";
import { ViewsLine } from "#components/saved-views/views-line.tsx";
import { ViewsMenu } from "#components/saved-views/views-menu.tsx";

export interface PageHeaderProps {
  /** The pages above this one, from the top. */
  readonly breadcrumb?: readonly { readonly label: string; readonly href: string }[];
  readonly title: ReactNode;
  /** The page in one sentence that a person could say aloud. */
  readonly sentence?: string;
  /** What can be done here, at the right. */
  readonly actions?: ReactNode;
  /** What is shown here may be given a name; not where there is nothing. */
  readonly hasViews?: boolean;
  /** What belongs to the title: badges, owner, links. */
  readonly details?: ReactNode;
}

/** PageHeader opens a page: where it stands, what it is, and its one sentence. */
export function PageHeader({ breadcrumb = [], title, sentence, actions, details, hasViews = true }: PageHeaderProps) {
  return (
    <header className="mb-6 flex print:mb-2 flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 max-w-[52rem] flex-1 basis-80">
        {breadcrumb.length > 0 ? (
          <nav aria-label="Breadcrumb" className="mb-1.5 print:hidden">
            <ol className="flex flex-wrap items-center gap-1.5 text-muted-foreground text-small">
              {breadcrumb.map((step) => (
                <li key={step.href} className="flex items-center gap-1.5">
                  <Link href={step.href} className="underline-offset-4 hover:text-foreground hover:underline">
                    {step.label}
                  </Link>
                  <span aria-hidden>/</span>
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 break-words font-semibold text-figure tracking-tight">
          {title}
        </h1>
        {sentence ? <p className="mt-2 text-balance text-lead">{sentence}</p> : null}
        {details ? <div className="mt-3">{details}</div> : null}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {hasViews ? <ViewsMenu /> : null}
        {actions}
      </div>
      {hasViews ? <ViewsLine /> : null}
    </header>
  );
}
