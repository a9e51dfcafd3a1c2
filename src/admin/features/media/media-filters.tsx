import { Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { FilterRow } from '../../components/filter-row.js';
import { useUnitNames } from '../../components/use-choices.js';
import type { InAddress } from '../../components/use-in-address.js';
import type { AssetFilter, AssetKind, RightsState } from '../../graphql/generated/schema-types.js';
import { mediaWords } from './media-words.js';

const kinds = ['IMAGE', 'VIDEO', 'FILE'] as const satisfies readonly AssetKind[];
const rightsStates = ['UNLIMITED', 'VALID', 'EXPIRING', 'EXPIRED'] as const satisfies readonly RightsState[];
const isDay = (day: string | undefined): day is string => day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day);
/** Days are Hangzhou's. */
const dayStart = (day: string): string => `${day}T00:00:00+08:00`;

/** What the address says of the library, as the API takes it. What is unknown there is passed over. */
export function filterOf(address: InAddress): AssetFilter {
  const [text, kind, unit, rights, from, to] = ['text', 'kind', 'unit', 'rights', 'from', 'to'].map((key) => address.get(key));
  const [knownKind, knownRights] = [kinds.find((each) => each === kind), rightsStates.find((each) => each === rights)];
  return {
    ...(text ? { text } : {}), ...(knownKind ? { kinds: [knownKind] } : {}), ...(unit && /^unit_[0-9a-f]{24}$/.test(unit) ? { unitId: unit } : {}), ...(knownRights ? { rights: knownRights } : {}),
    ...(isDay(from) ? { createdFrom: dayStart(from) } : {}), ...(isDay(to) ? { createdBefore: dayStart(dayjs(to).add(1, 'day').format('YYYY-MM-DD')) } : {}),
    ...(address.get('alt') === 'none' ? { isWithoutAlt: true } : {}),
  };
}

/** The filters above the library. */
export function MediaFilters({ address }: { readonly address: InAddress }): ReactNode {
  const say = useWords(mediaWords);
  const units = useUnitNames();
  const day = (key: string): dayjs.Dayjs | null => { const value = address.get(key); return isDay(value) ? dayjs(value) : null; };
  const pick = (key: string, label: string, options: { readonly value: string; readonly label: string }[]): ReactNode => (
    <Select allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={label} placeholder={label} value={address.get(key) ?? null} options={options} onChange={(value: string | undefined) => { address.set({ [key]: value }); }} />
  );
  return (
    <FilterRow>
      <Input.Search key={address.get('text') ?? ''} allowClear maxLength={100} aria-label={say('search')} placeholder={say('search')} defaultValue={address.get('text') ?? ''} onSearch={(text) => { address.set({ text: text.trim() }); }} />
      {pick('kind', say('kind'), kinds.map((value) => ({ value, label: say(value) })))}
      {pick('unit', say('unit'), [...units].map(([value, label]) => ({ value, label })))}
      {pick('rights', say('rights'), rightsStates.map((value) => ({ value, label: say(value) })))}
      <DatePicker.RangePicker aria-label={say('days')} value={[day('from'), day('to')]} allowEmpty={[true, true]} onChange={(range) => { address.set({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') }); }} />
      <Checkbox checked={address.get('alt') === 'none'} onChange={(event) => { address.set({ alt: event.target.checked ? 'none' : undefined }); }}>{say('noAlt')}</Checkbox>
    </FilterRow>
  );
}
