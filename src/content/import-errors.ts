import { defineError, DomainError, type Language } from '../kernel/index.js';
import { ImportError, importErrorCodes } from './import/index.js';

for (const code of importErrorCodes) {
  const { zh, en } = new ImportError(code);
  defineError(code, { status: 422, zh, en });
}

/** What is wrong with an imported file, in the words that fit it best. */
export class ImportFailedError extends DomainError {
  constructor(private readonly problem: ImportError) {
    super(problem.code);
  }

  override sentence(language: Language): string {
    return this.problem[language];
  }
}
