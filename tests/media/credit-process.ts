/** Makes a picture with this credit in a process of its own, since a process looks for fonts once: prints the error's code and sentence, or OK. */
import { makeRendition } from '../../src/media/make-rendition.js';
import { planRendition } from '../../src/media/plan-rendition.js';

const [path, credit] = process.argv.slice(2) as [string, string];
const plan = planRendition({ sha256: '0'.repeat(64), width: 640, height: 480, credit }, 'credited')!;
process.stdout.write(await makeRendition(path, plan, 'jpeg').then(() => 'OK', (error: { code?: string; message: string }) => `${error.code}: ${error.message}`));
