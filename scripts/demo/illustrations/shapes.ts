/** The colours of all demo pictures: a calm set with one warm accent. */
export const ink = '#1f3a44';
export const teal = '#2a7f86';
export const mist = '#cfe0e2';
export const sand = '#f5efe4';
export const paper = '#fffdf8';
export const coral = '#e2703a';
export const gold = '#e9b44c';
export const sage = '#8fae86';

/** The size of every picture in pixels. */
export const width = 1600;
export const height = 900;

type Attributes = Readonly<Record<string, string | number>>;

const written = (attributes: Attributes): string => Object.entries(attributes).map(([name, value]) => `${name}="${value}"`).join(' ');

export const rect = (x: number, y: number, w: number, h: number, fill: string, more: Attributes = {}): string =>
  `<rect ${written({ x, y, width: w, height: h, fill, ...more })}/>`;

export const circle = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}): string => `<circle ${written({ cx, cy, r, fill, ...more })}/>`;

/** A filled outline. */
export const shape = (d: string, fill: string, more: Attributes = {}): string => `<path ${written({ d, fill, ...more })}/>`;

/** A line without a filling, with round ends. */
export const stroke = (d: string, colour: string, thickness: number, more: Attributes = {}): string =>
  `<path ${written({ d, fill: 'none', stroke: colour, 'stroke-width': thickness, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', ...more })}/>`;

/** What `draw` gives for 0, 1, … `count - 1`. */
export const times = (count: number, draw: (at: number) => string): string => Array.from({ length: count }, (_, at) => draw(at)).join('');

/** A point on a circle; 0 is at the top, angles in degrees, clockwise. */
export function around(cx: number, cy: number, radius: number, degrees: number): readonly [number, number] {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return [Math.round(cx + radius * Math.cos(radians)), Math.round(cy + radius * Math.sin(radians))];
}

/** A sheet of paper with lines of writing on it, drawn as bars: pictures hold no letters, because fonts differ from machine to machine. */
export const sheet = (x: number, y: number, w: number, lines: number): string =>
  rect(x, y, w, 60 + lines * 44, paper, { rx: 14, stroke: mist, 'stroke-width': 4 })
  + rect(x + 36, y + 36, w * 0.45, 18, teal, { rx: 9 })
  + times(lines - 1, (at) => rect(x + 36, y + 84 + at * 44, (w - 72) * (at % 3 === 1 ? 0.7 : 1), 12, mist, { rx: 6 }));

/** A person, from the head to the chest; `y` is where the chest ends. */
export const person = (x: number, y: number, colour: string): string =>
  shape(`M${x - 90} ${y} Q${x - 90} ${y - 120} ${x} ${y - 120} Q${x + 90} ${y - 120} ${x + 90} ${y} Z`, colour) + circle(x, y - 176, 58, '#f0c9a4') + shape(`M${x - 60} ${y - 184} A60 60 0 0 1 ${x + 60} ${y - 184} Q${x} ${y - 214} ${x - 60} ${y - 184} Z`, ink);
