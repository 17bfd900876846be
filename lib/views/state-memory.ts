import type { Database } from "#lib/store/database.ts";

interface Remembered<State> {
  readonly revision: string;
  readonly state: Promise<State>;
}

/** StateMemory gives back what was read of an organization at this revision, or reads it. */
type StateMemory<State> = (
  database: Database,
  at: { readonly organizationId: string; readonly revision: string },
  read: () => Promise<State>,
) => Promise<State>;

// One of 2,000 repositories takes some tens of megabytes; those that nobody looks at make room.
const organizationsMax = 4;

/**
 * createStateMemory makes a memory that holds one value for each organization, for as long as its revision stays.
 * Requests that come together read once. A reading that fails is not remembered.
 */
export function createStateMemory<State>(): StateMemory<State> {
  const memories = new WeakMap<Database, Map<string, Remembered<State>>>();
  return (database, { organizationId, revision }, read) => {
    const memory = memories.get(database) ?? new Map<string, Remembered<State>>();
    memories.set(database, memory);
    const known = memory.get(organizationId);
    const remembered = known?.revision === revision ? known : { revision, state: read() };
    // The one that was asked for last goes to the end, so that the first one is the one to forget.
    memory.delete(organizationId);
    memory.set(organizationId, remembered);
    for (const [id] of [...memory].slice(0, -organizationsMax)) memory.delete(id);
    remembered.state.catch(() => {
      if (memory.get(organizationId) === remembered) memory.delete(organizationId);
    });
    return remembered.state;
  };
}
