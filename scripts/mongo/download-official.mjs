// Runs as a process of its own, so that the caller can end a download that hangs. Prints the path of mongod as its last line.
import { MongoBinary } from 'mongodb-memory-server-core';

const [downloadDir] = process.argv.slice(2);
console.log(await MongoBinary.getPath({ downloadDir, checkMD5: true }));
