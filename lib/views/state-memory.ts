import type { Database } from "#lib/store/database.ts";

interface Remembered<State> {
  readonly revision: string;
  readonly state: Promise<State>;
}

/** StateMemory gives back what was read under a key, an organization's id for instance, at this revision, or reads it. */
type StateMemory<State> = (
  database: Database,
  at: { readonly key: string; readonly revision: string },
  read: () => Promise<State>,
) => Promise<State>;

/**
 * createStateMemory makes a memory that holds one value for each key, for as long as its revision stays, and of
 * `keysMax` keys: those that nobody asks for make room. Requests that come together read once. A reading that fails is
 * not remembered.
 */
export function createStateMemory<State>(keysMax: number): StateMemory<State> {
  const memories = new WeakMap<Database, Map<string, Remembered<State>>>();
  return (database, { key, revision }, read) => {
    const memory = memories.get(database) ?? new Map<string, Remembered<State>>();
    memories.set(database, memory);
    const known = memory.get(key);
    const remembered = known?.revision === revision ? known : { revision, state: read() };
    // The one that was asked for last goes to the end, so that the first one is the one to forget.
    memory.delete(key);
    memory.set(key, remembered);
    for (const [forgotten] of [...memory].slice(0, -keysMax)) memory.delete(forgotten);
    remembered.state.catch(() => {
      if (memory.get(key) === remembered) memory.delete(key);
    });
    return remembered.state;
  };
}
