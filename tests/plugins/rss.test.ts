import { rss } from '../../plugins/rss/index.js';
import { describeChannel } from '../kit/describe-channel.js';

describeChannel(rss);
