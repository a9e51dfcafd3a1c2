import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DomainError, graphqlEnum, type Context } from '../../kernel/index.js';
import type { Asset } from '../asset.js';
import { addressFor } from '../signed-address.js';
import { filmFiles, filmRoot } from './film-address.js';
import type { Film, FilmChoice, FilmState, SubtitleTrack } from './film.js';

export const FilmStateEnum = graphqlEnum<FilmState>('FilmState', 'How far a film is.', {
  waiting: 'Its turn has not come.', running: 'It is being worked on.', ready: 'It can be played.', failed: 'It cannot be made; the problem says why.', cancelled: 'Somebody stopped the work.',
});

@ObjectType({ description: 'A still that may stand for a film.', simpleResolvers: true })
export class FilmPoster {
  @Field(() => Int, { description: 'Its number, from 1.' })
  number!: number;

  @Field(() => String, { description: 'Its path below the public address: a JPEG.' })
  url!: string;

  @Field(() => Boolean, { description: 'Whether it is the one that is shown.' })
  isChosen!: boolean;
}

@ObjectType({ description: 'Subtitles of a film in one language.', simpleResolvers: true })
export class FilmSubtitles {
  @Field(() => String, { description: 'Their language, such as zh-CN.' })
  language!: string;

  @Field(() => String, { description: 'Their name in the reader\'s menu.' })
  label!: string;

  @Field(() => String, { description: 'Their path below the public address: WebVTT.' })
  url!: string;
}

@ObjectType({ description: 'Why a film failed, or what it waits for.', simpleResolvers: true })
export class FilmTrouble {
  @Field(() => String, { description: 'The code of the error.' })
  code!: string;

  @Field(() => String, { description: 'A sentence that says what to do next.' })
  message!: string;
}

@ObjectType({ description: 'What is made of a video: posters, an HLS ladder, an MP4. Staff get addresses that open before publication.', simpleResolvers: true })
export class FilmInfo {
  @Field(() => FilmStateEnum, { description: 'How far it is.' })
  state!: FilmState;

  @Field(() => Int, { description: 'Percent of the work that is done.' })
  progress!: number;

  @Field(() => Float, { nullable: true, description: 'Length in seconds; absent until the file has been read.' })
  duration?: number;

  @Field(() => Int, { nullable: true, description: 'Width in pixels as seen.' })
  width?: number;

  @Field(() => Int, { nullable: true, description: 'Height in pixels as seen.' })
  height?: number;

  @Field(() => [FilmPoster], { description: 'Three stills to choose from, once they are made.' })
  posters!: FilmPoster[];

  @Field(() => String, { nullable: true, description: 'The path of the HLS master playlist, once it can be played.' })
  hlsUrl?: string;

  @Field(() => String, { nullable: true, description: 'The path of the MP4, once it can be played.' })
  mp4Url?: string;

  @Field(() => [FilmSubtitles], { description: 'Its subtitles.' })
  subtitles!: FilmSubtitles[];

  @Field(() => FilmTrouble, { nullable: true, description: 'Why it failed, or what it waits for.' })
  problem?: FilmTrouble;
}

/** A film as this actor may see it. A video whose news is still on its way is shown as waiting. */
export function filmInfo(ctx: Context, asset: Pick<Asset, '_id' | 'sha256'>, film: Film | undefined, choice: FilmChoice | undefined): FilmInfo {
  const [root, signature] = addressFor(ctx, filmRoot(asset._id, { _id: asset.sha256 })).split('?') as [string, string?];
  const address = (file: string): string => `${root}${file}${signature ? `?${signature}` : ''}`;
  const { facts, posterCount = 0 } = film ?? {};
  const chosen = posterNumber(posterCount, choice);
  return {
    state: film?.state ?? 'waiting', progress: film?.progress ?? 0,
    ...(facts ? { duration: facts.durationSeconds, width: facts.width, height: facts.height } : {}),
    posters: Array.from({ length: posterCount }, (_, at) => ({ number: at + 1, url: address(filmFiles.poster(at + 1)), isChosen: at + 1 === chosen })),
    ...(film?.state === 'ready' ? { hlsUrl: address(filmFiles.master), mp4Url: address(filmFiles.mp4) } : {}),
    subtitles: (choice?.subtitles ?? []).map((track: SubtitleTrack) => ({ language: track.language, label: track.label, url: address(filmFiles.subtitles(track)) })),
    ...(film?.problem ? { problem: { code: film.problem.code, message: new DomainError(film.problem.code, film.problem.params).sentence(ctx.language) } } : {}),
  };
}

/** The number of the poster that is shown: the first when nothing was chosen, or when a replaced film has fewer. */
export const posterNumber = (count: number, choice: Pick<FilmChoice, 'poster'> | undefined): number => (choice && choice.poster <= count ? choice.poster : 1);
