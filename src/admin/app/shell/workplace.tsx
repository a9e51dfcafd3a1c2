import { useQuery } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useMemo, type ReactNode } from 'react';
import { Navigate, Outlet, useLocation, useMatches } from 'react-router';
import { Questions } from '../../components/questions.js';
import { Toasts } from '../../components/toasts.js';
import { Unread } from '../../components/unread.js';
import { useAppearance, useIsDark } from '../appearance.js';
import type { Page } from '../feature.js';
import { KeyboardProvider } from '../keyboard/keyboard-provider.js';
import { MeContext, mayOneOf, type Me } from '../session/me.js';
import { meQuery } from '../session/me-query.js';
import { SignInAgain } from '../session/sign-in-again.js';
import { themeFor } from '../theme.js';
import { useMedia } from '../use-media.js';
import { NoRight } from './no-right.js';
import { Shell } from './shell.js';

/** Everything behind sign-in: it learns who is here, draws the frame, and sends strangers to the sign-in page. */
export function Component(): ReactNode {
  const { data, error, isPending } = useQuery(meQuery);
  const { pathname, search } = useLocation();
  const person = data?.me?.person;
  const me = useMemo<Me | undefined>(() => (person && data.me ? { person, permissions: new Set(data.me.permissions) } : undefined), [person, data]);
  if (error) throw error;
  if (isPending) return null;
  if (!me) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  if (me.person.mustChangePassword) return <Navigate to="/password" replace />;
  return (
    <MeContext value={me}>
      <Look>
        <KeyboardProvider>
          <Place me={me} />
          <Toasts />
          <Unread />
          <SignInAgain login={me.person.login} />
        </KeyboardProvider>
      </Look>
    </MeContext>
  );
}

function Place({ me }: { readonly me: Me }): ReactNode {
  const page = useMatches().at(-1)?.handle as Page | undefined;
  const outlet = mayOneOf(me, page?.permissions) ? <Outlet /> : <NoRight />;
  return page?.isBare ? outlet : <Shell>{outlet}</Shell>;
}

function Look({ children }: { readonly children: ReactNode }): ReactNode {
  const { language, density } = useAppearance();
  const isDark = useIsDark();
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  const theme = useMemo(() => themeFor(isDark, density, isStill), [isDark, density, isStill]);
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={theme} button={{ autoInsertSpace: false }} form={{ requiredMark: 'optional', scrollToFirstError: true }}>
      {children}
      <Questions />
    </ConfigProvider>
  );
}
