import mongoose, { Schema } from 'mongoose';
import type { ErrorParams, Leasable } from '../../kernel/index.js';
import type { LevelPlan } from './plan-levels.js';
import type { VideoFacts } from './probe-video.js';

const filmStates = ['waiting', 'running', 'ready', 'failed', 'cancelled'] as const;
export type FilmState = (typeof filmStates)[number];

/** A level and what is made of it: piece n lasts `seconds[n]` and has `bytes[n]`. What is listed is kept. */
export interface Level extends LevelPlan {
  readonly seconds: readonly number[];
  readonly bytes: readonly number[];
  readonly isDone: boolean;
}

/** Why a film failed, or what it waits for: a code of the catalogue and its parameters. */
export interface FilmProblem {
  readonly code: string;
  readonly params: ErrorParams;
}

/** The progressive MP4 of a film. */
export interface FilmMp4 {
  readonly bytes: number;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

/**
 * What is made of the bytes of a video, and how far that is. Its id is their SHA-256: equal bytes are encoded once, whosever assets they are.
 * A worker holds it by a lease while it works on it.
 */
export interface Film extends Leasable {
  state: FilmState;
  /** 0 to 100. */
  progress: number;
  facts?: VideoFacts;
  /** Posters that are kept, numbered from 1. */
  posterCount: number;
  levels: Level[];
  mp4?: FilmMp4;
  problem?: FilmProblem;
  updatedAt: Date;
}

const mixed = Schema.Types.Mixed;

const filmSchema = new Schema<Film>({
  _id: { type: String, required: true },
  state: { type: String, required: true, enum: filmStates },
  dueAt: { type: Date, required: true },
  owner: { type: String, default: null },
  attempts: { type: Number, default: 0 },
  progress: { type: Number, default: 0 },
  facts: { type: mixed },
  posterCount: { type: Number, default: 0 },
  levels: { type: mixed, default: [] },
  mp4: { type: mixed },
  problem: { type: mixed },
  updatedAt: { type: Date, required: true },
}, { collection: 'films', versionKey: false, minimize: false });
filmSchema.index({ state: 1, dueAt: 1 });

export const FilmModel = mongoose.model<Film>('Film', filmSchema);

/** Subtitles of an asset in one language. */
export interface SubtitleTrack {
  /** BCP 47, such as `zh-CN`. */
  readonly language: string;
  /** As the reader's menu names it. */
  readonly label: string;
  /** The beginning of the SHA-256 of its text. */
  readonly hash: string;
}

/** What editors chose for an asset of kind video: it stays when the asset's file is replaced. Its id is the asset's. */
export interface FilmChoice {
  _id: string;
  /** The number of the poster that is shown. */
  poster: number;
  subtitles: SubtitleTrack[];
}

const choiceSchema = new Schema<FilmChoice>({
  _id: { type: String, required: true }, poster: { type: Number, default: 1 }, subtitles: { type: mixed, default: [] },
}, { collection: 'filmChoices', versionKey: false, minimize: false });

export const FilmChoiceModel = mongoose.model<FilmChoice>('FilmChoice', choiceSchema);
