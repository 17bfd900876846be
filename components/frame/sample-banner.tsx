import { CodeLine } from "#components/ui/code-line.tsx";

/** SampleBanner says on every page of the sample organization that it is one, and how to connect a real one. */
export function SampleBanner() {
  return (
    <aside
      aria-label="Sample organization"
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-notice-border border-b bg-notice px-4 py-2 text-notice-foreground text-small sm:px-8 print:hidden"
    >
      <p>
        <strong className="font-semibold">This is a sample organization</strong> with invented repositories. Connect
        your own:
      </p>
      <CodeLine code="GITHUB_TOKEN=… npm start -- --org NAME" what="command" />
    </aside>
  );
}
