import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { chmod, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import mongoose from 'mongoose';
import { Upload as TusUpload } from 'tus-js-client';
import { dispatchNextEvent, JobModel, runNextJob, type Context, type DomainError } from '../../src/kernel/index.js';
import { partnerMedia } from '../../plugins/partner-media/index.js';
import type { Ninjs } from '../../plugins/partner-media/ninjs.js';
import { registerMediaPorts } from '../../src/app/media-ports.js';
import { findRelease, type ContentDocument } from '../../src/content/index.js';
import { createDestination, deliverNext } from '../../src/distribution/index.js';
import { lookUp, toPublication } from '../../src/distribution/to-publication.js';
import { deleteAsset, findAssets, findStalledFilms, findUpload, forgetPorts, prepareFilm, readAsset, registerVisibility, releaseFilms, replaceAsset, storage, storeAsset, transcodeNext, type Asset } from '../../src/media/index.js';
import { addSubtitles, removeSubtitles } from '../../src/media/video/change-subtitles.js';
import { FilmModel, type Film } from '../../src/media/video/film.js';
import { filmKeys, filmRoot, keysOf } from '../../src/media/video/film-address.js';
import { findFilmInfo } from '../../src/media/video/find-films.js';
import { parseSubtitles, writeSubtitles } from '../../src/media/video/parse-subtitles.js';
import { planLevels } from '../../src/media/video/plan-levels.js';
import { judgeProbe, probeVideo } from '../../src/media/video/probe-video.js';
import { cancelTranscoding, choosePoster, retryTranscoding } from '../../src/media/video/steer-film.js';
import { forgetVideoTools, searchTools } from '../../src/media/video/video-tools.js';
import { until } from '../kernel/until.js';
import { useApp } from '../kit/app.js';
import { startChromium } from '../e2e/browser.js';
import { aPublished, plainFields, useMedia } from '../kit/contents.js';
import { anonymous, as, asPerson } from '../kit/people.js';
import { clock, contextOf, day, outbox, processAll, second, services, useDatabase } from '../kit/services.js';
import { aSender } from './a-server.js';
import { aClip, ffmpeg, inFolder, probe, videoTools } from './clips.js';

// Encodings run at low priority: on a busy machine they wait for everybody else.
jest.setTimeout(180_000);
useDatabase();
const app = useApp();
beforeAll(useMedia);
// Most of this is about films themselves; who may see them is told where it matters.
beforeEach(forgetPorts);

const editor = (): Context => as('editor');
const workAll = (): Promise<void> => processAll(services, [dispatchNextEvent, runNextJob, transcodeNext]);
const filmOf = async (asset: Asset): Promise<Film> => (await FilmModel.findById(asset.sha256).lean<Film>())!;
const upload = async (bytes: Buffer, filename = '办事不求人.mp4'): Promise<Asset> => storeAsset(editor(), { bytes, filename });

/** An uploaded video whose film waits for a worker. */
async function aVideo(bytes: Buffer): Promise<Asset> {
  const asset = await upload(bytes);
  await processAll(services);
  return asset;
}

/** A video that came as everybody's come: by tus, in pieces. */
async function aSentVideo(bytes: Buffer): Promise<Asset> {
  const { person, headers } = await aSender({ roles: ['editor'] });
  const address = await new Promise<string>((resolve, reject) => {
    const sending: TusUpload = new TusUpload(bytes, { endpoint: `${app.url}/uploads`, headers, chunkSize: 500_000, metadata: { filename: '办事不求人.mp4', filetype: 'video/mp4' }, onError: reject, onSuccess: () => resolve(sending.url!) });
    sending.start();
  });
  await processAll(services);
  const { assetId } = await findUpload(asPerson(person), address.split('/').at(-1)!);
  return (await findAssets([assetId!]))[0]!;
}

/** A film that names where it was taken. */
const place = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-metadata', 'location=+30.27+120.15/', '-metadata', 'title=SecretTitle', '-movflags', 'use_metadata_tags'];
/** Long enough to be interrupted. */
const aLongOne = { size: '960x540', seconds: 27, fps: 12 };
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(app.url + path, { headers });

describe('the ladder', () => {
  const facts = { width: 1920, height: 1080, fps: 25, hasAudio: true };
  const names = (change: Partial<typeof facts>): number[] => planLevels({ ...facts, ...change }).map(({ name }) => name);

  it('has four rungs for 1080p and never enlarges a film', () => {
    expect(names({})).toEqual([360, 540, 720, 1080]);
    expect(names({ width: 3840, height: 2160 })).toEqual([360, 540, 720, 1080]);
    expect(names({ width: 1280, height: 720 })).toEqual([360, 540, 720]);
    expect(names({ width: 320, height: 240 })).toEqual([240]);
  });

  it('goes by the shorter side, so that an upright film keeps its shape in even pixels', () => {
    expect(planLevels({ ...facts, width: 1080, height: 1920 }).map(({ width, height }) => [width, height])).toEqual([[360, 640], [540, 960], [720, 1280], [1080, 1920]]);
    for (const level of planLevels({ ...facts, width: 853, height: 479 })) expect([level.width % 2, level.height % 2]).toEqual([0, 0]);
  });

  it('keeps a size of its own between two rungs instead of a rung just below it', () => {
    expect(names({ width: 854, height: 480 })).toEqual([360, 480]);
    expect(names({ width: 1366, height: 768 })).toEqual([360, 540, 768]);
  });

  it('costs more from level to level, and names an H.264 level that holds it', () => {
    const levels = planLevels({ ...facts, fps: 50 });
    for (let at = 1; at < levels.length; at += 1) expect(levels[at]!.videoKbps).toBeGreaterThan(levels[at - 1]!.videoKbps);
    expect(levels.map(({ fps, h264Level }) => [fps, h264Level])).toEqual([[25, 30], [25, 31], [50, 32], [50, 42]]);
  });
});

describe('the tools', () => {
  const fake = async (folder: string, name: string, words: string): Promise<void> => {
    await writeFile(join(folder, name), `#!/bin/sh\ncat <<'END'\n${words}\nEND\n`);
    await chmod(join(folder, name), 0o755);
  };

  it('passes over a system ffmpeg that is older than 4.4, and takes the one of npm', async () => inFolder(async (folder) => {
    await fake(folder, 'ffmpeg', 'ffmpeg version 4.1\nlibavformat    58. 20.100 / 58. 20.100');
    await fake(folder, 'ffprobe', 'ffprobe version 4.1\nlibavformat    58. 20.100 / 58. 20.100');
    expect(await searchTools({}, folder)).toMatchObject({ tools: { source: 'npm' } });
    expect(await searchTools({ ffmpegPath: join(folder, 'ffmpeg'), ffprobePath: join(folder, 'ffprobe') }, '')).toEqual({ reason: expect.stringContaining('older than 4.4') });
  }));

  it('says what is missing of an ffmpeg that cannot write H.264, and of one that is not there', async () => inFolder(async (folder) => {
    await fake(folder, 'ffmpeg', 'ffmpeg version 7.0\nlibavformat    61.  1.100 / 61.  1.100\n V..... mpeg4');
    await fake(folder, 'ffprobe', 'ffprobe version 7.0\nlibavformat    61.  1.100 / 61.  1.100');
    expect(await searchTools({ ffmpegPath: join(folder, 'ffmpeg'), ffprobePath: join(folder, 'ffprobe') }, '')).toEqual({ reason: expect.stringContaining('libx264') });
    expect(await searchTools({ ffmpegPath: join(folder, 'nothing') }, '')).toEqual({ reason: 'settings: ffprobe was not found' });
  }));

  it('lets films wait with VIDEO_TOOLS_MISSING while there are none, and goes on by itself once there are', async () => {
    const asset = await aVideo(await aClip({ size: '320x180', seconds: 2 }));
    process.env.FFMPEG_PATH = '/nowhere/ffmpeg';
    forgetVideoTools();
    try {
      expect(await transcodeNext(services)).toBe(false);
      expect(await findFilmInfo(editor(), asset)).toMatchObject({ state: 'waiting', problem: { code: 'VIDEO_TOOLS_MISSING', message: expect.stringContaining('ffmpeg 4.4') } });
      expect(await findStalledFilms()).toMatchObject({ count: 1, reason: expect.any(String) });
    } finally {
      delete process.env.FFMPEG_PATH;
      forgetVideoTools();
    }
    await workAll();
    expect(await findFilmInfo(editor(), asset)).toMatchObject({ state: 'ready', progress: 100 });
    expect((await findFilmInfo(editor(), asset))!.problem).toBeUndefined();
    expect(await findStalledFilms()).toBeUndefined();
  });
});

describe('a video from upload to playing', () => {

  it('becomes posters, a ladder and an MP4, and tells it', async () => {
    const asset = await aVideo(await aClip({ seconds: 4, options: place }));
    expect((await readAsset(asset._id)).includes('SecretTitle')).toBe(true);
    expect(await findFilmInfo(editor(), asset)).toMatchObject({ state: 'waiting', progress: 0, posters: [] });
    await workAll();
    const film = (await findFilmInfo(editor(), asset))!;
    expect(film).toMatchObject({ state: 'ready', progress: 100, width: 1280, height: 720, posters: [{ number: 1, isChosen: true }, { number: 2, isChosen: false }, { number: 3, isChosen: false }] });
    expect(film.duration).toBeCloseTo(4, 1);
    expect(await outbox('asset.playable', asset._id)).toHaveLength(1);

    const master = await get(film.hlsUrl!);
    expect([master.status, master.headers.get('content-type'), master.headers.get('cache-control')]).toEqual([200, 'application/vnd.apple.mpegurl', 'public, max-age=31536000, immutable']);
    const text = await master.text();
    expect(text.match(/RESOLUTION=\d+x\d+/g)).toEqual(['RESOLUTION=640x360', 'RESOLUTION=960x540', 'RESOLUTION=1280x720']);
    expect(text).toContain('CODECS="avc1.64001e,mp4a.40.2"');

    const poster = Buffer.from(await (await get(film.posters[0]!.url)).arrayBuffer());
    expect(poster.subarray(0, 2).toString('hex')).toBe('ffd8');
  });

  it('plays every level to its end over HTTP, each beginning its pieces with a key frame at the same times', async () => {
    const asset = await aVideo(await aClip({ seconds: 14, size: '960x540', fps: 12 }));
    await workAll();
    const film = await filmOf(asset);
    expect(film.levels.map(({ name, seconds }) => [name, seconds.map((each) => Math.round(each))])).toEqual([[360, [6, 6, 2]], [540, [6, 6, 2]]]);
    for (const level of film.levels) {
      const address = `${app.url}${filmRoot(asset._id, film)}hls/${level.name}.m3u8`;
      const packets = await ffmpeg('-i', address, '-map', '0:v', '-c', 'copy', '-f', 'framecrc', '-');
      expect(packets.split('\n').filter((line) => line.startsWith('0,'))).toHaveLength(14 * 12);
      expect(await ffmpeg('-i', address, '-f', 'null', '-')).toBe('');
      for (const [number] of level.seconds.entries()) {
        const piece = await storage().get(filmKeys.segment(film, level, number));
        expect(piece[0]).toBe(0x47);
        await inFolder(async (folder) => {
          await writeFile(join(folder, 'piece.ts'), piece);
          const first = await ffmpeg('-i', join(folder, 'piece.ts'), '-map', '0:v', '-frames:v', '1', '-vf', "select='eq(pict_type,I)'", '-f', 'framecrc', '-');
          expect(first).toMatch(/^0,/m);
        });
      }
    }
  });

  it('serves the MP4 with its index first, without the camera\'s notes, and in ranges', async () => {
    const asset = await aVideo(await aClip({ size: '640x360', seconds: 4, options: place }));
    await workAll();
    const { mp4Url } = (await findFilmInfo(editor(), asset))!;
    const whole = await get(mp4Url!);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect([whole.headers.get('x-content-type-options'), whole.headers.get('content-type'), whole.headers.get('accept-ranges'), Number(whole.headers.get('content-length'))]).toEqual(['nosniff', 'video/mp4', 'bytes', bytes.length]);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    expect([bytes.includes('SecretTitle'), bytes.includes('+30.27')]).toEqual([false, false]);

    const part = await get(mp4Url!, { range: 'bytes=100-199' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${bytes.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true);
    const outside = await get(mp4Url!, { range: `bytes=${bytes.length}-` });
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`]);
    const same = await get(mp4Url!, { 'if-none-match': whole.headers.get('etag')! });
    expect(same.status).toBe(304);
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'film.mp4'), bytes);
      const told = JSON.parse(await probe(join(folder, 'film.mp4'), 'stream=codec_name,width,height', 'format=duration')) as { streams: object[]; format: { duration: string } };
      expect(told.streams).toEqual([{ codec_name: 'h264', width: 640, height: 360 }, { codec_name: 'aac' }]);
      expect(Number(told.format.duration)).toBeCloseTo(4, 0);
    });
  });

  it.each([
    ['an upright telephone film', { size: '640x360', seconds: 2, options: ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'] }, true, { width: 360, height: 640 }],
    ['a silent WebM', { size: '640x360', seconds: 2, hasSound: false, name: 'clip.webm', options: ['-c:v', 'libvpx', '-deadline', 'realtime'] }, false, { width: 640, height: 360 }],
    ['a WebM that names no length', { size: '640x360', seconds: 2, hasSound: false, name: 'clip.webm', options: ['-c:v', 'libvpx', '-deadline', 'realtime', '-live', '1'] }, false, { width: 640, height: 360 }],
    ['wide pixels', { size: '640x480', seconds: 2, options: ['-vf', 'setsar=4/3', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'] }, false, { width: 853, height: 480 }],
    ['a film in wide colours (HLG) of a telephone', { size: '640x360', seconds: 2, name: 'clip.mov', options: ['-c:v', 'libx265', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p10le', '-color_primaries', 'bt2020', '-color_trc', 'arib-std-b67', '-colorspace', 'bt2020nc', '-x265-params', 'log-level=none'] }, false, { width: 640, height: 360 }],
  ])('plays %s', async (_what, clip, isTurned, size) => {
    const bytes = isTurned ? turned(await aClip(clip)) : await aClip(clip);
    const asset = await aVideo(bytes);
    await workAll();
    const film = (await findFilmInfo(editor(), asset))!;
    expect(film).toMatchObject({ state: 'ready', ...size });
    expect(Math.abs(film.duration! - 2)).toBeLessThan(0.3);
  });

  /** The film as a telephone held upright notes it: turned by the matrix in the track's header (ISO 14496-12, tkhd). */
  function turned(bytes: Buffer): Buffer {
    const copy = Buffer.from(bytes);
    const matrix = copy.indexOf('tkhd') + 4 + 40;
    [0, 0x10000, 0, -0x10000, 0].forEach((value, at) => copy.writeInt32BE(value, matrix + 4 * at));
    return copy;
  }

  it('opens before publication to a signed address only, which its playlists hand on to every piece', async () => {
    const asset = await aVideo(await aClip({ size: '320x180', seconds: 2 }));
    await workAll();
    registerVisibility(async () => false);
    try {
      const film = (await findFilmInfo(editor(), asset))!;
      const path = film.hlsUrl!.split('?')[0]!;
      expect([(await get(path)).status, (await get(film.mp4Url!.split('?')[0]!)).status, (await get(`${path}?d=99999&s=forged`)).status]).toEqual([404, 404, 404]);
      const master = await get(film.hlsUrl!);
      expect([master.status, master.headers.get('cache-control')]).toEqual([200, 'private, max-age=3600']);
      expect(await ffmpeg('-i', app.url + film.hlsUrl!, '-f', 'null', '-')).toBe('');
      const other = await aVideo(await aClip({ size: '320x240', seconds: 3 }));
      expect((await get(`${filmRoot(other._id, { _id: other.sha256 })}poster-1.jpg?${film.hlsUrl!.split('?')[1]}`)).status).toBe(404);
      expect((await findFilmInfo(contextOf(anonymous), asset))!.hlsUrl).toBe(path);
    } finally {
      forgetPorts();
    }
  });

  it('is encoded once for two units that upload the same bytes, and both can play it', async () => {
    const bytes = await aClip({ size: '320x180', seconds: 2 });
    const mine = await aVideo(bytes);
    const theirs = await storeAsset(as('editor', { name: 'other', unitId: 'unit_000000000000000000000001' }), { bytes, filename: 'same.mp4' });
    expect(theirs._id).not.toBe(mine._id);
    await workAll();
    expect(await FilmModel.countDocuments()).toBe(1);
    for (const asset of [mine, theirs]) expect((await get((await findFilmInfo(editor(), asset))!.hlsUrl!)).status).toBe(200);
  });
});

describe('a published video', () => {
  beforeEach(registerMediaPorts);

  /** A content of kind video about this film, which also stands in its text; published after an RSS destination was opened. */
  async function aPublishedVideo(asset: Asset): Promise<ContentDocument> {
    await createDestination(as('administrator'), { name: '全部', slug: 'all', channelId: 'rss', settings: { title: '全部', description: '全部内容' } });
    const body = { type: 'doc', content: [...plainFields.body!.content!, { type: 'video', attrs: { assetId: asset._id, caption: '现场' } }] };
    const content = await aPublished({ body: body as never, details: { videoId: asset._id } }, { kind: 'video' });
    await processAll(services, [dispatchNextEvent, runNextJob, deliverNext]);
    return content;
  }

  it('goes out as its MP4 with length, size and poster: enclosure and media:content in the feed, a video association in ninjs', async () => {
    const asset = await aVideo(await aClip({ size: '640x360', seconds: 4, options: place }));
    await workAll();
    const film = await filmOf(asset);
    const content = await aPublishedVideo(asset);
    const root = `https://yici.test${filmRoot(asset._id, film)}`;
    const feed = await (await get('/feeds/all.rss')).text();
    expect(feed).toContain(`<enclosure url="${root}film.mp4" length="${film.mp4!.bytes}" type="video/mp4"/>`);
    expect(feed).toMatch(new RegExp(`<media:content url="${root}film.mp4" fileSize="${film.mp4!.bytes}" type="video/mp4" medium="video" width="640" height="360" duration="4"`));
    expect(feed).toContain(`<media:thumbnail url="${root}poster-1.jpg"`);

    const release = (await findRelease(content._id, 1))!;
    const publication = toPublication(release, await lookUp(release, 'https://yici.test'));
    expect(publication.html).toContain(`<source src="${root}film.mp4" type="video/mp4">`);
    const example = (partnerMedia.settings as { examples: unknown[] }).examples[0];
    const item = JSON.parse(partnerMedia.render(publication, 'publish', { id: 'd', name: 'd', slug: 'd', settings: example }).body) as { data: Ninjs } | Ninjs;
    const { associations } = 'data' in item ? item.data : item;
    expect(associations).toMatchObject([{ type: 'video', renditions: [{ name: 'main', href: `${root}film.mp4`, contentType: 'video/mp4', sizeInBytes: film.mp4!.bytes, width: 640, height: 360 }, { name: 'poster', href: `${root}poster-1.jpg` }] }]);
    expect(associations![0]!.renditions[0]!.duration).toBeCloseTo(4, 1);
  });

  it('goes out as the upload while its film is not ready, so that nothing is lost', async () => {
    const asset = await aVideo(await aClip({ size: '320x180', seconds: 2 }));
    const content = await aPublishedVideo(asset);
    const release = (await findRelease(content._id, 1))!;
    const { media } = toPublication(release, await lookUp(release, 'https://yici.test'));
    expect(media).toMatchObject([{ kind: 'video', contentType: 'video/mp4', sha256: asset.sha256, bytes: asset.bytes }]);
  });

  it('goes from its upload over /uploads to playing HLS in Chromium on the reader\'s page, with its poster and subtitles, and nothing is blocked', async () => {
    const asset = await aSentVideo(await aClip({ size: '960x540', seconds: 4, options: place }));
    await addSubtitles(editor(), { assetId: asset._id, language: 'zh-CN', label: '中文', text: 'WEBVTT\n\n00:00.500 --> 00:03.500\n一次就好' });
    await workAll();
    const { slug } = await aPublishedVideo(asset);
    const browser = await startChromium();
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(150_000);
      const complaints: string[] = [];
      const asked: string[] = [];
      page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
      page.on('response', (response) => { asked.push(`${response.status()} ${new URL(response.url()).pathname}`); });
      await page.goto(`${app.url}/c/${encodeURIComponent(slug)}`);
      expect(await page.locator('video').count()).toBe(2);
      await page.evaluate('(() => { const film = document.querySelector("video"); film.muted = true; film.textTracks[0].mode = "showing"; return film.play(); })()');
      await until(() => page.evaluate<boolean>('document.querySelector("video").currentTime > 1.5 && document.querySelector("track").readyState === 2'));
      expect(await page.evaluate('(() => { const film = document.querySelector("video"); return [new URL(film.currentSrc).pathname.split("/").slice(-2).join("/"), film.error, Math.round(film.duration), film.textTracks[0].activeCues[0].text]; })()')).toEqual(['hls/master.m3u8', null, 4, '一次就好']);
      const root = filmRoot(asset._id, await filmOf(asset));
      expect(asked).toEqual(expect.arrayContaining([`200 ${root}hls/master.m3u8`, `200 ${root}poster-1.jpg`, expect.stringMatching(/^20[06] .*hls\/\d+\/00000\.ts$/)]));
      // Where a container starts, the machine's network changes, and Chromium asks again for what it dropped.
      expect(complaints.filter((text) => !text.includes('favicon') && !text.includes('ERR_NETWORK_CHANGED'))).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

describe('a worker that dies', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const children: ChildProcess[] = [];
  afterEach(() => { for (const child of children.splice(0)) child.kill('SIGKILL'); });

  function aWorker(): ChildProcess {
    const child = spawn(process.execPath, ['--import', 'tsx', 'tests/media/film-process.ts'], {
      cwd: root, stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '', DB: mongoose.connection.name, NOW: clock.now().toISOString(), FILES: join(services.config.dataDir, 'media'), LEVEL: '540' },
    });
    children.push(child);
    return child;
  }

  /** Tools at work on a film, by the folder that their arguments name. */
  const toolsAt = (sha256: string): string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return line.includes(sha256) ? [line] : [];
    } catch {
      return [];
    }
  });

  it('leaves no ffmpeg behind, and another goes on from the pieces that are kept', async () => {
    const asset = await aVideo(await aClip(aLongOne));
    const worker = aWorker();
    await until(async () => ((await filmOf(asset)).levels[1]?.seconds.length ?? 0) > 0);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    await until(() => toolsAt(asset.sha256).length === 0);

    const before = await filmOf(asset);
    expect(before.state).toBe('running');
    const kept = before.levels.map(({ seconds }) => seconds);
    const keptAt = await mtimes(asset, before);
    expect(await transcodeNext(services)).toBe(false);
    clock.advance(16 * second);
    await workAll();

    const after = await filmOf(asset);
    expect(after).toMatchObject({ state: 'ready', progress: 100 });
    expect(after.levels.map(({ seconds }, at) => seconds.slice(0, kept[at]!.length))).toEqual(kept);
    expect(await mtimes(asset, before)).toEqual(keptAt);
    for (const level of after.levels) {
      expect(level.seconds.map((each) => Math.round(each))).toEqual([6, 6, 6, 6, 3]);
      const packets = await ffmpeg('-i', `${app.url}${filmRoot(asset._id, after)}hls/${level.name}.m3u8`, '-map', '0:v', '-c', 'copy', '-f', 'framecrc', '-');
      expect(packets.split('\n').filter((line) => line.startsWith('0,'))).toHaveLength(27 * 12);
    }
  });

  /** When each kept piece was written. */
  async function mtimes(asset: Asset, { levels }: Film): Promise<number[]> {
    const keys = levels.flatMap((level) => level.seconds.map((_, number) => filmKeys.segment({ _id: asset.sha256 }, level, number)));
    return Promise.all(keys.map(async (key) => (await stat(join(services.config.dataDir, 'media', key.slice(0, 2), key.slice(2, 4), key))).mtimeMs));
  }

  it('gives its film back when it is told to stop, without an attempt lost', async () => {
    const asset = await aVideo(await aClip(aLongOne));
    const working = transcodeNext(services);
    await until(async () => (await filmOf(asset)).levels.length > 0);
    releaseFilms();
    expect(await working).toBe(true);
    expect(await filmOf(asset)).toMatchObject({ state: 'waiting', owner: null, attempts: 0 });
    expect(toolsAt(asset.sha256)).toEqual([]);
  });

  it('is given up with a sentence after its last attempt when it dies every time', async () => {
    const asset = await aVideo(await aClip({ size: '320x180', seconds: 2 }));
    await FilmModel.updateOne({ _id: asset.sha256 }, { $set: { state: 'running', attempts: 4, owner: 'dead', dueAt: clock.now() } });
    await workAll();
    expect(await findFilmInfo(editor(), asset)).toMatchObject({ state: 'failed', problem: { code: 'VIDEO_ENCODING_FAILED', message: expect.stringContaining('中断') } });
  });
});

describe('what editors do with a film', () => {
  it('cancelling ends the encoding and keeps what is made; a retry goes on from there', async () => {
    const asset = await aVideo(await aClip(aLongOne));
    const working = transcodeNext(services);
    await until(async () => ((await filmOf(asset)).levels[0]?.seconds.length ?? 0) >= 1);
    await cancelTranscoding(editor(), asset._id);
    await working;
    const stopped = await filmOf(asset);
    expect(stopped).toMatchObject({ state: 'cancelled', owner: null });
    expect(await transcodeNext(services)).toBe(false);
    await expect(cancelTranscoding(editor(), asset._id)).rejects.toMatchObject({ code: 'VIDEO_STATE', message: expect.stringContaining('cancelled') });
    await retryTranscoding(editor(), asset._id);
    expect(await filmOf(asset)).toMatchObject({ state: 'waiting', attempts: 0, levels: stopped.levels });
  });

  it('the poster that was chosen is shown; a number without a poster is refused', async () => {
    const asset = await aVideo(await aClip({ size: '320x180', seconds: 2 }));
    await expect(choosePoster(editor(), asset._id, 1)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await workAll();
    await choosePoster(editor(), asset._id, 3);
    expect((await findFilmInfo(editor(), asset))!.posters.map(({ isChosen }) => isChosen)).toEqual([false, false, true]);
    await expect(choosePoster(editor(), asset._id, 4)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('what is no video, and another unit\'s, are left alone', async () => {
    const text = await storeAsset(editor(), { bytes: Buffer.from('一次就好'), filename: '说明.txt' });
    await expect(choosePoster(editor(), text._id, 1)).rejects.toMatchObject({ code: 'NOT_A_VIDEO' });
    const asset = await aVideo(await aClip({ size: '320x180', seconds: 2 }));
    const stranger = as('contributor', { name: 'stranger', unitId: 'unit_000000000000000000000009' });
    await expect(cancelTranscoding(stranger, asset._id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await findFilmInfo(editor(), text)).toBeUndefined();
  });

  it('replacing the file makes a new film at new addresses, and old addresses lead there', async () => {
    const asset = await aVideo(await aClip({ size: '320x180', seconds: 2 }));
    await workAll();
    const before = (await findFilmInfo(editor(), asset))!;
    const other = await aVideo(await aClip({ size: '320x240', seconds: 3 }));
    const replaced = await replaceAsset(editor(), { id: asset._id, byAssetId: other._id });
    await workAll();
    const after = (await findFilmInfo(editor(), replaced))!;
    expect(after).toMatchObject({ state: 'ready', height: 240 });
    expect(after.mp4Url).not.toBe(before.mp4Url);
    const old = await fetch(app.url + before.mp4Url!, { redirect: 'manual' });
    expect([old.status, old.headers.get('location')]).toEqual([302, after.mp4Url]);
  });

  it('a week after its last asset was deleted nothing of a film is left', async () => {
    const asset = await aVideo(await aClip({ size: '320x180', seconds: 2 }));
    await addSubtitles(editor(), { assetId: asset._id, language: 'zh-CN', label: '中文', text: 'WEBVTT\n\n00:01.000 --> 00:02.000\n你好' });
    await workAll();
    const keys = keysOf(await filmOf(asset));
    expect(await storage().has(keys[0]!)).toBe(true);
    await deleteAsset(editor(), asset._id);
    await workAll();
    expect(await storage().has(keys[0]!)).toBe(true);
    clock.advance(8 * day);
    await workAll();
    expect(await Promise.all(keys.map((key) => storage().has(key)))).toEqual(keys.map(() => false));
    expect(await FilmModel.countDocuments()).toBe(0);
    expect(await JobModel.countDocuments({ state: 'dead' })).toBe(0);
  });
});

describe('subtitles', () => {
  const vtt = 'WEBVTT 中文\n\nNOTE 不显示\n\nSTYLE\n::cue { color: red }\n\n1\n00:01.000 --> 00:02.500 align:start evil:yes\n<b>一次</b><script>alert(1)</script>就好\n\n01:00:00.000 --> 01:00:01.000\n再见\n';

  it('are read from WebVTT and SRT, and written without notes, styles and foreign tags', () => {
    expect(writeSubtitles(parseSubtitles(vtt))).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.500 align:start\n<b>一次</b>alert(1)就好\n\n01:00:00.000 --> 01:00:01.000\n再见\n');
    expect(writeSubtitles(parseSubtitles('1\r\n00:00:01,000 --> 00:00:02,000\r\n<font color="red">你好</font>\r\n'))).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n你好\n');
    expect(parseSubtitles(writeSubtitles(parseSubtitles(vtt)))).toEqual(parseSubtitles(writeSubtitles(parseSubtitles(vtt))));
  });

  it.each([
    ['hello', 1, 'WEBVTT'], ['WEBVTT\n', 2, '没有一条'], ['WEBVTT\n\n00:02.000 --> 00:01.000\n你', 3, '结束时间'], ['WEBVTT\n\n00:99.000 --> 01:01.000\n你', 3, '时间应写作'],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\n你\n00:03.000 --> 00:04.000\n好', 5, '空行'], ['WEBVTT\n\n\0', 1, '不是文本'], ['x'.repeat(1_000_001), 1, '超过'],
  ])('are refused with the line: %j', (text, line, reason) => {
    expect(() => parseSubtitles(text)).toThrow(expect.objectContaining({ code: 'SUBTITLES_INVALID', params: { line, reason: expect.stringContaining(reason) } }));
  });

  it('are added as text or file, replaced by language, served as WebVTT, and removed', async () => {
    const asset = await aVideo(await aClip({ size: '320x180', seconds: 2 }));
    const file = await storeAsset(editor(), { bytes: Buffer.from(vtt), filename: '字幕.vtt' });
    await addSubtitles(editor(), { assetId: asset._id, language: 'zh-CN', label: '中文', fileAssetId: file._id });
    await addSubtitles(editor(), { assetId: asset._id, language: 'en', label: 'English', text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello' });
    await addSubtitles(editor(), { assetId: asset._id, language: 'en', label: 'English', text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nGood day' });
    const { subtitles } = (await findFilmInfo(editor(), asset))!;
    expect(subtitles.map(({ language }) => language)).toEqual(['zh-CN', 'en']);
    const served = await get(subtitles[1]!.url);
    expect([served.headers.get('content-type'), await served.text()]).toEqual(['text/vtt; charset=utf-8', 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nGood day\n']);
    await removeSubtitles(editor(), asset._id, 'en');
    expect((await get(subtitles[1]!.url)).status).toBe(404);
    await expect(removeSubtitles(editor(), asset._id, 'en')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(addSubtitles(editor(), { assetId: asset._id, language: '../x', label: 'x', text: vtt })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(addSubtitles(editor(), { assetId: asset._id, language: 'en', label: 'x' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('a file that is no film, or a bad one', () => {
  const refusal = (bytes: Buffer | string, name = 'film'): Promise<DomainError> => inFolder(async (folder) => {
    await writeFile(join(folder, name), bytes);
    return probeVideo(await videoTools(), join(folder, name), { maxMinutes: 240 }).then((facts) => { throw new Error(`it was taken: ${JSON.stringify(facts)}`); }, (error: DomainError) => error);
  });
  const playlist = (address: string): string => `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n${address}\n#EXT-X-ENDLIST\n`;

  it('a playlist posing as MP4 is refused and fetches nothing', async () => {
    const asked: string[] = [];
    const { createServer } = await import('node:http');
    const server = createServer((request, response) => { asked.push(request.url!); response.end(); }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    expect(await refusal(playlist(`http://127.0.0.1:${port}/x.ts`), 'film.mp4')).toMatchObject({ code: 'VIDEO_FORMAT_REFUSED' });
    // Even with a film's first bytes before it, and even where the head is not looked at.
    expect(await refusal(Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42'), Buffer.from(playlist(`http://127.0.0.1:${port}/y.ts`))]), 'film.mp4')).toMatchObject({ code: 'VIDEO_UNREADABLE' });
    server.close();
    expect(asked).toEqual([]);
  });

  it('each has its sentence', async () => {
    const whole = await aClip({ size: '320x180', seconds: 2 });
    expect(await refusal('')).toMatchObject({ code: 'VIDEO_UNREADABLE', params: { reason: expect.stringContaining('空') } });
    expect(await refusal('一次就好，不是视频')).toMatchObject({ code: 'VIDEO_FORMAT_REFUSED' });
    expect(await refusal(whole.subarray(0, whole.length / 2))).toMatchObject({ code: 'VIDEO_UNREADABLE', params: { reason: expect.stringContaining('moov') } });
    expect(await refusal(await aClip({ size: '4112x64', seconds: 1, fps: 2, hasSound: false }))).toMatchObject({ code: 'VIDEO_DIMENSIONS', params: { width: 4112, height: 64, limit: 4096 } });
    expect(await refusal(await aClip({ size: '320x180', seconds: 1, name: 'clip.mkv', options: ['-c:v', 'ffv1'] }))).toMatchObject({ code: 'VIDEO_CODEC_REFUSED', params: { codec: 'ffv1' } });
    expect(await refusal(await aClip({ size: '320x180', seconds: 2, name: 'clip.mp4', options: ['-map', '1:a'] }))).toMatchObject({ code: 'VIDEO_WITHOUT_PICTURE' });
  });

  it('a film that is too long is refused by its length', () => {
    const probed = { format: {}, streams: [{ index: 0, codec_type: 'video', codec_name: 'h264', width: 640, height: 360 }] };
    expect(() => judgeProbe(probed, 4 * 3600 + 1, 240)).toThrow(expect.objectContaining({ code: 'VIDEO_TOO_LONG', params: { minutes: 241, limit: 240 } }));
    expect(() => judgeProbe(probed, Number.NaN, 240)).toThrow(expect.objectContaining({ code: 'VIDEO_UNREADABLE' }));
  });

  it('a film whose second half is missing fails with how much of it there is', async () => {
    const whole = await aClip({ size: '640x360', seconds: 20, options: ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-movflags', '+faststart'] });
    const asset = await aVideo(whole.subarray(0, Math.round(whole.length * 0.5)));
    await workAll();
    expect(await findFilmInfo(editor(), asset)).toMatchObject({ state: 'failed', problem: { code: 'VIDEO_INCOMPLETE', message: expect.stringContaining('20 秒') } });
  });

  it('a damaged upload fails with its sentence, and only it', async () => {
    const whole = await aClip({ size: '320x180', seconds: 2 });
    const bad = await aVideo(whole.subarray(0, whole.length - 1000));
    const good = await aVideo(whole);
    await workAll();
    expect(await findFilmInfo(editor(), bad)).toMatchObject({ state: 'failed', problem: { code: 'VIDEO_UNREADABLE', message: expect.stringContaining('已损坏') } });
    expect(await findFilmInfo(editor(), good)).toMatchObject({ state: 'ready' });
  });

  it('what was stored under a film\'s type by another way is judged by its bytes again', async () => {
    const asset = await upload(await aClip({ size: '320x180', seconds: 2 }));
    await storage().put('0'.repeat(64), Buffer.from(playlist('file:///etc/passwd')));
    await prepareFilm(editor(), { kind: 'video', sha256: '0'.repeat(64) });
    await workAll();
    expect(await FilmModel.findById('0'.repeat(64)).lean()).toMatchObject({ state: 'failed', problem: { code: 'VIDEO_FORMAT_REFUSED' } });
    expect(await filmOf(asset)).toMatchObject({ state: 'ready' });
  });
});
