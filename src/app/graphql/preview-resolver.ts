import { Arg, Authorized, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { DraftChangesInput } from '../../content/index.js';
import type { Context } from '../../kernel/index.js';
import { previewDraft } from './preview-draft.js';

@ObjectType({ description: 'A draft as one outlet\'s readers would meet it.', simpleResolvers: true })
export class OutletPreview {
  @Field(() => String, { description: 'Its title there.' })
  title!: string;

  @Field(() => String, { description: 'Its summary there.' })
  summary!: string;

  @Field(() => String, { description: 'Its author there.' })
  author!: string;

  @Field(() => String, { description: 'Its text there, as HTML without scripts.' })
  html!: string;

  @Field(() => String, { nullable: true, description: 'Why it could not go there as it is; an editor must change something.' })
  problem?: string;
}

@ObjectType({ description: 'A draft as readers would meet it. Nothing was saved or sent.', simpleResolvers: true })
export class DraftPreview {
  @Field(() => String, { description: 'The whole page of the site, as HTML without scripts.' })
  sitePage!: string;

  @Field(() => OutletPreview, { nullable: true, description: 'As a WeChat article; null where that channel is not installed.' })
  wechat?: OutletPreview;

  @Field(() => OutletPreview, { nullable: true, description: 'As an entry of a feed; null where that channel is not installed.' })
  feed?: OutletPreview;
}

@Resolver()
export class DraftPreviewResolver {
  @Authorized('content.read')
  @Query(() => DraftPreview, { description: '预览: a draft, with what is being typed, as the site, WeChat and feeds would show it.' })
  previewDraft(
    @Arg('id', () => ID, { description: 'The content.' }) id: string,
    @Arg('changes', () => DraftChangesInput, { nullable: true, description: 'What is typed and not saved.' }) changes: DraftChangesInput | undefined,
    @Ctx() ctx: Context,
  ): Promise<DraftPreview> {
    return previewDraft(ctx, id, changes);
  }
}
