/** A body that breaks the schema or a limit. `path` names the place (`content[2].attrs.level`), `reason` says what is wrong there, in Chinese and English. */
export class InvalidBodyError extends Error {
  readonly code = 'INVALID_BODY';

  constructor(readonly path: string, readonly reason: string) {
    super(`${path || 'body'}: ${reason}`);
    this.name = 'InvalidBodyError';
  }
}
