import { Arg, Authorized, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../kernel/index.js';
import { Asset } from '../asset.js';
import { addSubtitles, removeSubtitles } from './change-subtitles.js';
import { AddSubtitlesInput } from './film-inputs.js';
import { FilmInfo } from './film-type.js';
import { findFilmInfo } from './find-films.js';
import { cancelTranscoding, choosePoster, retryTranscoding } from './steer-film.js';
import { findVideoTools } from './video-tools.js';

@ObjectType({ description: 'The programs that this server works on films with.', simpleResolvers: true })
export class VideoToolsInfo {
  @Field(() => Boolean, { description: 'Whether films can be worked on.' })
  isAvailable!: boolean;

  @Field(() => String, { nullable: true, description: 'The version of ffmpeg.' })
  version?: string;

  @Field(() => String, { nullable: true, description: 'Where it was found: settings, system or npm.' })
  source?: string;

  @Field(() => String, { nullable: true, description: 'Why films cannot be worked on, and what to do.' })
  problem?: string;
}

const assetArgument = { description: 'The video.' } as const;

@Resolver(() => Asset)
export class FilmResolver {
  @FieldResolver(() => FilmInfo, { nullable: true, description: 'What is made of a video, and how far that is; null for other assets.' })
  video(@Root() asset: Asset, @Ctx() ctx: Context): Promise<FilmInfo | undefined> {
    return findFilmInfo(ctx, asset);
  }

  @Authorized('system.read')
  @Query(() => VideoToolsInfo, { description: 'Whether the process that answers has an ffmpeg it can use.' })
  async videoTools(): Promise<VideoToolsInfo> {
    const search = await findVideoTools();
    if ('reason' in search) return { isAvailable: false, problem: search.reason };
    return { isAvailable: true, version: search.tools.version, source: search.tools.source };
  }

  @Authorized('asset.update')
  @Mutation(() => Asset, { description: 'Shows another of the three posters.' })
  choosePoster(@Arg('assetId', () => ID, assetArgument) assetId: string, @Arg('number', () => Int, { description: 'The number of the poster, from 1.' }) number: number, @Ctx() ctx: Context): Promise<Asset> {
    return choosePoster(ctx, assetId, number);
  }

  @Authorized('asset.update')
  @Mutation(() => Asset, { description: 'Stops the work on a film; what is made of it stays for a retry.' })
  cancelTranscoding(@Arg('assetId', () => ID, assetArgument) assetId: string, @Ctx() ctx: Context): Promise<Asset> {
    return cancelTranscoding(ctx, assetId);
  }

  @Authorized('asset.update')
  @Mutation(() => Asset, { description: 'Goes on with a film that failed or was stopped.' })
  retryTranscoding(@Arg('assetId', () => ID, assetArgument) assetId: string, @Ctx() ctx: Context): Promise<Asset> {
    return retryTranscoding(ctx, assetId);
  }

  @Authorized('asset.update')
  @Mutation(() => Asset, { description: 'Puts subtitles to a video; those of the same language give way.' })
  addSubtitles(@Arg('input', () => AddSubtitlesInput, { description: 'The subtitles.' }) input: AddSubtitlesInput, @Ctx() ctx: Context): Promise<Asset> {
    return addSubtitles(ctx, input);
  }

  @Authorized('asset.update')
  @Mutation(() => Asset, { description: 'Takes a video\'s subtitles of one language away.' })
  removeSubtitles(@Arg('assetId', () => ID, assetArgument) assetId: string, @Arg('language', () => String, { description: 'Their language, such as zh-CN.' }) language: string, @Ctx() ctx: Context): Promise<Asset> {
    return removeSubtitles(ctx, assetId, language);
  }
}
