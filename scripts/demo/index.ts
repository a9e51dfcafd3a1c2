export { drawIllustration, illustrationCredit, illustrations, illustrationsIn, illustrationSvg, withIllustrations, type IllustrationName } from './illustrations.js';
export { demoNote, type DemoArticle, type DemoCase, type DemoFigure, type DemoItem, type DemoVideo } from './item.js';
export { items } from './items/index.js';
export { leaders } from './leaders.js';
export { demoPassword, people, type DemoPerson } from './people.js';
export { tags, type TagName } from './tags.js';
export { topics, type DemoTopic, type TopicSlug } from './topics.js';
export { units, type DemoUnit, type UnitSlug } from './units.js';
