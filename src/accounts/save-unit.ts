import { assertId, inTransaction, isDuplicateKey, newId, NotFoundError, type Context } from '../kernel/index.js';
import { UnitNameTakenError } from './errors.js';
import type { CreateUnitInput, UpdateUnitInput } from './inputs.js';
import { record } from './record.js';
import { given, invalid, readLine } from './text.js';
import { unitCache, unitKinds, UnitModel, type Unit, type UnitKind } from './unit.js';

/** Adds a unit. Throws InvalidInputError and UnitNameTakenError. */
export async function createUnit(ctx: Context, input: CreateUnitInput): Promise<Unit> {
  const name = readName(input.name);
  const fields = { name, shortName: readShortName(input.shortName ?? name), kind: readKind(input.kind), order: readOrder(input.order ?? 0), isActive: true };
  return refuseTakenName(name, () => inTransaction(async () => {
    const unit = { _id: newId('unit'), ...fields };
    await UnitModel.create([unit]);
    unitCache.drop(unit._id);
    await record(ctx, { action: 'unit.create', subjectType: 'Unit', subjectId: unit._id, summary: { name } });
    return unit;
  }));
}

/** Changes a unit. One that is not active takes no new people or content; what it has, it keeps. Throws NotFoundError, InvalidInputError, UnitNameTakenError. */
export async function updateUnit(ctx: Context, input: UpdateUnitInput): Promise<Unit> {
  assertId(input.id, 'unit');
  const change = readChange(input);
  return refuseTakenName(change.name ?? '', () => inTransaction(async () => {
    const unit = await UnitModel.findOneAndUpdate({ _id: input.id }, { $set: change }, { returnDocument: 'after' }).lean<Unit>();
    if (!unit) throw new NotFoundError({ id: input.id });
    unitCache.drop(unit._id);
    await record(ctx, { action: 'unit.update', subjectType: 'Unit', subjectId: unit._id, summary: { ...change } });
    return unit;
  }));
}

function readChange(input: UpdateUnitInput): Partial<Unit> {
  const { name, shortName, kind, order, isActive } = given(input);
  return {
    ...(name === undefined ? {} : { name: readName(name) }),
    ...(shortName === undefined ? {} : { shortName: readShortName(shortName) }),
    ...(kind === undefined ? {} : { kind: readKind(kind) }),
    ...(order === undefined ? {} : { order: readOrder(order) }),
    ...(isActive === undefined ? {} : { isActive: isActive === true }),
  };
}

const readName = (name: unknown): string => readLine('name', name, { min: 2, max: 60 });
const readShortName = (name: unknown): string => readLine('shortName', name, { max: 20 });

function readKind(kind: unknown): UnitKind {
  const known = unitKinds.find((each) => each === kind);
  if (!known) throw invalid('kind', `应为 ${unitKinds.join('、')} 之一 (must be one of them)`);
  return known;
}

function readOrder(order: unknown): number {
  if (typeof order !== 'number' || !Number.isInteger(order) || Math.abs(order) > 1_000_000) throw invalid('order', '应为 -1000000 至 1000000 的整数 (must be a whole number in this range)');
  return order;
}

/** The unique index decides, so that two at once cannot both have a name. */
async function refuseTakenName<T>(name: string, save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (error) {
    if (isDuplicateKey(error)) throw new UnitNameTakenError({ name });
    throw error;
  }
}
