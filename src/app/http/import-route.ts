import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { importContent } from '../../content/index.js';
import { InvalidInputError, type DomainError, type Services } from '../../kernel/index.js';
import { assertMayChange, requestContext } from './request-context.js';

/** Bytes of one imported document. */
const maxFileBytes = 50_000_000;
const maxFields = 10;

/** `POST /imports`, multipart: fields `kind` (article when absent), `unitId`, `credit` (of the pictures), `isOriginal`, and one `file`. Answers the draft's id and what was dropped. */
export async function registerImports(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fileSize: maxFileBytes, fields: maxFields, fieldSize: 1000, parts: maxFields + 1 } });
  app.post('/imports', { bodyLimit: maxFileBytes }, async (request, reply) => {
    const ctx = await requestContext(services, request, reply);
    assertMayChange(ctx.actor, 'content.import');
    if (!request.isMultipart()) throw invalidFile('请以 multipart/form-data 上传文件 (send the file as multipart/form-data)');
    const { bytes, filename, fields } = await readForm(request);
    const { content, report } = await importContent(ctx, {
      bytes, filename, kind: fields.get('kind') ?? 'article', unitId: fields.get('unitId'), credit: fields.get('credit'), isOriginal: fields.get('isOriginal') === 'true',
    });
    return reply.code(201).send({ contentId: content._id, kind: content.kind, title: content.draft.title, revision: content.head.number, report });
  });
}

const invalidFile = (reason: string): DomainError => new InvalidInputError({ field: 'file', reason });

interface ImportForm {
  readonly bytes: Buffer;
  readonly filename: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** The whole form, to its last part: a second file or a torn end must not go unheard. */
async function readForm(request: FastifyRequest): Promise<ImportForm> {
  const fields = new Map<string, string>();
  let file: Omit<ImportForm, 'fields'> | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields.set(part.fieldname, String(part.value));
      else {
        file = { bytes: await part.toBuffer(), filename: part.filename };
        // `toBuffer` gives what it has when the limit falls on the end of a chunk.
        if (part.file.truncated) throw new request.server.multipartErrors.RequestFileTooLargeError();
      }
    }
  } catch (error) {
    throw asFormError(error);
  }
  if (!file) throw invalidFile('没有文件 (there is no file)');
  return { ...file, fields };
}

/** The multipart parser's errors in our words; its size limit keeps its own (413). */
function asFormError(error: unknown): unknown {
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === 'FST_FILES_LIMIT') return invalidFile('一次只能导入一个文件 (one file at a time)');
  if (code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT') return invalidFile(`表单最多 ${maxFields} 项 (at most ${maxFields} fields)`);
  return statusCode ? error : invalidFile('表单不完整，上传可能中断 (the form is torn; the upload may have been cut off)');
}
