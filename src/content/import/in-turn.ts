// Each reading thread may take half a gigabyte and a core.
const maxTogether = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** Runs at most two tasks at a time; others wait in the order they came. */
export async function inTurn<T>(task: () => Promise<T>): Promise<T> {
  if (running >= maxTogether) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await task();
  } finally {
    // The place is handed on, so that nobody who comes meanwhile overtakes.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
