/** silentLog keeps octokit from writing to the console: what matters comes back as an error. */
export const silentLog = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
