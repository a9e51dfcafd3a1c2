import mongoose from 'mongoose';

/** Whether the database refused a write because a unique key is taken: somebody else was first. */
export const isDuplicateKey = (error: unknown): boolean => error instanceof mongoose.mongo.MongoServerError && error.code === 11000;
