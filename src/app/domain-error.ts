import mongoose from 'mongoose';
import { defineError, DomainError, InternalError, NotFoundError, UnavailableError, type Log } from '../kernel/index.js';
import { StorageUnwritableError } from '../media/index.js';

const ConflictError = defineError('CONFLICT', {
  status: 409,
  zh: '同一内容刚刚被别的操作改动，本次操作没有生效。请刷新后重试，您输入的内容没有丢失。',
  en: 'Something else changed the same thing at this moment, so nothing was done. Refresh and try again; what you typed is not lost.',
});

const { MongoError, MongoNetworkError, MongoServerError, MongoServerSelectionError } = mongoose.mongo;

/** Any error as one of the catalogue, for GraphQL and plain routes alike. What nobody foresaw is logged, once, and told as INTERNAL. */
export function toDomainError(error: unknown, { log, requestId }: { readonly log: Log; readonly requestId: string }): DomainError {
  if (error instanceof DomainError) return error;
  if (isUnavailable(error)) {
    log.error({ err: error, requestId }, 'the database did not answer');
    return new UnavailableError({ reason: '数据库未响应' });
  }
  if (isOfTheDisk(error)) {
    log.error({ err: error, requestId }, 'the storage is full or cannot be written');
    return new StorageUnwritableError({ reason: error.code });
  }
  if (isConflict(error)) {
    log.warn({ err: error, requestId }, 'two changes of the same thing');
    return new ConflictError();
  }
  if (error instanceof mongoose.Error.DocumentNotFoundError) return new NotFoundError({ id: '' });
  log.error({ err: error, requestId }, 'an unexpected error');
  return new InternalError({ requestId });
}

const isUnavailable = (error: unknown): boolean =>
  error instanceof MongoNetworkError || error instanceof MongoServerSelectionError || (error instanceof MongoError && error.hasErrorLabel('RetryableWriteError'));

const diskCodes: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM'];

/** A disk that is full, over its quota, read-only or not ours. A program that may not be run (`spawn`) names a path too, and is something else. */
const isOfTheDisk = (error: unknown): error is { readonly code: string } =>
  typeof error === 'object' && error !== null && 'path' in error && 'code' in error && diskCodes.includes(error.code) && !('syscall' in error && String(error.syscall).startsWith('spawn'));

/** A version that moved on (mongoose), a write conflict that outlasted every retry (112), a unique key that is taken (11000). */
const isConflict = (error: unknown): boolean =>
  error instanceof mongoose.Error.VersionError || (error instanceof MongoServerError && (error.code === 112 || error.code === 11000 || error.hasErrorLabel('TransientTransactionError')));
