import type { Answer, Ask, Endpoint, JsonObject } from './endpoint.js';
import { Bytes, isObject, ok, pageOf, textOf } from './endpoint.js';
import type { FileKind } from './file-kind.js';
import { contentTypeOf, kindOfBytes, kindOfName } from './file-kind.js';
import { mentionsMedia } from './menu-endpoints.js';
import { reject } from './rejection.js';
import type { Material, Picture } from './state.js';
import { randomId } from './world.js';

type MaterialType = Material['type'];

interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
  readonly kind: FileKind;
}

interface Allowance {
  readonly kinds: readonly FileKind[];
  readonly maxBytes: number;
}

const megabyte = 1024 * 1024;
const permanent: Readonly<Record<MaterialType, Allowance>> = {
  image: { kinds: ['bmp', 'png', 'jpeg', 'gif'], maxBytes: 10 * megabyte },
  voice: { kinds: ['mp3', 'wma', 'wav', 'amr'], maxBytes: 2 * megabyte },
  video: { kinds: ['mp4'], maxBytes: 10 * megabyte },
  thumb: { kinds: ['jpeg'], maxBytes: 64 * 1024 },
};
const temporary: Readonly<Record<MaterialType, Allowance>> = {
  ...permanent,
  image: { kinds: ['png', 'jpeg', 'gif'], maxBytes: 10 * megabyte },
  voice: { kinds: ['amr', 'mp3'], maxBytes: 2 * megabyte },
};
const threeDaysMs = 3 * 86_400_000;

const isType = (value: string): value is MaterialType => value in permanent;

function typeOf(value: string): MaterialType {
  return isType(value) ? value : reject(40004);
}

/** Reads the `media` part; a part without a file name is no file (41005). */
async function readUpload(ask: Ask): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const part = ask.form?.get('media');
  if (!part || typeof part === 'string' || !part.name) return reject(41005);
  return { name: part.name, bytes: Buffer.from(await part.arrayBuffer()) };
}

/** Judges by the name's ending first (40113), then by the bytes (40005), then by the size. */
async function readMaterial(ask: Ask, type: MaterialType, { kinds, maxBytes }: Allowance): Promise<Upload> {
  const { name, bytes } = await readUpload(ask);
  const named = kindOfName(name);
  if (!named || !kinds.includes(named)) reject(40113);
  if (bytes.length === 0) reject(40006);
  if (bytes.length > maxBytes) reject(type === 'image' ? 40009 : 45001);
  const kind = kindOfBytes(bytes);
  return kind && kinds.includes(kind) ? { name, bytes, kind } : reject(40005);
}

/** Gives bytes a mmbiz address. */
function addPicture(ask: Ask, kind: FileKind, blob: string): Picture {
  const id = `${randomId(48)}`.replaceAll('_', 'a').replaceAll('-', 'b');
  const url = `http://mmbiz.qpic.cn/mmbiz_${kind === 'jpeg' ? 'jpg' : kind}/${id}/0?wx_fmt=${kind}`;
  const picture = { id, blob, contentType: contentTypeOf[kind], url };
  ask.account.state.pictures.push(picture);
  return picture;
}

/** Pictures for article bodies: jpg and png under 1 MB, outside the library. */
async function uploadImage(ask: Ask): Promise<Answer> {
  const { name, bytes } = await readUpload(ask);
  const kind = kindOfBytes(bytes);
  const allowed: readonly (FileKind | undefined)[] = ['png', 'jpeg'];
  if (!allowed.includes(kindOfName(name)) || !kind || !allowed.includes(kind)) return reject(40005);
  if (bytes.length >= megabyte) reject(40009);
  const picture = addPicture(ask, kind, ask.world.store.putBlob(bytes));
  ask.subject = picture.url;
  return { url: picture.url };
}

function readDescription(ask: Ask): { readonly title: string; readonly introduction: string } {
  const raw = ask.form?.get('description');
  try {
    const parsed: unknown = typeof raw === 'string' ? JSON.parse(raw) : undefined;
    if (isObject(parsed)) return { title: textOf(parsed, 'title') || reject(47001), introduction: textOf(parsed, 'introduction') };
  } catch { /* falls through to the one answer for every bad description */ }
  return reject(47001);
}

function keep(ask: Ask, upload: Upload, entry: Pick<Material, 'lifetime' | 'type' | 'title' | 'introduction'>): Material {
  const blob = ask.world.store.putBlob(upload.bytes);
  const picture = entry.lifetime === 'permanent' && entry.type !== 'voice' && entry.type !== 'video' ? addPicture(ask, upload.kind, blob) : undefined;
  const material: Material = {
    ...entry, mediaId: randomId(48), name: upload.name, contentType: contentTypeOf[upload.kind],
    bytes: upload.bytes.length, createdAt: ask.now, blob, imageId: picture?.id,
  };
  ask.account.state.materials.push(material);
  ask.subject = material.mediaId;
  return material;
}

/** The mmbiz address of a material that has one. */
export const pictureUrl = (ask: Pick<Ask, 'account'>, material: Material): string =>
  ask.account.state.pictures.find((picture) => picture.id === material.imageId)?.url ?? '';

