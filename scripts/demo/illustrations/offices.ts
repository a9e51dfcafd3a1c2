import { around, circle, coral, gold, ink, mist, paper, person, rect, sage, sand, shape, sheet, stroke, teal, times } from './shapes.js';

/** A counter, somebody on either side. */
export const counter = (): string =>
  rect(250, 130, 1100, 560, mist, { rx: 28 }) + times(3, (at) => rect(330 + at * 340, 190, 260, 46, paper, { rx: 23 })) + times(3, (at) => circle(356 + at * 340, 213, 10, at === 1 ? coral : teal))
  + person(600, 640, teal) + person(1010, 640, coral) + rect(700, 300, 14, 330, paper, { opacity: 0.9 }) + rect(886, 300, 14, 330, paper, { opacity: 0.9 }) + rect(170, 630, 1260, 46, ink, { rx: 10 })
  + rect(210, 676, 1180, 150, sage, { rx: 6 }) + rect(742, 590, 130, 30, paper, { rx: 4 }) + rect(760, 578, 100, 26, gold, { rx: 4 });

/** A certificate with its seal, out of an envelope. */
export const certificate = (): string =>
  shape('M380 430 L800 210 L1220 430 L1220 800 L380 800 Z', gold) + sheet(500, 130, 600, 9) + circle(980, 420, 74, 'none', { stroke: coral, 'stroke-width': 12 })
  + shape(Array.from({ length: 10 }, (_, at) => `${at ? 'L' : 'M'}${around(980, 420, at % 2 ? 17 : 42, at * 36).join(' ')}`).join(' ') + 'Z', coral)
  + shape('M380 430 L800 660 L380 800 Z', '#dca63f') + shape('M1220 430 L800 660 L1220 800 Z', '#dca63f') + shape('M380 800 L800 580 L1220 800 Z', '#f0c468');

/** One form in the middle, desks around it. */
export const oneFormManyDesks = (): string => {
  const seats = [-62, -31, 0, 31, 62].map((angle) => around(800, 900, 640, angle));
  return seats.map(([x, y]) => stroke(`M800 640 Q${(800 + x) / 2} ${y + 130} ${x} ${y + 60}`, mist, 10)).join('')
    + seats.map(([x, y], at) => circle(x, y, 88, [teal, sage, gold, coral, teal][at] ?? teal) + circle(x, y - 24, 26, paper) + shape(`M${x - 46} ${y + 44} Q${x - 46} ${y + 8} ${x} ${y + 8} Q${x + 46} ${y + 8} ${x + 46} ${y + 44} Z`, paper)).join('')
    + sheet(620, 460, 360, 7);
};

/** A telephone that reads the code on a bill. */
export const quickPayment = (): string => {
  const cells = times(49, (at) => ((at * 7 + at * at) % 3 === 0 || at < 2 ? rect(392 + (at % 7) * 34, 372 + Math.floor(at / 7) * 34, 30, 30, ink) : ''));
  return sheet(300, 150, 420, 12) + rect(372, 352, 276, 276, paper) + cells + rect(392, 372, 98, 98, paper) + rect(392, 372, 98, 98, 'none', { stroke: ink, 'stroke-width': 20 }) + rect(426, 406, 30, 30, ink)
    + stroke('M720 500 L960 500', coral, 8, { 'stroke-dasharray': '4 26' })
    + rect(960, 120, 360, 680, ink, { rx: 48 }) + rect(984, 156, 312, 608, paper, { rx: 24 }) + circle(1140, 390, 110, sage) + stroke('M1086 394 L1126 434 L1200 352', paper, 24) + rect(1040, 560, 200, 24, mist, { rx: 12 }) + rect(1080, 610, 120, 18, mist, { rx: 9 });
};

/** Three doors to one room. */
export const threeDoors = (): string =>
  rect(120, 120, 1360, 640, mist, { rx: 24 }) + rect(0, 760, 1600, 140, sand) + times(3, (at) => {
    const x = 260 + at * 400;
    const colour = [teal, coral, gold][at] ?? teal;
    return shape(`M${x} 760 L${x} 330 A140 140 0 0 1 ${x + 280} 330 L${x + 280} 760 Z`, paper) + times(3, (row) => times(5, (book) => rect(x + 40 + book * 42, 370 + row * 120, 30, 90, [sage, teal, gold, coral, mist][(book + row + at) % 5] ?? sage, { rx: 3 })) + rect(x + 30, 460 + row * 120, 220, 10, ink))
      + shape(`M${x} 760 L${x} 330 A140 140 0 0 1 ${x + 60} 220 L${x - 50} 270 L${x - 50} 820 Z`, colour) + circle(x - 28, 560, 10, paper);
  });

/** A guide lying open. */
export const openGuide = (): string =>
  shape('M800 250 Q560 150 240 220 L240 720 Q560 650 800 750 Z', paper, { stroke: mist, 'stroke-width': 6 }) + shape('M800 250 Q1040 150 1360 220 L1360 720 Q1040 650 800 750 Z', paper, { stroke: mist, 'stroke-width': 6 })
  + times(6, (at) => stroke(`M310 ${300 + at * 58} Q540 ${250 + at * 58} 730 ${325 + at * 58}`, at === 0 ? teal : mist, at === 0 ? 22 : 14))
  + rect(900, 280, 380, 170, sand, { rx: 12 }) + times(5, (at) => rect(935 + at * 68, 420 - at * 24, 40, 24 + at * 24, [teal, sage, gold, coral, ink][at] ?? teal, { rx: 4 }))
  + times(3, (at) => circle(920, 520 + at * 56, 18, sage) + stroke(`M911 ${520 + at * 56} l7 8 l12 -16`, paper, 6) + rect(960, 510 + at * 56, 320 - at * 50, 18, mist, { rx: 9 })) + stroke('M800 250 L800 750', ink, 6);
