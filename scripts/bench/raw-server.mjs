// The bare parts: Node's http and the MongoDB driver's cursor over documents that hold their relations. What our list is measured against.
import { createServer } from 'node:http';
import mongoose from 'mongoose';

await mongoose.connect(String(process.env.MONGODB_URI), { maxPoolSize: 50 });
const collection = mongoose.connection.getClient().db(mongoose.connection.name).collection('bench_raw');
const projection = { _id: 0, title: 1, summary: 1, slug: 1, publishedAt: 1, 'unit.name': 1, 'topics.name': 1, 'cover.url': 1 };

const server = createServer((request, response) => {
  const before = new Date(Number(new URL(String(request.url), 'http://x').searchParams.get('before') ?? Date.now()));
  collection.find({ kind: 'article', publishedAt: { $lt: before } }, { projection, sort: { publishedAt: -1, _id: -1 }, limit: 20 }).toArray().then((articles) => {
    const body = Buffer.from(JSON.stringify({ data: { articles } }));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body);
  }, (error) => { response.writeHead(500).end(String(error)); });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
