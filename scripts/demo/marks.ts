import mongoose from 'mongoose';

interface Mark {
  readonly _id: 'begun' | 'done' | 'removed';
  readonly at: Date;
}

/** How far the demo has come in this database. */
export const marks = (): mongoose.mongo.Collection<Mark> => mongoose.connection.collection('demo') as unknown as mongoose.mongo.Collection<Mark>;
