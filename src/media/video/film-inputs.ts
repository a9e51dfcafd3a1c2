import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Subtitles for a video: as text, or as a file of the library.' })
export class AddSubtitlesInput {
  @Field(() => ID, { description: 'The video.' })
  assetId!: string;

  @Field(() => String, { description: 'Their language, such as zh-CN; subtitles of the same language give way.' })
  language!: string;

  @Field(() => String, { description: 'Their name in the reader\'s menu, such as 简体中文; at most 40 characters.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'WebVTT or SRT, at most 1,000,000 characters.' })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Instead of text: an asset that holds it.' })
  fileAssetId?: string | null;
}
