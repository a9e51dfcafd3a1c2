import { Field, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../kernel/index.js';
import { BlockRow } from './block.js';
import type { DestinationReason } from './choose-destinations.js';
import { DestinationRow } from './destination.js';

export const DestinationReasonEnum = graphqlEnum<DestinationReason>('DestinationReason', 'Why a destination gets a release, or why not.', {
  matchesRule: '符合接收规则: its rule selects it.',
  target: '定向: it was chosen for this release.',
  earlierVersion: '有旧版: it has, or may have, an earlier version, so it is told.',
  blocked: '被拦截: a block keeps it back. Where an earlier version is there, that is a task for a person.',
  excluded: '指定不发: it was left out of this release.',
  notTargeted: '未指定: this release goes to chosen destinations only.',
  closed: '已停用: nothing goes out to it.',
  noMatch: '不符合接收规则: its rule does not select it.',
  nothingThere: '对方没有: there is nothing to take back.',
});

@ObjectType('DestinationProspect', { description: '谁会收到: what the next release of a content means for one destination.', simpleResolvers: true })
export class ProspectType {
  @Field(() => DestinationRow, { description: 'The destination.' })
  destination!: DestinationRow;

  @Field(() => Boolean, { description: 'Whether it gets it.' })
  receives!: boolean;

  @Field(() => DestinationReasonEnum, { description: 'Why, or why not.' })
  reason!: DestinationReason;

  @Field(() => String, { description: 'The same in a sentence.' })
  message!: string;

  @Field(() => BlockRow, { nullable: true, description: 'What keeps it back.' })
  block?: BlockRow;
}
