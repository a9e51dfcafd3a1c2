import { BarChart as Bars } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import { useEffect, useRef, type ReactNode } from 'react';
import { useIsDark } from '../../../app/appearance.js';
import type { Series } from './chart-days.js';
import styles from './charts.module.css';

register([Bars, GridComponent, TooltipComponent, SVGRenderer]);

type Option = ComposeOption<BarSeriesOption | GridComponentOption | TooltipComponentOption>;

export interface BarChartProps {
  readonly days: readonly string[];
  readonly series: readonly Series[];
}

/** Stacked bars, one for each day. For the eye only: the table beside it says the same. */
export default function BarChart({ days, series }: BarChartProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const isDark = useIsDark();
  useEffect(() => {
    const chart = init(box.current, null, { renderer: 'svg' });
    chart.setOption(optionOf(days, series));
    const watcher = new ResizeObserver(([entry]) => { if (entry && entry.contentRect.width !== chart.getWidth()) chart.resize(); });
    watcher.observe(box.current!);
    return () => { watcher.disconnect(); chart.dispose(); };
  }, [days, series, isDark]);
  return <div ref={box} className={styles.chart} aria-hidden="true" />;
}

function optionOf(days: readonly string[], series: readonly Series[]): Option {
  const style = getComputedStyle(document.documentElement);
  const colour = (token: string): string => style.getPropertyValue(token).trim();
  const label = { color: colour('--text-2'), fontSize: 12, fontFamily: style.getPropertyValue('--font') };
  return {
    animation: false,
    grid: { left: 4, right: 4, top: 12, bottom: 2, containLabel: true },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow', shadowStyle: { color: colour('--hover'), opacity: 0.6 } }, backgroundColor: colour('--raised'), borderColor: colour('--line'), textStyle: { color: colour('--text'), fontSize: 13 } },
    xAxis: { type: 'category', data: days.map((day) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`), axisTick: { show: false }, axisLine: { lineStyle: { color: colour('--line') } }, axisLabel: label },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: colour('--line') } }, axisLabel: label },
    series: series.map(({ name, token, values }) => ({ type: 'bar', name, stack: 'all', data: [...values], barMaxWidth: 22, itemStyle: { color: colour(token) } })),
  };
}
