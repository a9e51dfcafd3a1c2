import { around, circle, coral, gold, ink, mist, paper, rect, sage, sand, shape, stroke, teal, times } from './shapes.js';

/** A clock face of sixty strokes around a house. */
export const sixtyMinutes = (): string =>
  circle(800, 450, 350, paper, { stroke: mist, 'stroke-width': 10 })
  + times(60, (at) => {
    const [[x, y], [toX, toY]] = [around(800, 450, at % 5 ? 306 : 286, at * 6), around(800, 450, 322, at * 6)];
    return stroke(`M${x} ${y} L${toX} ${toY}`, at < 52 ? teal : mist, at % 5 ? 6 : 12);
  })
  + shape('M800 270 L970 420 L930 420 L930 600 L670 600 L670 420 L630 420 Z', coral) + rect(760, 480, 80, 120, paper, { rx: 6 }) + rect(690, 450, 46, 46, gold) + rect(864, 450, 46, 46, gold);

/** Three pairs of bars, each time high and low. */
export const beforeAndAfter = (): string =>
  stroke('M260 740 L1360 740', ink, 8) + times(4, (at) => stroke(`M260 ${620 - at * 120} L1360 ${620 - at * 120}`, mist, 4, { 'stroke-dasharray': '4 18' }))
  + times(3, (at) => {
    const x = 340 + at * 350;
    const [before, after] = ([[520, 180], [560, 240], [480, 60]] as const)[at] ?? [500, 100];
    return rect(x, 736 - before, 110, before, mist, { rx: 10 }) + rect(x + 130, 736 - after, 110, after, at === 2 ? coral : teal, { rx: 10 })
      + stroke(`M${x + 60} ${700 - before} Q${x + 190} ${690 - before} ${x + 186} ${690 - after}`, gold, 8, { 'stroke-dasharray': '2 20' });
  });

/** A hundred dots, the last one lit. */
export const hundredDays = (): string =>
  rect(330, 90, 940, 720, paper, { rx: 30, stroke: mist, 'stroke-width': 6 }) + rect(330, 90, 940, 96, teal, { rx: 30 }) + rect(330, 150, 940, 36, teal) + times(4, (at) => rect(470 + at * 210, 60, 26, 80, ink, { rx: 13 }))
  + times(100, (at) => circle(440 + (at % 10) * 80, 240 + Math.floor(at / 10) * 58, at === 99 ? 30 : 19, at === 99 ? coral : [sage, sage, teal, gold][Math.floor(at / 28)] ?? gold));

/** Four roads that become one. */
export const joinedErrands = (): string =>
  [150, 350, 550, 750].map((y, at) => {
    const colour = [teal, sage, gold, coral][at] ?? teal;
    return stroke(`M150 ${y} C560 ${y} 620 ${405 + at * 30} 960 ${405 + at * 30} L1200 ${405 + at * 30}`, colour, 28, { 'stroke-linecap': 'butt' }) + circle(150, y, 56, colour) + circle(150, y, 24, paper);
  }).join('') + circle(1290, 450, 150, ink) + circle(1290, 450, 118, paper) + stroke('M1230 454 L1276 500 L1356 404', coral, 26);

/** Points and what travels between them. */
export const dataNetwork = (): string => {
  const points = [[800, 450], ...[0, 60, 120, 180, 240, 300].map((angle) => around(800, 450, 310, angle + 15)), ...[80, 100, 260, 280].map((angle) => around(800, 450, 560, angle))] as const;
  const lines = [[0, 1], [0, 2], [0, 3], [0, 4], [0, 5], [0, 6], [1, 2], [2, 3], [3, 4], [4, 5], [5, 6], [6, 1], [2, 7], [3, 8], [5, 9], [6, 10]] as const;
  const at = (index: number): readonly [number, number] => [points[index]?.[0] ?? 0, points[index]?.[1] ?? 0];
  return lines.map(([from, to], index) => {
    const [[x, y], [toX, toY]] = [at(from), at(to)];
    const part = 0.35 + (index % 3) * 0.15;
    return stroke(`M${x} ${y} L${toX} ${toY}`, mist, 8) + circle(x + (toX - x) * part, y + (toY - y) * part, 13, coral);
  }).join('') + points.map(([x, y], index) => circle(x, y, index === 0 ? 110 : index < 7 ? 56 : 36, index === 0 ? ink : [teal, sage, gold][index % 3] ?? teal)).join('')
    + times(3, (row) => `<ellipse cx="800" cy="${410 + row * 40}" rx="56" ry="20" fill="${[mist, paper, mist][row] ?? paper}"/>`);
};

/** Four arrows that follow one another. */
export const rectificationLoop = (): string =>
  times(4, (at) => {
    const colour = [teal, sage, gold, coral][at] ?? teal;
    const [[fromX, fromY], [toX, toY]] = [around(800, 450, 290, at * 90 + 12), around(800, 450, 290, at * 90 + 66)];
    const [[tipX, tipY], [outX, outY], [inX, inY]] = [around(800, 450, 290, at * 90 + 84), around(800, 450, 360, at * 90 + 64), around(800, 450, 220, at * 90 + 64)];
    return stroke(`M${fromX} ${fromY} A290 290 0 0 1 ${toX} ${toY}`, colour, 64, { 'stroke-linecap': 'butt' }) + shape(`M${tipX} ${tipY} L${outX} ${outY} L${inX} ${inY} Z`, colour);
  }) + shape('M690 380 h220 a30 30 0 0 1 30 30 v90 a30 30 0 0 1 -30 30 h-120 l-60 56 v-56 h-40 a30 30 0 0 1 -30 -30 v-90 a30 30 0 0 1 30 -30 Z', ink) + times(3, (at) => circle(740 + at * 60, 455, 15, sand));