async function addMaterial(ask: Ask): Promise<Answer> {
  const type = typeOf(ask.query.get('type') ?? '');
  const upload = await readMaterial(ask, type, permanent[type]);
  const words = type === 'video' ? readDescription(ask) : {};
  const count = library(ask).filter((one) => one.type === type).length;
  if (count >= (type === 'image' ? 100_000 : 1000)) reject(45001);
  const material = keep(ask, upload, { lifetime: 'permanent', type, ...words });
  const url = pictureUrl(ask, material);
  return type === 'image' ? { media_id: material.mediaId, url, item: [] } : { media_id: material.mediaId, item: [] };
}

async function uploadTemporary(ask: Ask): Promise<Answer> {
  const type = typeOf(ask.query.get('type') ?? '');
  const material = keep(ask, await readMaterial(ask, type, temporary[type]), { lifetime: 'temporary', type });
  const key = type === 'thumb' ? 'thumb_media_id' : 'media_id';
  return { type, [key]: material.mediaId, created_at: Math.floor(material.createdAt / 1000), item: [] };
}

const library = (ask: Pick<Ask, 'account'>): readonly Material[] => ask.account.state.materials.filter((one) => one.lifetime === 'permanent');

/** A library entry of this account, or 40007. */
export const findPermanent = (ask: Pick<Ask, 'account'>, mediaId: string): Material =>
  library(ask).find((one) => one.mediaId === mediaId) ?? reject(40007);

function bytesOf(ask: Ask, material: Material): Answer {
  if (material.type === 'video') {
    const link = `http://mp.weixin.qq.com/mp/mp/video?__biz=${ask.account.biz}&vid=${material.blob.slice(0, 16)}`;
    return material.lifetime === 'temporary'
      ? { video_url: link }
      : { title: material.title ?? '', description: material.introduction ?? '', down_url: link };
  }
  const bytes = ask.world.store.blob(material.blob) ?? reject(40007);
  return new Bytes(bytes, material.contentType, material.name);
}

function getTemporary(ask: Ask): Answer {
  const mediaId = ask.query.get('media_id') ?? '';
  const material = ask.account.state.materials.find((one) => one.lifetime === 'temporary' && one.mediaId === mediaId);
  if (!material || ask.now - material.createdAt >= threeDaysMs) return reject(40007);
  return bytesOf(ask, material);
}

function getPermanent(ask: Ask): Answer {
  ask.subject = textOf(ask.body, 'media_id');
  return bytesOf(ask, findPermanent(ask, ask.subject));
}

function deletePermanent(ask: Ask): JsonObject {
  ask.subject = textOf(ask.body, 'media_id');
  const material = findPermanent(ask, ask.subject);
  if (mentionsMedia(ask.account.state.menu, material.mediaId)) reject(48005);
  ask.account.state.materials = ask.account.state.materials.filter((one) => one !== material);
  return ok;
}

function countLibrary(ask: Ask): JsonObject {
  const count = (type: MaterialType): number => library(ask).filter((one) => one.type === type).length;
  return { voice_count: count('voice'), video_count: count('video'), image_count: count('image') + count('thumb'), news_count: 0 };
}

function listLibrary(ask: Ask): JsonObject {
  const type = textOf(ask.body, 'type');
  if (type !== 'news' && !isType(type)) reject(40004);
  const { offset, count } = pageOf(ask.body);
  const all = library(ask).filter((one) => one.type === type || (type === 'image' && one.type === 'thumb')).toReversed();
  const item = all.slice(offset, offset + count).map((one) => ({
    media_id: one.mediaId, name: one.name, update_time: Math.floor(one.createdAt / 1000), url: pictureUrl(ask, one), tags: [],
  }));
  return { item, total_count: all.length, item_count: item.length };
}

const upload = { method: 'POST', body: 'multipart', hasEffect: true, dailyLimit: 100_000 } as const;
const post = { method: 'POST', body: 'json', hasEffect: false, dailyLimit: 100_000 } as const;
const get = { method: 'GET', body: 'none', hasEffect: false, dailyLimit: 100_000 } as const;

/** Pictures, voices and videos, in the library and for three days. */
export const materialEndpoints: readonly Endpoint[] = [
  { ...upload, path: '/cgi-bin/media/uploadimg', isTextPlain: true, handle: uploadImage },
  { ...upload, path: '/cgi-bin/material/add_material', isTextPlain: true, handle: addMaterial },
  { ...upload, path: '/cgi-bin/media/upload', isTextPlain: true, handle: uploadTemporary },
  { ...get, path: '/cgi-bin/media/get', handle: getTemporary },
  { ...post, path: '/cgi-bin/material/get_material', handle: getPermanent },
  { ...post, path: '/cgi-bin/material/del_material', hasEffect: true, handle: deletePermanent },
  { ...post, path: '/cgi-bin/material/batchget_material', handle: listLibrary },
  { ...get, path: '/cgi-bin/material/get_materialcount', handle: countLibrary },
];
