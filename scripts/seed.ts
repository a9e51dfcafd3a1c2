/** `npm run seed` puts the demo into an empty database; `npm run seed -- --remove` takes it away again. The server may be running. */
import mongoose from 'mongoose';
import { loadConfig, systemContext } from '../src/kernel/index.js';
import { connectDatabase, createServices, prepareModules } from '../src/app/start.js';
import { demoOutside } from './demo/outside.js';
import { removeDemo } from './demo/remove.js';
import { isDemoWanted, seedDemo } from './demo/seed.js';

const config = loadConfig();
const services = createServices({ ...config, logLevel: 'warn' });
const say = (line: string): void => console.log(line);
await prepareModules(services);
await connectDatabase(config);
if (process.argv.includes('--remove')) await removeDemo(say);
else if (await isDemoWanted()) await seedDemo(systemContext(services, 'seed'), demoOutside(process.env), say);
else say('The database is not empty, so no demo was added.');
await mongoose.disconnect();
process.exit();
