import { defineNode } from '../kernel/index.js';
import { findContent } from './find-contents.js';
import { allKinds } from './kinds.js';
import { topicCache } from './topics/topic.js';

// What readers see is found by id from anywhere; drafts are asked for by `content` with their perspective.
for (const kind of allKinds()) defineNode(kind.name, { typeName: kind.typeName, find: (ctx, id, selection) => findContent(ctx, { id, perspective: 'published', kind, selection }) });
defineNode('topic', { typeName: 'Topic', find: (_ctx, id) => topicCache.get(id) });
