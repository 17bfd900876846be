import { checksEndpoint } from "./checks.ts";
import type { Endpoint } from "./endpoint.ts";
import { findingsEndpoint } from "./findings.ts";
import { inputsEndpoint } from "./inputs.ts";
import { organizationsEndpoint } from "./organizations.ts";
import { repositoriesEndpoint } from "./repositories.ts";
import { repositoryEndpoint } from "./repository.ts";
import { scanEndpoint } from "./scan.ts";
import { scanResultsEndpoint } from "./scan-results.ts";
import { scansEndpoint } from "./scans.ts";
import { searchEndpoint } from "./search.ts";
import { seriesEndpoint } from "./series.ts";
import { teamsEndpoint } from "./teams.ts";

/** endpoints are all addresses below `/api/v1`, in the order in which they are described. */
export const endpoints: readonly Endpoint[] = [
  organizationsEndpoint,
  teamsEndpoint,
  repositoriesEndpoint,
  repositoryEndpoint,
  inputsEndpoint,
  findingsEndpoint,
  checksEndpoint,
  seriesEndpoint,
  scansEndpoint,
  scanEndpoint,
  scanResultsEndpoint,
  searchEndpoint,
];

/** EndpointMatch is an endpoint with the parameters that its path holds. */
export interface EndpointMatch {
  readonly endpoint: Endpoint;
  readonly inPath: Readonly<Record<string, string>>;
}

/** matchEndpoint finds the endpoint of a path below `/api/v1`, given as its decoded parts; null when there is none. */
export function matchEndpoint(parts: readonly string[]): EndpointMatch | null {
  for (const endpoint of endpoints) {
    const wanted = endpoint.path.slice(1).split("/");
    if (wanted.length !== parts.length) continue;
    const inPath: Record<string, string> = {};
    const fits = wanted.every((want, index) => {
      const part = parts[index] ?? "";
      if (!want.startsWith("{")) return want === part;
      inPath[want.slice(1, -1)] = part;
      return true;
    });
    if (fits) return { endpoint, inPath };
  }
  return null;
}
