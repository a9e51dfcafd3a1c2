import { LRUCache } from 'lru-cache';
import mongoose, { Schema } from 'mongoose';
import type { Publication } from './channel.js';
import type { ReleaseAction } from '../content/index.js';
import type { DestinationReason } from './choose-destinations.js';

/** A destination whose rule or a target asked for a release that it does not get: why nothing was planned there. */
export interface Withheld {
  destinationId: string;
  reason: DestinationReason;
  message: string;
}

/** One release as every destination gets it, frozen once for all of them. `_id` is `<contentId>/<version>`. */
export interface Plan {
  _id: string;
  contentId: string;
  version: number;
  action: ReleaseAction;
  publication: Publication;
  plannedAt: Date;
  /** When every destination had been dealt with. */
  finishedAt?: Date;
  withheld?: Withheld[];
}

const planSchema = new Schema<Plan>({
  _id: { type: String, required: true },
  contentId: { type: String, required: true },
  version: { type: Number, required: true },
  action: { type: String, required: true },
  publication: { type: Schema.Types.Mixed, required: true },
  plannedAt: { type: Date, required: true },
  finishedAt: Date,
  withheld: { type: [{ destinationId: String, reason: String, message: String }], _id: false, default: undefined },
}, { collection: 'plans', versionKey: false, minimize: false });

export const PlanModel = mongoose.model<Plan>('Plan', planSchema);

export const planIdOf = (contentId: string, version: number): string => `${contentId}/${version}`;

/** Publications never change, so they need no invalidation. About 64 MB of text at most. */
const publications = new LRUCache<string, Publication>({ maxSize: 64_000_000, sizeCalculation: (publication) => 2000 + 4 * publication.html.length });

/** The frozen publication of a plan. Throws when there is none: a ledger row always has one. */
export async function findPublication(planId: string): Promise<Publication> {
  const kept = publications.get(planId);
  if (kept) return kept;
  const plan = await PlanModel.findById(planId, { publication: 1 }).lean<Plan>();
  if (!plan) throw new Error(`plan ${planId} does not exist`);
  publications.set(planId, plan.publication);
  return plan.publication;
}

/** How far the planning of a version is, without its publication. */
export const findPlan = (contentId: string, version: number): Promise<Omit<Plan, 'publication'> | null> =>
  PlanModel.findById(planIdOf(contentId, version), { publication: 0 }).lean<Plan>().exec();
