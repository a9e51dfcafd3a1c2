/** Makes an administrator, the only person that nobody else can make: `npm run admin -- --login NAME [--name 姓名]`. Prints a one-time password. */
import { parseArgs } from 'node:util';
import mongoose from 'mongoose';
import { createPerson } from '../accounts/index.js';
import { ConfigError, DomainError, loadConfig, systemContext } from '../kernel/index.js';
import { connectDatabase, createServices } from './start.js';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { login: { type: 'string' }, name: { type: 'string', default: '管理员' } } });
  if (!values.login) throw new Error('Name the login: npm run admin -- --login NAME');
  const config = loadConfig();
  const services = createServices({ ...config, logLevel: 'warn' });
  await connectDatabase(config);
  const { oneTimePassword } = await createPerson(systemContext(services, 'create-administrator'), { login: values.login, name: values.name, roles: ['administrator'] });
  process.stdout.write(`${values.login} is an administrator. One-time password, to be changed at the first sign-in: ${oneTimePassword}\n`);
  await mongoose.disconnect();
}

main().then(() => process.exit(0), (error: unknown) => {
  const words = error instanceof DomainError ? error.sentence('zh') : error instanceof ConfigError || error instanceof Error ? error.message : String(error);
  process.stderr.write(`${words}\n`);
  process.exit(1);
});
