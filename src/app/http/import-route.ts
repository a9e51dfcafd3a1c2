import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { importContent } from '../../content/index.js';
import { assertMay, InvalidInputError, type Services } from '../../kernel/index.js';
import { requestContext } from './request-context.js';

/** Bytes of one imported document. */
const maxFileBytes = 50_000_000;

/** `POST /imports`, multipart: fields `kind` (article when absent), `unitId`, `credit` (of the pictures), `isOriginal`, then `file`. Answers the draft's id and what was dropped. */
export async function registerImports(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fileSize: maxFileBytes, fields: 10, fieldSize: 1000, parts: 11 } });
  app.post('/imports', { bodyLimit: maxFileBytes + 100_000 }, async (request, reply) => {
    const ctx = await requestContext(services, request, reply);
    assertMay(ctx.actor, 'content.import');
    if (!request.isMultipart()) throw new InvalidInputError({ field: 'file', reason: '请以 multipart/form-data 上传文件 (send the file as multipart/form-data)' });
    const part = await request.file();
    if (!part) throw new InvalidInputError({ field: 'file', reason: '没有文件 (there is no file)' });
    const bytes = await part.toBuffer();
    const text = (name: string): string | undefined => {
      const found = part.fields[name];
      return found && !Array.isArray(found) && found.type === 'field' ? String(found.value) : undefined;
    };
    const { content, report } = await importContent(ctx, { bytes, filename: part.filename, kind: text('kind') ?? 'article', unitId: text('unitId'), credit: text('credit'), isOriginal: text('isOriginal') === 'true' });
    return reply.code(201).send({ contentId: content._id, kind: content.kind, title: content.draft.title, revision: content.head.number, report });
  });
}
