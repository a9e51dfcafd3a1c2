/** A reason to stop that a person can act on: printed as it is, without a stack. */
export class StopError extends Error {
  /** @param {string} message what is wrong and what to do next */
  constructor(message) {
    super(message);
    this.name = 'StopError';
  }
}
