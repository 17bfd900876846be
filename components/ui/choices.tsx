export interface ChoicesProps {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  /** The ids that are chosen at first. */
  readonly chosen?: readonly string[];
}

/** Choices picks any number of a list; a long one scrolls. */
export function Choices({ legend, name, options, chosen = [] }: ChoicesProps) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-small">{legend}</legend>
      <div className="grid max-h-40 gap-x-4 gap-y-1 overflow-y-auto rounded-md border p-2.5 sm:grid-cols-2">
        {options.map(({ id, title }) => (
          <label key={id} className="flex items-start gap-2 text-small leading-5">
            <input
              type="checkbox"
              name={name}
              value={id}
              defaultChecked={chosen.includes(id)}
              className="mt-1 accent-primary"
            />
            {title}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
