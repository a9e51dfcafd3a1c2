/** @type {readonly NodeJS.Signals[]} */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A terminal and npm both pass on one Ctrl-C, so a repeat within this time is the same wish. */
const sameWishMs = 1_500;

/**
 * Calls `end` on the first wish to end, and `force` on a later second one. Returns how to stop listening.
 * @param {(signal: NodeJS.Signals) => void} end
 * @param {() => void} force
 * @returns {() => void}
 */
export function onWishToEnd(end, force) {
  let firstAt = 0;
  const listen = (/** @type {NodeJS.Signals} */ signal) => {
    if (firstAt === 0) {
      firstAt = Date.now();
      end(signal);
    } else if (Date.now() - firstAt > sameWishMs) force();
  };
  for (const signal of endings) process.on(signal, listen);
  return () => { for (const signal of endings) process.off(signal, listen); };
}

/** Cleans up before a signal ends this process. Returns how to stop listening. @param {() => Promise<void>} cleanUp @returns {() => void} */
export function cleanUpOnSignals(cleanUp) {
  return onWishToEnd(
    () => { void cleanUp().finally(() => process.exit(1)); },
    () => process.exit(1),
  );
}
