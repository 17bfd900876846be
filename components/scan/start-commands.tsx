import { CodeLine } from "#components/ui/code-line.tsx";

/** StartCommands are the two ways to get an organization onto the screen: a real one, or the sample. */
export function StartCommands() {
  return (
    <dl className="flex flex-col items-start gap-4 text-left">
      <div className="max-w-full">
        <dt className="mb-1 font-medium">An organization on GitHub</dt>
        <dd>
          <CodeLine code="GITHUB_TOKEN=… npm start -- --org NAME" what="command" />
        </dd>
      </div>
      <div className="max-w-full">
        <dt className="mb-1 font-medium">The sample organization</dt>
        <dd>
          <CodeLine code="npm start" what="command" />
        </dd>
      </div>
    </dl>
  );
}
