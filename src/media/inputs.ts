import { Field, Float, ID, InputType } from 'type-graphql';
import { DateTime, graphqlEnum } from '../kernel/index.js';
import { AssetKindEnum, type AssetKind } from './asset.js';
import { RenditionPresetEnum, type RenditionPreset } from './presets.js';

export const rightsStates = ['unlimited', 'valid', 'expiring', 'expired'] as const;
export type RightsState = (typeof rightsStates)[number];

export const RightsStateEnum = graphqlEnum<RightsState>('RightsState', 'How long an asset may be used.', {
  unlimited: 'No end is known.', valid: 'For more than 30 days.', expiring: 'For 30 days at most.', expired: 'No longer.',
});

@InputType({ description: 'Which assets a list shows. All conditions must hold.' })
export class AssetFilter {
  @Field(() => String, { nullable: true, description: 'Words of its name, alt text, credit, author or source, at most 100 characters.' })
  text?: string;

  @Field(() => [AssetKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: AssetKind[];

  @Field(() => ID, { nullable: true, description: 'Of this unit.' })
  unitId?: string;

  @Field(() => DateTime, { nullable: true, description: 'Uploaded at or after this time.' })
  createdFrom?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Uploaded before this time.' })
  createdBefore?: Date;

  @Field(() => RightsStateEnum, { nullable: true, description: 'How long it may be used.' })
  rights?: RightsState;

  @Field(() => Boolean, { nullable: true, description: 'True for pictures without alt text.' })
  isWithoutAlt?: boolean;
}

@InputType({ description: 'The point of a picture that no crop may lose.' })
export class FocalPointInput {
  @Field(() => Float, { description: 'From the left edge (0) to the right edge (1).' })
  x!: number;

  @Field(() => Float, { description: 'From the upper edge (0) to the lower edge (1).' })
  y!: number;
}

@InputType({ description: 'The part of a picture for a preset, in fractions of its sides.' })
export class CropInput {
  @Field(() => RenditionPresetEnum, { description: 'The preset it is for.' })
  preset!: RenditionPreset;

  @Field(() => Float, { description: 'Its left edge, from 0 to 1.' })
  left!: number;

  @Field(() => Float, { description: 'Its upper edge, from 0 to 1.' })
  top!: number;

  @Field(() => Float, { description: 'Its width, above 0 and up to 1.' })
  width!: number;

  @Field(() => Float, { description: 'Its height, above 0 and up to 1.' })
  height!: number;
}

@InputType({ description: 'What is told of assets and their rights. What is absent stays; null or an empty text takes it away.' })
export class AssetNotesInput {
  @Field(() => String, { nullable: true, description: 'What a reader who cannot see it is told, at most 500 characters.' })
  alt?: string | null;

  @Field(() => String, { nullable: true, description: 'Whose work it is, as shown beside it, at most 200 characters.' })
  credit?: string | null;

  @Field(() => String, { nullable: true, description: 'Who made it, at most 200 characters.' })
  author?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it comes from, at most 200 characters.' })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'By what right it may be used, at most 500 characters.' })
  license?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the right to use it ends.' })
  rightsExpireAt?: Date | null;
}

@InputType({ description: 'A change of one asset.' })
export class UpdateAssetInput extends AssetNotesInput {
  @Field(() => ID, { description: 'The asset.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its name, at most 200 characters.' })
  filename?: string | null;

  @Field(() => FocalPointInput, { nullable: true, description: 'The point that no crop may lose; null for the middle.' })
  focus?: FocalPointInput | null;

  @Field(() => [CropInput], { nullable: true, description: 'The parts chosen for presets, all of them: what is not named is cut by the focal point.' })
  crops?: CropInput[] | null;
}

@InputType({ description: 'One change of several assets.' })
export class UpdateAssetsInput extends AssetNotesInput {
  @Field(() => [ID], { description: 'The assets, at most 100.' })
  ids!: string[];
}

@InputType({ description: 'Gives an asset the file of another one, under its own id: whatever uses it shows the new file.' })
export class ReplaceAssetInput {
  @Field(() => ID, { description: 'The asset that is used.' })
  id!: string;

  @Field(() => ID, { description: 'The asset with the new file, just uploaded and used nowhere. It is gone afterwards.' })
  byAssetId!: string;

  @Field(() => String, { nullable: true, description: 'Why, at most 500 characters: receivers of corrections are told.' })
  note?: string;
}
