import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header.js';

/** Comes next. */
export const Component = (): ReactNode => <PageHeader />;
