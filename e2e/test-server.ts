/** The server that the journeys visit; a port of its own, so that a running Flakeboard is left alone. */
export const testServerPort = 3219;

export const testServerUrl = `http://127.0.0.1:${testServerPort}`;
