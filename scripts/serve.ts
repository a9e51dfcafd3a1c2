/** What `npm start` runs once a database is there: the whole product in one process and, unless declined, the demo around it. */
import { ConfigError, loadConfig, systemContext } from '../src/kernel/index.js';
import { startApp } from '../src/app/start.js';
import { startOutside } from './demo/outside.js';
import { isDemoWanted, seedDemo } from './demo/seed.js';
import { printWelcome } from './demo/welcome.js';

async function main(): Promise<void> {
  const wantsDemo = process.env.NODE_ENV !== 'production' && process.env.DEMO !== '0';
  const outside = wantsDemo ? await startOutside(process.env) : undefined;
  const config = loadConfig(outside ? { ...process.env, ...outside.environment } : process.env);
  const running = await startApp(config);
  endOnSignal(async () => {
    await running.stop();
    await outside?.stop();
  });
  const ctx = systemContext(running.services, 'demo-seed');
  const isDemo = outside !== undefined && await isDemoWanted();
  if (isDemo) await seedDemo(ctx, outside, (line) => process.stdout.write(`  ${line}\n`));
  printWelcome(config, outside && isDemo ? outside : undefined);
}

function endOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const end = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    stop().then(() => process.exit(0), () => process.exit(1));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
