import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ask } from '../../components/ask.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { affectedOutlets } from './affected-outlets.js';
import { ArchiveTopicDocument, MoveTopicDocument, RestoreTopicDocument, TopicRulesDocument, type TopicLineFragment } from './topics.generated.js';
import { topicsWords } from './topics-words.js';
import { placeOf, type Place } from './tree-rows.js';

export interface TopicActs {
  readonly move: (topic: TopicLineFragment, place: Place) => void;
  readonly archive: (topic: TopicLineFragment, contents: number) => void;
  readonly restore: (topic: TopicLineFragment) => void;
  readonly isBusy: boolean;
}

/** What can be done to a topic besides its name; a move and an archiving can be taken back for eight seconds. */
export function useTopicActs(topics: readonly TopicLineFragment[]): TopicActs {
  const say = useWords(topicsWords);
  const toast = useToast();
  const mover = useAct(MoveTopicDocument);
  const archiver = useAct(ArchiveTopicDocument);
  const restorer = useAct(RestoreTopicDocument);
  const { data: rules } = useRead(TopicRulesDocument, {}, { isEnabled: useMay()('destination.read'), isAside: true });
  const send = (id: string, { parentId, beforeId }: Place): Promise<unknown> => mover.mutateAsync({ input: { id, parentId, beforeId } });

  function move(topic: TopicLineFragment, place: Place): void {
    const [{ id, name }, before] = [topic, placeOf(topics, topic)];
    if (place.parentId === before.parentId && (place.beforeId === before.beforeId || place.beforeId === id)) return;
    const parent = topics.find((each) => each.id === place.parentId)?.name;
    const done = place.parentId === before.parentId ? say('moved', { name }) : parent ? say('movedBelow', { name, parent }) : say('movedToRoot', { name });
    const affected = affectedOutlets(topics, rules?.destinations.nodes ?? [], topic, place.parentId);
    const told = affected.length > 0 ? say('movedTells', { done, names: affected.join(say('and')) }) : done;
    send(id, place).then(() => { toast.done(told, { undo: async () => { await send(id, before); } }); }, toast.failed);
  }
  function restore({ id, name }: TopicLineFragment): void {
    restorer.mutateAsync({ id }).then(() => { toast.done(say('restoreDone', { name })); }, toast.failed);
  }
  function archive({ id, name }: TopicLineFragment, count: number): void {
    const undo = async (): Promise<void> => { await restorer.mutateAsync({ id }); };
    ask({ title: say('archiveAsk', { name }), why: say('archiveWhy', { count }), ok: say('archive'), onOk: () => archiver.mutateAsync({ id }).then(() => { toast.done(say('archiveDone', { name }), { undo }); }, toast.failed) });
  }
  return { move, archive, restore, isBusy: mover.isPending || archiver.isPending || restorer.isPending };
}
