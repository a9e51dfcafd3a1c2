import { circle, coral, gold, ink, mist, paper, rect, sage, sand, shape, stroke, teal, times } from './shapes.js';

/** Hills, a river, and a hall between them. */
export const countyHills = (): string =>
  circle(1180, 230, 90, gold) + shape('M0 560 Q220 250 470 500 Q640 300 860 520 Q1080 280 1300 500 Q1450 400 1600 520 L1600 900 L0 900 Z', mist)
  + shape('M0 660 Q260 400 560 620 Q860 420 1140 620 Q1380 480 1600 630 L1600 900 L0 900 Z', sage) + rect(660, 450, 280, 200, paper) + shape('M620 460 Q800 350 980 460 Z', ink) + times(5, (at) => rect(684 + at * 52, 490, 28, 130, teal, { rx: 4 })) + rect(770, 540, 60, 110, coral, { rx: 6 })
  + shape('M0 730 Q400 640 800 720 Q1200 800 1600 700 L1600 900 L0 900 Z', teal) + times(4, (at) => stroke(`M${140 + at * 380} ${800 + (at % 2) * 40} q60 -22 120 0 t120 0`, mist, 8)) + shape('M330 790 h150 l-30 36 h-90 Z', ink) + stroke('M405 790 V720', ink, 6) + shape('M410 722 L470 780 L410 780 Z', paper);

/** Plots of land in colours, one of them marked. */
export const areaMap = (): string => {
  const plots = [[220, 130, 330, 240], [580, 130, 260, 240], [870, 130, 500, 150], [220, 400, 220, 370], [470, 400, 370, 170], [470, 600, 370, 170], [870, 310, 230, 260], [1130, 310, 240, 260], [870, 600, 500, 170]] as const;
  const colours = [sage, mist, gold, mist, teal, sage, sand, mist, gold];
  return rect(180, 90, 1230, 720, paper, { rx: 26, stroke: mist, 'stroke-width': 6 }) + plots.map(([x, y, w, h], at) => rect(x, y, w, h, colours[at] ?? mist, { rx: 12 })).join('')
    + stroke('M180 385 L855 385 L855 90 M855 385 L855 810', paper, 26, { 'stroke-linecap': 'butt' }) + shape('M655 500 C560 380 590 290 655 290 C720 290 750 380 655 500 Z', coral) + circle(655, 362, 30, paper)
    + times(3, (at) => rect(900 + at * 62, 480 - at * 44, 40, 60 + at * 44, ink, { rx: 4 })) + stroke('M1180 520 q40 -60 80 -20 t80 -40', sage, 14);
};

/** A frame of film with a triangle to start it. */
export const film = (): string =>
  rect(170, 140, 1260, 620, ink, { rx: 34 }) + times(11, (at) => rect(214 + at * 110, 166, 64, 44, sand, { rx: 10 }) + rect(214 + at * 110, 690, 64, 44, sand, { rx: 10 }))
  + rect(214, 240, 1172, 420, mist, { rx: 16 }) + shape('M214 600 Q500 430 760 570 Q1040 420 1386 590 L1386 644 Q1386 660 1370 660 L230 660 Q214 660 214 644 Z', sage) + circle(1180, 340, 56, gold)
  + circle(800, 450, 130, paper, { opacity: 0.92 }) + shape('M762 380 L762 520 L884 450 Z', coral);
