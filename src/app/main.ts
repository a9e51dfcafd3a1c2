import { ConfigError, loadConfig } from '../kernel/index.js';
import { startApp } from './start.js';

/** Runs one process until it is told to stop. The first signal drains it, the second ends it. */
async function main(): Promise<void> {
  const running = await startApp(loadConfig());
  running.services.log.info({ address: running.address, role: running.services.config.role }, 'yici is serving');
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    running.stop().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
