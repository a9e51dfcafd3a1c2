/** The bare parts: Node's http and a file as a stream, with the headers a kept rendition has. What our kept renditions are measured against. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';

const root = process.env.STATIC_ROOT!;

const server = createServer((request, response) => {
  const path = join(root, normalize(decodeURIComponent(new URL(request.url!, 'http://x').pathname)));
  stat(path).then(({ size, mtimeMs }) => {
    if (request.url === '/') return response.writeHead(200).end('up');
    response.writeHead(200, { 'content-type': 'image/webp', 'content-length': size, 'cache-control': 'public, max-age=31536000, immutable', etag: `"${mtimeMs.toString(36)}"`, 'accept-ranges': 'bytes' });
    return createReadStream(path).pipe(response);
  }, () => response.writeHead(404).end());
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
