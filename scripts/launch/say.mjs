const started = Date.now();

/** Prints one progress line with the seconds since the command began. @param {string} line */
export function say(line) {
  console.log(`[yici ${String(Math.round((Date.now() - started) / 1000)).padStart(3)} s] ${line}`);
}

/**
 * Waits for `work` and says every ten seconds that it still waits, so that silence never looks like a hang.
 * @template T
 * @param {string} what  a noun phrase, such as "the download of MongoDB"
 * @param {Promise<T>} work
 * @param {(line: string) => void} [print]
 * @param {() => string} [progress]  an amount to add to the line, such as "(37 MB)"
 * @returns {Promise<T>}
 */
export async function waitingFor(what, work, print = say, progress = () => '') {
  const begun = Date.now();
  const timer = setInterval(() => {
    print(`… still waiting for ${what}, ${Math.round((Date.now() - begun) / 1000)} s so far ${progress()}`.trimEnd());
  }, 10_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
