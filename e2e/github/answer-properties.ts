import type { Response } from "./faults.ts";
import type { Organization } from "./folder.ts";

/** answerPropertySchema lists the custom properties that any repository has, as an organization would define them. */
export function answerPropertySchema({ repositories }: Organization): Response {
  const names = new Set([...repositories.values()].flatMap(({ facts }) => Object.keys(facts.properties)));
  const body = [...names].map((property_name) => ({ property_name, value_type: "string", required: false }));
  return { status: 200, body };
}

/** answerPropertyValues gives one page of repositories, with a null for each property that is not set. */
export function answerPropertyValues({ login, repositories }: Organization, page: number, perPage: number): Response {
  const all = [...repositories.values()];
  const names = new Set(all.flatMap(({ facts }) => Object.keys(facts.properties)));
  const body = all.slice((page - 1) * perPage, page * perPage).map(({ name, facts }, index) => ({
    repository_id: (page - 1) * perPage + index + 1,
    repository_name: name,
    repository_full_name: `${login}/${name}`,
    properties: [...names].map((property_name) => ({ property_name, value: facts.properties[property_name] ?? null })),
  }));
  return { status: 200, body };
}
