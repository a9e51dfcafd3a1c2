import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { addressOf } from '../../app/registry.js';
import { useMay, useMe } from '../../app/session/me.js';
import { enterAs } from '../../app/session/enter-as.js';
import { DemoAccountsDocument } from '../../app/session/session.generated.js';
import { useKept } from '../../app/use-kept.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { LinkButton } from '../../components/link-button.js';
import { useToast } from '../../components/use-toast.js';
import { useRead } from '../../graphql/use-graphql.js';
import { castOf, doerOf, handsIn, type FirstStepId, type OfferedAccount } from './first-steps.js';
import { homeWords } from './home-words.js';
import type { FirstRun } from './use-first-run.js';

/** The accounts that the demo offers; none elsewhere. */
export const useOffered = (): readonly OfferedAccount[] => useRead(DemoAccountsDocument, {}, { isAside: true }).data?.demoAccounts ?? [];

/** Whether the newcomer has set out: then the step to do goes along above every page. */
export const useIsWalking = (): readonly [boolean, (isWalking: boolean) => void] => useKept('firstSteps.isWalking', false);

/** A link for whoever may do the step; in the demo, a change to somebody who may; else who to ask. Nothing where the step is done. */
export function WayThere({ step, run: { text, review } }: { readonly step: FirstStepId; readonly run: FirstRun }): ReactNode {
  const say = useWords(homeWords);
  const may = useMay();
  const toast = useToast();
  const { person } = useMe();
  const { pathname, search } = useLocation();
  const [, setWalking] = useIsWalking();
  const accounts = useOffered();
  const { role, permission } = doerOf(step, review);
  const to = placeOf(step, text?.id, review?.id);
  const isOwn = may(permission) && !(step === 'sign' && handsIn(review).includes(person.name));
  if (isOwn) return to === pathname || to === pathname + search ? null : <LinkButton to={to} type="primary" onGo={() => { setWalking(true); }}>{say('goThere')}</LinkButton>;
  const next = castOf(step, review, accounts).find(({ isDone }) => !isDone);
  if (!next) return <Badge tone="quiet">{say('askColleague', { role: say(role) })}</Badge>;
  const change = (): void => {
    setWalking(true);
    enterAs(next, to).catch(toast.failed);
  };
  return <Button type="primary" onClick={change}>{say('switchTo', { name: next.name, role: say(next.role) })}</Button>;
}

function placeOf(step: FirstStepId, contentId: string | undefined, reviewId: string | undefined): string {
  const desk = contentId ? addressOf('editor', { id: contentId }) : addressOf('editor.new', { kind: 'article' });
  const places: Readonly<Record<FirstStepId, string | undefined>> = {
    write: desk, submit: desk, sign: `/reviews/${reviewId ?? ''}`, publish: `/contents?open=${contentId ?? ''}`, deliver: addressOf('deliveries'),
  };
  return places[step] ?? '/';
}
