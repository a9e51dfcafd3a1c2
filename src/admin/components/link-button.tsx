import { Button, type ButtonProps } from 'antd';
import type { ReactNode } from 'react';
import { useHref, useNavigate } from 'react-router';

/** A link that looks like a button: it can be opened in another tab, as every link. */
export function LinkButton({ to, onGo, children, ...button }: { readonly to: string; readonly onGo?: () => void; readonly children: ReactNode } & Omit<ButtonProps, 'href' | 'onClick'>): ReactNode {
  const navigate = useNavigate();
  return (
    <Button
      {...button} href={useHref(to)}
      onClick={(event) => {
        onGo?.();
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        void navigate(to);
      }}
    >{children}</Button>
  );
}
